import type { Desk } from '../people/index.ts'
import { refuse } from '../platform/refusal.ts'
import type { ReportRule } from '../charter/contract.ts'
import type { Centre } from '../charter/index.ts'
import { assemble, readSlots } from './assemble.ts'
import {
  type DueView,
  reportActions,
  type ReportLine,
  type ReportView,
  type SlotView,
} from './contract-report.ts'
import { documentFormats, selectFiles } from './file-report.ts'
import { fileNameOf } from './draft-in-memory.ts'
import { noReport } from './hold-report.ts'
import { selectWriters, writersOf } from './parts/people-of-slot.ts'
import { nameOfSlot, type Slot } from './parts/slots.ts'
import type { Due } from './periods/due.ts'
import { everyOf, keptPeriod } from './periods/period.ts'
import { mayWrite, objectionTo, seesOf } from './reports-policy.ts'
import { dueIn } from './rules.ts'
import { isFrozen } from './states.ts'
import { findReport, listVersions, type ReportHead, type ReportRow } from './store.ts'

/** A version of a report as lists show it. */
export function lineOf(row: ReportHead): ReportLine {
  return {
    id: row.id,
    code: row.code,
    name: row.name,
    period: row.period,
    periodWords: keptPeriod(row).words,
    version: row.version,
    state: row.state,
    counting: row.counting,
    progress: row.progress,
    dueAt: row.due_at?.toString() ?? null,
    number: row.number,
    approvedOn: row.approved_on?.toString() ?? null,
    submittedAt: row.submitted_at?.toString() ?? null,
    createdAt: row.created_at.toString(),
    createdBy: row.created_by,
  }
}

/** A report as its page shows it, as far as the person may see it. */
export async function showReport(desk: Desk, id: string): Promise<ReportView> {
  const { scope, centre, actor } = desk
  const sees = seesOf(actor)
  if (sees === 'nothing')
    refuse(
      'forbidden',
      'no-permission',
      'Ваша роль не позволяет видеть отчёты. Обратитесь к руководителю центра.',
    )
  const row = (await findReport(scope, centre.id, id)) ?? noReport()
  const rule = centre.charter.reports.find(({ code }) => code === row.code) ?? null
  const slots = rule ? await readSlots(desk, row, rule) : []
  const versions = await listVersions(scope, centre.id, row)
  const everything = sees === 'everything'
  const draft =
    !isFrozen(row.state) && rule && everything ? await assemble(desk, { row, rule, slots }, null) : null
  return {
    ...lineOf(row),
    ...courseOf(row),
    ...ruleView(centre, rule, row),
    content: everything ? row.content : null,
    document: everything ? (row.document ?? draft) : null,
    slots: await slotViews(desk, { row, rule, slots, everything }),
    ...(await besides(desk, row, everything)),
    versions: versions.map(lineOf),
    allowed: reportActions.map((action) => {
      const isCorrected = versions.some(({ version }) => version > row.version)
      const objection = objectionTo(action, { actor, rule, row: { ...row, isCorrected } })
      return { action, allowed: objection === null, why: objection?.sentence ?? null }
    }),
  }
}

/** A due moment as the contract tells it. */
export function dueView(due: Due | null): DueView | null {
  return (
    due && {
      on: due.on.toString(),
      at: due.at.toInstant().toString(),
      remindOn: due.remindOn?.toString() ?? null,
      steps: [...due.steps],
    }
  )
}

/** What the charter in force says of the report. */
function ruleView(centre: Centre, rule: ReportRule | null, row: ReportRow) {
  const every = everyOf(row.period)
  const due = rule && dueIn(centre, { ...rule, period: every }, keptPeriod(row), row.created_at)
  return {
    every,
    due: dueView(due),
    addressees: rule?.to ?? [],
    basis: rule?.basis ?? null,
    contents: rule?.contents ?? [],
  }
}

/** What happened to a version so far. */
function courseOf(row: ReportRow) {
  return {
    revision: row.revision,
    from: row.since.toString(),
    to: row.until.toString(),
    asOf: row.as_of?.toString() ?? null,
    problem: row.problem,
    leftOut: [...row.left_out],
    returnedWith: row.returned_with,
    sentForReviewBy: row.sent_for_review_by,
    sentForReviewAt: row.sent_for_review_at?.toString() ?? null,
    approvedBy: row.approved_by,
    approvedAt: row.approved_at?.toString() ?? null,
    overruled: row.overruled,
    correctionReason: row.correction_reason,
  }
}

async function slotViews(
  desk: Desk,
  given: { row: ReportRow; rule: ReportRule | null; slots: readonly Slot[]; everything: boolean },
): Promise<SlotView[]> {
  const { row, rule, slots, everything } = given
  const writers = await selectWriters(desk)
  const isOpen = row.state === 'draft'
  return slots
    .map((slot): SlotView => ({
      part: slot.part.code,
      block: slot.block,
      title: nameOfSlot(slot),
      hint: slot.part.hint ?? null,
      required: slot.part.required,
      who: slot.who,
      people: writersOf(slot, writers),
      text: slot.text,
      author: slot.author,
      writtenAt: slot.writtenAt?.toString() ?? null,
      revision: slot.revision,
      mayWrite: isOpen && rule !== null && mayWrite(desk.actor, rule, slot),
    }))
    .filter((slot, place) => everything || (rule !== null && mayWrite(desk.actor, rule, slots[place]!)))
}

async function besides({ scope, centre, actor }: Desk, row: ReportRow, everything: boolean) {
  const kept = await selectFiles(scope, centre.id, row.id)
  const deliveries = await scope
    .selectFrom('report_deliveries')
    .selectAll()
    .where('centre_id', '=', centre.id)
    .where('report_id', '=', row.id)
    .orderBy('delivered_at')
    .orderBy('id')
    .execute()
  const readings = await scope
    .selectFrom('report_readings')
    .select(['name', 'at', 'staff_id'])
    .where('centre_id', '=', centre.id)
    .where('report_id', '=', row.id)
    .orderBy('at')
    .execute()
  return {
    files:
      everything && row.content
        ? documentFormats.map((format) => {
            const file = kept.find((one) => one.format === format)
            return {
              format,
              name: fileNameOf(centre.slug, row.code, row.period, format, row.version),
              digest: file?.digest.toString('hex') ?? null,
              size: file?.size ?? null,
            }
          })
        : [],
    deliveries: deliveries.map((one) => ({
      id: one.id,
      recipient: one.recipient,
      way: one.way,
      deliveredAt: one.delivered_at.toString(),
      note: one.note,
      notedBy: one.noted_by,
      notedAt: one.noted_at.toString(),
      acknowledgedAt: one.acknowledged_at?.toString() ?? null,
      acknowledgedNote: one.acknowledged_note,
      acknowledgedBy: one.acknowledged_by,
    })),
    readings: readings.map(({ name, at }) => ({ name, at: at.toString() })),
    isRead: readings.some(({ staff_id: staffId }) => staffId === actor.staffId),
  }
}
