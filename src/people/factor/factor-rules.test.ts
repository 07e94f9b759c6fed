import assert from 'node:assert/strict'
import { it } from 'node:test'
import { createVault } from '../../platform/vault.ts'
import { codeAt, isFresh, judgeCode, tellSecret } from './factor-rules.ts'
import { makeRecoveryCodes, recoveryCodeOf, recoveryDigest } from './recovery-codes.ts'

// RFC 6238, appendix B, SHA-1: its eight digits, of which six are the last ones.
const secret = Buffer.from('12345678901234567890')
const vectors: [seconds: number, eight: string][] = [
  [59, '94287082'],
  [1111111109, '07081804'],
  [1111111111, '14050471'],
  [1234567890, '89005924'],
  [2000000000, '69279037'],
  [20000000000, '65353130'],
]
const at = (seconds: number) => Temporal.Instant.fromEpochMilliseconds(seconds * 1000)
const stepOf = (seconds: number) => Math.floor(seconds / 30)

it('codes are those of RFC 6238', () => {
  for (const [seconds, eight] of vectors) {
    assert.equal(codeAt(secret, at(seconds)), eight.slice(2))
    assert.deepEqual(judgeCode(secret, eight.slice(2), at(seconds), null), {
      is: 'right',
      step: stepOf(seconds),
    })
  }
})

it('a telephone may be half a minute off, each way, and no more', () => {
  const now = 1_234_567_890
  const verdicts = [-60, -30, 0, 30, 60].map(
    (off) => judgeCode(secret, codeAt(secret, at(now + off)), at(now), null).is,
  )
  assert.deepEqual(verdicts, ['wrong', 'right', 'right', 'right', 'wrong'])
})

it('a code is taken once, and no code older than the last one taken', () => {
  const now = 1_234_567_890
  const step = stepOf(now)
  const judge = (off: number, last: number) =>
    judgeCode(secret, codeAt(secret, at(now + off)), at(now), last).is
  assert.equal(judge(0, step), 'used')
  assert.equal(judge(-30, step), 'used')
  assert.equal(judge(30, step), 'right')
  assert.equal(judge(0, step - 1), 'right')
})

it('what is no six digits is wrong', () => {
  for (const typed of ['', '12345', '1234567', 'abcdef', '-00001'])
    assert.equal(judgeCode(secret, typed, at(59), null).is, 'wrong', typed)
})

it('the secret is told as base32 and as an address that authenticators read', () => {
  const { key, uri } = tellSecret(secret, 'петрова')
  assert.equal(key, 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ')
  const { protocol, host, searchParams, pathname } = new URL(uri)
  assert.deepEqual([protocol, host], ['otpauth:', 'totp'])
  assert.equal(decodeURIComponent(pathname), '/Отклик:петрова')
  assert.deepEqual(Object.fromEntries(searchParams), {
    issuer: 'Отклик',
    secret: key,
    algorithm: 'SHA1',
    digits: '6',
    period: '30',
  })
})

it('the password is not asked once more within ten minutes of signing in', () => {
  assert.equal(isFresh(at(0), at(599)), true)
  assert.equal(isFresh(at(0), at(600)), false)
})

it('recovery codes differ, are read with spaces, dashes and capitals, and only their keyed digests are kept', () => {
  const codes = makeRecoveryCodes()
  assert.equal(new Set(codes).size, 10)
  const [first = ''] = codes
  assert.match(first, /^[a-z2-9]{4}-[a-z2-9]{4}-[a-z2-9]{4}$/)
  const typed = ` ${first.toUpperCase().replaceAll('-', ' – ')} `
  assert.equal(recoveryCodeOf(typed), first.replaceAll('-', ''))
  assert.equal(recoveryCodeOf('123456'), null)
  const vault = createVault(new Uint8Array(32))
  const digest = recoveryDigest(vault, 'a', first)
  assert.deepEqual(recoveryDigest(vault, 'a', typed), digest)
  assert.notDeepEqual(recoveryDigest(vault, 'b', first), digest)
  assert.notDeepEqual(recoveryDigest(createVault(new Uint8Array(32).fill(1)), 'a', first), digest)
})
