import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Found } from './mask-numbers.ts'
import { samples } from './mask-samples.ts'
import { maskPersonal } from './mask.ts'

type Labelled = { readonly text: string; readonly labels: readonly Found[] }

function read(sample: string): Labelled {
  const labels: Found[] = []
  let text = ''
  for (const part of sample.split(/(\{[a-z-]+:[^}]*\})/)) {
    const label = /^\{([a-z-]+):([^}]*)\}$/.exec(part)
    const words = label?.[2] ?? part
    if (label !== null)
      labels.push({ kind: label[1] as Found['kind'], from: text.length, to: text.length + words.length })
    text += words
  }
  return { text, labels }
}

const overlap = (a: Found, b: Found): boolean => a.kind === b.kind && a.from < b.to && b.from < a.to
const covers = (found: Found, label: Found): boolean =>
  found.kind === label.kind && found.from <= label.from && found.to >= label.to

function measure(kind?: Found['kind']): {
  found: number
  right: number
  labels: number
  covered: number
  misses: string[]
} {
  const sum = { found: 0, right: 0, labels: 0, covered: 0, misses: [] as string[] }
  for (const sample of samples) {
    const { text, labels } = read(sample)
    const found = maskPersonal(text).found.filter((piece) => kind === undefined || piece.kind === kind)
    const wanted = labels.filter((label) => kind === undefined || label.kind === kind)
    const wrong = found.filter((piece) => !wanted.some((label) => overlap(piece, label)))
    const missed = wanted.filter((label) => !found.some((piece) => covers(piece, label)))
    sum.found += found.length
    sum.right += found.length - wrong.length
    sum.labels += wanted.length
    sum.covered += wanted.length - missed.length
    for (const piece of wrong)
      sum.misses.push(`лишнее ${piece.kind} «${text.slice(piece.from, piece.to)}»: ${text}`)
    for (const piece of missed)
      sum.misses.push(`пропуск ${piece.kind} «${text.slice(piece.from, piece.to)}»: ${text}`)
  }
  return sum
}

test('masking keeps at least 97 % precision and recall on the labelled sentences', (t) => {
  for (const kind of [undefined, 'name', 'phone', 'flat'] as const) {
    const sum = measure(kind)
    const [precision, recall] = [sum.right / sum.found, sum.covered / sum.labels]
    t.diagnostic(
      `${kind ?? 'all'}: precision ${precision.toFixed(3)}, recall ${recall.toFixed(3)}, ${sum.labels} labels in ${samples.length} sentences`,
    )
    if (kind === undefined) {
      for (const miss of sum.misses) t.diagnostic(miss)
      assert.ok(precision >= 0.97 && recall >= 0.97, sum.misses.join('\n'))
    }
  }
})

test('words in brackets stand for what was masked', () => {
  const text = 'Петрова Анна Ивановна, тел. 89123456789, box@example.org, ул. Чехова, д. 3, кв. 5'
  assert.equal(maskPersonal(text).masked, '[имя], тел. [телефон], [почта], ул. Чехова, д. 3, [квартира]')
})

test('masking a masked text changes nothing', () => {
  for (const sample of samples) {
    const { masked } = maskPersonal(read(sample).text)
    assert.equal(maskPersonal(masked).masked, masked)
  }
})

test('fifty thousand hostile characters are masked within a second', () => {
  for (const piece of [
    '1 ',
    '1-',
    '9',
    'паспорт ',
    'А.',
    'Иванов ',
    'a@',
    'кв',
    'ул. ',
    'a.',
    '+7(',
    'тел ',
    'счет ',
    '123-',
    'с уважением, ',
  ]) {
    const text = piece.repeat(Math.ceil(50_000 / piece.length))
    const started = performance.now()
    maskPersonal(text)
    const took = performance.now() - started
    assert.ok(took < 1000, `${piece}: ${took.toFixed(0)} ms`)
  }
})
