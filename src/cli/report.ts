import { mkdir, writeFile } from 'node:fs/promises'
import { userInfo } from 'node:os'
import { join } from 'node:path'
import { loadCentre } from '../charter/index.ts'
import { caseSorting } from '../intake/index.ts'
import { atDeskOf, systemActor } from '../people/index.ts'
import { systemClock } from '../platform/clock.ts'
import type { DocumentFormat } from '../platform/documents/document.ts'
import { renderDocument } from '../platform/documents/index.ts'
import { refuse } from '../platform/refusal.ts'
import { fileNameOf, giveReport, type GivenReport } from '../reports/index.ts'
import type { Call, Command, Option, Outcome } from './command.ts'

const formats: readonly DocumentFormat[] = ['docx', 'xlsx', 'pdf']
const example = 'otklik report weekly --centre example --period 2026-W46 --out reports'

const text = (value: string, ru: string, en: string): Option => ({ type: 'string', value, help: { ru, en } })

/** Makes the files of a report: of its approved version, or of a draft counted here. */
export const report: Command = {
  name: 'report',
  usage: 'CODE --centre CENTRE --period PERIOD',
  summary: {
    ru: 'сделать файлы отчёта за период: утверждённого или черновика, посчитанного здесь же',
    en: 'make the files of a report of a period: of the approved one, or of a draft counted here',
  },
  options: {
    centre: text('C', 'центр, например example', 'the centre, e.g. example'),
    period: text('P', 'период: 2026-W46, 2026-10, 2026-Q3, 2025, 2026-11-19', 'the period, e.g. 2026-W46'),
    'as-of': text(
      'MOMENT',
      'на какой момент считать (по умолчанию сейчас)',
      'the moment from which figures are seen (now)',
    ),
    out: text('DIR', 'папка для файлов (по умолчанию нынешняя)', 'folder for the files'),
    format: text('LIST', 'docx,xlsx,pdf (по умолчанию все)', 'docx,xlsx,pdf (all)'),
  },
  async run(call) {
    const { positionals, path, open, progress, settings } = call
    const code = positionals[0] ?? refuse('invalid', 'no-report', `Укажите отчёт: ${example}.`)
    const [slug, period] = [needed(call, 'centre'), needed(call, 'period')]
    const asked = formatsOf(call.values['format'])
    const { db, vault } = await open()
    const centre = await loadCentre(db, slug)
    const now = settings.clock ?? systemClock()
    const asOf = momentOf(call.values['as-of'], centre.zone)
    const actor = systemActor(`командная строка (${userInfo().username})`)
    progress('Считаю показатели…')
    const given = await atDeskOf(db, { centre, actor, now, vault }, (desk) =>
      giveReport(desk, { code, period, asOf }, caseSorting),
    )
    const out = path(typeof call.values['out'] === 'string' ? call.values['out'] : '.')
    await mkdir(out, { recursive: true })
    const files: string[] = []
    for (const format of asked) {
      progress(`Пишу ${format.toUpperCase()}…`)
      const file = join(out, fileNameOf(slug, code, period, format))
      await writeFile(file, await renderDocument(given.document, format))
      files.push(file)
    }
    return outcomeOf(files, given)
  },
}

function needed({ values }: Call, option: string): string {
  const value = values[option]
  if (typeof value === 'string' && value !== '') return value
  return refuse('invalid', 'option-missing', `Укажите --${option}: ${example}.`)
}

function formatsOf(given: Call['values'][string]): DocumentFormat[] {
  if (typeof given !== 'string') return [...formats]
  const asked = given.split(',').map((one) => one.trim().toLowerCase())
  const unknown = asked.find((one) => !(formats as readonly string[]).includes(one))
  if (unknown !== undefined)
    refuse('invalid', 'unknown-format', `Формата «${unknown}» нет: есть ${formats.join(', ')}.`)
  return [...new Set(asked)] as DocumentFormat[]
}

function momentOf(given: Call['values'][string], zone: string): Temporal.Instant | undefined {
  if (typeof given !== 'string') return undefined
  try {
    if (/(Z|[+-]\d{2}:?\d{2})$/i.test(given)) return Temporal.Instant.from(given)
    return Temporal.PlainDateTime.from(given).toZonedDateTime(zone).toInstant()
  } catch {
    return refuse(
      'invalid',
      'unreadable-moment',
      `Не понимаю момент «${given.slice(0, 40)}»: напишите его как 2026-11-13T08:00 (по часам центра) или 2026-11-13T08:00+05:00.`,
    )
  }
}

type Told = { value: number | null; of: number | null; previous: number | null }

function outcomeOf(files: string[], { content, due, window, asOf, source, number }: GivenReport): Outcome {
  const figuresOf = (slice: GivenReport['content']['slices'][number]): Record<string, Told> =>
    Object.fromEntries(slice.figures.map(({ code, value, of, previous }) => [code, { value, of, previous }]))
  const [first, ...others] = content.slices
  const slices = Object.fromEntries(others.map((slice) => [slice.code, figuresOf(slice)]))
  const json = {
    files,
    figures: figuresOf(first!),
    ...(others.length > 0 ? { slices } : {}),
    due,
    window,
    asOf,
    source,
    number,
  }
  const what =
    source === 'approved'
      ? `утверждённый отчёт № ${number}`
      : 'черновик, утверждённого отчёта нет или задан момент'
  return {
    json,
    lines: [
      `${what}: с ${window.from} по ${window.to}, срок ${due ?? 'уставом не назван'}`,
      ...first!.figures.map(
        ({ name, value, previous }) => `${name.padEnd(32)}${told(value)}${told(previous)}`,
      ),
      ...files,
    ],
  }
}

const told = (value: number | null) => (value === null ? '—' : String(value)).padStart(10)
