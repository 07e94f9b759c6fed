import { CloseButton, TextInput } from '@mantine/core'
import { IconSearch } from '@tabler/icons-react'
import { type FormEvent, useState } from 'react'
import { kitWords } from './kit-words.ts'
import { useWords } from './words.ts'

/** A search that is asked on Enter; `value` is what is asked now. */
export function FindBox(props: {
  label: string
  placeholder: string
  value: string
  onFind: (find: string | undefined) => void
}) {
  const kit = useWords(kitWords)
  const [typed, setTyped] = useState<{ over: string; text: string }>({ over: props.value, text: props.value })
  // What was typed holds only over the value it was typed over: a new value brings its own words.
  const text = typed.over === props.value ? typed.text : props.value
  const setText = (next: string) => setTyped({ over: props.value, text: next })
  const find = (next: string) => props.onFind(next.trim() === '' ? undefined : next.trim())
  const onSubmit = (event: FormEvent) => {
    event.preventDefault()
    find(text)
  }
  return (
    <form role="search" onSubmit={onSubmit} aria-label={props.label}>
      <TextInput
        data-find
        aria-label={props.label}
        placeholder={props.placeholder}
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

/** Puts the cursor into the search that is to be seen on this screen. */
export function focusFindBox(): void {
  const boxes = document.querySelectorAll<HTMLInputElement>('input[data-find]')
  for (const box of boxes) {
    if (box.checkVisibility()) {
      box.focus()
      box.select()
      return
    }
  }
}
