import { Button, CopyButton, Group, Modal, Stack } from '@mantine/core'
import { IconCheck, IconCopy } from '@tabler/icons-react'
import { kitWords } from '../../ui/kit-words.ts'
import { useWords } from '../../ui/words.ts'
import styles from './people.module.css'
import { peopleWords } from './people-words.ts'

/** A password that is told once; closing the dialog forgets it. */
export function PasswordShown(props: { name: string; password: string; onClose: () => void }) {
  const t = useWords(peopleWords)
  const kit = useWords(kitWords)
  return (
    <Modal
      opened
      onClose={props.onClose}
      closeOnClickOutside={false}
      title={
        <span className={styles.dialogTitle}>
          {t('passwordTitle')} · {props.name}
        </span>
      }
      closeButtonProps={{ 'aria-label': kit('close') }}
    >
      <Stack gap="sm">
        <p>{t('passwordText')}</p>
        <code className={styles.password}>{props.password}</code>
        <Group justify="flex-end" gap="xs">
          <CopyButton value={props.password}>
            {({ copied, copy }) => (
              <Button
                variant="default"
                onClick={copy}
                leftSection={
                  copied ? (
                    <IconCheck size={15} stroke={1.8} aria-hidden />
                  ) : (
                    <IconCopy size={15} aria-hidden />
                  )
                }
              >
                {copied ? t('copied') : t('copy')}
              </Button>
            )}
          </CopyButton>
          <Button onClick={props.onClose} data-autofocus>
            {t('done')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  )
}
