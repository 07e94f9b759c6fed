import * as z from 'zod'

/** What a message is by its nature: it can be fixed, wants an explanation, thanks, tells an opinion, or is spam. */
export const nature = z.enum(['solvable', 'consultation', 'gratitude', 'opinion', 'spam'])
export type Nature = z.infer<typeof nature>

/** One topic of the shipped catalogue or of a charter; keywords follow the catalogue's own matching rules. */
export const catalogueTopic = z.object({
  code: z.string().min(1),
  name: z.string().min(1),
  kind: z.enum(['Решаемый', 'Консультация']).default('Решаемый'),
  slaDays: z.number().positive().default(30),
  fastTrack: z.boolean().default(false),
  emergency: z.boolean().default(false),
  seasonMonths: z.array(z.int().min(1).max(12)).default([]),
  strong: z.array(z.string().min(1)).default([]),
  keywords: z.array(z.string().min(1)).default([]),
  example: z.string().optional(),
})
export type CatalogueTopic = z.infer<typeof catalogueTopic>

/** A group of topics with the stems that betray it. */
export const catalogueGroup = z.object({
  code: z.string().min(1),
  name: z.string().min(1),
  blocks: z.array(z.string()).default([]),
  totkSection: z.string().optional(),
  groupStems: z.array(z.string().min(1)).default([]),
  topics: z.array(catalogueTopic),
})
export type CatalogueGroup = z.infer<typeof catalogueGroup>

/** The file `charters/shared/topics-ru.json`; descriptions inside it that only people read are passed by. */
export const catalogue = z.object({
  matching: z.object({
    weights: z.object({ strong: z.number(), strongPhraseExtraWord: z.number(), keyword: z.number() }),
    groupStep: z.object({ groupStemWeight: z.number(), groupStemCap: z.number() }),
  }),
  groups: z.array(catalogueGroup).min(1),
})
export type Catalogue = z.infer<typeof catalogue>

/** What a charter changes in the catalogue: new names by code, hidden groups or topics, its own groups and topics. */
export const catalogueChanges = z.object({
  renames: z.record(z.string(), z.string().min(1)).default({}),
  hidden: z.array(z.string()).default([]),
  extra: z.array(catalogueGroup.extend({ name: z.string().optional() })).default([]),
})
export type CatalogueChanges = z.infer<typeof catalogueChanges>

/** One proposed topic; `topic` is empty when only the group is known; `words` are keywords, never a resident's words. */
export const topicCandidate = z.object({
  group: z.string(),
  groupName: z.string(),
  topic: z.string().nullable(),
  topicName: z.string().nullable(),
  score: z.number(),
  /** How sure a learned sorter is of the topic, or of the group where no topic is named, 0–1; keywords cannot tell. */
  probability: z.number().min(0).max(1).optional(),
  words: z.array(z.string()),
  emergency: z.boolean(),
})
export type TopicCandidate = z.infer<typeof topicCandidate>

/**
 * What a sorter proposes: at most three candidates, best first. `decided` says that the first group is sure enough to be
 * set without a person, `topicDecided` that its topic is as well (which may still be empty); `threshold` is the least score for the
 * group, in the sorter's unit, null where nothing is set without a person.
 */
export const topicProposal = z.object({
  sorter: z.string(),
  version: z.string(),
  best: z.array(topicCandidate).max(3),
  decided: z.boolean(),
  topicDecided: z.boolean(),
  threshold: z.number().nullable(),
})
export type TopicProposal = z.infer<typeof topicProposal>

/** What else is known of a message when it is sorted. */
export type SortingFacts = {
  readonly channel?: string
  readonly network?: string
  readonly settlement?: string
  /** What the source calls the topic: helps where the text says too little. */
  readonly sourceTopic?: string | undefined
  /** The same text masked, where it is at hand. */
  readonly masked?: string
}

/** Anything that proposes topics: the keyword catalogue, a learned model, both together. */
export type Sorter = {
  readonly name: string
  readonly version: string
  readonly propose: (text: string, facts?: SortingFacts) => TopicProposal
}

/** A proposed nature with the words that decided; `confidence` 0–1 is a rule's weight, not a measured probability. */
export const natureProposal = z.object({
  nature,
  confidence: z.number().min(0).max(1),
  words: z.array(z.string()),
})
export type NatureProposal = z.infer<typeof natureProposal>

/** A settlement of a centre's address list. */
export const settlement = z.object({
  code: z.string().min(1),
  name: z.string().min(1),
  kind: z.string().default(''),
})
/** A street of a settlement; `kind` is a Russian word such as улица or проспект; `aliases` are other names in use. */
export const street = z.object({
  code: z.string().min(1),
  settlement: z.string().min(1),
  name: z.string().min(1),
  kind: z.string().default('улица'),
  aliases: z.array(z.string().min(1)).default([]),
})
/** A house with its point in WGS 84 degrees. */
export const house = z.object({
  street: z.string().min(1),
  number: z.string().min(1),
  lat: z.number().min(-90).max(90),
  lon: z.number().min(-180).max(180),
})
/** A centre's own address list. */
export const placeList = z.object({
  settlements: z.array(settlement),
  streets: z.array(street),
  houses: z.array(house).default([]),
})
export type PlaceList = z.input<typeof placeList>

/** A found place: codes of the address list, house as normalised, point in degrees where the list has it. */
export const placeProposal = z.object({
  settlement: z.string().nullable(),
  street: z.string().nullable(),
  house: z.string().nullable(),
  lat: z.number().nullable(),
  lon: z.number().nullable(),
  confidence: z.number().min(0).max(1),
  words: z.array(z.string()),
})
export type PlaceProposal = z.infer<typeof placeProposal>

/** One rule of a charter: which cases go to which organisation and sector block. An empty `when` is the fallback. */
export const routingRule = z
  .object({
    when: z
      .strictObject({
        topics: z.array(z.string()).min(1).optional(),
        topicGroups: z.array(z.string()).min(1).optional(),
        settlements: z.array(z.string()).min(1).optional(),
        natures: z.array(nature).min(1).optional(),
      })
      .default({}),
    organisation: z.string().optional(),
    sectorBlock: z.string().optional(),
  })
  .refine((rule) => rule.organisation !== undefined || rule.sectorBlock !== undefined, {
    error: 'У правила маршрута нет ни organisation, ни sectorBlock: укажите хотя бы одно',
  })
export type RoutingRule = z.infer<typeof routingRule>

/** Where a case goes; `rule` is the place of the deciding rule in the list, from 0; `why` is a Russian sentence. */
export const routingDecision = z.object({
  organisation: z.string().nullable(),
  block: z.string().nullable(),
  rule: z.int().nullable(),
  why: z.string(),
})
export type RoutingDecision = z.infer<typeof routingDecision>

/**
 * How two places stand to one another: the same house or point; within sight; the same street where a house is missing; another
 * house of the street; not known on one side; surely elsewhere.
 */
export const placeRelation = z.enum(['house', 'near', 'street', 'other-house', 'unknown', 'elsewhere'])
export type PlaceRelation = z.infer<typeof placeRelation>

/** How two topics stand to one another; `alike` where only less likely ones meet, `unknown` where one has none. */
export const topicRelation = z.enum(['topic', 'group', 'alike', 'other', 'unknown'])
export type TopicRelation = z.infer<typeof topicRelation>
