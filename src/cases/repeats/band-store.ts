import { sql } from 'kysely'
import type { Desk } from '../../people/index.ts'
import type { Scope } from '../../platform/db/centre-scope.ts'
import { insertRows } from '../../platform/db/insert-rows.ts'
import type { Vault } from '../../platform/vault.ts'
import type { CaseRow } from '../case-row.ts'
import type { ProposalData } from '../contract-card.ts'
import { bandRows, groupOf } from './bands.ts'

/** What the bands of a kept case are made of. */
export interface KeptCase extends Pick<
  CaseRow,
  'id' | 'received_at' | 'settlement' | 'street' | 'house' | 'topic_group'
> {
  masked_text: string
  proposed: ProposalData | null
}

/** Columns on which bands depend beside the words. */
const bandedColumns = ['topic_group', 'settlement', 'street', 'house'] as const

/** True where a change of these columns makes other bands. */
export const changesBands = (set: object): boolean => bandedColumns.some((column) => column in set)

/** Deletes the bands of cases. */
export async function removeBands(scope: Scope, centreId: number, caseIds: readonly string[]): Promise<void> {
  await sql`
    delete from repeat_bands where centre_id = ${centreId} and case_id = any(${caseIds}::uuid[])
  `.execute(scope)
}

/** Makes bands of kept cases and writes them. */
export async function insertBands(
  { scope, centreId, vault }: { scope: Scope; centreId: number; vault: Vault },
  cases: readonly KeptCase[],
): Promise<void> {
  const banded = cases.map(({ id, received_at: receivedAt, masked_text: masked, proposed, ...one }) => {
    const { settlement, street, house } = one
    return {
      id,
      receivedAt,
      masked,
      settlement,
      street,
      house,
      topicGroup: groupOf(one.topic_group, proposed),
    }
  })
  await insertRows(scope, 'repeat_bands', bandRows({ vault, centreId }, banded))
}

/** Writes the bands of a case anew after its topic or place changed. */
export async function rewriteBands({ scope, centre, vault }: Desk, caseId: string): Promise<void> {
  const { rows } = await sql<KeptCase>`
    select ${keptColumns} from cases c ${keptJoins(centre.id)}
    where c.centre_id = ${centre.id} and c.id = ${caseId} and s.erased_at is null
  `.execute(scope)
  await removeBands(scope, centre.id, [caseId])
  await insertBands({ scope, centreId: centre.id, vault }, rows)
}

/** What `KeptCase` reads, of `cases c` joined by `keptJoins`. */
export const keptColumns = sql`c.id, c.received_at, c.settlement, c.street, c.house, c.topic_group, s.masked_text, p.data as proposed`

/** The first submission and the proposal of a case. */
export const keptJoins = (centreId: number) => sql`
  join submissions s on s.centre_id = ${centreId} and s.id = c.submission_id
  left join proposals p on p.centre_id = ${centreId} and p.case_id = c.id and c.topic_group is null`
