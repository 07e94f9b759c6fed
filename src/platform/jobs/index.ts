/**
 * Jobs: work that goes on after a command has answered. A command enqueues in its own transaction, so a rollback leaves
 * neither; every declared job has exactly one handler or the process refuses to start. Payloads hold ids, never words.
 */
import { fromKysely, PgBoss } from 'pg-boss'
import type * as z from 'zod'
import type { Scope } from '../db/centre-scope.ts'
import { Refusal } from '../refusal.ts'

/** A kind of job: its queue's name, the shape of its payload, how long one run may take and how often it is retried. */
export interface JobKind<Payload extends z.ZodType = z.ZodType> {
  name: string
  payload: Payload
  expireInSeconds: number
  retryLimit: number
}

export function defineJob<Payload extends z.ZodType>(kind: JobKind<Payload>): JobKind<Payload> {
  return kind
}

/** Puts a job into its queue within the caller's transaction, to be begun at once or not before a moment. */
export type Enqueue = <P extends z.ZodType>(
  scope: Scope,
  kind: JobKind<P>,
  payload: z.input<P>,
  when?: { after: Temporal.Instant },
) => Promise<void>

export interface Jobs {
  enqueue: Enqueue
  /** Names the one handler of a kind; a refusal ends the job, anything else is retried and logged. */
  handle<P extends z.ZodType>(kind: JobKind<P>, handler: (payload: z.output<P>) => Promise<void>): void
  start(): Promise<void>
  stop(): Promise<void>
}

/** Jobs on the application's database; `declared` is every kind the program may enqueue. */
export function createJobs(options: {
  url: string
  declared: JobKind[]
  onError: (error: unknown, job: string) => void
}): Jobs {
  const boss = new PgBoss({
    connectionString: options.url,
    migrate: false,
    createSchema: false,
    max: 3,
    application_name: 'otklik-jobs',
    reindex: false,
  })
  boss.on('error', (error) => options.onError(error, 'pg-boss'))
  const handlers = new Map<string, { kind: JobKind; handler: (payload: never) => Promise<void> }>()
  return {
    async enqueue(scope, kind, payload, when) {
      const data = kind.payload.parse(payload) as object
      const startAfter = when && { startAfter: when.after.toString() }
      await boss.send(kind.name, data, { db: fromKysely(scope), ...startAfter })
    },
    handle(kind, handler) {
      if (handlers.has(kind.name)) throw new Error(`job ${kind.name} has two handlers`)
      handlers.set(kind.name, { kind, handler })
    },
    async start() {
      for (const kind of options.declared) {
        if (!handlers.has(kind.name)) throw new Error(`job ${kind.name} has no handler`)
      }
      if (handlers.size !== options.declared.length) throw new Error('a handler of an undeclared job')
      await boss.start()
      for (const { kind, handler } of handlers.values()) {
        const { name, retryLimit, expireInSeconds } = kind
        await boss.createQueue(name, { retryLimit, retryBackoff: true, expireInSeconds })
        await boss.work(name, { pollingIntervalSeconds: 2 }, async (batch) => {
          for (const job of batch) await run(name, handler, kind.payload.parse(job.data))
        })
      }
    },
    stop: () => boss.stop({ graceful: true, timeout: 5000 }),
  }

  async function run(
    name: string,
    handler: (payload: never) => Promise<void>,
    payload: unknown,
  ): Promise<void> {
    try {
      await handler(payload as never)
    } catch (error) {
      options.onError(error, name)
      if (!(error instanceof Refusal)) throw error
    }
  }
}
