import {
  changeCatalogue,
  createTokeniser,
  joinSorters,
  type Model,
  modelSorter,
  type Sorter,
} from '../triage/index.ts'
import { type CentreCatalogue, keywordSorter } from './centre-catalogue.ts'
import type { Figures, Threshold } from './contract-figures.ts'

/** The labels that a centre's model answers: codes of groups and of topics. */
export const groupLabel = 'group'
export const topicLabel = 'topic'

/** A model with what it was found able to decide without a person: plain data, so that it may go to another thread. */
export type LearnedModel = {
  readonly id: string
  readonly model: Model
  readonly thresholds: Figures['thresholds']
}

// Words are the same whoever asks: one memory serves all models of the thread.
const tokenise = createTokeniser()

/**
 * The sorters of a centre: keywords, and what sorts in fact: the learned model joined with them, or keywords alone. `precision` is
 * the charter's wish for decisions without a person.
 */
export function sortersOf(
  catalogue: CentreCatalogue,
  learned: LearnedModel | null,
  precision: number,
): { keywords: Sorter; sorter: Sorter } {
  const keywords = keywordSorter(catalogue)
  if (learned === null) return { keywords, sorter: keywords }
  const groups = changeCatalogue(catalogue.base, catalogue.changes)
  const groupOf = new Map(groups.map(({ code, name }) => [code, { code, name }]))
  const topicOf = new Map(
    groups.flatMap(({ code: group, topics }) =>
      topics.map(({ code, name, emergency }) => [code, { code, name, group, emergency }] as const),
    ),
  )
  const { model, thresholds, id } = learned
  const sorter = modelSorter(model, {
    version: id,
    groupLabel,
    topicLabel,
    groupOf: (value) => groupOf.get(value),
    topicOf: (value) => topicOf.get(value),
    threshold: leastFor(thresholds.group, precision),
    topicThreshold: leastFor(thresholds.topic, precision),
    tokenise,
  })
  if (sorter === null) return { keywords, sorter: keywords }
  const valuesOf = (name: string) => new Set(model.labels.find((label) => label.name === name)?.values)
  const history = { groups: valuesOf(groupLabel), topics: valuesOf(topicLabel) }
  return { keywords, sorter: joinSorters(sorter, keywords, history) }
}

/** The least sureness for a precision: of the nearest one measured that is not below it; null: never without a person. */
export function leastFor(thresholds: readonly Threshold[], precision: number): number | null {
  const enough = thresholds.filter((one) => one.precision >= precision)
  return enough.toSorted((one, other) => one.precision - other.precision)[0]?.least ?? null
}
