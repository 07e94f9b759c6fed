import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { centreOf, readCharter, readCharterFolder, workingTimeOf } from '../charter/index.ts'
import { explainNorm } from '../deadlines/index.ts'
import { refuse } from '../platform/refusal.ts'
import type { Call, Command, Outcome } from './command.ts'

/** Computes a deadline of a charter's norm and explains it step by step; needs no database. */
export const deadline: Command = {
  name: 'deadline',
  usage: '--charter NAME --norm NORM --from MOMENT',
  summary: {
    ru: 'Посчитать срок по нормативу устава и объяснить его по шагам',
    en: 'Compute a deadline by a norm of a charter and explain it step by step',
  },
  options: {
    charter: {
      type: 'string',
      value: 'NAME',
      help: { ru: 'имя устава или папка', en: 'name of a charter, or a folder' },
    },
    norm: {
      type: 'string',
      value: 'NORM',
      help: { ru: 'норматив, например appeal.answer', en: 'the norm, e.g. appeal.answer' },
    },
    from: {
      type: 'string',
      value: 'MOMENT',
      help: {
        ru: 'момент начала в зоне центра, например 2025-12-08T10:00',
        en: "the start event in the centre's zone",
      },
    },
  },
  run: (call) => Promise.resolve(explain(call)),
}

function explain(call: Call): Outcome {
  const name = needed(call, 'charter')
  const folder = /[\\/.]/.test(name)
    ? call.path(name)
    : fileURLToPath(new URL(`../../charters/${name}`, import.meta.url))
  const { charter, problems } = readCharter(readCharterFolder(resolve(folder)))
  if (!charter) {
    return refuse(
      'invalid',
      'charter-broken',
      `В уставе «${name}» ошибок: ${problems.length}. Посмотрите их: otklik charter check ${name}.`,
    )
  }
  const key = needed(call, 'norm')
  const norm = charter.norms[key]
  if (!norm) {
    return refuse(
      'not-found',
      'no-norm',
      `В уставе «${name}» нет норматива «${key}». Есть: ${Object.keys(charter.norms).join(', ')}.`,
    )
  }
  // No database stands behind the command: the centre is known by its charter alone.
  const row = { id: 1, slug: 'charter', edition: 0, is_demo: false }
  const found = explainNorm({ norm, from: needed(call, 'from'), ...workingTimeOf(centreOf(row, charter)) })
  const lines = [norm.name, ...found.steps.map((step) => `  ${step.text}`), `Срок: ${found.due}`]
  return { json: found, lines }
}

function needed(call: Call, option: string): string {
  const value = call.values[option]
  if (typeof value === 'string' && value !== '') return value
  return refuse(
    'invalid',
    'option-missing',
    `Укажите --${option}: otklik deadline --charter example --norm appeal.answer --from 2025-12-08T10:00.`,
  )
}
