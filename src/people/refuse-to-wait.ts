import { refuse } from '../platform/refusal.ts'

/** Refuses one more attempt to sign in and tells for how long. */
export function refuseToWait(seconds: number): never {
  const wait = Math.max(1, Math.ceil(seconds))
  const told = wait <= 90 ? `${wait} с` : `${Math.ceil(wait / 60)} мин`
  return refuse('too-many', 'wait', `Слишком много попыток входа: повторите через ${told}.`, {
    seconds: wait,
  })
}
