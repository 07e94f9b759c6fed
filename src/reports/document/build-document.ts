import type { Centre } from '../../charter/index.ts'
import type { ReportRule } from '../../charter/contract.ts'
import { epochDay, daysInWords } from '../../calendar/index.ts'
import type { Block, OfficialDocument } from '../../platform/documents/document.ts'
import type { ReportContent } from '../contract-content.ts'
import type { Slot } from '../parts/slots.ts'
import type { Period } from '../periods/period.ts'
import { sectionBlocks, sectionTitles } from './section-blocks.ts'
import { capital, tellDay, tellMoment } from './tell.ts'

/** Who approved, under which number, when. */
export interface Approval {
  number: string
  on: Temporal.PlainDate
  at: Temporal.Instant
  name: string
  role: string
  position: string
}

export interface DocumentParts {
  centre: Centre
  rule: ReportRule
  period: Period
  content: ReportContent
  slots: readonly Slot[]
  asOf: Temporal.Instant
  /** Null while it is a draft. */
  approval: Approval | null
  /** Of a correction: number and day of the version before it. */
  corrects: { number: string; on: Temporal.PlainDate } | null
}

/** A report as a document: pure, so the same parts are the same document. */
export function buildDocument(parts: DocumentParts): OfficialDocument {
  const { centre, rule, period, asOf, approval, corrects } = parts
  const { requisites, name } = centre.charter.centre
  const contacts = [requisites?.phone, requisites?.email, requisites?.site].filter(Boolean).join(', ')
  const madeAt = (approval?.at ?? asOf).toZonedDateTimeISO(centre.zone)
  return {
    letterhead: [requisites?.body, name, requisites?.address, contacts].filter((line) => !!line) as string[],
    title: rule.name,
    subtitle: [
      capital(period.words),
      ...(corrects ? [`взамен отчёта № ${corrects.number} от ${tellDay(corrects.on)}`] : []),
    ].join('; '),
    registration: approval ? { number: approval.number, date: tellDay(approval.on) } : null,
    addressees: rule.to.map(capital),
    approval: approval
      ? {
          position: approval.position,
          name: approval.name,
          moment: tellMoment(approval.at, centre.zone),
        }
      : null,
    blocks: blocksOf(parts),
    signatures: rule.signatures.map((role) => ({
      position: centre.roles.get(role)?.name ?? role,
      name: approval?.role === role ? approval.name : null,
    })),
    footer: `Отклик. Цифры на ${tellMoment(asOf, centre.zone)}`,
    madeAt: madeAt.toString({ timeZoneName: 'never', fractionalSecondDigits: 0 }),
  }
}

function blocksOf({ centre, rule, period, content, slots, asOf }: DocumentParts): Block[] {
  const sheets = new Set<string>()
  const sheet = (name: string) => {
    let unique = name
    for (let next = 2; sheets.has(unique); next += 1) unique = `${name} (${next})`
    sheets.add(unique)
    return unique
  }
  const year = period.to.year
  const several = content.slices.length > 1
  const ofSlices = content.slices.flatMap((slice, place): Block[] => [
    ...(several ? [heading(slice.name ?? '', 1)] : []),
    ...rule.sections
      .filter((section) => place === 0 || section !== 'indicators')
      .flatMap((section) => {
        const blocks = sectionBlocks({ content, slice, year, sheet }, section)
        return blocks.length === 0 ? [] : [heading(sectionTitles[section], several ? 2 : 1), ...blocks]
      }),
  ])
  return [
    ...partBlocks(slots, 'before'),
    ...ofSlices,
    ...partBlocks(slots, 'after'),
    ...(rule.sections.includes('figures') ? formulaBlocks(content) : []),
    { kind: 'paragraph', tone: 'note', text: aboutFigures({ centre, period, content, asOf }) },
  ]
}

const heading = (text: string, level: 1 | 2): Block => ({ kind: 'heading', level, text })

function partBlocks(slots: readonly Slot[], place: 'before' | 'after'): Block[] {
  const own = slots.filter(({ part }) => part.place === place)
  const parts = Map.groupBy(own, ({ part }) => part.code)
  return [...parts.values()].flatMap((group) => [
    heading(group[0]!.part.title, 1),
    ...group.filter(({ text }) => text !== '').flatMap(textBlocks),
    ...missingBlock(group.filter(({ text }) => text === '')),
  ])
}

function textBlocks({ block, blockName, text }: Slot): Block[] {
  const lines = text.split(/\n+/).map((line) => line.trim())
  return [
    ...(block === '' ? [] : [heading(blockName, 2)]),
    ...lines.filter((line) => line !== '').map((line) => ({ kind: 'paragraph', text: line }) as const),
  ]
}

function missingBlock(missing: readonly Slot[]): Block[] {
  if (missing.length === 0) return []
  const blocks = missing.map(({ blockName }) => blockName).filter((name) => name !== '')
  const text =
    blocks.length > 0
      ? `Не представили: ${blocks.join('; ')}.`
      : `Не представлено. Заполняет: ${missing[0]!.who}.`
  return [{ kind: 'paragraph', tone: 'missing', text }]
}

function formulaBlocks({ slices }: ReportContent): Block[] {
  const items = slices[0]!.figures.map(({ name, formula }) => `${name}: ${lower(formula)}.`)
  return [heading('Как считаются показатели', 1), { kind: 'list', items }]
}

const lower = (phrase: string) => phrase.charAt(0).toLocaleLowerCase('ru') + phrase.slice(1)

function aboutFigures({
  centre,
  period,
  content,
  asOf,
}: Pick<DocumentParts, 'centre' | 'period' | 'content' | 'asOf'>): string {
  const { from, to } = content.previous
  const day = (text: string) => epochDay(Temporal.PlainDate.from(text))
  const today = asOf.toZonedDateTimeISO(centre.zone).toPlainDate()
  const unfinished =
    Temporal.PlainDate.compare(today, period.to) <= 0
      ? ' Период ещё не кончился: сочтено то, что уже было.'
      : ''
  return `Цифры на ${tellMoment(asOf, centre.zone)}; прошлый период — ${daysInWords(day(from), day(to))}.${unfinished}`
}
