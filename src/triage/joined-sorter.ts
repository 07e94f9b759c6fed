import type { Sorter, TopicCandidate } from './contract.ts'
import { maskPersonal } from './text/mask.ts'

/** What a learned sorter has examples of: codes of groups and topics. */
export type Learned = { readonly groups: ReadonlySet<string>; readonly topics: ReadonlySet<string> }

/**
 * A learned sorter with keywords beside it. The learned one reads masked words, as it was taught, and speaks first; keywords speak
 * where it cannot know: of topics without a history, and of emergencies, which no probability may outvote.
 */
export function joinSorters(learned: Sorter, keywords: Sorter, history: Learned): Sorter {
  const isNew = ({ group, topic }: TopicCandidate) =>
    topic === null || history.topics.size === 0 ? !history.groups.has(group) : !history.topics.has(topic)
  return {
    name: learned.name,
    version: learned.version,
    propose(text, facts) {
      const heard = keywords.propose(text, facts)
      const [first] = heard.best
      if (heard.decided && first?.emergency) return heard
      const told = learned.propose(facts?.masked ?? maskPersonal(text).masked, facts)
      if (told.decided || first === undefined || !isNew(first)) return told
      return heard.decided ? heard : { ...told, best: [...told.best.slice(0, 2), first] }
    },
  }
}
