import { refuseSheet } from './sheet-refusals.ts'

/** Receives one complete element: its opening tag (without brackets) and its content, still as XML. */
export type ElementVisitor = (tag: string, content: string) => void

type Names = { open: string; close: string; end: string }

/**
 * Cuts a stream of XML text into the repeated elements of one container (`row` of `sheetData`, `si` of `sst`).
 * Knows only as much XML as spreadsheets use; refuses a document that ends inside the container.
 */
export function createElementScanner(
  container: string,
  element: string,
  longest: number,
  visit: ElementVisitor,
) {
  let rest = ''
  let names: Names | undefined
  let finished = false

  const enter = (): boolean => {
    const found = new RegExp(`<([\\w.-]+:)?${container}(?=[\\s/>])[^>]*?(/?)>`).exec(rest)
    if (!found) return false
    const prefix = found[1] ?? ''
    names = { open: `<${prefix}${element}`, close: `</${prefix}${element}>`, end: `</${prefix}${container}` }
    finished = found[2] === '/'
    rest = rest.slice(found.index + found[0].length)
    return true
  }

  const scan = ({ open, close, end }: Names): void => {
    let at = rest.indexOf('<')
    let consumed = 0
    while (at >= 0) {
      const tagEnd = rest.indexOf('>', at)
      if (tagEnd < 0) break
      if (rest.startsWith(open, at)) {
        const empty = rest.charCodeAt(tagEnd - 1) === 47
        const closeAt = empty ? tagEnd + 1 : rest.indexOf(close, tagEnd)
        if (closeAt < 0) break
        visit(rest.slice(at + 1, empty ? tagEnd - 1 : tagEnd), empty ? '' : rest.slice(tagEnd + 1, closeAt))
        consumed = empty ? closeAt : closeAt + close.length
      } else if (rest.startsWith(end, at)) {
        finished = true
        break
      } else consumed = tagEnd + 1
      at = rest.indexOf('<', consumed)
    }
    rest = finished ? '' : rest.slice(consumed)
    if (rest.length > longest) refuseSheet('file-damaged')
  }

  return {
    /** Feeds the next piece of text. */
    push(text: string): void {
      if (finished) return
      rest += text
      if (!names && !enter()) {
        if (rest.length > longest) refuseSheet('file-damaged')
        return
      }
      if (names && !finished) scan(names)
    },
    /** Says that no text follows. */
    end(): void {
      if (!finished) refuseSheet('file-damaged')
    },
  }
}
