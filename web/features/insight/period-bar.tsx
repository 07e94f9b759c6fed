import { TextInput } from '@mantine/core'
import { useState } from 'react'
import { type Dashboard, defaultPreset, type Preset, presets } from '../../../src/insight/contract.ts'
import { QuickViews } from '../../ui/filter-bar.tsx'
import { useWords } from '../../ui/words.ts'
import styles from './insight.module.css'
import { measureWords } from './measure-words.ts'
import type { InsightSearch } from './insight-search.ts'
import { overviewWords } from './overview-words.ts'

type Props = {
  search: InsightSearch
  /** The days that the figures are of; unknown before the first answer. */
  period: Dashboard['period'] | undefined
  onChange: (change: Partial<InsightSearch>) => void
}

const hasDays = ({ from, to }: InsightSearch) => from !== undefined || to !== undefined

/** The ready periods as one row of buttons. */
export function PresetRow({ search, onChange }: Props) {
  const t = useWords(overviewWords)
  const names = useWords(measureWords)
  return (
    <QuickViews
      label={t('periods')}
      value={hasDays(search) ? null : (search.preset ?? defaultPreset)}
      onChange={(key) =>
        onChange({
          preset: key === defaultPreset ? undefined : (key as Preset),
          from: undefined,
          to: undefined,
        })
      }
      views={presets.map((key) => ({ key, title: names(`preset.${key}`) }))}
    />
  )
}

/** The two days of the period; changing one keeps the other as it is shown. */
export function PeriodDays({ search, period, onChange }: Props) {
  const t = useWords(overviewWords)
  const from = hasDays(search) ? search.from : period?.from
  const to = hasDays(search) ? search.to : period?.to
  const change = (days: { from?: string | undefined; to?: string | undefined }) =>
    onChange({ preset: undefined, from, to, ...days })
  return (
    <>
      <DayField label={t('from')} value={from ?? ''} onChange={(day) => change({ from: day })} />
      <DayField label={t('to')} value={to ?? ''} onChange={(day) => change({ to: day })} />
    </>
  )
}

/** A year typed so far as `0002` is not meant yet. */
const isWhole = (day: string) => /^[12]\d{3}-/.test(day)

function DayField(props: { label: string; value: string; onChange: (day: string) => void }) {
  const [typed, setTyped] = useState({ over: props.value, day: props.value })
  // What was typed holds only over the value it was typed over.
  const day = typed.over === props.value ? typed.day : props.value
  return (
    <TextInput
      type="date"
      label={props.label}
      classNames={{ root: styles.date ?? '', label: styles.dateLabel ?? '' }}
      value={day}
      onChange={(event) => {
        const next = event.currentTarget.value
        setTyped({ over: props.value, day: next })
        if (isWhole(next)) props.onChange(next)
      }}
      onBlur={() => setTyped({ over: props.value, day: props.value })}
    />
  )
}
