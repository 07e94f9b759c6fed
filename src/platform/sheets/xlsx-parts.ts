import { decodeXmlText } from './xml-text.ts'

/** A worksheet as the workbook lists it; `part` is its path inside the archive. */
export type WorkbookSheet = { readonly name: string; readonly part: string; readonly hidden: boolean }

/** The worksheets of a workbook in their order, from its two small parts. */
export function parseWorkbook(
  workbook: string,
  relations: string,
): { sheets: WorkbookSheet[]; date1904: boolean } {
  const targets = new Map(
    tagsOf(relations, 'Relationship').map((tag) => [attribute(tag, 'Id'), attribute(tag, 'Target')] as const),
  )
  const sheets = tagsOf(workbook, 'sheet').map((tag) => ({
    name: attribute(tag, 'name') ?? '',
    part: partPath(targets.get(attribute(tag, '[\\w.-]+:id')) ?? ''),
    hidden: (attribute(tag, 'state') ?? 'visible') !== 'visible',
  }))
  const properties = tagsOf(workbook, 'workbookPr')[0] ?? ''
  return { sheets, date1904: /\sdate1904="(1|true)"/.test(properties) }
}

function partPath(target: string): string {
  return target.startsWith('/') ? target.slice(1) : `xl/${target.replace(/^\.\//, '')}`
}

/** For each cell style, whether a number in it is a date or a time. */
export function parseDateStyles(styles: string): boolean[] {
  const formats = new Map(
    tagsOf(styles, 'numFmt').map(
      (tag) => [Number(attribute(tag, 'numFmtId')), attribute(tag, 'formatCode') ?? ''] as const,
    ),
  )
  const cellFormats = /<(?:[\w.-]+:)?cellXfs[\s>][\s\S]*?<\/(?:[\w.-]+:)?cellXfs>/.exec(styles)?.[0] ?? ''
  return tagsOf(cellFormats, 'xf').map((tag) => {
    const id = Number(attribute(tag, 'numFmtId') ?? 0)
    const format = formats.get(id)
    return format === undefined ? isBuiltInDate(id) : isDateFormat(format)
  })
}

// ECMA-376 part 1, 18.8.30: 14–22 and 45–47 everywhere, 27–36 and 50–58 in East Asian locales.
function isBuiltInDate(id: number): boolean {
  return (
    (id >= 14 && id <= 22) ||
    (id >= 27 && id <= 36) ||
    (id >= 45 && id <= 47 && id !== 46) ||
    (id >= 50 && id <= 58)
  )
}

/** True if a number format shows a date or a time of day; elapsed hours `[h]` are a number of days, not a moment. */
export function isDateFormat(format: string): boolean {
  if (/\[(h+|m+|s+|ч+|м+|с+)\]/i.test(format)) return false
  const bare = (format.split(';')[0] ?? '').replaceAll(/"[^"]*"|\\.|_.|\*.|\[[^\]]*\]/g, '')
  return !/general|основной/i.test(bare) && /[dmyhsдмгчс]/i.test(bare)
}

function tagsOf(xml: string, name: string): string[] {
  return xml.match(new RegExp(`<(?:[\\w.-]+:)?${name}(?=[\\s/>])[^>]*>`, 'g')) ?? []
}

function attribute(tag: string, name: string): string | undefined {
  const found = new RegExp(`\\s${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(tag)
  const value = found?.[1] ?? found?.[2]
  return value === undefined ? undefined : decodeXmlText(value)
}
