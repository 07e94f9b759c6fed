import type { Charter } from '../contract.ts'
import type { Keys } from '../paths.ts'
import { isMapping } from '../paths.ts'
import type { TopicCodes } from '../shipped.ts'

/** What a check finds: a place in the joined charter and a sentence that says what to do. */
export interface Found {
  keys: Keys
  message: string
  /** Point at the key rather than at its value. */
  asKey?: boolean
}

/**
 * What checks look at. `sections` are those whose shape is right; in `readable` stand their right records even where others
 * are not (a list then has holes, which `map`, `flatMap` and `forEach` pass by); `data` is everything as it was read.
 */
export interface CheckInput {
  sections: Partial<Charter>
  readable: Partial<Charter>
  data: Readonly<Record<string, unknown>>
  catalogue: TopicCodes
}

/** A check of a charter's sense, after its shape: pure, finds everything at once. */
export type Check = (input: CheckInput) => Found[]

/** Codes of a list as read, whether or not its records are right otherwise; null when there is no list to speak of. */
export function codesOf(data: CheckInput['data'], section: string): ReadonlySet<string> | null {
  const list = data[section]
  if (list === undefined) return new Set()
  if (!Array.isArray(list)) return null
  return new Set(
    list.flatMap((item) => (isMapping(item) && typeof item.code === 'string' ? [item.code] : [])),
  )
}

/** Codes of groups and topics that a charter may name: the shipped catalogue's and its own. */
export function topicCodes({ data, catalogue }: CheckInput): TopicCodes {
  const topics = isMapping(data.topics) ? data.topics : {}
  const shipped = topics.catalogue !== 'none'
  const groups = new Set(shipped ? catalogue.groups : [])
  const codes = new Set(shipped ? catalogue.topics : [])
  for (const group of Array.isArray(topics.own) ? topics.own : []) {
    if (!isMapping(group)) continue
    if (typeof group.code === 'string') groups.add(group.code)
    for (const topic of Array.isArray(group.topics) ? group.topics : []) {
      if (isMapping(topic) && typeof topic.code === 'string') codes.add(topic.code)
    }
  }
  return { groups, topics: codes }
}
