import * as z from 'zod'
import { action } from './action.ts'

const training = { trainingId: z.uuid() }
const model = z.uuid().nullable()

/** What is done with the sorter: who had it learn, what came of it, which model works. Models are told by id, null for keywords. */
export const sorterActions = {
  'sorter-training-asked': action('назначено обучение сортировки', { ...training, cause: z.string() }),
  'sorter-learned': action('сортировка обучена', {
    ...training,
    modelId: z.uuid(),
    cases: z.int(),
    /** Shares of 1 on the cases held back. */
    accuracy: z.number(),
    coverage: z.number(),
    worse: z.boolean(),
  }),
  'sorter-not-learned': action('обучение сортировки не удалось', training),
  'sorter-live': action('модель сортировки введена в работу', { modelId: z.uuid(), was: model }),
  'sorter-returned': action('возвращена прежняя сортировка', { modelId: model, was: model }),
}
