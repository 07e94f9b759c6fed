import * as z from 'zod'

const day = z.iso.date().optional().catch(undefined)

/** The days of the figures of calls, as they stand in the address bar. */
export const callsSearch = z.object({ from: day, to: day })
