import { Group, Select, TextInput } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { draftReportRoute, type ReportKind } from '../../../src/reports/contract.ts'
import { call, CallError } from '../../api.ts'
import { useCentre } from '../../app/centre-context.ts'
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx'
import { Notice } from '../../ui/states.tsx'
import { useWhen } from '../../ui/when.ts'
import { useWords } from '../../ui/words.ts'
import { calendarWords } from './calendar-words.ts'
import { ReportLink } from './entry-row.tsx'

/** Which report, of which period; on request of any days. */
export function NewReportDialog(props: { kinds: readonly ReportKind[]; onClose: () => void }) {
  const t = useWords(calendarWords)
  const when = useWhen()
  const centre = useCentre()
  const queries = useQueryClient()
  const navigate = useNavigate()
  const open = props.kinds.filter(({ mayDraft }) => mayDraft)
  const [code, setCode] = useState(open[0]?.code ?? '')
  const kind = open.find((one) => one.code === code)
  const [period, setPeriod] = useState(kind?.lastPeriod ?? '')
  const today = when.today()
  const [days, setDays] = useState({ from: `${today.slice(0, 8)}01`, to: today })
  const asked = kind?.every === 'on-request' ? `${days.from}..${days.to}` : period.trim()
  const begin = useMutation({
    mutationFn: () => call(draftReportRoute, { params: centre.params, body: { code, period: asked } }),
    onSuccess: ({ id }) => {
      void queries.invalidateQueries({ queryKey: ['reports', centre.slug, 'calendar'] })
      void navigate({ to: '/$centre/reports/$id', params: { ...centre.params, id } })
    },
  })
  const begun = begunId(begin.error)
  return (
    <ConfirmDialog
      opened
      title={t('newReport')}
      confirm={t('create')}
      pending={begin.isPending}
      disabled={kind === undefined || asked === '' || asked === '..'}
      error={begun === null ? begin.error : null}
      onConfirm={() => begin.mutate()}
      onClose={props.onClose}
    >
      <Select
        label={t('kind')}
        data={open.map((one) => ({ value: one.code, label: one.name }))}
        value={code}
        allowDeselect={false}
        onChange={(next) => {
          setCode(next ?? '')
          setPeriod(open.find((one) => one.code === next)?.lastPeriod ?? '')
          begin.reset()
        }}
        data-autofocus
      />
      {kind === undefined ? null : (
        <PeriodField kind={kind} period={period} onPeriod={setPeriod} days={days} onDays={setDays} />
      )}
      <p className="quiet small">
        {t('createText')} {kind?.basis ? t('basis', { basis: kind.basis }) : ''}
      </p>
      {begun === null ? null : (
        <Notice tone="amber" live>
          <p>
            {t('begun')}{' '}
            <ReportLink id={begun} label={t('openBegun')}>
              {t('openBegun')}
            </ReportLink>
          </p>
        </Notice>
      )}
    </ConfirmDialog>
  )
}

type Days = { from: string; to: string }

function PeriodField(props: {
  kind: ReportKind
  period: string
  onPeriod: (period: string) => void
  days: Days
  onDays: (days: Days) => void
}) {
  const t = useWords(calendarWords)
  const { kind, days, onDays } = props
  if (kind.every === 'on-request')
    return (
      <Group grow gap="sm">
        <TextInput
          type="date"
          label={t('from')}
          value={days.from}
          onChange={(event) => onDays({ ...days, from: event.currentTarget.value })}
        />
        <TextInput
          type="date"
          label={t('until')}
          value={days.to}
          onChange={(event) => onDays({ ...days, to: event.currentTarget.value })}
        />
      </Group>
    )
  return (
    <TextInput
      label={t('period')}
      description={
        kind.lastPeriod === null
          ? t('periodHintPlain', { example: kind.example })
          : t('periodHint', { example: kind.example, last: kind.lastPeriod })
      }
      value={props.period}
      onChange={(event) => props.onPeriod(event.currentTarget.value)}
    />
  )
}

function begunId(error: unknown): string | null {
  if (!(error instanceof CallError) || error.reason !== 'report-begun') return null
  const { id } = (error.details ?? {}) as { id?: string }
  return id ?? null
}
