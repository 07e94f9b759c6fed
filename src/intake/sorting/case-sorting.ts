import type { CaseSorting } from '../../cases/index.ts'
import { cleanText, findPlace, proposeNature, surestPlace } from '../../triage/index.ts'
import { sorterOf } from './centre-sorter.ts'

/** Least confidence at which a place found in the text alone is proposed. */
const placeConfidence = 0.5

/** Triage of one text as cases ask for it: at «Новое обращение», and when a person changes the topic. */
export const caseSorting: CaseSorting = {
  classifier: (centre) => sorterOf(centre).groups,
  route: (centre, { channel, ...facts }) =>
    sorterOf(centre).route(channel, { ...facts, nature: asNature(facts.nature) }),
  sort(centre, text, { channel, settlement }) {
    const sorter = sorterOf(centre)
    const words = cleanText(text)
    const { sorter: by, best, decided, topicDecided } = sorter.sorter.propose(words, { channel })
    const [first] = best
    const topic = sorter.groups.flatMap((group) => group.topics).find((one) => one.code === first?.topic)
    const nature = proposeNature(words, topic ?? null)
    const found = surestPlace(
      findPlace(sorter.finder, {
        text: words,
        settlement: settlement ?? onlySettlement(centre.charter.settlements),
      }),
    )
    const place =
      found && found.confidence >= placeConfidence
        ? { ...found, street: found.street && (sorter.streetNames.get(found.street) ?? null) }
        : null
    const routing =
      first === undefined
        ? null
        : sorter.route(channel, {
            topicGroup: first.group,
            topic: first.topic,
            settlement: place?.settlement ?? null,
            nature: nature.nature,
          })
    return { sorter: by, decided, topicDecided, data: { topics: best, topicDecided, place, routing, nature } }
  },
}

// A centre of one settlement need not hear its name in every text.
function onlySettlement(settlements: readonly { name: string }[]): string | undefined {
  return settlements.length === 1 ? settlements[0]?.name : undefined
}

const natures = ['solvable', 'consultation', 'gratitude', 'opinion', 'spam'] as const
const asNature = (given: string | null) => natures.find((one) => one === given) ?? null
