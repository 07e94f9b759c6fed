/** One look for every chart on paper; pixels, 96 to the inch. */
export const chartLook = {
  /** The width of the text: 165 mm. */
  width: 624,
  family: 'PT Sans',
  size: 11.5,
  text: '#1c2228',
  quiet: '#4a525b',
  line: '#aeb8be',
  hairline: '#e3e8ea',
  none: '#c3cad0',
} as const

/**
 * Colours of series in their order. The first four differ in lightness, so they are told apart in black and white; from
 * the fifth on bars are hollow. Told apart with any of the common colour vision deficiencies.
 */
export const seriesColours = [
  '#0d4a58',
  '#d79f2b',
  '#5b93a3',
  '#c5dde3',
  '#b3564a',
  '#9a86b8',
  '#7c9a5e',
  '#5b78b0',
  '#8a6a4c',
  '#b87f9c',
] as const

/** Strokes of lines in their order: solid, then dashes of growing length. */
export const lineStrokes = ['solid', [7, 4], [2, 3], [12, 4, 2, 4], [4, 2]] as const
export const lineMarks = ['circle', 'rect', 'triangle', 'diamond', 'emptyCircle'] as const

/** The first series whose bars are hollow, and the borders such bars take in turn. No patterns: their order in a PDF is chance. */
export const firstHollow = 4
export const hollowBorders = ['solid', 'dashed', 'dotted'] as const
