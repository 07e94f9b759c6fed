import { Button, Group, Modal, Stack } from '@mantine/core'
import type { ReactNode } from 'react'
import { kitWords } from './kit-words.ts'
import { ErrorNotice } from './states.tsx'
import { useWords } from './words.ts'

/**
 * Asks before something is done; the button says what will be done, never just «ОК». Also the frame of small forms. The
 * keyboard goes to the form's field, where it has one; else to the button that is safe to press.
 */
export function ConfirmDialog(props: {
  opened: boolean
  title: string
  confirm: string
  danger?: boolean
  pending?: boolean
  disabled?: boolean
  error?: unknown
  size?: string | number
  /** The only way past a dialog that must be answered, in the place of «Отмена»: it has no cross, and Esc does nothing. */
  leave?: { title: string; onLeave: () => void }
  onConfirm: () => void
  onClose: () => void
  children?: ReactNode
}) {
  const t = useWords(kitWords)
  const { leave } = props
  const mayClose = leave === undefined
  return (
    <Modal
      opened={props.opened}
      onClose={props.onClose}
      title={props.title}
      closeButtonProps={{ 'aria-label': t('close') }}
      withCloseButton={mayClose}
      closeOnEscape={mayClose}
      closeOnClickOutside={mayClose}
      {...(props.size === undefined ? {} : { size: props.size })}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault()
          if (props.disabled !== true && props.pending !== true) props.onConfirm()
        }}
      >
        <Stack gap="sm">
          {props.children}
          <ErrorNotice error={props.error} />
          <Group justify="flex-end" gap="xs" mt={4}>
            <Button
              variant="default"
              onClick={leave?.onLeave ?? props.onClose}
              {...(props.danger === true ? { 'data-autofocus': true } : {})}
            >
              {leave?.title ?? t('cancel')}
            </Button>
            <Button
              type="submit"
              {...(props.danger === true ? { color: 'red' } : { 'data-autofocus': true })}
              loading={props.pending === true}
              disabled={props.disabled === true}
            >
              {props.confirm}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  )
}
