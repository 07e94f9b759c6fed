import { fontOf } from '../text/fonts.ts'

const ellipsis = '…'
const widthOf = (text: string, size: number) => fontOf('sans').widthOf(text, size)

/**
 * The chart library keeps measured texts in a plain object: a text that is also the name of something every object has
 * (`__proto__`) would be written over it, for the whole process. A space that holds behind it makes it another text.
 */
export function harmless(text: string): string {
  return text in Object.prototype ? `${text}\u00A0` : text
}

/** Cuts a name into lines no wider than `room` pixels; what is beyond `most` lines ends in an ellipsis. */
export function wrapLabel(name: string, room: number, most: number, size: number): string[] {
  const lines: string[] = []
  let line = ''
  for (const word of name.split(/\s+/)) {
    const longer = line === '' ? word : `${line} ${word}`
    if (widthOf(longer, size) <= room) {
      line = longer
      continue
    }
    if (line !== '') lines.push(line)
    line = word
  }
  lines.push(line)
  const kept = lines.slice(0, most).map((one) => harmless(shorten(one, room, size)))
  if (lines.length > most) {
    const last = kept.length - 1
    kept[last] = harmless(shorten(`${lines[last] ?? ''}${ellipsis}`, room, size))
  }
  return kept
}

function shorten(text: string, room: number, size: number): string {
  if (widthOf(text, size) <= room) return text
  const letters = Array.from(text.replace(ellipsis, '').slice(0, 400))
  while (letters.length > 1 && widthOf(`${letters.join('')}${ellipsis}`, size) > room) letters.pop()
  return `${letters.join('')}${ellipsis}`
}

/** The widest of several names in pixels. */
export function widestLabel(names: readonly string[], size: number): number {
  return names.reduce((most, name) => Math.max(most, widthOf(name, size)), 0)
}
