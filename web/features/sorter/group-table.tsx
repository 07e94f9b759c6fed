import { useState } from 'react'
import type { ModelCard } from '../../../src/sorter/contract.ts'
import { DataTable } from '../../ui/data-table.tsx'
import { Section } from '../../ui/page.tsx'
import { formatNumber, useWords } from '../../ui/words.ts'
import { CasesLink } from '../insight/cases-link.tsx'
import { sorterWords } from './sorter-words.ts'
import styles from './sorter.module.css'
import { tellShare } from './tell-share.ts'

const most = 10
type Group = ModelCard['figures']['groups'][number]

/** Every group of topics: how many cases, how many each way of sorting got right; the name opens the cases. */
export function GroupTable({ figures }: { figures: ModelCard['figures'] }) {
  const t = useWords(sorterWords)
  const [all, setAll] = useState(false)
  const { groups, former } = figures
  const share = (right: number | null, { rows }: Group) => tellShare(right === null ? null : right / rows)
  return (
    <Section card title={t('groups')}>
      <DataTable
        label={t('groups')}
        rows={all ? groups : groups.slice(0, most)}
        rowKey={({ group }) => group}
        columns={[
          {
            key: 'group',
            title: t('group'),
            cell: ({ name, open }) => (
              <CasesLink open={open} label={t('openGroup', { group: name })}>
                {name}
              </CasesLink>
            ),
          },
          { key: 'rows', title: t('rows'), align: 'end', cell: ({ rows }) => formatNumber(rows) },
          {
            key: 'right',
            title: t('right'),
            align: 'end',
            nowrap: true,
            cell: (one) => <b>{share(one.right, one)}</b>,
          },
          {
            key: 'keywords',
            title: t('rightByKeywords'),
            align: 'end',
            nowrap: true,
            cell: (one) => share(one.rightByKeywords, one),
          },
          ...(former === null
            ? []
            : [
                {
                  key: 'former',
                  title: t('rightByFormer'),
                  align: 'end' as const,
                  nowrap: true,
                  cell: (one: Group) => share(one.rightByFormer, one),
                },
              ]),
        ]}
      />
      {groups.length > most ? (
        <button type="button" className={styles.more} aria-expanded={all} onClick={() => setAll(!all)}>
          {all ? t('lessGroups') : t('moreGroups', { count: groups.length - most })}
        </button>
      ) : null}
    </Section>
  )
}
