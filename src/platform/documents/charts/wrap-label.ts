import { fontOf } from '../text/fonts.ts'

const ellipsis = '…'
const widthOf = (text: string, size: number) => fontOf('sans').widthOf(text, size)

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
  const kept = lines.slice(0, most).map((one) => shorten(one, room, size))
  if (lines.length > most) {
    const last = kept.length - 1
    kept[last] = shorten(`${lines[last] ?? ''}${ellipsis}`, room, size)
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
