import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

/** A browser to run, and what it needs in its environment. */
export type Chromium = { path: string; env: Record<string, string> }

/** Settings with which a headless Chromium draws the same page on any machine. */
export const chromiumFlags = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-dev-shm-usage',
]

/** The npm package that carries the binary, for a machine where nothing else can be had. */
const carrier = '@sparticuz/chromium'
const carrierVersion = '153.0.0'

/** Finds a Chromium: CHROMIUM_PATH, the system's, Debian's package when root, else an npm package; null when none can be had. */
export async function findChromium(say: (line: string) => void): Promise<Chromium | null> {
  const told = process.env['CHROMIUM_PATH']
  if (told) return runs({ path: told, env: {} })
  const present = systemChromium()
  if (present) return present
  if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    say('Ставлю Chromium (apt-get)…')
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
    const options = { env, stdio: ['ignore', 2, 2] as ['ignore', number, number] }
    spawnSync('apt-get', ['update', '-q'], options)
    spawnSync('apt-get', ['install', '-y', '-q', '--no-install-recommends', 'chromium'], options)
    const installed = systemChromium()
    if (installed) return installed
  }
  return carriedChromium(say)
}

function systemChromium(): Chromium | null {
  for (const name of ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']) {
    const path = spawnSync('sh', ['-c', `command -v ${name}`], { encoding: 'utf8' }).stdout.trim()
    const found = path ? runs({ path, env: {} }) : null
    if (found) return found
  }
  return null
}

function runs(candidate: Chromium): Chromium | null {
  const env = { ...process.env, ...candidate.env }
  return spawnSync(candidate.path, ['--no-sandbox', '--version'], { env, timeout: 30_000 }).status === 0
    ? candidate
    : null
}

async function carriedChromium(say: (line: string) => void): Promise<Chromium | null> {
  if (process.platform !== 'linux' || process.arch !== 'x64') return null
  const folder = fileURLToPath(new URL('../../node_modules/.cache/otklik-chromium', import.meta.url))
  if (!existsSync(join(folder, 'node_modules', carrier))) {
    say(`Ставлю Chromium (npm, ${carrier})…`)
    mkdirSync(folder, { recursive: true })
    const done = spawnSync(
      'npm',
      [
        'install',
        '--prefix',
        folder,
        '--ignore-scripts',
        '--no-audit',
        '--no-fund',
        '--loglevel=error',
        `${carrier}@${carrierVersion}`,
      ],
      { cwd: folder, stdio: ['ignore', 2, 2] },
    )
    if (done.status !== 0) return null
  }
  // The package unpacks the libraries that a bare machine lacks only where it believes itself in that runtime.
  process.env['AWS_LAMBDA_JS_RUNTIME'] = 'nodejs22.x'
  try {
    const entry = createRequire(join(folder, 'package.json')).resolve(carrier)
    const { default: carried } = (await import(pathToFileURL(entry).href)) as {
      default: { executablePath: () => Promise<string> }
    }
    const path = await carried.executablePath()
    return runs({ path, env: { LD_LIBRARY_PATH: process.env['LD_LIBRARY_PATH'] ?? '' } })
  } catch (error) {
    say(String(error))
    return null
  } finally {
    delete process.env['AWS_LAMBDA_JS_RUNTIME']
  }
}
