import { backupInstallation } from '../platform/backup/index.ts'
import { refuse } from '../platform/refusal.ts'
import type { Command } from './command.ts'

/** Writes the whole installation into one file. */
export const backup: Command = {
  name: 'backup',
  usage: 'FILE',
  summary: {
    ru: 'резервная копия всей установки в один файл (ключ в неё не входит: храните installation.key отдельно)',
    en: 'back the whole installation up into one file (without its key: keep installation.key apart)',
  },
  async run({ positionals, path, open, progress }) {
    const given = positionals[0] ?? refuse('invalid', 'no-file', 'Укажите имя файла: otklik backup FILE.')
    const { ownerUrl, home } = await open()
    progress('Снимаю копию…')
    const result = await backupInstallation({ ownerUrl, home, file: path(given), at: Temporal.Now.instant() })
    return {
      json: result,
      lines: [
        `Копия: ${result.file} (строк: ${result.rows}, файлов: ${result.files}).`,
        `Открывается ключом с отпечатком ${result.keyFingerprint}: сохраните ${home}/installation.key отдельно от копии.`,
      ],
    }
  },
}
