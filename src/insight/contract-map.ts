import * as z from 'zod'
import { named } from '../cases/contract.ts'

/** What cases of a hot spot have in common beside the place. */
export const spotKinds = ['topic', 'topicGroup'] as const
export type SpotKind = (typeof spotKinds)[number]

/**
 * A hot spot: cases of one topic at one place, received within a period. The place is a street, where cases have none the cell
 * of the map around their point, and where they have neither the settlement; so no case stands in two spots of one kind.
 */
export const hotSpot = z.strictObject({
  /** The same for the same topic and place, whatever the period. */
  key: z.string(),
  topic: named,
  kind: z.enum(spotKinds),
  /** The place in words: «Светлобережск, Гончарная». */
  place: z.string(),
  settlement: z.string().nullable(),
  street: z.string().nullable(),
  /** Cases received within the period. */
  count: z.int(),
  /** Of them not closed; and of these past their deadline. */
  stillOpen: z.int(),
  overdue: z.int(),
  /** Cases of the period before; null where it lies before the centre's first case. */
  previous: z.int().nullable(),
  /** Cases that a period as long usually brings here, with one decimal; null where the centre has no history to tell. */
  expected: z.number().nullable(),
  /** How often chance alone gives so many when usual were true, 0 to 1; null without `expected`. */
  chance: z.number().nullable(),
  /** More than chance explains. */
  isGrowing: z.boolean(),
  /** What the list is ordered by: cases, those above the usual, those open and those overdue, added up. */
  weight: z.number(),
  /** The middle of the cases' points, degrees; null where none has a point and the settlement has none either. */
  lat: z.number().nullable(),
  lon: z.number().nullable(),
  /** The worklist's address after `?`: exactly the cases counted. */
  open: z.string(),
})
/** A hot spot as lists, maps and reports take it. */
export type HotSpot = z.infer<typeof hotSpot>
