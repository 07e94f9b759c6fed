import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { readLabelled } from '../src/cli/labelled-file.ts'
import {
  decodeModel,
  encodeModel,
  evaluateModel,
  type Evaluation,
  type Model,
  speedOf,
  trainModel,
} from '../src/triage/index.ts'
import { atLeast, atMost, type Figure, reported, tableOf } from './figure.ts'

type Bar = {
  readonly label: string
  readonly weighted: number
  readonly macro: number | null
  /** Share that a plain linear model sends without a person at 95 % right; ours may be a point below. */
  readonly plainAlone: number
}

// Floors of weighted and macro F1 on the held-out files; a plain linear model with words and letters stands beside them.
const corpora: {
  readonly name: string
  readonly bars: readonly Bar[]
  readonly beside: readonly string[]
}[] = [
  {
    name: 'perm',
    bars: [
      { label: 'Исполнитель', weighted: 0.8, macro: 0.71, plainAlone: 0.64 },
      { label: 'Группа тем', weighted: 0.785, macro: 0.45, plainAlone: 0.45 },
      { label: 'Тема', weighted: 0.495, macro: 0.3, plainAlone: 0.02 },
    ],
    beside: ['0.801 / 0.718', '0.753 / 0.410', '0.464 / 0.268'],
  },
  {
    name: 'kursk',
    bars: [{ label: 'Категория', weighted: 0.79, macro: null, plainAlone: 0.46 }],
    beside: ['0.760 / 0.426'],
  },
]

/** Trains on the training files, measures on the held-out ones: quality, speed, size and time against their bars. */
export async function benchModel(progress: (line: string) => void): Promise<Figure[]> {
  const folder = process.env['OTKLIK_CORPUS']
  if (!folder || !corpora.every(({ name }) => existsSync(join(folder, `${name}-train.csv`)))) {
    progress('model: left out, OTKLIK_CORPUS names no folder with perm-train.csv and kursk-train.csv')
    return []
  }
  const figures: Figure[] = []
  for (const { name, bars, beside } of corpora) {
    const labels = bars.map(({ label }) => label)
    const read = async (part: string) =>
      await readLabelled(join(folder, `${name}-${part}.csv`), 'text', labels)
    const [learned, held] = [await read('train'), await read('holdout')]
    const [started, used] = [performance.now(), processorTime()]
    const trained = trainModel({
      texts: learned.texts,
      labels: labels.map((label, at) => ({ name: label, column: learned.columns[at]! })),
    })
    const seconds = (processorTime() - used) / 1000
    const whole = Math.round((performance.now() - started) / 1000)
    const bytes = encodeModel(trained)
    const model = decodeModel(bytes)
    figures.push(
      atMost(
        60,
        `${name}: training, ${labels.length} labels`,
        seconds,
        's of one core',
        `${learned.texts.length} rows; ${whole} s by the clock`,
      ),
      atMost(10, `${name}: model`, bytes.length / 2 ** 20, 'MB'),
    )
    for (const [at, bar] of bars.entries()) {
      figures.push(...judge(model, name, bar, held.texts, held.columns[at]!, beside[at]!))
    }
    const rows = held.texts.map((text) => ({ text }))
    const all = speedOf(model, rows, processorTime)
    figures.push(atLeast(8000, `${name}: messages, ${labels.length} labels out`, all, '1/s', 'aim 15,000'))
  }
  return figures
}

// Milliseconds of the processor given to this thread: neighbours on the machine do not count.
function processorTime(): number {
  const { user, system } = process.threadCpuUsage()
  return (user + system) / 1000
}

function judge(
  model: Model,
  corpus: string,
  { label, weighted, macro, plainAlone }: Bar,
  texts: readonly string[],
  column: readonly (string | null)[],
  beside: string,
): Figure[] {
  const rows = texts.flatMap((text, at) => (column[at] == null ? [] : [{ text, value: column[at] }]))
  const found: Evaluation = evaluateModel(model, label, rows, processorTime)!
  const name = (what: string) => `${corpus}, ${label}: ${what}`
  return [
    atLeast(weighted * 100, name('weighted F1'), found.weightedF1 * 100, '%', `plain SVM ${beside}`),
    macro === null
      ? reported(name('macro F1'), found.macroF1 * 100, '%')
      : atLeast(macro * 100, name('macro F1'), found.macroF1 * 100, '%'),
    reported(name('accuracy'), found.accuracy * 100, '%'),
    reported(name('right among three'), found.top3 * 100, '%'),
    reported(name('alone at 90 % right'), found.coverage90 * 100, '%'),
    atLeast(
      plainAlone * 100 - 1,
      name('alone at 95 % right'),
      found.coverage95 * 100,
      '%',
      `plain SVM ${plainAlone}`,
    ),
    reported(name('calibration error'), found.calibrationError * 100, '%'),
    atLeast(8000, name('messages'), found.predictionsPerSecond, '1/s', 'aim 15,000'),
  ]
}

if (import.meta.main) {
  const figures = await benchModel((line) => console.error(line))
  if (figures.length > 0) console.log(tableOf(figures).join('\n'))
}
