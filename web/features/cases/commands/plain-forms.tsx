import { useWords } from '../../../ui/words.ts'
import { CaseGist } from './case-gist.tsx'
import { commandWords } from './command-words.ts'
import { FormFrame, type FormProps } from './form-frame.tsx'

export function TakeForm(props: FormProps<'take'>) {
  const t = useWords(commandWords)
  return (
    <FormFrame command="take" form={props} onConfirm={() => props.onSubmit({})}>
      <CaseGist subject={props.subject} card={props.card} />
      <p className="quiet">{t('takeText')}</p>
    </FormFrame>
  )
}

export function ResumeForm(props: FormProps<'resume'>) {
  const t = useWords(commandWords)
  return (
    <FormFrame command="resume" form={props} onConfirm={() => props.onSubmit({})}>
      <p>{t('resumeText')}</p>
    </FormFrame>
  )
}
