/** A session ends after this long without a request. */
export const idleLimit = Temporal.Duration.from({ minutes: 60 })
/** A session ends this long after signing in, whatever is done in it. */
export const absoluteLimit = Temporal.Duration.from({ hours: 12 })
const rotationAfter = Temporal.Duration.from({ minutes: 15 })
const grace = Temporal.Duration.from({ seconds: 60 })

interface Times {
  lastSeenAt: Temporal.Instant
  expiresAt: Temporal.Instant
  rotatedAt: Temporal.Instant
}

/** What to do with a request that carries a session's present or previous token. */
export type TokenVerdict = 'go-on' | 'rotate' | 'over' | 'stolen'

/**
 * Judges a token. The previous token is honoured for a minute after a change, for requests already under way; and longer
 * while nobody has used the new one (its response was lost), in which case the token is changed again. After that,
 * whoever still holds the previous token is not the one who went on: the session ends for both.
 */
export function judgeToken(times: Times, isPrevious: boolean, now: Temporal.Instant): TokenVerdict {
  if (isAfter(now, times.expiresAt) || isAfter(now, times.lastSeenAt.add(idleLimit))) return 'over'
  if (!isPrevious) return isAfter(now, times.rotatedAt.add(rotationAfter)) ? 'rotate' : 'go-on'
  if (!isAfter(now, times.rotatedAt.add(grace))) return 'go-on'
  const newWasUsed = isAfter(times.lastSeenAt, times.rotatedAt)
  return newWasUsed ? 'stolen' : 'rotate'
}

/** Wrong passwords that cost nothing. */
export const freeAttempts = 5
const firstLock = Temporal.Duration.from({ seconds: 30 })
const longestLock = Temporal.Duration.from({ minutes: 15 })

/** Until when signing in is closed after the given number of wrong passwords in a row: twice as long each time. */
export function lockedUntil(failedAttempts: number, now: Temporal.Instant): Temporal.Instant | null {
  if (failedAttempts < freeAttempts) return null
  const doubled = firstLock.total('seconds') * 2 ** Math.min(failedAttempts - freeAttempts, 20)
  return now.add({ seconds: Math.min(doubled, longestLock.total('seconds')) })
}

function isAfter(one: Temporal.Instant, other: Temporal.Instant): boolean {
  return Temporal.Instant.compare(one, other) > 0
}
