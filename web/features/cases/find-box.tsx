import { CloseButton, TextInput } from '@mantine/core'
import { IconSearch } from '@tabler/icons-react'
import { type FormEvent, type RefObject, useState } from 'react'
import { kitWords } from '../../ui/kit-words.ts'
import { useWords } from '../../ui/words.ts'
import styles from './worklist.module.css'
import { worklistWords } from './worklist-words.ts'

/** Search by number or words; goes to the address bar on Enter. */
export function FindBox(props: {
  value: string
  box: RefObject<HTMLInputElement | null>
  onFind: (find: string | undefined) => void
}) {
  const t = useWords(worklistWords)
  const kit = useWords(kitWords)
  const [typed, setTyped] = useState<{ over: string; text: string }>({ over: props.value, text: props.value })
  // What was typed holds only over the address it was typed over: a new address brings its own words.
  const text = typed.over === props.value ? typed.text : props.value
  const setText = (next: string) => setTyped({ over: props.value, text: next })
  const find = (next: string) => props.onFind(next.trim() === '' ? undefined : next.trim())
  const onSubmit = (event: FormEvent) => {
    event.preventDefault()
    find(text)
  }
  return (
    <form role="search" className={styles.find} onSubmit={onSubmit} aria-label={t('find')}>
      <TextInput
        ref={props.box}
        aria-label={t('findHint')}
        placeholder={t('findHint')}
        leftSection={<IconSearch size={15} stroke={1.8} aria-hidden />}
        rightSection={
          text === '' ? null : (
            <CloseButton
              size={24}
              iconSize={14}
              aria-label={kit('reset')}
              onClick={() => {
                setText('')
                find('')
              }}
            />
          )
        }
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
    </form>
  )
}
