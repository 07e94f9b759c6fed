import { isMapping, keyOf } from '../paths.ts'
import type { Keys } from '../paths.ts'
import type { Check, Found } from './check.ts'

const coded = [
  'roles',
  'sectorBlocks',
  'organisations',
  'settlements',
  'routing',
  'fastTrack',
  'indicators',
  'ratings',
  'reports',
  'riskLevels',
] as const

/** Every code stands for one record. */
export const checkCodes: Check = ({ data, catalogue }) => {
  const found = coded.flatMap((section) => repeats(data[section], [section]))
  const ratings = Array.isArray(data.ratings) ? data.ratings : []
  for (const [i, rating] of ratings.entries()) {
    if (isMapping(rating)) found.push(...repeats(rating.criteria, ['ratings', i, 'criteria']))
  }
  found.push(...streetRepeats(data.streets))
  const topics = isMapping(data.topics) ? data.topics : {}
  const own = Array.isArray(topics.own) ? topics.own : []
  const shipped = topics.catalogue !== 'none'
  found.push(...repeats(own, ['topics', 'own'], shipped ? catalogue.groups : undefined))
  const seen = new Set(shipped ? catalogue.topics : [])
  for (const [i, group] of own.entries()) {
    if (isMapping(group)) found.push(...repeats(group.topics, ['topics', 'own', i, 'topics'], seen, true))
  }
  return found
}

function repeats(list: unknown, keys: Keys, taken: ReadonlySet<string> = new Set(), keep = false): Found[] {
  if (!Array.isArray(list)) return []
  const seen = keep ? (taken as Set<string>) : new Set(taken)
  const found: Found[] = []
  for (const [i, item] of list.entries()) {
    const code = isMapping(item) && typeof item.code === 'string' ? item.code : null
    if (code === null) continue
    if (seen.has(code)) {
      found.push({ keys: [...keys, i, 'code'], message: `код «${code}» уже занят: дайте записи другой код` })
    }
    seen.add(code)
  }
  return found
}

function streetRepeats(list: unknown): Found[] {
  if (!Array.isArray(list)) return []
  const seen = new Set<string>()
  const found: Found[] = []
  for (const [i, item] of list.entries()) {
    const key = keyOf(item)
    if (key === null) continue
    if (seen.has(key)) {
      found.push({ keys: ['streets', i], message: `улица «${key}» уже есть: соедините дома в одну запись` })
    }
    seen.add(key)
  }
  return found
}
