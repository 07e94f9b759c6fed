import { bucketCount } from './buckets.ts'
import { calibrate, type Calibration, type HeldBack } from './calibrate.ts'
import { foldCount, foldOf } from './folds.ts'
import { type Effort, usualEffort } from './learn.ts'
import { type Answers, learnLabel, readAnswers } from './learn-label.ts'
import { type Matrix, readMatrix } from './matrix.ts'
import type { LabelPart, Model } from './model.ts'
import type { Judged } from './measures.ts'
import { createPacker } from './quantise.ts'
import { refuse } from '../../platform/refusal.ts'
import type { Trust } from './trust.ts'
import { readVocabulary } from './vocabulary.ts'

/** What a model learns from: texts, and for each label the right value of each text (null where it is not known). */
export type TrainingRows = {
  readonly texts: readonly string[]
  readonly labels: readonly { readonly name: string; readonly column: readonly (string | null)[] }[]
}

export type TrainingOptions = {
  readonly seed?: number
  readonly effort?: Partial<Effort>
  /** Weights nearer to nothing than this are dropped; without it, by the number of values of the label. */
  readonly leastWeight?: number
  /** A model of the same labels, learned of some of these rows, whose calibration is taken over: saves learning to check. */
  readonly calibratedBy?: Model
  /** Told what is being learned, for a person who waits. */
  readonly progress?: (step: string) => void
}

// Below this many row × value pairs a label is learned five times over to be checked on every row; above, twice.
const CHEAP = 100_000
const FEW_ROWS = 20

/** Learns a model; the same rows and seed give the same bytes. Refuses what nothing can be learned from. */
export function trainModel(rows: TrainingRows, options: TrainingOptions = {}): Model {
  return trainChecked(rows, options).model
}

/**
 * Learns a model and tells, label by label, how sure and how right it was on the rows held back; nothing for a label whose
 * calibration was taken over.
 */
export function trainChecked(
  { texts, labels }: TrainingRows,
  options: TrainingOptions = {},
): { model: Model; judged: ReadonlyMap<string, readonly Judged[]> } {
  const { seed = 1, progress = () => {} } = options
  if (texts.length < FEW_ROWS) {
    refuse(
      'invalid',
      'too-few-rows',
      `Строк с текстом ${texts.length}: для обучения нужно хотя бы ${FEW_ROWS}.`,
    )
  }
  progress(`Читаю тексты: ${texts.length}`)
  const matrix = readMatrix(texts)
  const folds = Int32Array.from(texts, foldOf)
  const packer = createPacker(matrix.buckets, bucketCount)
  const judged = new Map<string, readonly Judged[]>()
  const check = (name: string, answers: Answers, effort: LabelEffort): Calibrated => {
    progress(`«${name}»: значений ${answers.values.length}, проверяю на отложенных строках`)
    const held = learnHeldBack(matrix, answers, folds, effort)
    const found = calibrate(held, answers.counts)
    judged.set(name, found.judged)
    return { ...found.calibration, heldBack: held.right.length }
  }
  const parts = labels.map(({ name, column }): LabelPart => {
    const answers = readAnswers(column)
    if (answers.values.length < 2) {
      refuse(
        'invalid',
        'one-value',
        `В столбце «${name}» меньше двух повторяющихся значений: учиться не на чем.`,
      )
    }
    const effort = {
      ...usualEffort,
      cost: costFor(answers.values.length),
      ...options.effort,
      seed,
      leastWeight: options.leastWeight ?? leastWeightFor(answers.values.length),
    }
    const known = options.calibratedBy?.labels.find((label) => label.name === name)
    const calibrated = known ?? check(name, answers, effort)
    progress(`«${name}»: учу на всех строках`)
    const biases: number[] = []
    learnLabel(matrix, answers, membersOf(answers, folds, -1), effort, (_, weights, bias) => {
      packer.add(weights)
      biases.push(bias)
    })
    return {
      name,
      values: answers.values,
      counts: answers.counts,
      biases,
      scale: calibrated.scale,
      priorCorrection: calibrated.priorCorrection,
      trust: trustOf(calibrated, answers),
      heldBack: calibrated.heldBack,
    }
  })
  progress('Собираю модель')
  const model = {
    seed,
    rows: texts.length,
    labels: parts,
    rarity: matrix.rarity,
    ...packer.finish(),
    vocabulary: readVocabulary(texts),
  }
  return { model, judged }
}

type LabelEffort = Parameters<typeof learnLabel>[3]
type Calibrated = Calibration & Pick<LabelPart, 'heldBack'> & { readonly values?: readonly string[] }

/** The trust of a calibration, value by value of what is learned now; a value that it did not know leans nowhere. */
function trustOf({ trust, values }: Calibrated, answers: Answers): Trust {
  if (values === undefined) return trust
  const leans = new Map(values.map((value, at) => [value, trust.leans[at]!]))
  return { ...trust, leans: answers.values.map((value) => leans.get(value) ?? 0) }
}

// A harder fit widens what goes without a person; many values, with few rows each, bear it worse.
const costFor = (values: number) => (values > 20 ? usualEffort.cost : 0.6)
const leastWeightFor = (values: number) => (values > 64 ? 0.06 : 0.08)

/** Rows that have an answer, without those of one part (none with -1). */
function membersOf(answers: Answers, folds: Int32Array, without: number): Int32Array {
  const rows = Int32Array.from(folds.keys())
  return rows.filter((row) => answers.of[row]! >= 0 && folds[row] !== without)
}

/** Scores of rows by models that did not see them, nor anything that opens with the same letters. */
export function learnHeldBack(
  matrix: Matrix,
  answers: Answers,
  folds: Int32Array,
  effort: LabelEffort,
  checked = answers.of.length * answers.values.length <= CHEAP ? foldCount : 1,
): HeldBack & { readonly rows: Int32Array } {
  const width = answers.values.length
  const rows = Int32Array.from(folds.keys()).filter((row) => answers.of[row]! >= 0 && folds[row]! < checked)
  const placeOf = new Map(Array.from(rows, (row, at) => [row, at]))
  const scores = new Float32Array(rows.length * width)
  for (let fold = 0; fold < checked; fold += 1) {
    const mine = rows.filter((row) => folds[row] === fold)
    learnLabel(matrix, answers, membersOf(answers, folds, fold), effort, (value, weights, bias) => {
      for (const row of mine) {
        let score = bias
        for (let cell = matrix.starts[row]!; cell < matrix.starts[row + 1]!; cell += 1) {
          score += weights[matrix.columns[cell]!]! * matrix.values[cell]!
        }
        scores[placeOf.get(row)! * width + value] = score
      }
    })
  }
  return { width, scores, rows, right: Int32Array.from(rows, (row) => answers.of[row]!) }
}
