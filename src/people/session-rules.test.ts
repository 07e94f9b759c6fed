import assert from 'node:assert/strict'
import { it } from 'node:test'
import { createLimiter } from './limiter.ts'
import { judgeToken, lockedUntil, type TokenVerdict } from './session-rules.ts'

const nine = Temporal.Instant.from('2026-11-20T09:00:00Z')
const at = (minutes: number) => nine.add({ seconds: Math.round(minutes * 60) })

it('a token is judged by its age, its use and whether it is the present one', () => {
  // Minutes after signing in at 0: seen last, changed last, now; the session ends at 720.
  const table: [
    seen: number,
    rotated: number,
    now: number,
    token: 'present' | 'previous',
    verdict: TokenVerdict,
  ][] = [
    [0, 0, 10, 'present', 'go-on'],
    [14, 0, 16, 'present', 'rotate'],
    [0, 0, 61, 'present', 'over'],
    [719, 715, 721, 'present', 'over'],
    [16, 16, 16.5, 'previous', 'go-on'],
    [17, 16, 16.9, 'previous', 'go-on'],
    [16, 16, 30, 'previous', 'rotate'],
    [17, 16, 18, 'previous', 'stolen'],
    [16, 16, 80, 'previous', 'over'],
  ]
  for (const [seen, rotated, now, token, verdict] of table) {
    const times = { lastSeenAt: at(seen), rotatedAt: at(rotated), expiresAt: at(720) }
    assert.equal(
      judgeToken(times, token === 'previous', at(now)),
      verdict,
      `${seen} ${rotated} ${now} ${token}`,
    )
  }
})

it('wrong passwords close the login for twice as long each time, a quarter of an hour at most', () => {
  const seconds = (failed: number) => lockedUntil(failed, nine)?.since(nine).total('seconds') ?? 0
  assert.deepEqual([4, 5, 6, 7, 8, 9, 10, 500].map(seconds), [0, 30, 60, 120, 240, 480, 900, 900])
})

it('a limiter lets so many attempts through in a moving window and tells how long to wait', () => {
  const limiter = createLimiter({ most: 2, seconds: 60 })
  assert.equal(limiter.take('a', at(0)), null)
  assert.equal(limiter.take('a', at(0.5)), null)
  assert.equal(limiter.take('a', at(0.75)), 15)
  assert.equal(limiter.take('b', at(0.75)), null)
  assert.equal(limiter.take('a', at(1.01)), null)
})
