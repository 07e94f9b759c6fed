import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import * as z from 'zod'
import { refuse } from './refusal.ts'

const yesNo = z.enum(['true', 'false', '1', '0']).transform((value) => value === 'true' || value === '1')
const databaseUrl = z
  .string()
  .regex(/^postgres(ql)?:\/\//, 'адрес начинается с postgres://')
  .refine(
    (value) => URL.canParse(value) && new URL(value).pathname.length > 1,
    'в адресе нужно имя базы данных',
  )

const environment = z.object({
  PORT: z.coerce
    .number('число от 1 до 65535')
    .int()
    .min(1, 'число от 1 до 65535')
    .max(65535, 'число от 1 до 65535')
    .default(8080),
  HOST: z.string().min(1).default('127.0.0.1'),
  DATABASE_URL: databaseUrl.optional(),
  DATABASE_APP_URL: databaseUrl.optional(),
  DATABASE_URL_FILE: z.string().optional(),
  DATABASE_APP_URL_FILE: z.string().optional(),
  DATABASE_POOL: z.coerce
    .number('число от 2 до 100')
    .int()
    .min(2, 'число от 2 до 100')
    .max(100, 'число от 2 до 100')
    .default(12),
  OTKLIK_HOME: z
    .string()
    .min(1)
    .default(fileURLToPath(new URL('../../data', import.meta.url))),
  LOG_LEVEL: z
    .enum(
      ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'],
      'fatal, error, warn, info, debug, trace или silent',
    )
    .default('info'),
  OTKLIK_CLOCK: z
    .string()
    .refine(isInstant, 'момент вида 2026-11-22T10:00:00Z')
    .transform((value) => Temporal.Instant.from(value))
    .optional(),
  OTKLIK_INBOX: z
    .string()
    .transform((value) => value.split(/[\s,]+/).filter(Boolean))
    .pipe(z.array(z.string().regex(/^[a-z0-9][a-z0-9-]*$/, 'имена центров через пробел, например example')))
    .default([]),
  OTKLIK_DEMO: yesNo.default(true),
  OTKLIK_SECURE_COOKIES: yesNo.default(false),
  OTKLIK_TRUST_PROXY: yesNo.default(false),
  OTKLIK_TILES: z
    .string()
    .refine(isTileAddress, 'адрес тайлов вида https://tiles.example.org/{z}/{x}/{y}.png')
    .optional(),
  OTKLIK_TILES_ATTRIBUTION: z.string().trim().min(1).max(200).optional(),
})

// The host stands in a header of every page: it must be one, and hold nothing that would end the header's word.
function isTileAddress(value: string): boolean {
  if (!['{z}', '{x}', '{y}'].every((part) => value.includes(part)) || !URL.canParse(value)) return false
  const { protocol, host, username, password } = new URL(value)
  const isPlain = /^[a-z0-9.-]+(:\d+)?$/.test(host) && username === '' && password === ''
  return isPlain && (protocol === 'https:' || protocol === 'http:')
}

function isInstant(value: string): boolean {
  try {
    Temporal.Instant.from(value)
    return true
  } catch {
    return false
  }
}

/** What the process was told by its environment; `home` is an absolute path, `clock` fixes the present moment. */
export type Settings = {
  port: number
  host: string
  databaseUrl: string | null
  databaseAppUrl: string | null
  databasePool: number
  home: string
  /** Centres whose folder `inbox/<centre>` is watched. */
  inbox: readonly string[]
  logLevel: z.infer<typeof environment>['LOG_LEVEL']
  clock: Temporal.Instant | null
  demo: boolean
  secureCookies: boolean
  trustProxy: boolean
  /** Tiles of an outside address for the base map; browsers are let out to that host alone. */
  tiles: { url: string; attribution: string } | null
}

/** Names of all variables that the program reads, in the order in which they are declared. */
export const settingNames: readonly string[] = Object.keys(environment.shape)

/** Reads the settings; refuses with one line per wrong variable. An empty variable counts as not given. */
export function readSettings(env: NodeJS.ProcessEnv = process.env): Settings {
  const filled = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''))
  const given = { ...filled, ...secretsOf(filled) }
  const parsed = environment.safeParse(given)
  if (!parsed.success) {
    const lines = parsed.error.issues.map((issue) => `Настройка ${issue.path.join('.')}: ${issue.message}.`)
    return refuse('invalid', 'wrong-settings', [...new Set(lines)].join('\n'))
  }
  const found = parsed.data
  if (found.DATABASE_APP_URL && !found.DATABASE_URL) {
    refuse('invalid', 'wrong-settings', 'Настройка DATABASE_APP_URL: нужна вместе с DATABASE_URL.')
  }
  const { OTKLIK_TILES: url, OTKLIK_TILES_ATTRIBUTION: attribution } = found
  if ((url === undefined) !== (attribution === undefined)) {
    refuse(
      'invalid',
      'wrong-settings',
      'Настройки OTKLIK_TILES и OTKLIK_TILES_ATTRIBUTION: задайте обе, адрес тайлов и чьи они.',
    )
  }
  return {
    port: found.PORT,
    host: found.HOST,
    databaseUrl: found.DATABASE_URL ?? null,
    databaseAppUrl: found.DATABASE_APP_URL ?? null,
    databasePool: found.DATABASE_POOL,
    home: resolve(found.OTKLIK_HOME),
    inbox: found.OTKLIK_INBOX,
    logLevel: found.LOG_LEVEL,
    clock: found.OTKLIK_CLOCK ?? null,
    demo: found.OTKLIK_DEMO,
    secureCookies: found.OTKLIK_SECURE_COOKIES,
    trustProxy: found.OTKLIK_TRUST_PROXY,
    tiles: url !== undefined && attribution !== undefined ? { url, attribution } : null,
  }
}

/** Addresses with passwords in them may lie in files, as secrets of systemd and of containers do. */
function secretsOf(env: NodeJS.ProcessEnv): Record<string, string> {
  const found: Record<string, string> = {}
  for (const name of ['DATABASE_URL', 'DATABASE_APP_URL']) {
    const file = env[`${name}_FILE`]
    if (file === undefined) continue
    if (env[name] !== undefined) {
      refuse('invalid', 'wrong-settings', `Настройка ${name}_FILE: задан и ${name}, оставьте одно из двух.`)
    }
    found[name] = readSecret(`${name}_FILE`, file)
  }
  return found
}

function readSecret(name: string, file: string): string {
  try {
    return readFileSync(file, 'utf8').trim()
  } catch {
    return refuse('invalid', 'wrong-settings', `Настройка ${name}: файл ${file} не читается.`)
  }
}
