import { Secret, TOTP } from 'otpauth'

/** RFC 6238 as every authenticator has it: SHA-1, six digits, a new code each half minute. */
const shape = { algorithm: 'SHA1', digits: 6, period: 30 } as const
/** Steps by which a telephone's clock may be off, each way. */
const skew = 1

/** Bytes of a secret: as many as the hash has (RFC 4226, section 4). */
export const secretLength = 20

/** How long a right password waits for its code. */
export const halfSessionLimit = Temporal.Duration.from({ minutes: 5 })
/** How long a secret that was shown waits to be proved. */
export const proofLimit = Temporal.Duration.from({ minutes: 15 })
const freshness = Temporal.Duration.from({ minutes: 10 })

/** What a code is: right with the half minute it stands for, used before, or wrong. */
export type CodeVerdict = { is: 'right'; step: number } | { is: 'used' } | { is: 'wrong' }

/** Judges six digits by the secret; a code of a step up to `lastStep` was used, or could have been seen when a later one was. */
export function judgeCode(
  secret: Uint8Array,
  digits: string,
  now: Temporal.Instant,
  lastStep: number | null,
): CodeVerdict {
  const timestamp = now.epochMilliseconds
  const delta = TOTP.validate({ token: digits, secret: asSecret(secret), timestamp, window: skew, ...shape })
  if (delta === null) return { is: 'wrong' }
  const step = TOTP.counter({ period: shape.period, timestamp }) + delta
  return lastStep !== null && step <= lastStep ? { is: 'used' } : { is: 'right', step }
}

/** The code that an authenticator shows at a moment. */
export function codeAt(secret: Uint8Array, at: Temporal.Instant): string {
  return TOTP.generate({ secret: asSecret(secret), timestamp: at.epochMilliseconds, ...shape })
}

/** A secret as people type it, and as the QR code carries it (`otpauth://`). */
export function tellSecret(secret: Uint8Array, login: string): { key: string; uri: string } {
  const totp = new TOTP({ issuer: 'Отклик', label: login, secret: asSecret(secret), ...shape })
  return { key: totp.secret.base32, uri: totp.toString() }
}

/** True shortly after signing in: the password need not be asked once more. */
export function isFresh(signedInAt: Temporal.Instant, now: Temporal.Instant): boolean {
  return Temporal.Instant.compare(signedInAt.add(freshness), now) > 0
}

function asSecret(bytes: Uint8Array): Secret {
  return Secret.fromHex(Buffer.from(bytes).toString('hex'))
}
