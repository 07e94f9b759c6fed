import { existsSync, renameSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { refuse } from '../refusal.ts'
import type { Place } from './place.ts'
import {
  failToStart,
  initCluster,
  logSince,
  runningPostmaster,
  startPostmaster,
  stopPostmaster,
} from './postmaster.ts'
import type { RolePasswords } from './role-passwords.ts'

/** Told about each long step, in words for a person. */
export type Progress = (line: string) => void

/** The server of one folder; `careless`: a crash may lose what it wrote. */
export type Cluster = {
  place: Place
  bin: string
  data: string
  passwords: RolePasswords
  progress: Progress
  careless: boolean
}

const leaseName = 'otklik-lease'
const passing = new Set(['ECONNREFUSED', 'ECONNRESET', '57P03', '57P01'])

/** Opens a session that keeps the server up, starting the server when it does not run; call it while the folder is locked. */
export async function takeLease(cluster: Cluster): Promise<{ client: pg.Client; port: number }> {
  let starts = 0
  let before = logLength(cluster.place)
  const until = performance.now() + 120_000
  while (performance.now() < until) {
    let running = runningPostmaster(cluster.data)
    if (!running) {
      if (starts === 4) failToStart(logSince(cluster.place, before), cluster.place.folder)
      if (starts === 0) before = logLength(cluster.place)
      else await pause(250 * starts)
      starts += 1
      await begin(cluster)
      running = await appearance(cluster)
      if (!running) continue
    }
    const client = await connectLease(cluster, running.port)
    if (client) {
      await ensureRoles(client, cluster.passwords)
      return { client, port: running.port }
    }
    await pause(30)
  }
  return failToStart(logSince(cluster.place, before), cluster.place.folder)
}

async function begin({ bin, place, data, passwords, progress, careless }: Cluster): Promise<void> {
  if (!existsSync(data)) {
    progress('Создаю базу данных…')
    rmSync(`${data}.new`, { recursive: true, force: true })
    initCluster(bin, place, data, passwords.super)
    renameSync(`${data}.new`, data)
  }
  progress('Запускаю базу данных…')
  await startPostmaster(bin, place, data, careless)
}

async function appearance({ data }: Cluster): Promise<ReturnType<typeof runningPostmaster>> {
  for (let tries = 0; tries < 40; tries += 1) {
    const running = runningPostmaster(data)
    if (running) return running
    await pause(25)
  }
  return null
}

async function connectLease(cluster: Cluster, port: number): Promise<pg.Client | null> {
  const client = new pg.Client({
    host: '127.0.0.1',
    port,
    user: 'postgres',
    database: 'postgres',
    password: cluster.passwords.super,
    application_name: leaseName,
    connectionTimeoutMillis: 5000,
  })
  client.on('error', () => {})
  try {
    await client.connect()
    return client
  } catch (error) {
    await client.end().catch(() => {})
    const { code } = error as { code?: string }
    if (code === '28P01') {
      refuse(
        'unavailable',
        'wrong-role-passwords',
        'Пароли в postgres-roles.json не подходят к базе данных этой папки.',
      )
    }
    if (code && !passing.has(code)) throw error
    return null
  }
}

async function ensureRoles(client: pg.Client, passwords: RolePasswords): Promise<void> {
  const { rows } = await client.query(`select from pg_database where datname = 'otklik'`)
  if (rows.length > 0) return
  for (const [role, password] of [
    ['otklik_owner', passwords.owner],
    ['otklik_app', passwords.app],
  ] as const) {
    await client.query(`drop role if exists ${role}`)
    await client.query(`create role ${role} login password ${pg.escapeLiteral(password)}`)
  }
  await client.query('create database otklik owner otklik_owner')
  await client.query(
    'revoke all on database otklik from public; grant connect on database otklik to otklik_app',
  )
}

/** Ends a lease and, when it was the last one, stops the server; call it while the folder is locked. */
export async function giveUp({ data }: Cluster, lease: pg.Client | null): Promise<void> {
  const others = lease ? await otherLeases(lease) : 0
  await lease?.end().catch(() => {})
  const running = runningPostmaster(data)
  if (running && others === 0) await stopPostmaster(data, running)
}

async function otherLeases(lease: pg.Client): Promise<number> {
  const counted = await lease
    .query(
      `select count(*)::int as others from pg_stat_activity where application_name = $1 and pid <> pg_backend_pid()`,
      [leaseName],
    )
    .catch(() => null)
  return Number(counted?.rows[0].others ?? 0)
}

function logLength(place: Place): number {
  return statSync(join(place.folder, 'postgres.log'), { throwIfNoEntry: false })?.size ?? 0
}
