/**
 * Sorting that learns, at work in a centre. It owns the words model (learned from the centre's own cases), training, candidate, twin
 * (the model without the newest cases, by which it is compared) and held back (those cases). It promises that a model learns only
 * from masked words and only from topics that people gave; that what goes to work was no worse, on cases it had not seen, than what
 * worked before, and can be taken back; that a centre is never sorted by another's model; that requests are answered
 * while it learns; and that whatever happens to a training, what works stays at work.
 */
export { learnFromCorrections } from './ask-training.ts'
export { type CentreCatalogue, catalogueOf, keywordSorter } from './centre-catalogue.ts'
export type { SorterContext } from './context.ts'
export { handleLearning, learnJob, resumeLearning } from './learn-job.ts'
export { type LearnedModel, sortersOf } from './learned-sorter.ts'
export { liveModelOf, withLiveModel } from './live-model.ts'
export { sorterRoutes } from './routes.ts'
