import { Button, Group, Stack } from '@mantine/core'
import type { ReactNode } from 'react'
import { ErrorNotice } from '../../ui/states.tsx'

/** One step of a small conversation: its fields, what went wrong, and the two ways on from it. */
export function StepForm(props: {
  confirm: string
  leave: string
  pending: boolean
  disabled?: boolean
  danger?: boolean
  error: unknown
  onConfirm: () => void
  onLeave: () => void
  children: ReactNode
}) {
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        if (props.disabled !== true && !props.pending) props.onConfirm()
      }}
    >
      <Stack gap="sm">
        {props.children}
        <ErrorNotice error={props.error} />
        <Group justify="flex-end" gap="xs" mt={4}>
          <Button variant="default" onClick={props.onLeave}>
            {props.leave}
          </Button>
          <Button
            type="submit"
            data-autofocus
            loading={props.pending}
            disabled={props.disabled === true}
            {...(props.danger === true ? { color: 'red' } : {})}
          >
            {props.confirm}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}
