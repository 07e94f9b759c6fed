import { join } from 'node:path'
import { backupInstallation, copyName, isFolder, rotateCopies } from '../platform/backup/index.ts'
import { stamp } from '../platform/installation.ts'
import { refuse } from '../platform/refusal.ts'
import type { Command } from './command.ts'

/** Writes the whole installation into one file; in a folder, under a name of its own, with the older copies removed. */
export const backup: Command = {
  name: 'backup',
  usage: 'FILE',
  summary: {
    ru: 'резервная копия всей установки в один файл или в папку (ключ в неё не входит: храните installation.key отдельно)',
    en: 'back the whole installation up into one file or a folder (without its key: keep installation.key apart)',
  },
  options: {
    keep: {
      type: 'string',
      value: 'N',
      help: {
        ru: 'в папке оставить столько последних копий, остальные удалить',
        en: 'keep so many of the latest copies in the folder and remove the others',
      },
    },
  },
  async run({ positionals, values, path, open, progress }) {
    const given = path(
      positionals[0] ?? refuse('invalid', 'no-file', 'Укажите имя файла или папку: otklik backup FILE.'),
    )
    const keep = values['keep'] === undefined ? null : keptCopies(values['keep'])
    if (keep !== null && !isFolder(given)) {
      refuse('invalid', 'no-folder', `Папки ${given} нет: для --keep укажите папку, которая уже есть.`)
    }
    const file = isFolder(given) ? join(given, copyName(stamp())) : given
    const { ownerUrl, home } = await open()
    progress('Снимаю копию…')
    const result = await backupInstallation({ ownerUrl, home, file, at: Temporal.Now.instant() })
    const removed = keep === null ? [] : rotateCopies(given, keep)
    return {
      json: { ...result, removed },
      lines: [
        `Копия: ${result.file} (строк: ${result.rows}, файлов: ${result.files}).`,
        ...(removed.length > 0 ? [`Удалены старые копии: ${removed.join(', ')}.`] : []),
        `Открывается ключом с отпечатком ${result.keyFingerprint}: сохраните ${home}/installation.key отдельно от копии.`,
      ],
    }
  },
}

function keptCopies(given: unknown): number {
  const keep = Number(given)
  return Number.isInteger(keep) && keep >= 1 && keep <= 10_000
    ? keep
    : refuse('invalid', 'bad-keep', 'В --keep укажите число копий, от 1 до 10000.')
}
