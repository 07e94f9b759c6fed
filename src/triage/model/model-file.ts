import * as z from 'zod'
import { refuse } from '../../platform/refusal.ts'
import { bucketCount } from './buckets.ts'
import { answerCount, type Model } from './model.ts'

const MAGIC = 'OTKLIKM'
const FORMAT = 2
const HEAD = 16

const header = z.object({
  seed: z.int(),
  rows: z.int(),
  buckets: z.int(),
  entries: z.int().min(0),
  labels: z
    .array(
      z.object({
        name: z.string(),
        values: z.array(z.string()).min(2),
        counts: z.array(z.int()),
        biases: z.array(z.number()),
        scale: z.number(),
        priorCorrection: z.number(),
        trust: z.object({
          slope: z.number().positive(),
          offset: z.number(),
          leans: z.array(z.number()),
          ceiling: z.number(),
        }),
        heldBack: z.int(),
      }),
    )
    .min(1),
  vocabulary: z.array(z.tuple([z.string(), z.string()])),
})

/**
 * A model as bytes: the name of the format with its number, a checksum, the header's length, the header in JSON, then a
 * byte of rarity per bucket, entries per bucket (LEB128), answers (16 bits, little end first), weights (a byte each).
 */
export function encodeModel(model: Model): Uint8Array {
  const { seed, rows, labels, rarity, starts, entries, vocabulary } = model
  const head = {
    seed,
    rows,
    buckets: bucketCount,
    entries: entries.length,
    labels,
    vocabulary: [...vocabulary],
  }
  const json = new TextEncoder().encode(JSON.stringify(head))
  const bytes = new Uint8Array(HEAD + json.length + bucketCount * 4 + entries.length * 3)
  bytes.set(json, HEAD)
  let end = HEAD + json.length
  bytes.set(rarity, end)
  end += bucketCount
  for (let bucket = 0; bucket < bucketCount; bucket += 1) {
    let count = starts[bucket + 1]! - starts[bucket]!
    for (; count > 127; count >>>= 7) bytes[end++] = (count & 127) | 128
    bytes[end++] = count
  }
  for (const entry of entries) {
    bytes[end++] = (entry >> 8) & 255
    bytes[end++] = entry >> 16
  }
  for (const entry of entries) bytes[end++] = entry & 255
  const whole = bytes.slice(0, end)
  const view = new DataView(whole.buffer)
  for (let at = 0; at < MAGIC.length; at += 1) view.setUint8(at, MAGIC.charCodeAt(at))
  view.setUint8(MAGIC.length, FORMAT)
  view.setUint32(12, json.length, true)
  view.setUint32(8, checksum(whole.subarray(12)), true)
  return whole
}

/** Reads a model back; refuses bytes that are no model, are cut off or changed, or come from a newer program. */
export function decodeModel(bytes: Uint8Array): Model {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const named = bytes.length > HEAD && String.fromCharCode(...bytes.subarray(0, MAGIC.length)) === MAGIC
  if (!named)
    refuse('invalid', 'not-a-model', 'Это не файл модели: укажите файл, который записал otklik train.')
  if (bytes[MAGIC.length] !== FORMAT) {
    refuse(
      'invalid',
      'other-format',
      'Модель записана другой версией программы: обучите её заново (otklik train).',
    )
  }
  if (view.getUint32(8, true) !== checksum(bytes.subarray(12))) {
    refuse(
      'invalid',
      'model-broken',
      'Файл модели повреждён: скопируйте его ещё раз или обучите модель заново.',
    )
  }
  const length = view.getUint32(12, true)
  const head = header.parse(JSON.parse(new TextDecoder().decode(bytes.subarray(HEAD, HEAD + length))))
  if (head.buckets !== bucketCount) {
    refuse(
      'invalid',
      'other-format',
      'Модель записана другой версией программы: обучите её заново (otklik train).',
    )
  }
  let at = HEAD + length
  const rarity = bytes.slice(at, (at += bucketCount))
  const starts = new Uint32Array(bucketCount + 1)
  for (let bucket = 0; bucket < bucketCount; bucket += 1) {
    let [count, shift] = [0, 0]
    let byte = bytes[at++]!
    for (; byte > 127; byte = bytes[at++]!, shift += 7) count |= (byte & 127) << shift
    starts[bucket + 1] = starts[bucket]! + (count | (byte << shift))
  }
  const entries = new Int32Array(head.entries)
  const weights = at + head.entries * 2
  for (let entry = 0; entry < entries.length; entry += 1, at += 2) {
    entries[entry] = (bytes[at]! << 8) | (bytes[at + 1]! << 16) | bytes[weights + entry]!
  }
  const { seed, rows, labels, vocabulary } = head
  const model = { seed, rows, labels, rarity, starts, entries, vocabulary: new Map(vocabulary) }
  const answers = answerCount(labels)
  if (starts[bucketCount] !== entries.length || entries.some((entry) => entry >> 8 >= answers)) {
    refuse(
      'invalid',
      'model-broken',
      'Файл модели повреждён: скопируйте его ещё раз или обучите модель заново.',
    )
  }
  return model
}

/** A short name of exactly this model: eight hexadecimal digits of its bytes. */
export function modelVersion(model: Model): string {
  return checksum(encodeModel(model)).toString(16).padStart(8, '0')
}

// FNV-1a: notices damage, proves nothing about the sender.
function checksum(bytes: Uint8Array): number {
  let sum = 0x811c9dc5
  for (let at = 0; at < bytes.length; at += 1) sum = Math.imul(sum ^ bytes[at]!, 0x01000193)
  return sum >>> 0
}
