import * as z from 'zod'

/** A code of the charter: short, Latin or digits, stable; people see names. */
export const code = z
  .string()
  .regex(/^[a-z0-9][a-z0-9.-]{0,60}$/, 'код: строчные латинские буквы, цифры, точка и дефис')
export const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, 'дата в виде ГГГГ-ММ-ДД')
export const time = z.string().regex(/^(([01]\d|2[0-3]):[0-5]\d|24:00)$/, 'время в виде ЧЧ:ММ')

/** A clause of the founding act or a law that a value carries, e.g. «Положение, п. 4.2»; several are separated by «;». */
export const basis = z.string().min(1)
/** A record of a charter may carry its clause and, where the act leaves it open, the mark of a default. */
export const sourced = { basis: basis.optional() }
