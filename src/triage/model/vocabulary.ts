import { givenForms, patronymicForms } from '../text/given-names.ts'
import { stem } from './stem.ts'
import { fold, wordsOf } from './tokens.ts'

const LEAST_TEXTS = 20
const LEAST_LETTERS = 4

const isName = (form: string) => givenForms.has(form) || patronymicForms.has(form)

/**
 * Words that may be shown as reasons: those of at least 20 texts, without given names and digits, so that a reason is
 * always a common word and never what one resident alone wrote.
 */
export function readVocabulary(texts: readonly string[]): Map<string, string> {
  const seen = new Map<string, { texts: number; forms: Map<string, number> }>()
  for (const text of texts) {
    const forms = new Map<string, string>()
    for (const word of wordsOf(fold(text))) if (/^[а-я]+$/.test(word)) forms.set(stem(word), word)
    for (const [base, form] of forms) {
      let one = seen.get(base)
      if (one === undefined) seen.set(base, (one = { texts: 0, forms: new Map() }))
      one.texts += 1
      one.forms.set(form, (one.forms.get(form) ?? 0) + 1)
    }
  }
  const found = new Map<string, string>()
  for (const [base, one] of seen) {
    if (one.texts < LEAST_TEXTS || [...one.forms.keys()].some(isName)) continue
    const [usual = ''] =
      [...one.forms].toSorted(([a, often], [b, times]) => times - often || (a < b ? -1 : 1))[0] ?? []
    if (usual.length >= LEAST_LETTERS) found.set(base, usual)
  }
  return new Map([...found].toSorted(([one], [other]) => (one < other ? -1 : 1)))
}
