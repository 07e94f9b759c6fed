import * as z from 'zod'

/** One kind of journal entry: its name on screens and the shape of its data. */
export interface ActionShape<Data extends z.ZodType = z.ZodType> {
  name: string
  data: Data
}

/** Declares an action. Data holds codes, ids, dates and figures; a resident's words or contacts never. */
export function action<Shape extends z.ZodRawShape>(
  name: string,
  shape: Shape,
): ActionShape<z.ZodObject<Shape, z.core.$strict>> {
  return { name, data: z.strictObject(shape) }
}
