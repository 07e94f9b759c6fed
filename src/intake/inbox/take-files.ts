import { createHash } from 'node:crypto'
import type { Centre } from '../../charter/index.ts'
import type { Enqueue } from '../../platform/jobs/index.ts'
import { Refusal } from '../../platform/refusal.ts'
import type { ImportContext } from '../runs/context.ts'
import { atImportDesk } from '../runs/run-import.ts'
import { findRun, findWaiting, type RunRow } from '../runs/run-store.ts'
import { startImport } from '../runs/start.ts'
import { type AtDesk, uploadFile } from '../runs/upload.ts'
import type { Inbox, Look } from './folder.ts'

/** Who imports what was put into a folder, as the list of imports and the journal say. */
export const folderActor = 'из папки'

/** Looks that may end in a failure of ours before a file is set aside. */
const mostTries = 3

type Seen = Look & { since: number; tries: number }

/** What a watch remembers between two looks at a folder: how files looked, and since when. */
export type Memory = Map<string, Seen>

export type Watch = {
  context: ImportContext & { enqueue: Enqueue }
  centre: Centre
  inbox: Inbox
  memory: Memory
  /** Milliseconds of a clock that only goes on. */
  at: number
  /** How long a file must have stayed the same, milliseconds. */
  settled: number
  onError: (error: unknown) => void
}

/**
 * One look at a centre's folder: files that have stopped growing are taken into imports, files whose import has ended are moved to
 * where they belong. A stop between any two steps loses nothing: the file says where it is, the run what became of it.
 */
export async function lookIntoFolder(watch: Watch): Promise<void> {
  const { inbox, memory } = watch
  await inbox.prepare()
  for (const name of await inbox.list('taken')) await settle(watch, name)
  const { files, strange } = await inbox.look()
  for (const { name, why } of strange) await setAside(watch, { place: null, name }, name, why)
  for (const name of memory.keys()) if (!files.some((file) => file.name === name)) memory.delete(name)
  for (const file of files) if (hasSettled(watch, file)) await take(watch, file)
}

function hasSettled({ memory, at, settled }: Watch, file: Look): boolean {
  const seen = memory.get(file.name)
  const isSame = seen?.size === file.size && seen.changed === file.changed && seen.inode === file.inode
  if (!seen || !isSame) {
    memory.set(file.name, { ...file, since: at, tries: 0 })
    return false
  }
  return at - seen.since >= settled
}

async function take(watch: Watch, file: Look): Promise<void> {
  const { context, centre, inbox, memory } = watch
  const seen = memory.get(file.name)!
  try {
    const bytes = await inbox.read(file)
    if (bytes === null) return void memory.delete(file.name)
    const atDesk: AtDesk = (work) => atImportDesk(context, centre, folderActor, work)
    const digest = createHash('sha256').update(bytes).digest()
    // A stop after the run was made and before the file was moved: the run is there already.
    const made = await atDesk(({ scope }) => findWaiting(scope, centre.id, digest, folderActor))
    const run =
      made ?? (await uploadFile(context, { centre, atDesk }, { name: file.name, bytes }, { scan: false })).run
    await inbox.move({ place: null, name: file.name }, { place: 'taken', name: `${run.id}.${file.name}` })
    memory.delete(file.name)
    if (run.state === 'uploaded') await atDesk((desk) => startImport(desk, run.id, context.enqueue))
  } catch (error) {
    if (error instanceof Refusal) {
      memory.delete(file.name)
      return setAside(watch, { place: null, name: file.name }, file.name, error.message)
    }
    watch.onError(error)
    seen.tries += 1
    if (seen.tries < mostTries) return
    memory.delete(file.name)
    await setAside(
      watch,
      { place: null, name: file.name },
      file.name,
      'Файл не удалось загрузить из-за внутренней ошибки: сообщите администратору и положите файл ещё раз.',
    )
  }
}

const takenName = /^([0-9a-f-]{36})\.(.+)$/s

async function settle(watch: Watch, taken: string): Promise<void> {
  const { context, centre, inbox } = watch
  const [, id = '', name = ''] = takenName.exec(taken) ?? []
  if (id === '') return
  const run = await atImportDesk(context, centre, folderActor, ({ scope }) => findRun(scope, centre.id, id))
  const from = { place: 'taken' as const, name: taken }
  if (!run) return inbox.move(from, { place: null, name })
  if (run.state === 'running') return
  if (run.state === 'uploaded') {
    await atImportDesk(context, centre, folderActor, (desk) => startImport(desk, run.id, context.enqueue))
    return
  }
  if (run.state === 'done') return inbox.move(from, { place: 'done', name }, saying(watch, accountOf(run)))
  const why = run.error ?? 'Загрузку остановили или отменили: взятые строки смотрите в списке загрузок.'
  await setAside(watch, from, name, why)
}

function setAside(
  watch: Watch,
  from: Parameters<Inbox['move']>[0],
  name: string,
  why: string,
): Promise<void> {
  return watch.inbox.move(from, { place: 'failed', name }, saying(watch, why))
}

// The sentence is read on its own, long after.
function saying({ context, centre }: Watch, sentence: string): string {
  const now = context.clock().toZonedDateTimeISO(centre.zone).toPlainDateTime()
  return `${now.toString({ smallestUnit: 'minute' }).replace('T', ' ')}  ${sentence}`
}

function accountOf({ created, joined, unchanged, updated, counted, rejected }: RunRow): string {
  const parts: [string, number][] = [
    ['новых дел', created],
    ['присоединено', joined],
    ['без изменений', unchanged],
    ['обновлено', updated],
    ['только посчитано', counted],
    ['отклонено', rejected],
  ]
  const told = parts.filter(([, count]) => count > 0).map(([name, count]) => `${name} ${count}`)
  return `Загружено: ${told.join(', ') || 'строк нет'}.`
}
