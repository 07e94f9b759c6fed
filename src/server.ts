import { Socket } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import type { FastifyInstance } from 'fastify'
import { createApp, type App } from './app.ts'
import { demoPeople, ensureDemo } from './demo/index.ts'
import { systemClock } from './platform/clock.ts'
import { type Installation, openInstallation } from './platform/installation.ts'
import { openLog } from './platform/log.ts'
import { Refusal, refuse } from './platform/refusal.ts'
import { assertRuntime } from './platform/runtime.ts'
import { tellSystemd } from './platform/readiness.ts'
import { readSettings, type Settings } from './platform/settings.ts'

assertRuntime()

let installation: Installation | null = null
let app: App | null = null
let stopping = false

async function start(): Promise<void> {
  const settings = readSettings()
  const log = openLog(settings.logLevel)
  const onError = (error: Error) => log.error({ err: error }, 'соединение с базой данных прервалось')
  installation = await openInstallation(settings, { progress: say, onError })
  const { clock: fixed, host, secureCookies: secure, trustProxy, tiles, inbox } = settings
  const clock = fixed ? () => fixed : systemClock
  if (settings.demo) await ensureDemo({ ...installation, now: clock(), progress: say })
  // Behind a proxy the whole world comes from this machine: then nobody enters by one click.
  const oneClick = settings.demo && isLoopback(host) && !trustProxy
  app = await createApp(installation, { log, clock, isLoopback: oneClick, secure, trustProxy, tiles, inbox })
  await listen(app.server, settings)
  say('')
  for (const slug of inbox) say(`Файлы из папки ${settings.home}/inbox/${slug} загружаются в центр ${slug}`)
  say(`Отклик работает: http://${settings.host}:${settings.port}`)
  if (oneClick) sayDemoSignIns()
  await tellSystemd('READY=1')
}

function sayDemoSignIns(): void {
  say('Вход в демонстрационный центр — в один щелчок на странице входа, без пароля:')
  for (const { login, name, position } of demoPeople()) say(`  ${login.padEnd(14)} ${name}, ${position}`)
}

function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || /^127\.\d+\.\d+\.\d+$/.test(host)
}

// A server that was killed a moment ago may still hold the port.
async function listen(target: FastifyInstance, { host, port }: Settings): Promise<void> {
  for (let tries = 0; ; tries += 1) {
    try {
      await target.listen({ host, port })
      return
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException
      if (code === 'EADDRINUSE' && tries < 12) await pause(250)
      else if (code === 'EADDRINUSE')
        refuse(
          'conflict',
          'port-busy',
          `Порт ${port} занят: остановите другую программу или укажите другой порт, например PORT=${port + 1} npm start.`,
        )
      else if (code === 'EACCES')
        refuse('forbidden', 'port-closed', `Порт ${port} открыть нельзя: укажите PORT больше 1024.`)
      else if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND')
        refuse('invalid', 'no-such-host', `Адреса ${host} на этой машине нет: поправьте HOST.`)
      else throw error
    }
  }
}

async function stop(exitCode: number): Promise<void> {
  if (stopping) return
  stopping = true
  // Whatever hangs, the process ends.
  setTimeout(() => process.exit(1), 20_000).unref()
  void tellSystemd('STOPPING=1')
  await app?.close().catch(() => {})
  await installation?.close().catch(() => {})
  process.exit(exitCode)
}

function say(line: string): void {
  process.stderr.write(`${line}\n`)
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void stop(0))
// The program that started us holds the other end of this pipe: when it is killed, we stop too.
if (process.env['OTKLIK_PARENT_PIPE']) {
  const parent = new Socket({ fd: Number(process.env['OTKLIK_PARENT_PIPE']) })
  parent
    .on('close', () => void stop(0))
    .on('error', () => {})
    .resume()
    .unref()
}

try {
  await start()
} catch (error) {
  say(error instanceof Refusal ? error.message : `Внутренняя ошибка: ${(error as Error).stack}`)
  await stop(1)
}
