import type { Charter } from '../contract.ts'
import type { Check, Found } from './check.ts'

type Term = Charter['retention'][number]

const daysOf = ({ years, days }: Term) => (years === undefined ? (days ?? 0) : years * 365)

/** Each kind is kept for one term, and contacts no longer than what they belong to. */
export const checkRetention: Check = ({ sections: { retention } }) => {
  if (!retention) return []
  const found: Found[] = []
  const terms = new Map<string, Term>()
  for (const [i, term] of retention.entries()) {
    const keys = ['retention', i]
    if ((term.years === undefined) === (term.days === undefined)) {
      found.push({ keys, message: 'срок хранения называют один раз: либо years, либо days' })
    }
    if (terms.has(term.what)) {
      found.push({
        keys: [...keys, 'what'],
        message: `срок хранения для ${term.what} уже назван: оставьте один`,
      })
    }
    terms.set(term.what, term)
  }
  const records = [terms.get('appeals'), terms.get('messages')].filter((term) => term !== undefined)
  const contacts = terms.get('contacts')
  const longest = Math.max(...records.map(daysOf))
  if (contacts && records.length > 0 && daysOf(contacts) > longest) {
    const message = 'контакты хранятся дольше обращений и сообщений, к которым относятся: сократите срок'
    found.push({ keys: ['retention', retention.indexOf(contacts)], message })
  }
  return found
}
