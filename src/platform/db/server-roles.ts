import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { refuse } from '../refusal.ts'

/** Addresses of a database on a server of the machine's own: the owner's, and the application role's. */
export type ServerAddresses = { ownerUrl: string; appUrl: string; appRole: string }

/** Finds or makes the application's role `<database>_app` on the server of DATABASE_URL; its password stays in the home. */
export async function prepareServer(
  ownerUrl: string,
  appUrl: string | null,
  home: string,
): Promise<ServerAddresses> {
  const owner = await connectOwner(ownerUrl)
  try {
    if (appUrl) return { ownerUrl, appUrl, appRole: decodeURIComponent(new URL(appUrl).username) }
    const { rows } = await owner.query<{ name: string }>('select current_database() as name')
    const appRole = `${(rows[0]?.name ?? '').slice(0, 58)}_app`
    const file = join(home, 'database-role.json')
    const kept = existsSync(file)
      ? (JSON.parse(readFileSync(file, 'utf8')) as { role: string; password: string })
      : null
    const url = new URL(ownerUrl)
    url.username = encodeURIComponent(appRole)
    if (kept?.role === appRole) {
      url.password = kept.password
      if (await opens(url.href)) return { ownerUrl, appUrl: url.href, appRole }
    }
    url.password = randomBytes(24).toString('base64url')
    await makeRole(owner, appRole, url.password)
    writeFileSync(file, `${JSON.stringify({ role: appRole, password: url.password }, null, 2)}\n`, {
      mode: 0o600,
    })
    return { ownerUrl, appUrl: url.href, appRole }
  } finally {
    await owner.end()
  }
}

const sentences: Record<string, string> = {
  ECONNREFUSED: 'сервер не отвечает: запустите PostgreSQL или проверьте адрес и порт',
  ENOTFOUND: 'имя сервера не найдено: проверьте адрес',
  ETIMEDOUT: 'сервер не отвечает: проверьте адрес и сеть',
  '28P01': 'пароль не подходит',
  '28000': 'сервер не пускает эту роль',
  '3D000': 'такой базы данных нет: создайте её (CREATE DATABASE)',
}

async function connectOwner(ownerUrl: string): Promise<pg.Client> {
  const owner = new pg.Client({
    connectionString: ownerUrl,
    application_name: 'otklik-owner',
    connectionTimeoutMillis: 10_000,
  })
  owner.on('error', () => {})
  try {
    await owner.connect()
    return owner
  } catch (error) {
    const { code, message } = error as { code?: string; message: string }
    const why = sentences[code ?? ''] ?? message
    return refuse('unavailable', 'no-server', `Нет доступа к базе данных из DATABASE_URL: ${why}.`)
  }
}

async function opens(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 })
  client.on('error', () => {})
  try {
    await client.connect()
    await client.end()
    return true
  } catch {
    return false
  }
}

async function makeRole(owner: pg.Client, role: string, password: string): Promise<void> {
  const name = pg.escapeIdentifier(role)
  const advice = 'создайте роль с LOGIN, которая ничем не владеет, и укажите её адрес в DATABASE_APP_URL.'
  const present = await owner.query('select from pg_roles where rolname = $1', [role])
  const used = await owner.query('select from pg_stat_activity where usename = $1 limit 1', [role])
  if (used.rowCount) {
    refuse(
      'conflict',
      'role-in-use',
      `Роль «${role}» занята другой установкой, её пароля в этой папке данных нет: ${advice}`,
    )
  }
  try {
    await owner.query(
      `${present.rowCount ? 'alter' : 'create'} role ${name} login password ${pg.escapeLiteral(password)}`,
    )
    await owner.query(`grant connect on database ${pg.escapeIdentifier(owner.database ?? '')} to ${name}`)
  } catch (error) {
    const { code } = error as { code?: string }
    if (code === '42501')
      refuse(
        'unavailable',
        'no-create-role',
        `Роль из DATABASE_URL не может создать роль «${role}»: ${advice}`,
      )
    if (code === '42710' || code === '23505') {
      refuse(
        'conflict',
        'role-race',
        `Роль «${role}» только что создал другой процесс: запустите ещё раз или ${advice}`,
      )
    }
    throw error
  }
}
