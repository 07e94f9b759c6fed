import { resetFactorOf } from '../people/index.ts'
import { refuse } from '../platform/refusal.ts'
import type { Command } from './command.ts'

/** Takes the second factor of an account whose telephone is lost; for the last administrator too. */
export const userResetFactor: Command = {
  name: 'user reset-factor',
  usage: 'LOGIN',
  summary: {
    ru: 'сбросить второй фактор учётной записи, если телефон и резервные коды потеряны',
    en: 'take the second factor of an account whose telephone and recovery codes are lost',
  },
  options: {
    reason: {
      type: 'string',
      value: 'TEXT',
      help: { ru: 'причина, для журнала', en: 'the reason, for the journal' },
    },
  },
  async run({ positionals, values, open }) {
    const login =
      positionals[0]?.trim().toLowerCase() ??
      refuse('invalid', 'no-login', 'Укажите логин: user reset-factor LOGIN --reason ПРИЧИНА.')
    const reason = typeof values['reason'] === 'string' ? values['reason'].trim() : ''
    if (reason === '') {
      refuse('invalid', 'no-reason', 'Укажите причину для журнала: --reason "потерян телефон".')
    }
    const { db } = await open()
    await resetFactorOf(db, { login, reason, now: Temporal.Now.instant() })
    return {
      json: { login, reset: true },
      lines: [`Второй фактор ${login} сброшен, сеансы закончены: теперь для входа хватит пароля.`],
    }
  },
}
