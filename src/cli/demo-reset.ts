import { resetDemo } from '../demo/index.ts'
import type { Command } from './command.ts'

/** Makes the demo centre anew; no other centre is touched. */
export const demoReset: Command = {
  name: 'demo reset',
  usage: '',
  summary: {
    ru: 'удалить демонстрационный центр example и создать его заново',
    en: 'delete the demo centre example and make it again',
  },
  async run({ open, progress }) {
    const { db, vault, ownerUrl } = await open()
    const { removed, people, cases, steps } = await resetDemo({
      db,
      vault,
      ownerUrl,
      now: Temporal.Now.instant(),
      progress,
    })
    return {
      json: { removed, people, cases, steps },
      lines: [
        `Демонстрационный центр создан заново: дел ${cases}, сотрудников ${people} (удалено дел: ${removed}).`,
      ],
    }
  },
}
