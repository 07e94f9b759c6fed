import { loadCentre } from '../charter/index.ts'
import { addInstallationAdmin, addUser } from '../people/index.ts'
import { refuse } from '../platform/refusal.ts'
import type { Call, Command, Option, Outcome } from './command.ts'

const text = (value: string, ru: string, en: string): Option => ({ type: 'string', value, help: { ru, en } })
const flag = (ru: string, en: string): Option => ({ type: 'boolean', help: { ru, en } })

/** Adds a person to a centre, or an installation administrator; the password comes by stdin. */
export const userAdd: Command = {
  name: 'user add',
  usage: 'NAME',
  summary: {
    ru: 'завести сотрудника центра или администратора установки; NAME — логин',
    en: 'add a person of a centre or an installation administrator; NAME is the login',
  },
  options: {
    centre: text('CENTRE', 'центр, в котором человек работает', 'the centre in which the person works'),
    role: text('ROLE', 'роль по уставу центра', 'a role of the centre’s charter'),
    'full-name': text(
      'TEXT',
      'имя на экранах (по умолчанию логин)',
      'the name on screens (the login if left out)',
    ),
    position: text('TEXT', 'должность', 'the position'),
    block: text('CODE', 'отраслевой блок', 'the sector block'),
    organisation: text('CODE', 'организация', 'the organisation'),
    'installation-admin': flag(
      'администратор установки: без места в центрах',
      'an installation administrator: no place in any centre',
    ),
    'password-stdin': flag('читать пароль со стандартного ввода', 'read the password from standard input'),
  },
  run: add,
}

async function add({ positionals, values, open, readStdin }: Call): Promise<Outcome> {
  const login =
    positionals[0] ??
    refuse('invalid', 'no-login', 'Укажите логин: user add NAME --centre C --role R --password-stdin.')
  if (values['password-stdin'] !== true) {
    refuse('invalid', 'no-password', 'Передайте пароль через стандартный ввод и добавьте --password-stdin.')
  }
  const isAdmin = values['installation-admin'] === true
  const [slug, role] = [textOf(values['centre']), textOf(values['role'])]
  if (isAdmin && (slug ?? role)) {
    refuse(
      'invalid',
      'admin-without-place',
      'Администратор установки не работает в центрах: уберите --centre и --role.',
    )
  }
  const password = (await readStdin()).replace(/\r?\n$/, '')
  const now = Temporal.Now.instant()
  const name = textOf(values['full-name'])
  const named = name === undefined ? {} : { name }
  if (isAdmin) {
    const { db } = await open()
    const added = await addInstallationAdmin(db, now, { login, password, ...named })
    return {
      json: { login: added.login, installationAdmin: true },
      lines: [`Заведён администратор установки ${added.login}.`],
    }
  }
  if (!slug || !role) refuse('invalid', 'no-place', 'Укажите центр и роль: --centre C --role R.')
  const { db, vault } = await open()
  const centre = await loadCentre(db, slug)
  const position = textOf(values['position'])
  const added = await addUser(
    db,
    { centre, now, vault },
    {
      login,
      role,
      password,
      ...named,
      ...(position === undefined ? {} : { position }),
      sectorBlock: textOf(values['block']) ?? null,
      organisation: textOf(values['organisation']) ?? null,
    },
  )
  return {
    json: { login: added.login, centre: centre.slug, role, staffId: added.staffId, created: added.created },
    lines: [
      `${added.created ? 'Заведён сотрудник' : 'Дано место сотруднику'} ${added.login}: ${centre.slug}, роль ${role}.`,
    ],
  }
}

function textOf(value: Call['values'][string]): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined
}
