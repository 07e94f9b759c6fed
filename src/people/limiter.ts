/** Counts attempts by key in a moving window; kept in memory, so a restart forgets them. */
export interface Limiter {
  /** Counts one attempt; gives the seconds to wait when there were too many, else null. */
  take(key: string, now: Temporal.Instant): number | null
}

const mostKeys = 20_000

/** A limiter that lets `most` attempts through in any `seconds`. */
export function createLimiter({ most, seconds }: { most: number; seconds: number }): Limiter {
  const seen = new Map<string, number[]>()
  return {
    take(key, now) {
      const moment = now.epochMilliseconds
      const since = moment - seconds * 1000
      const recent = (seen.get(key) ?? []).filter((time) => time > since)
      const oldest = recent[0]
      if (oldest !== undefined && recent.length >= most) return Math.ceil((oldest - since) / 1000)
      // Put last again, so that the first keys of the map are those unused for longest.
      seen.delete(key)
      seen.set(key, [...recent, moment])
      if (seen.size > mostKeys) for (const first of seen.keys().take(1)) seen.delete(first)
      return null
    },
  }
}
