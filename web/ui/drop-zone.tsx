import { FileButton, UnstyledButton } from '@mantine/core'
import { IconFileUpload } from '@tabler/icons-react'
import { type DragEvent, useRef, useState } from 'react'
import styles from './drop-zone.module.css'
import { kitWords } from './kit-words.ts'
import { useWords } from './words.ts'

/** A place to drop one file on, or several with `onFiles`; a button does the same for the keyboard. */
export function DropZone(props: {
  title: string
  hint?: string
  accept?: string
  disabled?: boolean
  onFile?: (file: File) => void
  onFiles?: (files: File[]) => void
}) {
  const t = useWords(kitWords)
  const [over, setOver] = useState(false)
  const forget = useRef<() => void>(null)
  const take = (files: File[]) => {
    const [first] = files
    if (first === undefined || props.disabled === true) return
    props.onFile?.(first)
    props.onFiles?.(files)
  }
  const onDrop = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    take([...event.dataTransfer.files])
  }
  return (
    <div
      className={`${styles.zone} ${over ? styles.over : ''}`}
      onDragOver={(event) => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={onDrop}
    >
      <IconFileUpload size={26} stroke={1.4} aria-hidden className={styles.mark} />
      <p className={styles.title}>
        {props.title}{' '}
        <FileButton
          resetRef={forget}
          multiple={props.onFiles !== undefined}
          onChange={(chosen: File | File[] | null) => {
            // A browser tells only of another choice: a mended file of the same name must be one.
            forget.current?.()
            take(chosen === null ? [] : [chosen].flat())
          }}
          accept={props.accept ?? '*'}
        >
          {(button) => (
            <UnstyledButton {...button} className={styles.choose} disabled={props.disabled === true}>
              {t('dropChoose')}
            </UnstyledButton>
          )}
        </FileButton>
      </p>
      {props.hint === undefined ? null : <p className="quiet small">{props.hint}</p>}
    </div>
  )
}
