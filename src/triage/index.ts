/**
 * Triage owns the words nature, topic, place and route as proposals: from a message's text and the source's columns it
 * proposes what the message is about, where, of what nature, and who answers for it by the charter, each with the words
 * or the rule that decided. It promises to be pure (the same text, catalogue and rules give the same proposal), never to
 * throw on any text, never to put a resident's words into the reasons for a topic or a nature, and never to decide: what is
 * below the charter's threshold goes to a person. It also cleans texts for reading, masks personal data for search, and tells how alike
 * two messages are and by what (near repeats).
 */
export * from './contract.ts'
export {
  catalogueSorter,
  changeCatalogue,
  compileCatalogue,
  proposeTopics,
  type KeywordRule,
  type Matcher,
} from './catalogue.ts'
export { joinSorters, type Learned } from './joined-sorter.ts'
export {
  createPredictor,
  createTokeniser,
  decodeModel,
  encodeModel,
  type Evaluation,
  evaluateModel,
  type Guess,
  type Judged,
  macroF1,
  type Model,
  modelSorter,
  type ModelNames,
  modelVersion,
  narrowModel,
  openingOf,
  type Prediction,
  type Predictor,
  speedOf,
  thresholdFor,
  type Tokeniser,
  trainChecked,
  trainModel,
  type TrainingOptions,
  type TrainingRows,
} from './model/index.ts'
export { proposeNature } from './nature.ts'
export { compilePlaces, type Finder } from './place/compile.ts'
export { surestPlace } from './place/surest.ts'
export { findPlace, type PlaceHints } from './place/find.ts'
export { normaliseHouse } from './place/house.ts'
export { type Band, bandBytes, bandsOf } from './repeats/bands.ts'
export { isMarked, likenessOf, type Likeness, markedFrom, offeredFrom } from './repeats/likeness.ts'
export { mayBeOnePlace, relatePlaces } from './repeats/place-relation.ts'
export { readSaid, type Said, stemsOf } from './repeats/said.ts'
export { readTold, type Told, type TopicShare } from './repeats/told.ts'
export { routeCase, type RoutingFacts, type RoutingNames } from './routing.ts'
export { cleanText } from './text/clean.ts'
export { maskPersonal, type Masked } from './text/mask.ts'
export type { Found, PersonalKind } from './text/mask-numbers.ts'
