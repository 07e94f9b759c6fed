import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { refuse } from '../refusal.ts'

/** Passwords of the embedded server's superuser, owner and application role. */
export type RolePasswords = { super: string; owner: string; app: string }

/** Reads `<home>/postgres-roles.json` (0600), or makes it for a server that is not there yet. */
export function rolePasswords(home: string, serverExists: boolean): RolePasswords {
  const file = join(home, 'postgres-roles.json')
  if (existsSync(file)) return JSON.parse(readFileSync(file, 'utf8')) as RolePasswords
  if (serverExists) {
    refuse(
      'unavailable',
      'no-role-passwords',
      `Нет файла ${file} с паролями базы данных: верните его из копии папки.`,
    )
  }
  const random = () => randomBytes(24).toString('base64url')
  const passwords = { super: random(), owner: random(), app: random() }
  writeFileSync(file, `${JSON.stringify(passwords, null, 2)}\n`, { mode: 0o600 })
  return passwords
}
