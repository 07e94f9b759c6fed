import { Button, TextInput } from '@mantine/core'
import { IconDownload, IconPhoneCall } from '@tabler/icons-react'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { type CallFigures, exportCalls, readCalls } from '../../../src/intake/contract.ts'
import { addressOf, call } from '../../api.ts'
import { useCentre } from '../../app/centre-context.ts'
import { Page } from '../../ui/page.tsx'
import { EmptyState, ErrorState, LoadingState, Notice } from '../../ui/states.tsx'
import { useWhen } from '../../ui/when.ts'
import { useWords } from '../../ui/words.ts'
import { CallFiguresView } from './call-figures.tsx'
import styles from './calls.module.css'
import { callsWords } from './calls-words.ts'

type Days = { from?: string | undefined; to?: string | undefined }

/** Calls to 112: how many there were, of which types, day by day. */
export function CallsScreen() {
  const t = useWords(callsWords)
  const when = useWhen()
  const centre = useCentre()
  const navigate = useNavigate()
  const search = useSearch({ from: '/signed-in/$centre/calls' })
  const figures = useQuery({
    queryKey: ['calls', centre.slug, search.from, search.to],
    queryFn: () => call(readCalls, { params: centre.params, query: search }),
    placeholderData: keepPreviousData,
  })
  const { data } = figures
  const go = (days: Days) =>
    void navigate({ to: '/$centre/calls', params: centre.params, search: days, replace: true })
  return (
    <Page
      title={t('title')}
      aside={data === undefined ? undefined : `${when.day(data.from)} – ${when.day(data.to)}`}
      actions={
        data !== undefined && data.total > 0 && centre.may('list.export') ? (
          <Button
            variant="default"
            component="a"
            href={addressOf(exportCalls, centre.params, { from: data.from, to: data.to })}
            leftSection={<IconDownload size={15} stroke={1.7} aria-hidden />}
          >
            {t('download')}
          </Button>
        ) : null
      }
    >
      {data === undefined || data.known === null ? null : (
        <Period figures={data} search={search} onChange={go} />
      )}
      {data !== undefined && figures.isRefetchError ? <Notice tone="amber">{t('stale')}</Notice> : null}
      {figures.isPending ? <LoadingState /> : null}
      {data === undefined && figures.isError ? (
        <ErrorState error={figures.error} onRetry={() => void figures.refetch()} />
      ) : null}
      {data === undefined ? null : data.total > 0 ? (
        <CallFiguresView figures={data} />
      ) : (
        <NoCalls figures={data} onShow={go} />
      )}
    </Page>
  )
}

/** A year typed so far as `0002` is not meant yet. */
const isWhole = (day: string) => /^[12]\d{3}-/.test(day)

function Period(props: { figures: CallFigures; search: Days; onChange: (days: Days) => void }) {
  const t = useWords(callsWords)
  const { from, to } = props.figures
  const change = (days: Days) => {
    const next = { from, to, ...days }
    if (isWhole(next.from ?? '') && isWhole(next.to ?? '')) props.onChange(next)
  }
  return (
    <div className={styles.period}>
      <TextInput
        type="date"
        label={t('from')}
        key={`from ${from}`}
        defaultValue={from}
        max={to}
        onChange={(event) => change({ from: event.currentTarget.value })}
      />
      <TextInput
        type="date"
        label={t('to')}
        key={`to ${to}`}
        defaultValue={to}
        min={from}
        onChange={(event) => change({ to: event.currentTarget.value })}
      />
      {props.search.from === undefined ? null : (
        <Button variant="subtle" onClick={() => props.onChange({})}>
          {t('latest')}
        </Button>
      )}
    </div>
  )
}

function NoCalls(props: { figures: CallFigures; onShow: (days: Days) => void }) {
  const t = useWords(callsWords)
  const when = useWhen()
  const centre = useCentre()
  const { known } = props.figures
  if (known !== null) {
    const days = { from: when.day(known.from), to: when.day(known.to) }
    return (
      <EmptyState title={t('emptyPeriod')} hint={t('emptyPeriodHint', days)} icon={IconPhoneCall}>
        <Button variant="default" onClick={() => props.onShow({})}>
          {t('showKnown')}
        </Button>
      </EmptyState>
    )
  }
  return (
    <EmptyState title={t('empty')} hint={t('emptyHint')} icon={IconPhoneCall}>
      {centre.may('import.run') ? (
        <Button renderRoot={(root) => <Link to="/$centre/import" params={centre.params} {...root} />}>
          {t('load')}
        </Button>
      ) : null}
    </EmptyState>
  )
}
