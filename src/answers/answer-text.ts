import { refuse } from '../platform/refusal.ts'
import type { Vault } from '../platform/vault.ts'
import { openField, openKey, sealField, type SealedPlace } from '../residents/index.ts'
import { maskPersonal } from '../triage/index.ts'

/** Where an answer is sealed: under the key of the case's first submission, wrapped; null once destroyed. */
export interface AnswerSeal extends SealedPlace {
  wrappedKey: Uint8Array | null
}

/** Seals an answer's text; refuses when the key was destroyed by an act. */
export function sealAnswer(vault: Vault, seal: AnswerSeal, answerId: string, text: string): Buffer {
  const opener = openKey(vault, seal, seal.wrappedKey)
  if (!opener) {
    refuse(
      'conflict',
      'erased',
      'Данные обращения уничтожены по акту: отвечать по нему в системе уже нельзя.',
    )
  }
  return sealField(opener, `answer:${answerId}`, text)
}

/** Opens an answer; null once the key was destroyed. */
export function answerText(
  vault: Vault,
  seal: AnswerSeal,
  answerId: string,
  sealed: Uint8Array,
): string | null {
  const opener = openKey(vault, seal, seal.wrappedKey)
  return opener && openField(opener, `answer:${answerId}`, sealed).toString()
}

/** The text as lists may show it: without names, telephones and other personal data that patterns find. */
export function maskedAnswer(text: string): string {
  return maskPersonal(text).masked
}
