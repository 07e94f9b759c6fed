import type { WorkingTime } from '../calendar/index.ts'
import type { Channel } from '../charter/contract.ts'
import type { Course } from './course.ts'
import { workingMoment } from './course.ts'
import type { DemoAct, DemoStep } from './demo-case.ts'
import type { Draft } from './draft.ts'
import { workersOf } from './people.ts'
import type { Random } from './random.ts'

const networks: ReadonlySet<Channel> = new Set<Channel>(['incident', 'vk', 'ok', 'max', 'telegram'])

/** How an answer reaches the people of a channel. */
export function deliveryIn(channel: Channel): 'sent' | 'published' {
  return networks.has(channel) ? 'published' : 'sent'
}

const remarks = [
  'Это отписка: напишите, что сделано и когда.',
  'Нет даты и ответственного, добавьте.',
  'Проверьте адрес: в сообщении другой дом.',
  'Вежливее и короче, пожалуйста.',
]
const notes = [
  'Звонила мастеру, обещал выехать до обеда.',
  'Запрошен акт у исполнителя.',
  'Похоже на соседние дела по этой улице, проверить на общую причину.',
  'Снимок с места получен.',
]

interface Work {
  draft: Draft
  course: Course
  text: string
  assignee: string
  registeredAt: Temporal.Instant
  emergency: boolean
}

/** The steps that lead along a course, those of the past only, in order of time. */
export function stepsOf(
  work: Work,
  { now, time, random }: { now: Temporal.Instant; time: WorkingTime; random: Random },
): DemoStep[] {
  const { course, registeredAt, emergency } = work
  const whole = course.answeredAt.epochMilliseconds - registeredAt.epochMilliseconds
  const planned = actsOf(work, random)
  let last = registeredAt
  return planned
    .map(({ share, ...step }) => {
      const wanted = registeredAt.add({ milliseconds: Math.round(whole * Math.min(share, 1)) })
      const at =
        share === 1
          ? course.answeredAt
          : share > 1
            ? course.closedAt
            : emergency
              ? wanted
              : workingMoment(wanted, time, random)
      const capped = share < 1 && Temporal.Instant.compare(at, course.answeredAt) > 0 ? course.answeredAt : at
      const least = last.add({ seconds: 45 })
      last = Temporal.Instant.compare(capped, least) > 0 ? capped : least
      return { ...step, at: last }
    })
    .filter(({ at }) => Temporal.Instant.compare(at, now) < 0)
}

type Planned = DemoAct & { by: string; share: number }

/** Acts with the share of the way to the answer at which they happen; 1 is the answer itself, 2 the closing. */
function actsOf({ draft, course, text, assignee }: Work, random: Random): Planned[] {
  const desk = random.pick(['specialist', 'specialist2', 'specialist3'] as const)
  if (course.kind === 'silent') return [{ act: 'close', by: desk, share: 2 }]
  const take: Planned = { act: 'take', by: assignee, share: 0.03 + 0.3 * random.next() ** 2 }
  if (course.kind === 'unanswered') return [{ ...take, share: 0 }]
  if (course.kind === 'forwarded') {
    const reason = 'Вопрос относится к компетенции другой организации.'
    return [
      { act: 'forward', organisation: 'social', reason, by: desk, share: 1 },
      { act: 'close', outcome: 'forwarded', by: desk, share: 2 },
    ]
  }
  const approver = draft.regime === 'message' ? random.pick(['head', 'head', 'deputy'] as const) : 'head'
  const promised = course.kind === 'promised'
  const content: DemoAct = promised
    ? { act: 'draft', kind: 'interim', text, promisedOn: String(course.promisedOn) }
    : { act: 'draft', kind: 'final', text, outcome: course.outcome ?? 'explained' }
  const written: Planned[] = [
    { ...content, by: assignee, share: 0.62 },
    { act: 'submit', by: assignee, share: 0.68 },
  ]
  if (random.chance(0.1)) {
    written.push({ act: 'return', remarks: random.pick(remarks), by: approver, share: 0.74 })
  }
  const again = written.some(({ act }) => act === 'return')
  return [
    take,
    ...(random.chance(0.15)
      ? [{ act: 'note', text: random.pick(notes), by: assignee, share: 0.3 } satisfies Planned]
      : []),
    ...written,
    ...(again ? [{ act: 'submit', by: assignee, share: 0.8 } satisfies Planned] : []),
    { act: 'approve', by: approver, share: 0.9 },
    { act: 'deliver', delivery: deliveryIn(draft.channel), by: desk, share: 1 },
    ...(promised
      ? []
      : [{ act: 'close', outcome: course.outcome ?? 'explained', by: desk, share: 2 } satisfies Planned]),
  ]
}

/** Who of the block has the case. */
export function assigneeOf(sectorBlock: string | null, random: Random): string {
  return random.pick(workersOf(sectorBlock))
}
