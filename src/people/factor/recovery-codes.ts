import type { Vault } from '../../platform/vault.ts'
import { makeReadable } from '../passwords.ts'

/** How many codes for a lost telephone are given at once. */
export const recoveryCodeCount = 10
const groups = 3

/** Codes shown once, three groups of four each: about 59 bits. */
export function makeRecoveryCodes(): string[] {
  return Array.from({ length: recoveryCodeCount }, () => makeReadable(groups))
}

/** A code as typed, without the spaces and dashes between its groups; null where it cannot be a recovery code. */
export function recoveryCodeOf(typed: string): string | null {
  const signs = typed.toLowerCase().replaceAll(/[\s\p{Dash}]/gu, '')
  return /^[a-z2-9]{12}$/.test(signs) ? signs : null
}

/** What is kept of a code: its keyed digest, of no use without the installation's key. */
export function recoveryDigest(vault: Vault, accountId: string, code: string): Buffer {
  return vault.digest('recovery-code', `${accountId}\0${recoveryCodeOf(code) ?? ''}`)
}
