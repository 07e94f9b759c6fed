import { readFile, stat } from 'node:fs/promises'
import { basename } from 'node:path'
import { userInfo } from 'node:os'
import { loadCentre } from '../charter/index.ts'
import type { Detection } from '../intake/contract.ts'
import { type ImportAccount, importFile, readMappingFile } from '../intake/index.ts'
import { systemClock } from '../platform/clock.ts'
import { openFileStore } from '../platform/files/store.ts'
import { refuse } from '../platform/refusal.ts'
import { withLiveModel } from '../sorter/index.ts'
import { defaultSheetLimits } from '../platform/sheets/index.ts'
import type { Command } from './command.ts'

/** Makes cases of a file of a real export, in this process. */
export const importCommand: Command = {
  name: 'import',
  usage: 'FILE --centre CENTRE',
  summary: {
    ru: 'загрузить выгрузку «Инцидент Менеджмент», ПОС, журнал вызовов 112 или свою таблицу (XLSX, CSV): строки становятся делами центра',
    en: 'import an export of «Инцидент Менеджмент» or ПОС, a register of 112 calls or a table of one’s own (XLSX, CSV): its rows become cases of the centre',
  },
  options: {
    centre: {
      type: 'string',
      value: 'C',
      help: { ru: 'центр, например example', en: 'the centre, e.g. example' },
    },
    source: {
      type: 'string',
      value: 'S',
      help: {
        ru: 'incident, pos или call112, если не узнаётся само',
        en: 'incident, pos or call112, where it is not recognised',
      },
    },
    mapping: {
      type: 'string',
      value: 'NAME',
      help: {
        ru: 'имя своей таблицы центра, сохранённой на экране; или файл YAML: что значат незнакомые значения',
        en: 'name of a table of the centre’s own, saved on the screen; or a YAML file: what unknown values mean',
      },
    },
  },
  async run({ positionals, values, path, open, progress }) {
    const given =
      positionals[0] ?? refuse('invalid', 'no-file', 'Укажите файл: otklik import FILE --centre CENTRE.')
    const slug = values['centre']
    if (typeof slug !== 'string') refuse('invalid', 'no-centre', 'Укажите центр: --centre example.')
    const { source, mapping } = values
    const file = { name: basename(given), bytes: await readGiven(path(given)) }
    const isFile = typeof mapping === 'string' && /\.ya?ml$/i.test(mapping)
    const chosen = isFile
      ? readMappingFile(basename(mapping), (await readGiven(path(mapping))).toString('utf8'))
      : undefined
    const { db, vault, home } = await open()
    const context = {
      db,
      vault,
      clock: systemClock,
      files: openFileStore(`${home}/files`),
      loadCentre: async (one: string | number) => withLiveModel(db, await loadCentre(db, one)),
    }
    progress(`Читаю ${file.name}…`)
    const account = await importFile(context, {
      centre: await context.loadCentre(slug),
      file,
      actor: `командная строка (${userInfo().username})`,
      ...(typeof source === 'string' ? { source } : {}),
      ...(chosen ? { mapping: chosen } : {}),
      ...(typeof mapping === 'string' && !isFile ? { table: mapping } : {}),
      onDetected: (detection) => progress(tellDetected(detection)),
      onProgress: throttled((read, total) => progress(`Прочитано ${read}${total ? ` из ${total}` : ''}`)),
    })
    const { runId: _runId, ...json } = account
    return { json, lines: linesOf(account) }
  },
}

async function readGiven(path: string): Promise<Buffer> {
  try {
    const { size } = await stat(path)
    if (size > defaultSheetLimits.fileBytes)
      refuse('too-large', 'file-too-large', 'Файл больше 200 МБ: выгрузите данные за меньший срок.')
    return await readFile(path)
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'ENOENT') refuse('not-found', 'no-file', `Файла ${path} нет: проверьте имя.`)
    if (code === 'EISDIR') refuse('invalid', 'is-folder', `${path} — папка: укажите файл выгрузки.`)
    if (code === 'EACCES') refuse('forbidden', 'file-closed', `Нет права читать ${path}.`)
    throw error
  }
}

/** What the file was taken for, and how surely. */
function tellDetected({ source, sourceName, sure = 1, rival, columns }: Detection): string {
  const known = columns.filter(({ field }) => field !== null).length
  const doubt = rival ? `; следующая догадка: «${rival.name}»` : ''
  return `Понято как «${sourceName}» (${source}): столбцов узнано ${known} из ${columns.length}, уверенность ${Math.round(sure * 100)} %${doubt}.`
}

// One line a second is enough for a person.
function throttled(tell: (read: number, total: number | null) => void) {
  let last = 0
  return (read: number, total: number | null) => {
    const now = performance.now()
    if (now - last < 1000 && read !== total) return
    last = now
    tell(read, total)
  }
}

function linesOf({
  read,
  created,
  joined,
  unchanged,
  updated,
  counted,
  rejected,
  rejects,
}: ImportAccount): string[] {
  const table: [string, number][] = [
    ['прочитано строк', read],
    ['новых дел', created],
    ['присоединено повторов', joined],
    ['без изменений', unchanged],
    ['обновлено', updated],
    ...(counted > 0 ? [['только посчитано', counted] as [string, number]] : []),
    ['отклонено', rejected],
  ]
  return [
    ...table.map(([name, count]) => `${name.padEnd(24)}${String(count).padStart(8)}`),
    ...rejects.slice(0, 20).map(({ message }) => `  ${message}`),
    ...(rejects.length > 20 ? [`  …и ещё ${rejected - 20}: смотрите на экране загрузки.`] : []),
  ]
}
