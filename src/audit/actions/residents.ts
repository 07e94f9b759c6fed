import * as z from 'zod'
import { action } from './action.ts'

/** What is done with personal data of residents beyond looking, which the read log keeps. */
export const residentActions = {
  'data-erased': action('уничтожены персональные данные', {
    actId: z.uuid(),
    number: z.int(),
    submissionIds: z.array(z.uuid()),
  }),
}
