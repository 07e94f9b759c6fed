/** Where the present moment comes from; tests and the demo fix it. */
export type Clock = () => Temporal.Instant

/** The machine's clock. */
export const systemClock: Clock = () => Temporal.Now.instant()

/** A clock that stands at one instant. */
export function fixedClock(instant: string): Clock {
  const at = Temporal.Instant.from(instant)
  return () => at
}
