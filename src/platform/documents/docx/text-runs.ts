import { type IParagraphOptions, type IRunOptions, Paragraph, TextRun } from 'docx'

/** Runs of a text; each new line of it begins on a line of its own. */
export function runsOf(text: string, run: Omit<IRunOptions, 'text' | 'children'> = {}): TextRun[] {
  return text.split('\n').map((line, index) => new TextRun({ ...run, text: line, break: index > 0 ? 1 : 0 }))
}

/** A paragraph of one style. */
export function paragraphOf(
  style: string,
  text: string,
  options: IParagraphOptions = {},
  run: Omit<IRunOptions, 'text' | 'children'> = {},
): Paragraph {
  return new Paragraph({ ...options, style, children: runsOf(text, run) })
}
