import { Select, type SelectProps } from '@mantine/core'

export type Named = { code: string; name: string }

/** A choice from a list of codes with names; typing narrows it, and an empty choice is null. */
export function CodeSelect(
  props: Omit<SelectProps, 'data' | 'value' | 'onChange'> & {
    options: readonly Named[]
    value: string | null
    onChange: (code: string | null) => void
  },
) {
  const { options, onChange, ...rest } = props
  return (
    <Select
      searchable={options.length > 7}
      clearable
      limit={80}
      data={options.map((option) => ({ value: option.code, label: option.name }))}
      onChange={(code) => onChange(code)}
      clearButtonProps={{ tabIndex: -1 }}
      {...rest}
    />
  )
}
