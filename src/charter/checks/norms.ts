import type { Charter, Regime } from '../contract.ts'
import { appealSubtype, channel, nature, regime as regimes, regimeNames } from '../vocabulary.ts'
import { isMapping } from '../paths.ts'
import { nearest } from '../zod-messages.ts'
import type { Check, Found } from './check.ts'

type Norm = Charter['norms'][string]

/** First words of norm keys that name a regime; a channel's name may stand there too. */
const prefixes: Record<string, Regime> = {
  appeal: 'appeal',
  message: 'message',
  info: 'information_request',
  media: 'media_request',
}
const answers: ReadonlySet<string> = new Set(['approved', 'sent', 'published'])

/** Norms are named by their regime, can be told apart, end after they begin, and each regime has a term of answer. */
export const checkNorms: Check = ({ sections, readable }) => {
  const all = Object.entries(readable.norms ?? {})
  const whole = sections.norms ? withoutAnswer(Object.entries(sections.norms)) : []
  return [...all.flatMap(([key, norm]) => normProblems(key, norm)), ...rivals(all), ...whole]
}

function normProblems(key: string, norm: Norm): Found[] {
  const keys = ['norms', key]
  const found: Found[] = []
  const first = key.split('.')[0] ?? ''
  const own = prefixes[first]
  const channels: readonly string[] = channel.options
  if (own && own !== norm.regime) {
    found.push({
      keys: [...keys, 'regime'],
      message: `норма «${key}» названа по виду ${own}, а regime: ${norm.regime}: приведите к одному`,
    })
  } else if (!own && !channels.includes(first)) {
    const message = `норма «${key}» должна начинаться с ${Object.keys(prefixes).join(', ')} или с канала (${channels.join(', ')})`
    found.push({ keys, message, asKey: true })
  } else if (!own && norm.when?.channels?.includes(first) === false) {
    found.push({
      keys: [...keys, 'when', 'channels'],
      message: `норма «${key}» названа по каналу ${first}, а в when.channels его нет: добавьте`,
    })
  }
  if ((norm.start as string) === norm.stop) {
    found.push({
      keys: [...keys, 'stop'],
      message: 'срок кончается тем же событием, которым начинается: исправьте start или stop',
    })
  }
  if (norm.unit.endsWith('days') && !Number.isInteger(norm.amount)) {
    found.push({
      keys: [...keys, 'amount'],
      message: `дни считают целыми, а здесь ${norm.amount}: исправьте величину или единицу`,
    })
  }
  found.push(
    ...closed([...keys, 'when', 'channels'], norm.when?.channels, channels),
    ...closed([...keys, 'when', 'natures'], norm.when?.natures, nature.options),
    ...closed([...keys, 'when', 'subtypes'], norm.when?.subtypes, appealSubtype.options),
  )
  return found
}

function closed(keys: string[], given: readonly string[] | undefined, allowed: readonly string[]): Found[] {
  return (given ?? []).flatMap((word, i) => {
    if (allowed.includes(word)) return []
    const near = nearest(word, allowed)
    const advice = near ? `возможно, «${near}»?` : `допустимо ${allowed.join(', ')}`
    return [{ keys: [...keys, i], message: `«${word}» здесь не бывает: ${advice}` }]
  })
}

function inKeyOrder(value: unknown): unknown {
  if (!isMapping(value)) return value
  return Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)))
}

function rivals(norms: [string, Norm][]): Found[] {
  const seen = new Map<string, string>()
  return norms.flatMap(([key, norm]) => {
    const conditions = Object.entries(norm.when ?? {}).map(([name, value]) => [
      name,
      Array.isArray(value) ? value.toSorted() : value,
    ])
    const mark = JSON.stringify(
      [norm.regime, norm.clock, Object.fromEntries(conditions)],
      (_, value: unknown) => inKeyOrder(value),
    )
    const rival = seen.get(mark)
    seen.set(mark, key)
    if (rival === undefined) return []
    const message = `нормы «${rival}» и «${key}» спорят: одни часы (${norm.clock}) и одни условия; измените clock, when или уберите одну (null)`
    return [{ keys: ['norms', key], message, asKey: true }]
  })
}

function withoutAnswer(norms: [string, Norm][]): Found[] {
  return regimes.options.flatMap((regime) => {
    const general = norms.some(
      ([, norm]) =>
        norm.regime === regime &&
        norm.clock === 'answer' &&
        !norm.when &&
        norm.track === 'always' &&
        answers.has(norm.stop),
    )
    if (general) return []
    const message = `нет общего срока ответа на ${regimeNames[regime]}: нужна норма с regime: ${regime}, clock: answer, без when, до approved, sent или published`
    return [{ keys: ['norms'], message }]
  })
}
