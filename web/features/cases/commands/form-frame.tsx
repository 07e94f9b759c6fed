import type { ReactNode } from 'react'
import type { CaseCard, CaseSummary } from '../../../../src/cases/contract.ts'
import { ConfirmDialog } from '../../../ui/confirm-dialog.tsx'
import { useWords } from '../../../ui/words.ts'
import { caseNames } from '../case-names.ts'
import type { CommandInput, RoutedCommand } from './use-command.ts'

/** What every form of a command gets: the case, the way to send, how sending goes. */
export type FormProps<C extends RoutedCommand> = {
  subject: CaseSummary
  card: CaseCard
  pending: boolean
  error: unknown
  onSubmit: (body: CommandInput<C>) => void
  onClose: () => void
  /** Which answer or deadline the command is about, where the case has several. */
  about?: string | undefined
}

/** The dialog around a form: its title and button are the command's name. */
export function FormFrame(props: {
  command: RoutedCommand
  form: Pick<FormProps<RoutedCommand>, 'pending' | 'error' | 'onClose' | 'subject'>
  disabled?: boolean
  danger?: boolean
  size?: string
  onConfirm: () => void
  children?: ReactNode
}) {
  const names = useWords(caseNames)
  const name = names(`command.${props.command}`)
  return (
    <ConfirmDialog
      opened
      title={`${name} · ${props.form.subject.number}`}
      confirm={name}
      pending={props.form.pending}
      disabled={props.disabled ?? false}
      danger={props.danger ?? false}
      error={props.form.error}
      onConfirm={props.onConfirm}
      onClose={props.form.onClose}
      {...(props.size === undefined ? {} : { size: props.size })}
    >
      {props.children}
    </ConfirmDialog>
  )
}
