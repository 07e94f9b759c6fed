/** How a refusal is told over HTTP. */
export type RefusalKind =
  | 'invalid'
  | 'unauthenticated'
  | 'forbidden'
  | 'not-found'
  | 'conflict'
  | 'too-many'
  | 'too-large'
  | 'unavailable'

/** An answer we foresaw: a reason named in a contract and a sentence a person can act on. */
export class Refusal extends Error {
  readonly kind: RefusalKind
  readonly reason: string
  readonly details: unknown

  constructor(kind: RefusalKind, reason: string, message: string, details?: unknown) {
    super(message)
    this.name = 'Refusal'
    this.kind = kind
    this.reason = reason
    this.details = details
  }
}

/** Throws a refusal; reads as a sentence at the place of the check. */
export function refuse(kind: RefusalKind, reason: string, message: string, details?: unknown): never {
  throw new Refusal(kind, reason, message, details)
}
