type Stretch = { from: number; until: number; offset: number }
const zones = new Map<string, Stretch[]>()

/**
 * Milliseconds by which the zone's wall clock stands ahead of UTC at a moment.
 * Stretches of equal offset are remembered: asking Temporal each time costs a microsecond and more, and import asks by the 100,000.
 */
export function offsetAt(zone: string, epochMs: number): number {
  const stretches = zones.get(zone) ?? []
  for (const stretch of stretches) {
    if (epochMs >= stretch.from && epochMs < stretch.until) return stretch.offset
  }
  const here = Temporal.Instant.fromEpochMilliseconds(epochMs).toZonedDateTimeISO(zone)
  const before = here.add({ nanoseconds: 1 }).getTimeZoneTransition('previous')
  const stretch = {
    from: before?.epochMilliseconds ?? -Infinity,
    until: here.getTimeZoneTransition('next')?.epochMilliseconds ?? Infinity,
    offset: here.offsetNanoseconds / 1e6,
  }
  zones.set(zone, [...stretches, stretch])
  return stretch.offset
}

/** The moment at which the zone's wall clock shows this time, given as milliseconds since 1970-01-01T00:00 on that clock. */
export function momentOfWall(zone: string, wallMs: number): number {
  const before = offsetAt(zone, wallMs - 86_400_000)
  const after = offsetAt(zone, wallMs + 86_400_000)
  if (before === after) return wallMs - before
  // The clock was moved near: Temporal decides about skipped and repeated hours.
  const wall = Temporal.Instant.fromEpochMilliseconds(wallMs).toZonedDateTimeISO('UTC').toPlainDateTime()
  return wall.toZonedDateTime(zone).epochMilliseconds
}

/** What the zone's wall clock shows at a moment, as milliseconds since 1970-01-01T00:00 on that clock. */
export function wallOf(zone: string, epochMs: number): number {
  return epochMs + offsetAt(zone, epochMs)
}
