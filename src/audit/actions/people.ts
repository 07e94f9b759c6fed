import * as z from 'zod'
import { action } from './action.ts'

const place = {
  role: z.string(),
  position: z.string(),
  sectorBlock: z.string().nullable(),
  organisation: z.string().nullable(),
}

/** What is done with people of a centre. Names of staff stand in `actor`; here only ids and codes. */
export const peopleActions = {
  'person-added': action('добавлен сотрудник', { staffId: z.uuid(), login: z.string(), ...place }),
  'person-changed': action('изменено место сотрудника', {
    staffId: z.uuid(),
    before: z.strictObject({ name: z.string(), ...place, active: z.boolean() }).partial(),
    after: z.strictObject({ name: z.string(), ...place, active: z.boolean() }).partial(),
  }),
  'charter-edition': action('введена редакция устава', { edition: z.int(), changes: z.int() }),
  'password-reset': action('выдан разовый пароль', { staffId: z.uuid() }),
  'factor-reset': action('сброшен второй фактор', { staffId: z.uuid() }),
}

/** What is done above the centres, for the installation's journal. */
export const installationActions = {
  // Written by the charter module itself, which stands below this one; here only for its name on screens.
  'charter.applied': action('применён устав', {}),
  'account-created': action('создана учётная запись', {
    accountId: z.uuid(),
    login: z.string(),
    isInstallationAdmin: z.boolean(),
  }),
  'account-changed': action('изменена учётная запись', {
    accountId: z.uuid(),
    name: z.string().optional(),
    blocked: z.boolean().optional(),
  }),
  'account-password-reset': action('выдан разовый пароль', { accountId: z.uuid() }),
  'place-granted': action('дано место в центре', {
    accountId: z.uuid(),
    centre: z.string(),
    role: z.string(),
  }),
  'signed-in': action('вход', {
    accountId: z.uuid(),
    /** What stood for the second factor, where the account has one. */
    by: z.enum(['code', 'recovery']).optional(),
    /** Wrong codes in a row before this sign-in. */
    wrongCodes: z.int().positive().optional(),
  }),
  'sign-in-locked': action('вход закрыт после неверных паролей', { accountId: z.uuid(), attempts: z.int() }),
  'codes-locked': action('вход закрыт после неверных кодов', { accountId: z.uuid(), attempts: z.int() }),
  'factor-turned-on': action('включён второй фактор', { accountId: z.uuid() }),
  'factor-turned-off': action('выключен второй фактор', { accountId: z.uuid() }),
  'recovery-codes-renewed': action('выданы новые резервные коды', { accountId: z.uuid() }),
  'account-factor-reset': action('сброшен второй фактор', { accountId: z.uuid(), reason: z.string() }),
  'session-ended': action('закончен другой сеанс', { accountId: z.uuid() }),
  'signed-out-everywhere': action('выход на всех устройствах', { accountId: z.uuid() }),
  'password-changed': action('сменён пароль', { accountId: z.uuid() }),
}
