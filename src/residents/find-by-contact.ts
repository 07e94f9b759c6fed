import { recordReading } from '../audit/index.ts'
import type { Desk } from '../people/index.ts'
import { refuse } from '../platform/refusal.ts'
import { type BlindIndex, blindDigest, normalEmail, normalPhone, normalSurname } from './blind-index.ts'
import { mustBeReader } from './reveal.ts'
import { selectByDigests } from './store.ts'

const mostFound = 20

/** What a resident tells of themselves when they ask about their own cases. */
export interface Asked {
  phone?: string | undefined
  email?: string | undefined
  surname?: string | undefined
  purpose: string
}

/**
 * Finds submissions by exact contact, to serve the resident who asks. Everything given must match; there is no listing,
 * and each search is written into the read log by the names of fields, without their values.
 */
export async function findByContact(
  desk: Desk,
  asked: Asked,
): Promise<{ submissionIds: string[]; more: boolean }> {
  const actor = mustBeReader(desk)
  const digests = digestsOf(desk, asked)
  const found = await selectByDigests(desk.scope, desk.centre.id, digests, mostFound + 1)
  const fields = digests.map(({ kind }) => `поиск:${kind}`)
  await recordReading(
    { ...desk, actor },
    { caseId: null, submissionId: null, fields, purpose: asked.purpose },
  )
  return { submissionIds: found.slice(0, mostFound), more: found.length > mostFound }
}

function digestsOf({ vault, centre }: Desk, { phone, email, surname }: Asked): BlindIndex[] {
  const normal = [
    { kind: 'phone', given: phone, value: normalPhone(phone ?? ''), told: 'Телефон не похож на номер' },
    { kind: 'email', given: email, value: normalEmail(email ?? ''), told: 'Почта не похожа на адрес' },
    {
      kind: 'surname',
      given: surname,
      value: normalSurname(surname ?? ''),
      told: 'Фамилия не похожа на слово',
    },
  ] as const
  const asked = normal.filter(({ given }) => given?.trim())
  if (asked.length === 0) refuse('invalid', 'no-contact', 'Укажите телефон, почту или фамилию заявителя.')
  return asked.map(({ kind, value, told }) => {
    if (value === null) refuse('invalid', `bad-${kind}`, `${told}: проверьте и повторите.`)
    return { kind, digest: blindDigest(vault, centre.id, kind, value) }
  })
}
