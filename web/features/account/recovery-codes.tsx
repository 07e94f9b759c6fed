import { Button, Checkbox, CopyButton, Group, Stack } from '@mantine/core'
import { IconCheck, IconCopy, IconDownload } from '@tabler/icons-react'
import { useMemo, useState } from 'react'
import { useSession } from '../../app/session.ts'
import { Notice } from '../../ui/states.tsx'
import { useWords } from '../../ui/words.ts'
import { accountWords } from './account-words.ts'
import styles from './account.module.css'

/** Recovery codes, shown this once; one goes on after saying that they are kept. */
export function RecoveryCodes(props: { codes: readonly string[]; onDone: () => void }) {
  const t = useWords(accountWords)
  const login = useSession().account?.login ?? ''
  const [saved, setSaved] = useState(false)
  const text = useMemo(
    () => [t('file', { login }), '', ...props.codes, ''].join('\r\n'),
    [t, login, props.codes],
  )
  const file = `data:text/plain;charset=utf-8,${encodeURIComponent(`\uFEFF${text}`)}`
  return (
    <Stack gap="sm">
      <Notice tone="amber">{t('codesText')}</Notice>
      <ol className={styles.codes} aria-label={t('codesTitle')}>
        {props.codes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ol>
      <Group gap="xs">
        <CopyButton value={text}>
          {({ copied, copy }) => (
            <Button
              variant="default"
              onClick={copy}
              leftSection={
                copied ? <IconCheck size={15} stroke={1.8} aria-hidden /> : <IconCopy size={15} aria-hidden />
              }
            >
              {t(copied ? 'copied' : 'copy')}
            </Button>
          )}
        </CopyButton>
        <Button
          variant="default"
          component="a"
          href={file}
          download="otklik-codes.txt"
          leftSection={<IconDownload size={15} aria-hidden />}
        >
          {t('download')}
        </Button>
      </Group>
      <Checkbox
        label={t('saved')}
        checked={saved}
        onChange={(event) => setSaved(event.currentTarget.checked)}
      />
      <Group justify="flex-end">
        <Button disabled={!saved} onClick={props.onDone}>
          {t('done')}
        </Button>
      </Group>
    </Stack>
  )
}
