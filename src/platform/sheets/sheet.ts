/** What a cell may hold: text, number, flag, a local date with time, a time of day, or nothing. */
export type SheetValue = string | number | boolean | Temporal.PlainDateTime | Temporal.PlainTime | null

/** One row; `number` is what Excel shows beside it (1-based), trailing empty cells may be missing. */
export type SheetRow = { readonly number: number; readonly values: readonly SheetValue[] }

/** How the bytes were understood. */
export type SheetEncoding = 'utf-8' | 'windows-1251' | 'utf-16le' | 'utf-16be'

/** A character between the fields of a CSV file. */
export type Delimiter = ';' | ',' | '\t'

/** A recognised table; `rows()` streams it from the beginning each time it is called and skips empty rows. */
export type Sheet = {
  readonly format: 'xlsx' | 'csv'
  readonly fileName: string
  readonly encoding: SheetEncoding
  readonly delimiter?: Delimiter
  readonly sheetName?: string
  readonly sheetNames?: readonly string[]
  rows(): AsyncGenerator<SheetRow, void, undefined>
}

/** Bounds that keep a hostile or mistaken file from harming the server; sizes in bytes. */
export type SheetLimits = {
  readonly fileBytes: number
  /** Total that an archive may unpack to. */
  readonly unpackedBytes: number
  /** Parts that must be held in memory while rows are read (shared strings, styles). */
  readonly heldBytes: number
  /** Unpacked size over packed size of one part, looked at for parts above 10 MB. */
  readonly ratio: number
  /** Characters of one row. */
  readonly rowCharacters: number
}

/** Limits used where an installation sets none. */
export const defaultSheetLimits: SheetLimits = {
  fileBytes: 200 * 1024 * 1024,
  unpackedBytes: 2 * 1024 * 1024 * 1024,
  heldBytes: 128 * 1024 * 1024,
  ratio: 250,
  rowCharacters: 4 * 1024 * 1024,
}
