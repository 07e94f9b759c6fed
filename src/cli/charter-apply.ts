import { basename } from 'node:path'
import { addFolderMap } from '../basemap/index.ts'
import { countCharterUsage } from '../cases/charter-usage.ts'
import { applyCharter, loadCentre, readCharterFolder } from '../charter/index.ts'
import { atDeskOf, systemActor } from '../people/index.ts'
import type { Database } from '../platform/db/centre-scope.ts'
import { refuse } from '../platform/refusal.ts'
import type { Vault } from '../platform/vault.ts'
import type { Call, Command, Option, Outcome } from './command.ts'

const centreOption: Option = {
  type: 'string',
  value: 'CENTRE',
  help: {
    ru: 'имя центра (по умолчанию имя папки)',
    en: 'name of the centre (the folder’s name if left out)',
  },
}

/** Puts a charter in force as a new edition of its centre. */
export const charterApply: Command = {
  name: 'charter apply',
  usage: 'DIR',
  summary: {
    ru: 'применить устав: показать отличия и ввести новую редакцию; не оставит открытые дела без места',
    en: 'put a charter in force: shows the difference; refuses to orphan open cases',
  },
  options: {
    centre: centreOption,
    comment: {
      type: 'string',
      value: 'TEXT',
      help: { ru: 'пояснение к редакции', en: 'a note on the edition' },
    },
    yes: { type: 'boolean', short: 'y', help: { ru: 'не спрашивать подтверждения', en: 'ask nothing' } },
  },
  run: (call) => apply(call, false),
}

/** Shows what applying a charter would change. */
export const charterDiff: Command = {
  name: 'charter diff',
  usage: 'DIR',
  summary: {
    ru: 'чем устав в папке отличается от действующего',
    en: 'how a charter differs from the one in force',
  },
  options: { centre: centreOption },
  run: (call) => apply(call, true),
}

async function apply({ positionals, values, path, open, progress }: Call, dryRun: boolean): Promise<Outcome> {
  const given =
    positionals[0] ?? refuse('invalid', 'no-folder', 'Укажите папку устава, например charters/example.')
  const folder = path(given)
  const slug = typeof values['centre'] === 'string' ? values['centre'] : basename(folder)
  const files = readCharterFolder(folder)
  const { db, vault } = await open()
  const request = {
    slug,
    files,
    actor: 'командная строка',
    now: Temporal.Now.instant(),
    usage: countCharterUsage,
  }
  const comment = typeof values['comment'] === 'string' ? { comment: values['comment'] } : {}
  const planned = await applyCharter(db, { ...request, dryRun: true })
  if (!dryRun) planned.lines.forEach(progress)
  const result = dryRun
    ? planned
    : await applyCharter(db, { ...request, ...comment, isDemo: slug === 'example' })
  const { edition, isNew, changes, orphans } = result
  const withMap = dryRun ? false : await giveMap({ db, vault, slug, folder, now: request.now })
  const same = !isNew && changes.length === 0
  const closing = same ? 'Отличий нет' : dryRun ? 'Станет редакцией' : 'Введена редакция'
  return {
    json: { centre: slug, edition, isNew, applied: !dryRun && !same, changes, lines: result.lines, orphans },
    lines: [
      ...(dryRun ? result.lines : []),
      `${slug}: ${closing}${same ? `, действует редакция ${edition}` : ` ${edition}`}.`,
      ...(withMap ? [`${slug}: карта из папки устава положена под карту центра.`] : []),
    ],
    ...(orphans.length > 0 ? { problems: orphans.map(({ message }) => message) } : {}),
  }
}

async function giveMap(at: {
  db: Database
  vault: Vault
  slug: string
  folder: string
  now: Temporal.Instant
}): Promise<boolean> {
  const { db, vault, slug, folder, now } = at
  const centre = await loadCentre(db, slug)
  const actor = systemActor('командная строка')
  return atDeskOf(db, { centre, actor, now, vault }, (desk) => addFolderMap(desk, folder))
}
