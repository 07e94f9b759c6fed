import assert from 'node:assert/strict'
import type pg from 'pg'
import { standsAt } from './large-centre/open-large-centre.ts'
import { wordOf } from './large-centre/invented-text.ts'
import { createRandom, pick } from './large-centre/random.ts'
import type { Ask } from './running-server.ts'

type Row = Record<string, unknown>
type Asked = {
  path: string
  /** The same rows by hand-written SQL, as the tables' owner: no program, no row-level security. */
  bare: (owner: pg.Client) => Promise<Row[]>
  /** Fails when the two do not tell of the same. */
  mustBeSame: (answer: Answer, rows: Row[]) => void
}
type Answer = {
  items?: { id: string }[]
  id?: string
  measures?: { code: string; total: { count: number } }[]
} & Record<string, unknown>

/** A request of a screen with the bare queries of the same rows; each turn asks for another. */
export interface Beside {
  name: string
  /** What the bare queries are. */
  what: string
  next: () => Asked
}

const api = '/api/centres/large'
const now = standsAt.toString()
const page = 100
const zone = 'Europe/Moscow'
const listed = `select c.*, s.name as assignee_name from page c
  left join staff s on s.centre_id = c.centre_id and s.id = c.assignee_id order by c.registered_at desc, c.id desc`
const inOrder = `order by c.registered_at desc, c.id desc limit ${page}`

/** A list beside one statement for its page. */
function list(
  name: string,
  turn: () => { query: Record<string, string>; where: string; values: unknown[] },
): Beside {
  return {
    name,
    what: 'one query of the same page',
    next: () => {
      const { query, where, values } = turn()
      const text = `with page as (select c.* from cases c where c.centre_id = 1 ${where} ${inOrder}) ${listed}`
      return {
        path: `${api}/cases?${new URLSearchParams(query).toString()}`,
        bare: async (owner) => (await owner.query<Row>(text, values)).rows,
        mustBeSame: ({ items = [] }, rows) =>
          assert.deepEqual(
            items.map(({ id }) => id),
            rows.map(({ id }) => id),
          ),
      }
    },
  }
}

/** Tables that hold what a card shows, by the column that leads to the case. */
const ofCard = 'parts deadlines answers proposals attachments notes source_values former_numbers'.split(' ')

/** What is compared; samples are taken from the centre as it stands. */
export async function besides(owner: pg.Client, ask: Ask): Promise<Beside[]> {
  const random = createRandom(29)
  const { rows: cases } = await owner.query<{ id: string; topic: string; settlement: string }>(
    `select id, topic, settlement from cases where topic is not null order by md5(id::text) limit 200`,
  )
  // Answers of copied cases are sealed under keys that are not theirs: their cards do not open.
  const { rows: openable } = await owner.query<{ id: string }>(
    `select id from cases where registered_at > $1 order by md5(id::text) limit 200`,
    [standsAt.subtract({ hours: 24 * 184 }).toString()],
  )
  const said = (query: string) => ({
    query: { q: query },
    where: `and c.id in (select w.case_id from case_words w where w.centre_id = 1
      and w.words @@ websearch_to_tsquery('russian', $1))`,
    values: [query],
  })
  const { period, previous } = JSON.parse((await ask(`${api}/dashboard`)).toString()) as {
    period: { from: string; to: string }
    previous: { from: string; to: string }
  }
  return [
    list('list: all, newest first', () => ({ query: {}, where: '', values: [] })),
    list('list: overdue', () => ({ query: { view: 'overdue' }, where: 'and c.due_at < $1', values: [now] })),
    list('filter: topic', () => {
      const { topic } = pick(random, cases)
      return { query: { topic }, where: 'and c.topic = $1', values: [topic] }
    }),
    list('filter: settlement, open', () => {
      const { settlement } = pick(random, cases)
      const where = `and c.settlement = $1 and c.state not in ('closed', 'joined')`
      return { query: { settlement, open: 'true' }, where, values: [settlement] }
    }),
    list('search: a rare word', () => said(wordOf(5000 + random(10_000)))),
    {
      name: 'counts of the quick views',
      what: 'one count of the open cases',
      next: () => ({
        path: `${api}/cases/counts`,
        bare: async (client) =>
          (
            await client.query<Row>(
              `select count(*)::int as all, count(*) filter (where due_at < $1)::int as overdue,
                count(*) filter (where assignee_id is null)::int as unassigned
              from cases where centre_id = 1 and state not in ('closed', 'joined')`,
              [now],
            )
          ).rows,
        mustBeSame: (answer, [row]) =>
          assert.deepEqual(
            [answer['all'], answer['overdue'], answer['unassigned']],
            [row!['all'], row!['overdue'], row!['unassigned']],
          ),
      }),
    },
    {
      name: 'case',
      what: 'ten selects of its rows',
      next: () => {
        const { id } = pick(random, openable)
        return {
          path: `${api}/cases/${id}`,
          bare: async (client) => {
            const found = await client.query<Row>('select * from cases where centre_id = 1 and id = $1', [id])
            await client.query(
              `select s.* from case_submissions l join submissions s on s.centre_id = l.centre_id
                and s.id = l.submission_id where l.centre_id = 1 and l.case_id = $1`,
              [id],
            )
            for (const table of ofCard)
              await client.query(`select * from ${table} where centre_id = 1 and case_id = $1`, [id])
            return found.rows
          },
          mustBeSame: (answer, [row]) => assert.equal(answer.id, row!['id']),
        }
      },
    },
    {
      name: 'dashboard: seven days',
      what: 'two queries: the flow of both periods in five layouts, the open cases by organisation',
      next: () => ({
        path: `${api}/dashboard`,
        bare: async (client) => {
          const flow = await client.query<Row>(
            `select day, channel, topic_group, topic, sector_block, count(*) filter (where is_now)::int as now,
              count(*) filter (where not is_now)::int as before
            from (select (received_at at time zone '${zone}')::date as day, channel, topic_group, topic, sector_block,
                (received_at at time zone '${zone}')::date >= $2::date as is_now
              from cases where centre_id = 1 and state <> 'joined'
                and received_at >= ($1::date)::timestamp at time zone '${zone}'
                and received_at < ($3::date + 1)::timestamp at time zone '${zone}') given
            group by grouping sets ((), (day, channel), (topic_group), (topic), (sector_block))
            order by grouping(day, topic_group, topic, sector_block) desc limit 400`,
            [previous.from, period.from, period.to],
          )
          await client.query(
            `select organisation, count(*), count(*) filter (where due_at < $1) from cases
              where centre_id = 1 and state not in ('closed', 'joined') group by organisation`,
            [now],
          )
          return flow.rows
        },
        mustBeSame: ({ measures = [] }, [total]) =>
          assert.equal(measures.find(({ code }) => code === 'received')?.total.count, total!['now']),
      }),
    },
  ]
}
