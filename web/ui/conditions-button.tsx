import { Button, Popover } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconFilter } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import styles from './conditions-button.module.css'
import { kitWords } from './kit-words.ts'
import { useWords } from './words.ts'

/** The button under which the conditions stand that are not at hand; choices inside must not leave it (`withinPortal: false`). */
export function ConditionsButton(props: { children: ReactNode }) {
  const t = useWords(kitWords)
  const [opened, panel] = useDisclosure(false)
  return (
    <Popover
      opened={opened}
      onChange={(next) => (next ? panel.open() : panel.close())}
      position="bottom-start"
      shadow="md"
      trapFocus
      returnFocus
      transitionProps={{ duration: 0 }}
    >
      <Popover.Target>
        <Button
          variant="default"
          leftSection={<IconFilter size={15} stroke={1.7} aria-hidden />}
          onClick={panel.toggle}
        >
          {t('conditions')}
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label={t('conditions')}>{props.children}</Popover.Dropdown>
    </Popover>
  )
}

/** Conditions in two columns, one on a phone. */
export function ConditionsGrid(props: { children: ReactNode }) {
  return <div className={styles.grid}>{props.children}</div>
}

/** A line of conditions across both columns. */
export function ConditionsLine(props: { children: ReactNode }) {
  return <div className={styles.line}>{props.children}</div>
}
