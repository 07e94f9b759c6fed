import { restoreInstallation } from '../platform/backup/index.ts'
import { openSource, stamp } from '../platform/installation.ts'
import { refuse } from '../platform/refusal.ts'
import type { Command } from './command.ts'

/** Puts the installation back from a file, into the embedded database or the one of DATABASE_URL. */
export const restore: Command = {
  name: 'restore',
  usage: 'FILE',
  summary: {
    ru: 'восстановить установку из резервной копии (сервер должен быть остановлен)',
    en: 'put the installation back from a backup (the server must be stopped)',
  },
  options: {
    'key-file': {
      type: 'string',
      value: 'KEY',
      help: {
        ru: 'ключ той установки (installation.key)',
        en: 'the key of that installation (installation.key)',
      },
    },
    replace: {
      type: 'boolean',
      help: { ru: 'заменить то, что есть в базе сейчас', en: 'replace what the database holds now' },
    },
  },
  async run({ positionals, values, path, settings, progress }) {
    const given = positionals[0] ?? refuse('invalid', 'no-file', 'Укажите файл копии: otklik restore FILE.')
    const source = await openSource(settings, { progress })
    try {
      progress('Проверяю копию и восстанавливаю…')
      const result = await restoreInstallation({
        file: path(given),
        ownerUrl: source.ownerUrl,
        appRole: source.appRole,
        home: settings.home,
        keyFile: typeof values['key-file'] === 'string' ? path(values['key-file']) : null,
        replace: values['replace'] === true,
        moment: stamp(),
      })
      return {
        json: result,
        lines: [`Восстановлено из копии от ${result.at}: строк ${result.rows}, файлов ${result.files}.`],
      }
    } finally {
      await source.close()
    }
  },
}
