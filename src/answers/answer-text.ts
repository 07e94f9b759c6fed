import { refuse } from '../platform/refusal.ts'
import { seal, unseal, type Vault } from '../platform/vault.ts'
import { maskPersonal } from '../triage/text/mask.ts'

/** Where a sealed answer stands: bytes moved elsewhere do not open. */
export interface AnswerPlace {
  centreId: number
  submissionId: string
  answerId: string
}

const context = ({ centreId, submissionId, answerId }: AnswerPlace) =>
  `${centreId}/${submissionId}/answer/${answerId}`

/** Seals an answer under the submission's key; refuses when the key was destroyed by an act. */
export function sealAnswer(
  vault: Vault,
  wrappedKey: Uint8Array | null,
  place: AnswerPlace,
  text: string,
): Buffer {
  if (!wrappedKey) {
    refuse(
      'conflict',
      'erased',
      'Данные обращения уничтожены по акту: отвечать по нему в системе уже нельзя.',
    )
  }
  return seal(vault.unwrap(wrappedKey), text, context(place))
}

/** Opens an answer; null once the key was destroyed. */
export function answerText(
  vault: Vault,
  wrappedKey: Uint8Array | null,
  place: AnswerPlace,
  sealed: Uint8Array,
): string | null {
  return wrappedKey ? unseal(vault.unwrap(wrappedKey), sealed, context(place)).toString('utf8') : null
}

/** The text as lists may show it: without names, telephones and other personal data that patterns find. */
export function maskedAnswer(text: string): string {
  return maskPersonal(text).masked
}
