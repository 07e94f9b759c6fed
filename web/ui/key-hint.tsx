import { Modal } from '@mantine/core'
import styles from './key-hint.module.css'
import { kitWords } from './kit-words.ts'
import { useWords } from './words.ts'

/** A key as it is written on a keyboard. */
export function KeyHint(props: { children: string }) {
  return <kbd className={styles.key}>{props.children}</kbd>
}

/** All keys of a screen, in a dialog. */
export function KeysDialog(props: {
  opened: boolean
  onClose: () => void
  keys: readonly { keys: readonly string[]; does: string }[]
}) {
  const t = useWords(kitWords)
  return (
    <Modal
      opened={props.opened}
      onClose={props.onClose}
      title={t('keysTitle')}
      closeButtonProps={{ 'aria-label': t('close') }}
    >
      <p className="quiet">{t('keysIntro')}</p>
      <dl className={styles.keys}>
        {props.keys.map((entry) => (
          <div key={entry.does}>
            <dt>
              {entry.keys.map((key) => (
                <KeyHint key={key}>{key}</KeyHint>
              ))}
            </dt>
            <dd>{entry.does}</dd>
          </div>
        ))}
      </dl>
    </Modal>
  )
}
