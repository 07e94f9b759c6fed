import { refuse } from '../../platform/refusal.ts'
import {
  createPredictor,
  decodeModel,
  encodeModel,
  type Judged,
  type Model,
  thresholdFor,
  trainChecked,
  type TrainingRows,
} from '../../triage/index.ts'
import type { CentreCatalogue } from '../centre-catalogue.ts'
import type { Figures, Threshold } from '../contract-figures.ts'
import { groupLabel, type LearnedModel, sortersOf, topicLabel } from '../learned-sorter.ts'
import { confusionsOf, groupsOf } from './lay-out.ts'
import { measureSorter } from './measure-sorter.ts'
import { type LabelledCase, splitByTime } from './split-by-time.ts'

/** What learning needs: plain data, for it happens in a thread of its own. */
export type Lesson = {
  /** Oldest first. */
  readonly cases: readonly LabelledCase[]
  readonly catalogue: CentreCatalogue
  readonly precision: number
  /** The twin of the model at work, with its thresholds. */
  readonly former: { id: string; twin: Uint8Array; thresholds: Figures['thresholds'] } | null
}

export const steps = ['learning', 'comparing', 'learning-all'] as const
/** What is being done: learning without the newest cases, comparing on them, learning with them. */
export type Step = (typeof steps)[number]

/** A model learned of all cases, its twin learned without the newest, and what the twin showed on those. */
export type Outcome = { readonly model: Uint8Array; readonly twin: Uint8Array; readonly figures: Figures }

/** Fewer different newer cases compare nothing. */
const FEWEST_HELD_BACK = 40
/** An answer less sure than this is left to a person, however right the rest is. */
const LEAST_SURE = 0.7
/** Wishes of charters lie between these; others take the nearest above. */
const precisions = [0.8, 0.85, 0.9, 0.93, 0.95, 0.97, 0.98, 0.99]

/**
 * Learns a model of a centre's cases. Its twin learns first, without the newest ones, and is compared on them with keywords and with
 * the twin of what works now, which has not seen them either; then the model itself learns of all, with the twin's calibration.
 */
export function learnModel(
  lesson: Lesson,
  { tell, processorTime }: { tell: (step: Step) => void; processorTime: () => number },
): Outcome {
  const started = processorTime()
  tell('learning')
  const { learned, heldBack, copies } = splitByTime(lesson.cases)
  if (heldBack.length < FEWEST_HELD_BACK) {
    refuse(
      'conflict',
      'too-few-different',
      `Среди новых дел слишком мало непохожих на прежние: нужно хотя бы ${FEWEST_HELD_BACK}, есть ${heldBack.length}. Обучение станет возможным, когда дел прибавится.`,
    )
  }
  const { model: twin, judged } = trainChecked(rowsOf(learned))
  tell('comparing')
  const thresholds = thresholdsOf(twin, judged, heldBack, lesson.precision)
  const compared = compare(lesson, { id: 'candidate', model: twin, thresholds }, heldBack)
  tell('learning-all')
  const { model } = trainChecked(rowsOf(lesson.cases), { calibratedBy: twin })
  return {
    model: encodeModel(model),
    twin: encodeModel(twin),
    figures: {
      heldBack: { rows: heldBack.length, from: heldBack[0]!.day, to: heldBack.at(-1)!.day, copies },
      precision: lesson.precision,
      thresholds,
      ...compared,
      seconds: Math.round((processorTime() - started) / 100) / 10,
    },
  }
}

function rowsOf(cases: readonly LabelledCase[]): TrainingRows {
  const groups = cases.map(({ group }) => group)
  const topics = cases.map(({ topic }) => topic)
  // A centre may know groups alone: then there is one label.
  const known = topics.filter((topic) => topic !== null)
  const repeated = [...Map.groupBy(known, (topic) => topic).values()].filter((rows) => rows.length > 1)
  return {
    texts: cases.map(({ text }) => text),
    labels: [
      { name: groupLabel, column: groups },
      ...(repeated.length > 1 ? [{ name: topicLabel, column: topics }] : []),
    ],
  }
}

/** Kept both on rows held back in learning and on the newer cases: the higher of the two, for time moves on. */
function thresholdsOf(
  twin: Model,
  judged: ReadonlyMap<string, readonly Judged[]>,
  heldBack: readonly LabelledCase[],
  wished: number,
): Figures['thresholds'] {
  const later = judgeLater(twin, heldBack)
  const wishes = [...new Set([...precisions, wished])].toSorted((one, other) => one - other)
  const of = (label: string): Threshold[] =>
    wishes.map((precision) => {
      const found = [judged.get(label) ?? [], later.get(label) ?? []].map((rows) =>
        thresholdFor(rows, precision),
      )
      const [before, after] = found
      return {
        precision,
        least: before == null || after == null ? null : Math.max(before, after, LEAST_SURE),
      }
    })
  return { group: of(groupLabel), topic: of(topicLabel) }
}

function judgeLater(twin: Model, cases: readonly LabelledCase[]): ReadonlyMap<string, Judged[]> {
  const { predict } = createPredictor(twin)
  const found = new Map<string, Judged[]>(twin.labels.map(({ name }) => [name, []]))
  for (const one of cases) {
    for (const { label, best } of predict(one.text)) {
      const right = label.name === groupLabel ? one.group : one.topic
      const answer = best[0]!
      if (right === null) continue
      found.get(label.name)!.push({ sure: answer.probability, right: label.values[answer.value] === right })
    }
  }
  return found
}

function compare(
  { catalogue, precision, former }: Lesson,
  candidate: LearnedModel,
  cases: readonly LabelledCase[],
): Pick<Figures, 'model' | 'keywords' | 'former' | 'groups' | 'confusions'> {
  const { keywords, sorter } = sortersOf(catalogue, candidate, precision)
  const byModel = measureSorter(sorter, cases)
  const byKeywords = measureSorter(keywords, cases)
  const before = former && {
    id: former.id,
    model: decodeModel(former.twin),
    thresholds: former.thresholds,
  }
  const byFormer = before && measureSorter(sortersOf(catalogue, before, precision).sorter, cases)
  return {
    model: byModel.measures,
    keywords: byKeywords.measures,
    former: byFormer && { ...byFormer.measures, modelId: former!.id },
    groups: groupsOf(cases, byModel, byKeywords, byFormer),
    confusions: confusionsOf(cases, byModel),
  }
}
