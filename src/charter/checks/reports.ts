import { type ReportRule, bySectorBlocks } from '../contract.ts'
import type { Check, CheckInput, Found } from './check.ts'
import { patternLetters } from './numbering.ts'

const senses = ['weekday', 'dayOfMonth', 'workingDayOfMonth', 'daysAfter'] as const
const week = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun']

/** A report's term has one sense that fits its period, its week has seven days, and whoever fills or approves it may. */
export const checkReports: Check = (input) => {
  const { reports = [], reportNumbering } = input.readable
  const pattern = reportNumbering && patternLetters(reportNumbering)
  return [
    ...reports.flatMap((rule, i) => [
      ...dueProblems(rule, i),
      ...windowProblems(rule, i),
      ...codeProblems(rule, i),
      ...rightProblems(rule, i, input),
    ]),
    ...(typeof pattern === 'string' ? [{ keys: ['reportNumbering', 'pattern'], message: pattern }] : []),
  ]
}

function dueProblems({ due, period }: ReportRule, i: number): Found[] {
  if (!due) return []
  const keys = ['reports', i, 'due']
  const given = senses.filter((sense) => due[sense] !== undefined)
  const found: Found[] = []
  if (given.length !== 1) {
    const what =
      given.length === 0
        ? 'не сказано, когда отчёт должен быть готов'
        : `срок назван ${given.length} способами`
    found.push({ keys, message: `${what}: оставьте одно из ${senses.join(', ')}` })
  }
  if (due.weekday !== undefined && period !== 'week') {
    found.push({
      keys: [...keys, 'weekday'],
      message: `день недели бывает у недельного отчёта, а здесь period: ${period}`,
    })
  }
  if ((due.dayOfMonth ?? due.workingDayOfMonth) !== undefined && (period === 'day' || period === 'week')) {
    found.push({
      keys,
      message: `число месяца не подходит к period: ${period}: укажите weekday или daysAfter`,
    })
  }
  if (due.before && due.dayOfMonth === undefined) {
    found.push({
      keys: [...keys, 'before'],
      message: 'before («до … числа») имеет смысл только с dayOfMonth',
    })
  }
  return found
}

function windowProblems({ window, period }: ReportRule, i: number): Found[] {
  if (!window) return []
  const keys = ['reports', i, 'window']
  if (period !== 'week') {
    return [{ keys, message: `окно бывает у недельного отчёта, а здесь period: ${period}: уберите window` }]
  }
  const place = (edge: string) => week.indexOf(edge.slice(0, 3))
  if ((place(window.to) + 1) % 7 === place(window.from)) return []
  return [
    {
      keys,
      message: `в окне «${window.from} — ${window.to}» не семь дней: начните его на следующий день после конца`,
    },
  ]
}

function codeProblems({ parts, slices }: ReportRule, i: number): Found[] {
  const lists = { parts, slices }
  return (['parts', 'slices'] as const).flatMap((list) => {
    const codes = lists[list].map(({ code }) => code)
    return codes.flatMap((code, j) =>
      codes.indexOf(code) === j
        ? []
        : [
            {
              keys: ['reports', i, list, j, 'code'],
              message: `код «${code}» уже занят: дайте записи другой код`,
            },
          ],
    )
  })
}

function rightProblems(rule: ReportRule, i: number, { sections: { roles } }: CheckInput): Found[] {
  if (!roles) return []
  const having = (permission: 'report.prepare' | 'report.approve') =>
    new Set(roles.filter((role) => role.permissions.includes(permission)).map(({ code }) => code))
  const [preparing, approving] = [having('report.prepare'), having('report.approve')]
  const declared = new Set(roles.map(({ code }) => code))
  const missing = (role: string, may: ReadonlySet<string>) => declared.has(role) && !may.has(role)
  const found: Found[] = []
  rule.parts.forEach(({ by }, j) =>
    by.forEach((role, k) => {
      const keys = ['reports', i, 'parts', j, 'by', k]
      if (role === bySectorBlocks && roles.every((one) => one.reach === 'centre' || !preparing.has(one.code)))
        found.push({
          keys,
          message:
            'часть заполняют отраслевые блоки, но ни у одной роли блока нет права report.prepare: дайте его',
        })
      else if (missing(role, preparing))
        found.push({
          keys,
          message: `роль «${role}» заполняет часть отчёта, но права report.prepare у неё нет: добавьте право`,
        })
    }),
  )
  rule.approvedBy.forEach((role, k) => {
    if (missing(role, approving))
      found.push({
        keys: ['reports', i, 'approvedBy', k],
        message: `роль «${role}» утверждает отчёт, но права report.approve у неё нет: добавьте право`,
      })
  })
  return found
}
