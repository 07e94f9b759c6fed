import { readFile } from 'node:fs/promises'
import { refuse } from '../platform/refusal.ts'
import { decodeModel, evaluateModel } from '../triage/index.ts'
import type { Command } from './command.ts'
import { readLabelled } from './labelled-file.ts'
import { neededOption } from './train.ts'

const example = 'otklik evaluate --model MODEL --file FILE --text text --label "Группа тем"'

/** Measures a trained sorter on a file of messages that people have sorted; needs no database. */
export const evaluate: Command = {
  name: 'evaluate',
  usage: '--model MODEL --file FILE --text COLUMN --label COLUMN',
  summary: {
    ru: 'проверить обученную сортировку на размеченном файле',
    en: 'measure a trained sorter on a labelled file',
  },
  options: {
    model: { type: 'string', value: 'MODEL', help: { ru: 'файл модели', en: 'the model' } },
    file: { type: 'string', value: 'FILE', help: { ru: 'размеченный файл', en: 'the labelled file' } },
    text: { type: 'string', value: 'COLUMN', help: { ru: 'столбец с текстом', en: 'the column of texts' } },
    label: {
      type: 'string',
      value: 'COLUMN',
      help: { ru: 'столбец с ответом', en: 'the column of answers' },
    },
  },
  async run(call) {
    const [given, file] = [neededOption(call, 'model', example), neededOption(call, 'file', example)]
    const [text, label] = [neededOption(call, 'text', example), neededOption(call, 'label', example)]
    const model = decodeModel(await readModel(call.path(given)))
    const { texts, columns } = await readLabelled(call.path(file), text, [label])
    const rows = texts.flatMap((one, at) => {
      const value = columns[0]![at] ?? null
      return value === null ? [] : [{ text: one, value }]
    })
    if (rows.length === 0) refuse('invalid', 'no-answers', `В столбце «${label}» нет ни одного ответа.`)
    const found = evaluateModel(model, label, rows, processorTime)
    if (found === null) {
      const known = model.labels.map(({ name }) => `«${name}»`).join(', ')
      return refuse('invalid', 'no-label', `Модель не знает «${label}». Она обучена на: ${known}.`)
    }
    const json = { ...roundAll(found), rows: rows.length, withoutAnswer: texts.length - rows.length }
    return {
      json,
      lines: Object.entries(json).map(([name, value]) => `${(titles[name] ?? name).padEnd(44)}${value}`),
    }
  },
}

// Milliseconds that this thread has had of the processor: what else the machine does is left out of the speed.
function processorTime(): number {
  const { user, system } = process.threadCpuUsage()
  return (user + system) / 1000
}

const titles: Record<string, string> = {
  accuracy: 'верных ответов, доля',
  macroF1: 'F1 в среднем по значениям',
  weightedF1: 'F1 с весом по частоте',
  top3: 'верный ответ среди трёх, доля',
  coverage90: 'без человека при 90 % верных, доля',
  coverage95: 'без человека при 95 % верных, доля',
  calibrationError: 'ошибка вероятностей',
  predictionsPerSecond: 'ответов за секунду процессора',
  rows: 'строк с ответом',
  withoutAnswer: 'строк без ответа (не считались)',
}

function roundAll(found: object): Record<string, number> {
  return Object.fromEntries(
    Object.entries(found).map(([name, value]) => [name, Math.round(Number(value) * 10_000) / 10_000]),
  )
}

async function readModel(path: string): Promise<Uint8Array> {
  try {
    return await readFile(path)
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'ENOENT') refuse('not-found', 'no-model', `Модели ${path} нет: обучите её (otklik train).`)
    if (code === 'EISDIR') refuse('invalid', 'is-folder', `${path} — папка: укажите файл модели.`)
    if (code === 'EACCES') refuse('forbidden', 'closed', `Нет права читать ${path}.`)
    throw error
  }
}
