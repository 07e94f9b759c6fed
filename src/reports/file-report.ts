import { createHash } from 'node:crypto'
import { entryId, record } from '../audit/index.ts'
import type { Centre } from '../charter/index.ts'
import type { DocumentFormat } from '../platform/documents/document.ts'
import { refuse } from '../platform/refusal.ts'
import { atReportDesk, type ReportContext } from './context.ts'
import { journalOf } from './hold-report.ts'
import { isFrozen } from './states.ts'
import { findReport } from './store.ts'

export const documentFormats = ['docx', 'xlsx', 'pdf'] as const satisfies readonly DocumentFormat[]

/** The kept file of an approved report. */
export interface KeptFile {
  format: DocumentFormat
  file_id: string
  wrapped_key: Buffer
  digest: Buffer
  size: number
}

/** Makes the files of an approved report that are not kept yet, keeps them sealed, and writes their digests into the journal. */
export async function fileReport(context: ReportContext, centre: Centre, reportId: string): Promise<void> {
  const { files, vault, clock, render } = context
  const found = await atReportDesk(context, centre, async ({ scope }) => {
    const row = await findReport(scope, centre.id, reportId)
    return row && isFrozen(row.state) ? { row, kept: await selectFiles(scope, centre.id, reportId) } : null
  })
  if (!found?.row.document) return
  const { row, kept } = found
  const wanted = documentFormats.filter((format) => kept.every((file) => file.format !== format))
  const made: KeptFile[] = []
  for (const format of wanted) {
    const bytes = await render(row.document!, format)
    const { key, wrapped } = vault.newKey()
    const id = entryId(clock())
    const { digest } = await files.put({ centreId: centre.id, id }, key, bytes)
    made.push({ format, file_id: id, wrapped_key: wrapped, digest, size: bytes.length })
  }
  if (made.length === 0) return
  await atReportDesk(context, centre, async (desk) => {
    const rows = made.map((file) => ({
      centre_id: centre.id,
      report_id: reportId,
      made_at: desk.now,
      ...file,
    }))
    await desk.scope
      .insertInto('report_files')
      .values(rows)
      .onConflict((conflict) => conflict.columns(['centre_id', 'report_id', 'format']).doNothing())
      .execute()
    const digests = Object.fromEntries(made.map(({ format, digest }) => [format, digest.toString('hex')]))
    await record(desk, { action: 'report-filed', data: { ...journalOf(row), digests } })
  })
}

/** The files kept of a report. */
export async function selectFiles(
  scope: Parameters<typeof findReport>[0],
  centreId: number,
  reportId: string,
): Promise<KeptFile[]> {
  const rows = await scope
    .selectFrom('report_files')
    .select(['format', 'file_id', 'wrapped_key', 'digest', 'size'])
    .where('centre_id', '=', centreId)
    .where('report_id', '=', reportId)
    .execute()
  return rows as KeptFile[]
}

/**
 * The bytes of a kept file as they were handed over. A file that is lost or harmed is made anew of the frozen document; refuses
 * where even that gives other bytes than those whose digest was kept.
 */
export async function openKept(
  context: Pick<ReportContext, 'files' | 'vault' | 'render'>,
  centreId: number,
  file: KeptFile,
  document: Parameters<ReportContext['render']>[0],
): Promise<Uint8Array> {
  const isSame = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest().equals(file.digest)
  try {
    const place = { centreId, id: file.file_id }
    const bytes = await context.files.get(place, context.vault.unwrap(file.wrapped_key))
    if (isSame(bytes)) return bytes
  } catch {
    // Lost or harmed: below it is made anew.
  }
  const anew = await context.render(document, file.format)
  if (isSame(anew)) return anew
  return refuse(
    'unavailable',
    'file-differs',
    'Сохранённый файл повреждён, а сделанный заново отличается от утверждённого: восстановите файлы из резервной копии.',
  )
}
