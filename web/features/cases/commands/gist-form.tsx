import { Textarea } from '@mantine/core'
import { useState } from 'react'
import { useWords } from '../../../ui/words.ts'
import { CaseGist } from './case-gist.tsx'
import { commandWords } from './command-words.ts'
import { FormFrame, type FormProps } from './form-frame.tsx'

const longest = 300

export function GistForm(props: FormProps<'set-gist'>) {
  const t = useWords(commandWords)
  const [gist, setGist] = useState(props.subject.gist)
  const said = gist.trim()
  return (
    <FormFrame
      command="set-gist"
      form={props}
      disabled={said.length < 3 || said.length > longest || said === props.subject.gist}
      onConfirm={() => props.onSubmit({ gist: said })}
    >
      <CaseGist subject={props.subject} card={props.card} />
      <Textarea
        label={t('gist')}
        description={t('gistHint', { left: String(longest - said.length) })}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        autosize
        minRows={3}
        maxLength={longest}
        value={gist}
        onChange={(event) => setGist(event.currentTarget.value)}
        data-autofocus
      />
    </FormFrame>
  )
}
