import * as z from 'zod'
import { action } from './action.ts'

/** What is done with figures of a centre. */
export const insightActions = {
  'figures-exported': action('выгружены показатели', {
    table: z.enum(['overview', 'cross-table']),
    lines: z.int(),
  }),
  'cut-shared': action('таблица сохранена для всех', { cutId: z.uuid() }),
  'cut-removed': action('общая таблица удалена', { cutId: z.uuid() }),
}
