import { type Desk, mustHave } from '../people/index.ts'
import { changeCatalogue } from '../triage/index.ts'
import { catalogueOf } from './centre-catalogue.ts'
import { type ModelCard, type ModelLine, type SorterState, type Training } from './contract.ts'
import { figures as figuresShape } from './contract-figures.ts'
import { countLabelled } from './labelled-cases.ts'
import { liveModelOf } from './live-model.ts'
import { findFormer, type ModelRow, selectModels } from './models-store.ts'
import { countCorrections, lastTraining, type TrainingRow } from './trainings-store.ts'
import { presentOf, shortfallsOf } from './verdict.ts'

/** Models in the list. */
const mostModels = 12
/** Corrections beyond this are many, whatever their number. */
const mostCorrections = 1000

/** What works, what was learned and how it was measured: the screen of sorting. */
export async function readSorter(desk: Desk): Promise<SorterState> {
  mustHave(desk.actor, 'insight.read', 'видеть, как работает сортировка')
  const { scope, centre } = desk
  const rows = await selectModels(scope, centre.id, mostModels)
  const formerId = await findFormer(scope, centre.id)
  const last = await lastTraining(scope, centre.id)
  const live = rows.find(({ state }) => state === 'live')
  const candidate = rows.find(({ state }) => state === 'candidate')
  const former = rows.find(({ id }) => id === formerId)
  const names = namesOf(desk)
  const presentId = live?.id ?? null
  return {
    live: live ? cardOf(live, names, presentId) : null,
    candidate: candidate ? cardOf(candidate, names, presentId) : null,
    former: former ? lineOf(former) : null,
    models: rows.map(lineOf),
    training: last && trainingOf(last),
    isUnreadable: live !== undefined && centre.sorterModel === live.id && liveModelOf(centre) === null,
    history: {
      labelled: await countLabelled(scope, centre.id),
      corrections: await countCorrections(scope, centre.id, last?.asked_at ?? null, mostCorrections),
    },
    rules: centre.charter.topics.learning,
  }
}

function namesOf({ centre }: Desk): (group: string) => string {
  const { base, changes } = catalogueOf(centre)
  const names = new Map(changeCatalogue(base, changes).map(({ code, name }) => [code, name]))
  return (group) => names.get(group) ?? group
}

function lineOf(row: ModelRow): ModelLine {
  const { model } = figuresShape.parse(row.figures)
  return {
    id: row.id,
    state: row.state as ModelLine['state'],
    learnedAt: row.learned_at.toString(),
    cases: row.cases,
    from: row.from_day.toString(),
    to: row.to_day.toString(),
    accuracy: model.accuracy,
    coverage: model.coverage,
    size: row.size,
    liveAt: row.live_at?.toString() ?? null,
    liveBy: row.live_by,
    retiredAt: row.retired_at?.toString() ?? null,
  }
}

function cardOf(row: ModelRow, nameOf: (group: string) => string, presentId: string | null): ModelCard {
  const figures = figuresShape.parse(row.figures)
  const { groups, confusions, thresholds: _thresholds, ...shown } = figures
  const { from, to } = figures.heldBack
  return {
    ...lineOf(row),
    figures: {
      ...shown,
      groups: groups.map((one) => ({
        ...one,
        name: nameOf(one.group),
        open: new URLSearchParams({
          topicGroup: one.group,
          receivedFrom: from,
          receivedTo: to,
          state: 'any',
        }).toString(),
      })),
      confusions: confusions.map((one) => ({
        ...one,
        rightName: nameOf(one.right),
        saidName: nameOf(one.said),
      })),
    },
    shortfalls: shortfallsOf(figures),
    isComparedWithPresent: presentOf(figures).modelId === presentId,
  }
}

function trainingOf(row: TrainingRow): Training {
  return {
    id: row.id,
    state: row.state as Training['state'],
    cause: row.cause as Training['cause'],
    askedAt: row.asked_at.toString(),
    askedBy: row.asked_by,
    beginsAt: row.begins_at.toString(),
    endedAt: row.ended_at?.toString() ?? null,
    step: row.step as Training['step'],
    why: row.why,
  }
}
