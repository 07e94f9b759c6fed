import { AlignmentType, BorderStyle, type IStylesOptions, LineRuleType } from 'docx'
import { ink } from '../layout/prepared.ts'

/** Millimetres in twentieths of a point. */
export const twips = (millimetres: number): number => Math.round((millimetres * 1440) / 25.4)
/** Points in half points. */
export const halfPoints = (points: number): number => Math.round(points * 2)

const sans = 'PT Sans'
const serif = 'PT Serif'
const around = (before: number, after: number, line = 1) => ({
  before: twips(before),
  after: twips(after),
  line: Math.round(line * 240),
  lineRule: LineRuleType.AUTO,
})
const still = { suppressAutoHyphens: true } as const

/** The styles of an official paper, by the names Word shows; headings are real headings. */
export const wordStyles: IStylesOptions = {
  default: {
    document: {
      run: { font: serif, size: halfPoints(12), color: ink.text, language: { value: 'ru-RU' } },
      paragraph: { spacing: around(0, 0) },
    },
    title: {
      run: { font: serif, size: halfPoints(15), bold: true, color: ink.text },
      paragraph: { ...still, alignment: AlignmentType.CENTER, keepNext: true, spacing: around(8, 2) },
    },
    heading1: {
      run: { font: serif, size: halfPoints(14), bold: true, color: ink.accent },
      paragraph: { ...still, keepNext: true, keepLines: true, spacing: around(7, 3) },
    },
    heading2: {
      run: { font: serif, size: halfPoints(12.5), bold: true, color: ink.text },
      paragraph: { ...still, keepNext: true, keepLines: true, spacing: around(5, 2.4) },
    },
  },
  paragraphStyles: [
    style('Subtitle', 'Subtitle', 12, {
      alignment: AlignmentType.CENTER,
      keepNext: true,
      spacing: around(0, 6),
    }),
    style('LetterheadBody', 'Бланк: организация', 13, centred(1), { bold: true }),
    style('LetterheadUnit', 'Бланк: подразделение', 12, centred(1), { bold: true }),
    style('LetterheadContact', 'Бланк: адрес', 8.5, centred(0.6), { font: sans, color: ink.quiet }),
    style('LetterheadRule', 'Бланк: линия', 3, {
      spacing: around(0, 5),
      border: { top: { style: BorderStyle.THIN_THICK_SMALL_GAP, size: 18, color: ink.accent, space: 1 } },
    }),
    style('Requisites', 'Реквизиты', 11, { ...still, spacing: around(0, 0.6) }),
    style('BodyText', 'Основной текст', 12, {
      alignment: AlignmentType.JUSTIFIED,
      indent: { firstLine: twips(12.5) },
      spacing: around(0, 1.6, 1.1),
    }),
    style('Note', 'Примечание', 8.5, { spacing: around(1.2, 4) }, { font: sans, color: ink.quiet }),
    style('Remark', 'Пояснение', 9.5, { spacing: around(1.6, 2.4) }, { font: sans, color: ink.quiet }),
    style(
      'Missing',
      'Нет сведений',
      10.5,
      {
        spacing: around(3, 3),
        indent: { left: twips(4) },
        border: { left: { style: BorderStyle.SINGLE, size: 14, color: ink.missing, space: 8 } },
      },
      { font: sans },
    ),
    style('DashList', 'Перечень', 12, {
      alignment: AlignmentType.JUSTIFIED,
      spacing: around(0, 1, 1.1),
    }),
    style(
      'TableCaption',
      'Название таблицы',
      10,
      {
        ...still,
        keepNext: true,
        spacing: around(4, 1.8),
      },
      { font: sans, bold: true },
    ),
    style(
      'FigureCaption',
      'Название рисунка',
      10,
      { ...still, alignment: AlignmentType.CENTER, spacing: around(1.4, 5) },
      { font: sans, bold: true },
    ),
    style('Figure', 'Рисунок', 12, {
      alignment: AlignmentType.CENTER,
      keepNext: true,
      spacing: around(4, 0),
    }),
    style('TableText', 'Текст таблицы', 9.5, {}, { font: sans }),
    style('TableHead', 'Шапка таблицы', 9.5, { keepNext: true }, { font: sans, bold: true }),
    style(
      'FigureName',
      'Показатель: название',
      8.5,
      { ...still, keepNext: true },
      { font: sans, color: ink.quiet },
    ),
    style(
      'FigureValue',
      'Показатель: значение',
      17,
      { keepNext: true },
      { font: sans, bold: true, color: ink.accent },
    ),
    style('FigureChange', 'Показатель: изменение', 9, {}, { font: sans, color: ink.quiet }),
    style('Signature', 'Подпись', 12, { ...still, keepLines: true }),
    style(
      'Draft',
      'Проект',
      9,
      { alignment: AlignmentType.RIGHT },
      { font: sans, bold: true, color: ink.bad, characterSpacing: 22 },
    ),
    style(
      'PageFoot',
      'Нижний колонтитул',
      8,
      {
        border: { top: { style: BorderStyle.SINGLE, size: 4, color: ink.line, space: 4 } },
      },
      { font: sans, color: ink.quiet },
    ),
  ],
}

type Style = NonNullable<IStylesOptions['paragraphStyles']>[number]

function style(
  id: string,
  name: string,
  points: number,
  paragraph: Style['paragraph'],
  run: Style['run'] = {},
): Style {
  return {
    id,
    name,
    basedOn: 'Normal',
    next: id === 'BodyText' ? id : 'BodyText',
    quickFormat: true,
    run: { size: halfPoints(points), ...run },
    paragraph,
  }
}

function centred(after: number): Style['paragraph'] {
  return { ...still, alignment: AlignmentType.CENTER, spacing: around(0, after) }
}
