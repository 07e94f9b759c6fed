import pino from 'pino'

/** The structured log of the process: JSON lines on stderr. No resident's words or contacts are ever given to it. */
export type Log = pino.Logger

// What must not be written even when an object that holds it is logged by mistake.
const secret = [
  'password',
  'text',
  'words',
  'contacts',
  'phone',
  'email',
  'token',
  'cookie',
  'authorization',
  'key',
  'secret',
]

/** Opens the log; a person at a terminal sees short lines instead of JSON. */
export function openLog(level: string, stream: NodeJS.WriteStream = process.stderr): Log {
  const options: pino.LoggerOptions = {
    level,
    base: undefined,
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (label) => ({ level: label }) },
    redact: {
      paths: [
        ...secret.flatMap((name) => [name, `*.${name}`, `*.*.${name}`]),
        'req.headers.cookie',
        'req.headers.authorization',
        'req.body',
      ],
      censor: '[скрыто]',
    },
  }
  return pino(
    options,
    stream.isTTY
      ? { write: (line) => stream.write(shortLine(line)) }
      : pino.destination({ dest: 2, sync: true }),
  )
}

function shortLine(line: string): string {
  const { level, time, msg, err, ...rest } = JSON.parse(line) as Record<string, unknown> & { msg?: string }
  const details = Object.keys(rest).length > 0 ? ` ${JSON.stringify(rest)}` : ''
  const stack = (err as { stack?: string } | undefined)?.stack
  return `${String(time).slice(11, 19)} ${String(level)} ${msg ?? ''}${details}${stack ? `\n${stack}` : ''}\n`
}
