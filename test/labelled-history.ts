import { registerMany } from '../src/cases/register-many.ts'
import type { Registration } from '../src/cases/index.ts'
import type { Centre } from '../src/charter/index.ts'
import { atDeskOf, systemActor } from '../src/people/index.ts'
import type { Database } from '../src/platform/db/centre-scope.ts'
import type { Vault } from '../src/platform/vault.ts'

// Words of this town alone: no catalogue knows them, only its own history does.
const dialect: Record<string, { topic: string; words: readonly string[] }> = {
  '04': { topic: '04.01', words: ['колдобень', 'ухабица', 'трясучник', 'рытвинник'] },
  '02': { topic: '02.01', words: ['стужень', 'хладник', 'зябелица', 'морозуха'] },
  '06': { topic: '06.01', words: ['смердяк', 'хламень', 'сорница', 'помоище'] },
}
const pieces = {
  opening: [
    'Опять',
    'Снова',
    'Который день',
    'Соседи говорят',
    'С весны',
    'Неделю',
    'Дети видели',
    'Все знают',
  ],
  place: ['за почтой', 'у моста', 'возле пекарни', 'под горкой', 'на окраине', 'у старого дуба', 'за рынком'],
  end: ['помогите', 'ждём', 'никто не едет', 'нет сил терпеть', 'когда же это кончится', 'просим прийти'],
}

/** The groups of `labelledHistory`: Roads, heat, waste. */
export const historyGroups = Object.keys(dialect)

/** A message in the words of a group that no catalogue knows. */
export function saidOf(group: string, at: number): string {
  const { words } = dialect[group]!
  const pick = (list: readonly string[], step: number) => list[Math.floor(at / step) % list.length]!
  const word = pick(words, 1)
  const [opening, place, end] = [pick(pieces.opening, 3), pick(pieces.place, 2), pick(pieces.end, 5)]
  return `${opening} ${word} ${place}, дом ${(at * 7) % 90}: ${pick(words, 4)} и ${word}, ${letters(at)}. ${end}`
}

// Something that tells one message from another in letters, as names of streets do.
function letters(at: number): string {
  return Array.from((at + 100).toString(7), (digit) => 'абвгдежз'[Number(digit)]).join('')
}

/** Cases with topics that people gave, one an hour from a moment on; `mislabel` moves a group to another. */
export async function labelledHistory(
  given: { db: Database; centre: Centre; vault: Vault },
  {
    count,
    since,
    first = 0,
    mislabel = (group) => group,
    changes = {},
  }: {
    count: number
    since: Temporal.Instant
    first?: number
    mislabel?: (group: string) => string
    changes?: Partial<Registration>
  },
): Promise<{ id: string; submissionId: string }[]> {
  const registrations = Array.from({ length: count }, (_, step): Registration => {
    const at = first + step
    const spoken = historyGroups[at % historyGroups.length]!
    const group = mislabel(spoken)
    const text = saidOf(spoken, at)
    const receivedAt = since.add({ hours: step })
    return {
      submission: { channel: 'phone', receivedAt, raw: text, words: text, contacts: null },
      regime: 'message',
      nature: 'solvable',
      topicGroup: group,
      topic: dialect[group]!.topic,
      registeredAt: receivedAt,
      ...changes,
    }
  })
  const now = since.add({ hours: count })
  const actor = systemActor('проверка')
  const { db, ...place } = given
  return atDeskOf(db, { ...place, actor, now }, (desk) => registerMany(desk, registrations))
}
