import { Button } from '@mantine/core'
import { IconPencil, IconTrash } from '@tabler/icons-react'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { changeSavedTable, forgetSavedTable, type SavedTable } from '../../../src/intake/contract.ts'
import { call } from '../../api.ts'
import { useCentre } from '../../app/centre-context.ts'
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx'
import { DataTable } from '../../ui/data-table.tsx'
import { Section } from '../../ui/page.tsx'
import { useWhen } from '../../ui/when.ts'
import { formatNumber, useWords } from '../../ui/words.ts'
import { caseNames } from '../cases/case-names.ts'
import { referenceQuery } from '../cases/case-queries.ts'
import { ColumnsForm, isWhole, type TableDraft } from './columns-form.tsx'
import { sourcesQuery, tablesQuery } from './import-queries.ts'
import { tableWords } from './table-words.ts'

/** Tables that people of the centre explained: changed, or forgotten. Nothing is shown where there are none. */
export function OwnTables() {
  const t = useWords(tableWords)
  const names = useWords(caseNames)
  const when = useWhen()
  const [open, setOpen] = useState<{ table: SavedTable; to: 'change' | 'forget' } | null>(null)
  const { data: tables = [] } = useQuery(tablesQuery(useCentre().slug))
  if (tables.length === 0) return null
  const close = () => setOpen(null)
  return (
    <Section title={t('ownTables')}>
      <DataTable
        label={t('ownTables')}
        rows={tables}
        rowKey={(table) => String(table.n)}
        columns={[
          { key: 'name', title: t('tableName'), width: '180px', cell: (table) => table.name },
          {
            key: 'channel',
            title: t('tableChannel'),
            nowrap: true,
            cell: (table) => names(`channel.${table.channel}`),
          },
          {
            key: 'columns',
            title: t('tableColumns'),
            align: 'end',
            cell: (table) =>
              `${formatNumber(Object.keys(table.columns).length)} / ${formatNumber(table.header.length)}`,
          },
          { key: 'by', title: t('by'), nowrap: true, cell: (table) => table.savedBy },
          {
            key: 'when',
            title: t('when'),
            nowrap: true,
            cell: (table) => <span className="figures">{when.full(table.savedAt)}</span>,
          },
          {
            key: 'acts',
            title: '',
            nowrap: true,
            cell: (table) => (
              <>
                <Button
                  variant="subtle"
                  size="compact-sm"
                  leftSection={<IconPencil size={15} stroke={1.7} aria-hidden />}
                  aria-label={`${t('changeTable')}: ${table.name}`}
                  onClick={() => setOpen({ table, to: 'change' })}
                >
                  {t('changeTable')}
                </Button>
                <Button
                  variant="subtle"
                  color="red"
                  size="compact-sm"
                  leftSection={<IconTrash size={15} stroke={1.7} aria-hidden />}
                  aria-label={`${t('forgetTable')}: ${table.name}`}
                  onClick={() => setOpen({ table, to: 'forget' })}
                >
                  {t('forgetTable')}
                </Button>
              </>
            ),
          },
        ]}
      />
      {open?.to === 'change' ? <ChangeDialog table={open.table} onClose={close} /> : null}
      {open?.to === 'forget' ? <ForgetDialog table={open.table} onClose={close} /> : null}
    </Section>
  )
}

function ChangeDialog({ table, onClose }: { table: SavedTable; onClose: () => void }) {
  const t = useWords(tableWords)
  const centre = useCentre()
  const { name, channel, columns } = table
  const [draft, setDraft] = useState<TableDraft>({ name, channel, columns })
  const sources = useQuery(sourcesQuery(centre.slug))
  const reference = useQuery(referenceQuery(centre.slug))
  const fields = sources.data?.find(({ code }) => code === 'table')?.fields ?? []
  const keep = useTables(onClose, () => {
    if (!isWhole(draft, fields)) throw new Error('the form is not whole')
    return call(changeSavedTable, { params: { ...centre.params, n: table.n }, body: draft })
  })
  return (
    <ConfirmDialog
      opened
      size="xl"
      title={t('changeTableTitle', { name })}
      confirm={t('keepChanges')}
      pending={keep.isPending}
      disabled={!isWhole(draft, fields)}
      error={keep.error}
      onConfirm={() => keep.mutate()}
      onClose={onClose}
    >
      <ColumnsForm
        draft={draft}
        onChange={setDraft}
        columns={table.header.filter((column) => column !== '')}
        fields={fields}
        channels={reference.data?.channels ?? []}
      />
    </ConfirmDialog>
  )
}

function ForgetDialog({ table, onClose }: { table: SavedTable; onClose: () => void }) {
  const t = useWords(tableWords)
  const centre = useCentre()
  const forget = useTables(onClose, () =>
    call(forgetSavedTable, { params: { ...centre.params, n: table.n } }),
  )
  return (
    <ConfirmDialog
      opened
      danger
      title={t('forgetTableTitle', { name: table.name })}
      confirm={t('forgetTable')}
      pending={forget.isPending}
      error={forget.error}
      onConfirm={() => forget.mutate()}
      onClose={onClose}
    >
      <p>{t('forgetTableText')}</p>
    </ConfirmDialog>
  )
}

function useTables(onDone: () => void, work: () => Promise<{ tables: SavedTable[] }>) {
  const centre = useCentre()
  const queries = useQueryClient()
  return useMutation({
    mutationFn: work,
    onSuccess: ({ tables }) => {
      queries.setQueryData(tablesQuery(centre.slug).queryKey, tables)
      void queries.invalidateQueries({ queryKey: sourcesQuery(centre.slug).queryKey })
      onDone()
    },
  })
}
