import { rename, writeFile } from 'node:fs/promises'
import { refuse } from '../platform/refusal.ts'
import { encodeModel, modelVersion, trainModel } from '../triage/index.ts'
import type { Call, Command } from './command.ts'
import { readLabelled } from './labelled-file.ts'

const example = 'otklik train --file FILE --text text --label "Группа тем" --out MODEL'

/** Learns a sorter from a file of messages that people have sorted; needs no database. */
export const train: Command = {
  name: 'train',
  usage: '--file FILE --text COLUMN --label COLUMN --out MODEL',
  summary: {
    ru: 'обучить сортировку на размеченном файле (CSV, XLSX)',
    en: 'train the sorter on a labelled file (CSV, XLSX)',
  },
  options: {
    file: { type: 'string', value: 'FILE', help: { ru: 'размеченный файл', en: 'the labelled file' } },
    text: { type: 'string', value: 'COLUMN', help: { ru: 'столбец с текстом', en: 'the column of texts' } },
    label: {
      type: 'string',
      multiple: true,
      value: 'COLUMN',
      help: { ru: 'столбец с ответом; можно несколько раз', en: 'the column of answers; may be repeated' },
    },
    out: {
      type: 'string',
      value: 'MODEL',
      help: { ru: 'куда записать модель', en: 'where to write the model' },
    },
    seed: {
      type: 'string',
      value: 'N',
      help: { ru: 'зерно случайности, обычно 1', en: 'random seed, 1 by default' },
    },
  },
  async run(call) {
    const file = neededOption(call, 'file', example)
    const text = neededOption(call, 'text', example)
    const out = neededOption(call, 'out', example)
    const labels = [call.values['label'] ?? []].flat().filter((one): one is string => typeof one === 'string')
    if (labels.length === 0) refuse('invalid', 'option-missing', `Укажите --label: ${example}.`)
    const seed = seedOf(call.values['seed'])
    const started = performance.now()
    const { texts, columns } = await readLabelled(call.path(file), text, labels)
    const model = trainModel(
      { texts, labels: labels.map((name, at) => ({ name, column: columns[at]! })) },
      { seed, progress: call.progress },
    )
    const bytes = encodeModel(model)
    await writeWhole(call.path(out), bytes)
    const seconds = Math.round((performance.now() - started) / 100) / 10
    const learned = model.labels.map(({ name, values, heldBack }) => ({
      name,
      values: values.length,
      heldBack,
    }))
    return {
      json: {
        out,
        rows: texts.length,
        labels: learned,
        bytes: bytes.length,
        seconds,
        version: modelVersion(model),
      },
      lines: [
        `Обучено на ${texts.length} строках за ${seconds} с`,
        ...learned.map(({ name, values }) => `  ${name}: значений ${values}`),
        `Модель ${modelVersion(model)}, ${Math.round(bytes.length / 1024)} КБ: ${out}`,
      ],
    }
  },
}

/** The value of an option that a command cannot do without. */
export function neededOption(call: Call, option: string, usage: string): string {
  const value = call.values[option]
  if (typeof value === 'string' && value !== '') return value
  return refuse('invalid', 'option-missing', `Укажите --${option}: ${usage}.`)
}

function seedOf(given: Call['values'][string]): number {
  if (given === undefined) return 1
  const seed = Number(given)
  return Number.isSafeInteger(seed) && seed >= 0
    ? seed
    : refuse('invalid', 'wrong-seed', `--seed ${String(given)}: нужно целое число от нуля, например 1.`)
}

// A model that is being written is never read half.
async function writeWhole(path: string, bytes: Uint8Array): Promise<void> {
  try {
    await writeFile(`${path}.part`, bytes)
    await rename(`${path}.part`, path)
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'ENOENT') refuse('not-found', 'no-folder', `Нет папки для ${path}: создайте её.`)
    if (code === 'EACCES' || code === 'EPERM') refuse('forbidden', 'closed', `Нет права писать в ${path}.`)
    if (code === 'EISDIR') refuse('invalid', 'is-folder', `${path} — папка: укажите имя файла.`)
    throw error
  }
}
