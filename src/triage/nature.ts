import type { CatalogueTopic, Nature, NatureProposal } from './contract.ts'
import { findKeywords, indexKeywords } from './keyword-index.ts'

type Sign = { readonly nature: Nature; readonly weight: number; readonly words: string }

// Prefixes and phrases as in the topic catalogue; weights are a first guess, kept small and few.
const signs: readonly Sign[] = [
  {
    nature: 'solvable',
    weight: 2,
    words:
      'не работает|не горит|не горят|сломан|сломал|отремонтируйте|почините|уберите|убрать|прошу принять мер|примите мер|примите меры|нет вод|нет свет|нет отоплен|нет тепл|нет газ|не вывоз|не чист|не убира|не топят|прорвал|течет|протека|яма |ямы |засыпьте|устраните|восстановите|открыт люк|обрыв|авари|затоп|свалк|не ходит автобус|невозможно пройти|невозможно проехать|холодн батаре|батареи холодн|не реагир',
  },
  {
    nature: 'consultation',
    weight: 2,
    words:
      'подскажите|скажите пожалуйста|куда обратит|куда обращат|как получить|как оформить|как записат|какие документ|какой телефон|можно ли|положен ли|положено ли|положена ли|имею ли|имеет ли|разъясн|поясните|интересует вопрос|хотел бы узнать|хотела бы узнать|хотелось бы узнать|когда откро|когда начн|когда будет|когда плани|планируется ли|где можно|сколько стоит|до какого числ|график работ|режим работ|кто может|какой порядок',
  },
  {
    nature: 'gratitude',
    weight: 3,
    words:
      'огромное спасибо|большое спасибо|спасибо за|спасибо вам|спасибо больш|спасибо огромн|благодарю за|благодарим за|выражаю благодарност|выражаем благодарност|хочу поблагодарит|хотим поблагодарит|благодарна |благодарен |признательн|молодцы|так держать|отличная работа',
  },
  {
    nature: 'opinion',
    weight: 2,
    words:
      'я считаю|считаю что|мое мнение|по моему мнени|на мой взгляд|думаю что|мне кажется|не согласен|не согласна|поддерживаю|предлагаю|было бы хорошо|позор|кому это нужно|лучше бы',
  },
  {
    nature: 'spam',
    weight: 4,
    words:
      'казино|ставки на спорт|заработок на дому|заработок в интернет|пассивный доход|быстрый займ|займ на карту|кредит без отказ|перейди по ссылк|переходи по ссылк|подписывайтесь на канал|подпишись на канал|скидки до|акция только|криптовалют|продам гараж|куплю волос|натяжные потолки недорого|приворот|интим',
  },
]

const words = signs.flatMap(({ nature, weight, words: list }) =>
  list.split('|').map((word) => ({ nature, weight, word })),
)
const index = indexKeywords(words.map(({ word }) => word))

// Courtesy at the end of a complaint is no gratitude.
const courtesy =
  /заранее (?:большое |огромное )?(?:спасибо|благодар\p{L}+)|(?:спасибо|благодар\p{L}+) за (?:внимание|ответ|понимание|помощь заранее)/giu

/** The nature of a message by its words and its topic's usual kind; solvable, with little confidence, when nothing speaks. */
export function proposeNature(text: string, topic?: Pick<CatalogueTopic, 'kind'> | null): NatureProposal {
  const spoken = /спасибо|благодар/i.test(text) ? text.replace(courtesy, ' ') : text
  const scores: Record<Nature, number> = { solvable: 0, consultation: 0, gratitude: 0, opinion: 0, spam: 0 }
  const decided: { nature: Nature; word: string }[] = []
  for (const number of findKeywords(index, spoken)) {
    const sign = words[number]
    if (sign === undefined) continue
    scores[sign.nature] += sign.weight
    decided.push({ nature: sign.nature, word: sign.word.trim() })
  }
  // A complaint that thanks or opines is still a complaint.
  if (scores.solvable > 0) {
    scores.gratitude = Math.min(scores.gratitude, 1)
    scores.opinion = Math.min(scores.opinion, 1)
  }
  if ((spoken.match(/https?:\/\//g)?.length ?? 0) >= 3) scores.spam += 2
  if (spoken.trimEnd().endsWith('?')) scores.consultation += 1
  if (topic !== undefined && topic !== null)
    scores[topic.kind === 'Решаемый' ? 'solvable' : 'consultation'] += 2
  return strongest(scores, decided)
}

const order: readonly Nature[] = ['solvable', 'consultation', 'gratitude', 'opinion', 'spam']

function strongest(
  scores: Readonly<Record<Nature, number>>,
  decided: readonly { nature: Nature; word: string }[],
): NatureProposal {
  const ranked = order.toSorted((a, b) => scores[b] - scores[a])
  const [first = 'solvable', second = 'consultation'] = ranked
  const [best, next] = [scores[first], Math.max(0, scores[second])]
  if (best <= 0) return { nature: 'solvable', confidence: 0.2, words: [] }
  const lead = (best - next) / (best + next)
  const confidence = Math.round(Math.min(0.95, 0.3 + 0.3 * lead + 0.07 * Math.min(best, 5)) * 100) / 100
  return {
    nature: first,
    confidence,
    words: decided.filter((each) => each.nature === first).map((each) => each.word),
  }
}
