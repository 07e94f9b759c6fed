import { findAnswer, insertAnswer, maskedAnswer, sealAnswer, updateAnswer } from '../answers/index.ts'
import { entryId } from '../audit/index.ts'
import type { Desk } from '../people/index.ts'
import { refuse } from '../platform/refusal.ts'
import { changeCase } from './change-case.ts'
import type { CaseRow } from './case-row.ts'
import type { BodyOf, CaseOutcome } from './contract-commands.ts'
import { outcomesOf } from './states.ts'
import { partsOf, wrappedKeyOf } from './store.ts'

/** Begins an answer or changes its draft. Whoever writes last is its author: the approver must be another person. */
export function draftAnswer(desk: Desk, id: string, body: BodyOf<'draft-answer'>): Promise<CaseOutcome> {
  const { scope, centre, actor, now } = desk
  return changeCase(desk, { id, revision: body.revision }, 'draft-answer', async ({ row }) => {
    checkDraft(desk, row, body)
    const answerId = body.answerId ?? entryId(now)
    const wrappedKey = await wrappedKeyOf(scope, centre.id, row.submission_id)
    const seal = { centreId: centre.id, submissionId: row.submission_id, wrappedKey }
    const written = {
      kind: body.kind,
      outcome: body.outcome ?? null,
      promised_on: body.promisedOn ? Temporal.PlainDate.from(body.promisedOn) : null,
      sealed_text: sealAnswer(desk.vault, seal, answerId, body.text),
      masked_text: maskedAnswer(body.text),
      author_id: actor.staffId,
      author: actor.name,
    }
    const partId = await place(desk, row, answerId, body.answerId !== undefined, written)
    return {
      action: 'answer-drafted' as const,
      data: { answerId, kind: body.kind },
      set: {},
      madeId: answerId,
      partId,
    }
  })
}

function checkDraft(desk: Desk, row: CaseRow, body: BodyOf<'draft-answer'>): void {
  if (body.outcome && !outcomesOf[row.regime].includes(body.outcome)) {
    refuse('invalid', 'wrong-outcome', 'С таким итогом на дела этого вида не отвечают: выберите другой.')
  }
  const today = desk.now.toZonedDateTimeISO(desk.centre.zone).toPlainDate()
  if (body.promisedOn && Temporal.PlainDate.compare(body.promisedOn, today) <= 0) {
    refuse('invalid', 'date-passed', 'Обещанная дата должна быть позже сегодняшней.')
  }
}

type Written = Parameters<typeof updateAnswer>[3] & {
  kind: string
  sealed_text: Buffer
  masked_text: string
  author: string
}

async function place(
  { scope, centre, now }: Desk,
  row: CaseRow,
  answerId: string,
  changes: boolean,
  written: Written,
): Promise<string> {
  if (changes) {
    const present = await findAnswer(scope, centre.id, row.id, answerId)
    if (present?.state !== 'draft') {
      refuse('conflict', 'not-a-draft', 'Этот ответ уже не проект: обновите страницу.')
    }
    await updateAnswer(scope, centre.id, answerId, written)
    return present.part_id
  }
  const [part] = await partsOf(scope, centre.id, row.id)
  const partId = part!.id
  await insertAnswer(scope, {
    ...written,
    outcome: (written.outcome as string | null | undefined) ?? null,
    centre_id: centre.id,
    id: answerId,
    case_id: row.id,
    part_id: partId,
    state: 'draft',
    created_at: now,
  })
  return partId
}
