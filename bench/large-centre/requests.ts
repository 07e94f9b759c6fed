import type pg from 'pg'
import { wordOf } from './invented-text.ts'
import { createRandom, pick } from './random.ts'
import type { Ask } from '../running-server.ts'

/** A request of a screen: each call gives the next address, so that no answer is asked twice in a row. */
export interface Asked {
  name: string
  next: () => string
}

interface Sample {
  id: string
  number: string
  topic_group: string
  topic: string
  organisation: string | null
  settlement: string
  assignee_id: string | null
  day: string
}

const api = '/api/centres/large'
const list = (query: string) => `${api}/cases?${query}`
const found = (query: Record<string, string>) => list(new URLSearchParams(query).toString())

/**
 * Everything that the screens of lists and of a case ask for; cards are of cases registered after `oldest`, and `within`
 * narrows the sample to a person's reach.
 */
export async function requestsOf(owner: pg.Client, ask: Ask, oldest: string, within = ''): Promise<Asked[]> {
  const random = createRandom(11)
  const { rows: cases } = await owner.query<Sample>(`
    select id, number, topic_group, topic, organisation, settlement, assignee_id, registered_at::date::text as day
    from cases where topic is not null ${within} order by md5(id::text) limit 400`)
  // Answers of a copied case are sealed under a key that is not its own: its card does not open.
  const { rows: openable } = await owner.query<{ id: string }>(
    `select id from cases where registered_at > $1 ${within} order by md5(id::text) limit 400`,
    [oldest],
  )
  const one = () => pick(random, cases)
  const card = () => pick(random, openable).id
  const cursors = await Promise.all(
    cases.slice(0, 30).map(async ({ day }) => {
      const page = JSON.parse((await ask(found({ to: day, limit: '1' }))).toString()) as {
        nextCursor: string | null
      }
      return page.nextCursor ?? ''
    }),
  )
  const views = ['all', 'mine', 'my-block', 'unassigned', 'due-today', 'overdue']
  return [
    ...views.map((view) => ({ name: `list: ${view}`, next: () => list(`view=${view}`) })),
    { name: 'list: open', next: () => list('open=true') },
    { name: 'list: by due date', next: () => list('sort=due') },
    { name: 'list: oldest first', next: () => list('sort=oldest') },
    { name: 'list: a deep page', next: () => list(`cursor=${pick(random, cursors)}`) },
    { name: 'filter: topic', next: () => found({ topic: one().topic }) },
    { name: 'filter: settlement', next: () => found({ settlement: one().settlement }) },
    {
      name: 'filter: organisation, closed',
      next: () => found({ organisation: one().organisation ?? 'none', state: 'closed' }),
    },
    { name: 'filter: a person', next: () => found({ assignee: one().assignee_id ?? 'none' }) },
    {
      name: 'filter: topic, settlement, organisation, month, state',
      next: () => {
        const { topic_group: topicGroup, settlement, organisation, day } = one()
        const to = Temporal.PlainDate.from(day)
        return found({
          topicGroup,
          settlement,
          organisation: organisation ?? 'none',
          from: to.subtract({ days: 30 }).toString(),
          to: to.toString(),
          state: 'closed',
        })
      },
    },
    { name: 'filter: nature none, emergency', next: () => found({ nature: 'none', emergency: 'true' }) },
    { name: 'filter: undecided', next: () => list('undecided=true') },
    { name: 'search: a word in every case', next: () => found({ q: 'улица' }) },
    {
      name: 'search: a word in one case of eight',
      next: () => found({ q: pick(random, ['снег', 'мусор', 'батареи', 'фонари']) }),
    },
    { name: 'search: a rare word', next: () => found({ q: wordOf(5000 + random(10_000)) }) },
    { name: 'search: two words', next: () => found({ q: `снег ${wordOf(20 + random(100))}` }) },
    { name: 'search: a word and a topic', next: () => found({ q: 'мусор', topic: one().topic }) },
    { name: 'search: a number', next: () => found({ number: one().number }) },
    { name: 'search: bare digits', next: () => found({ number: String(1 + random(50_000)) }) },
    { name: 'counts', next: () => `${api}/cases/counts` },
    { name: 'case', next: () => `${api}/cases/${card()}` },
    { name: 'case: its journal', next: () => `${api}/cases/${card()}/journal` },
  ]
}

/** What only those who read the journal ask for. */
export function journalRequests(): Asked[] {
  return [
    { name: 'journal', next: () => `${api}/journal` },
    { name: 'journal: one action', next: () => `${api}/journal?action=case-imported` },
    { name: 'journal: a rare action', next: () => `${api}/journal?action=person-added` },
  ]
}
