import * as z from 'zod'
import { action } from './action.ts'

/** What is done with the base map of a centre; titles are people's own and stay out. */
export const baseMapActions = {
  'base-map-added': action('добавлен слой карты', { layerId: z.uuid(), features: z.int() }),
  'base-map-removed': action('убран слой карты', { layerId: z.uuid() }),
}
