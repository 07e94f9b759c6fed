import { Popover, UnstyledButton } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import type { Icon } from '@tabler/icons-react'
import { createContext, type ReactElement, type ReactNode, useContext } from 'react'
import styles from './action-popover.module.css'

const CloseContext = createContext<() => void>(() => {})

/** A button that opens a short list of things to do, with room for words between them. */
export function ActionPopover(props: {
  label: string
  target: (open: () => void, opened: boolean) => ReactElement
  position?: 'bottom-start' | 'bottom-end'
  children: ReactNode
}) {
  const [opened, list] = useDisclosure(false)
  return (
    <Popover
      opened={opened}
      onChange={(next) => (next ? list.open() : list.close())}
      position={props.position ?? 'bottom-end'}
      shadow="md"
      trapFocus
      returnFocus
      transitionProps={{ duration: 0 }}
    >
      <Popover.Target>{props.target(list.toggle, opened)}</Popover.Target>
      <Popover.Dropdown p={6} aria-label={props.label}>
        <CloseContext value={list.close}>
          <div className={styles.list} tabIndex={0} role="group" aria-label={props.label}>
            {props.children}
          </div>
        </CloseContext>
      </Popover.Dropdown>
    </Popover>
  )
}

/** One thing to do; the list closes behind it. */
export function ActionItem(props: {
  icon?: Icon
  danger?: boolean
  onClick: () => void
  children: ReactNode
}) {
  const close = useContext(CloseContext)
  const Mark = props.icon
  return (
    <UnstyledButton
      className={`${styles.item} ${props.danger === true ? styles.danger : ''}`}
      onClick={() => {
        close()
        props.onClick()
      }}
    >
      {Mark === undefined ? null : <Mark size={16} stroke={1.6} aria-hidden />}
      <span className={styles.name}>{props.children}</span>
    </UnstyledButton>
  )
}

/** Words that part what stands above from what stands below. */
export function ActionHeading(props: { children: ReactNode }) {
  return <p className={styles.heading}>{props.children}</p>
}
