import { Modal, Stack } from '@mantine/core'
import { IconDownload } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useCentre } from '../../app/centre-context.ts'
import { kitWords } from '../../ui/kit-words.ts'
import { ErrorState, LoadingState } from '../../ui/states.tsx'
import { useWords } from '../../ui/words.ts'
import { charterFilesQuery } from './charter-queries.ts'
import { charterWords } from './charter-words.ts'
import styles from './charter.module.css'

/** The files of an edition, each to download as it was uploaded. */
export function FilesDialog(props: { edition: number; onClose: () => void }) {
  const t = useWords(charterWords)
  const kit = useWords(kitWords)
  const centre = useCentre()
  const files = useQuery(charterFilesQuery(centre.slug, props.edition))
  return (
    <Modal
      opened
      onClose={props.onClose}
      title={<span className={styles.dialogTitle}>{t('filesOf', { edition: props.edition })}</span>}
      closeButtonProps={{ 'aria-label': kit('close') }}
    >
      {files.isPending ? <LoadingState /> : null}
      {files.isError ? <ErrorState error={files.error} onRetry={() => void files.refetch()} /> : null}
      {files.data === undefined ? null : (
        <Stack gap="sm">
          <p className="quiet">{t('filesHint')}</p>
          <ul className={styles.files}>
            {Object.entries(files.data.files).map(([name, text]) => (
              <li key={name}>
                <button type="button" className={styles.file} onClick={() => download(name, text)}>
                  <IconDownload size={15} stroke={1.7} aria-hidden />
                  <span className={styles.fileName}>{name}</span>
                  <span className="quiet figures">{t('size', { count: kilobytes(text) })}</span>
                </button>
              </li>
            ))}
          </ul>
        </Stack>
      )}
    </Modal>
  )
}

/** Size of a text in kilobytes, never less than one. */
export function kilobytes(text: string): number {
  return Math.max(1, Math.round(new Blob([text]).size / 1024))
}

function download(name: string, text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: 'text/plain;charset=utf-8' }))
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  URL.revokeObjectURL(address)
}
