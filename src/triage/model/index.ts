/**
 * The sorter that learns: a linear model over stems, letters and markup of a text. It owns the words label (a column of
 * answers), value (one of them), held back (not learned, for checking) and coverage (the share that goes without a person).
 * It promises to be pure, to make the same model of the same rows and seed, never to check itself on a repeat of what it
 * learned, to give calibrated probabilities, and to name as reasons only words that are common in the training texts.
 */
export { type Evaluation, evaluateModel, speedOf } from './evaluate-model.ts'
export { decodeModel, encodeModel, modelVersion } from './model-file.ts'
export { type Model, narrowModel } from './model.ts'
export { modelSorter, type ModelNames } from './model-sorter.ts'
export { createPredictor, type Guess, type Prediction, type Predictor } from './predict.ts'
export { trainChecked, trainModel, type TrainingOptions, type TrainingRows } from './train-model.ts'
export { openingOf } from './folds.ts'
export { type Judged, macroF1, thresholdFor } from './measures.ts'
export { createTokeniser, type Tokeniser } from './tokens.ts'
