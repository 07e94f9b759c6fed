import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import assert from 'node:assert/strict'
import type { Centre } from '../src/charter/index.ts'
import { type ImportAccount, type ImportContext, importFile } from '../src/intake/index.ts'
import { inCentre } from '../src/platform/db/centre-scope.ts'
import { openFileStore } from '../src/platform/files/store.ts'
import { Refusal } from '../src/platform/refusal.ts'
import { aVault, thursday } from './builders.ts'
import { testDatabase, type TestDatabase } from './database.ts'

const header =
  'ID;Дата создания;Текст инцидента;Группа тем;Тема;Муниципалитет;Населенный пункт;Улица;Дом;Тип инцидента;Итог;Дата закрытия;1ый ответ ПИ;Исполнитель'
/** Columns of an export of incidents in tests. */
export const columns = header.split(';')

/** What a message says in tests unless they say otherwise. */
export const pit = 'На улице Садовой у дома 5 огромная яма в асфальте, прошу принять меры.'

/** A row of an export with these cells over the usual ones. */
export function row(id: number, cells: Record<string, string> = {}): string {
  const usual: Record<string, string> = {
    ID: String(id),
    'Дата создания': '02.11.2026 10:15',
    'Текст инцидента': `${pit} Случай ${id}.`,
    Муниципалитет: 'Средний район',
    'Населенный пункт': 'Средний',
    ...cells,
  }
  return columns.map((name) => `"${(usual[name] ?? '').replaceAll('"', '""')}"`).join(';')
}

/** A file of these rows. */
export const table = (...rows: string[]) => ({
  name: 'выгрузка.csv',
  bytes: Buffer.from([header, ...rows].join('\r\n')),
})

/** created, joined, unchanged, updated, rejected. */
export const outcomes = ({ created, joined, unchanged, updated, rejected }: ImportAccount) => [
  created,
  joined,
  unchanged,
  updated,
  rejected,
]

export const refused = (reason: string) => (error: unknown) =>
  error instanceof Refusal && error.reason === reason

/** A database of its own and a folder for files, with what tests of imports ask of them. */
export async function importsOfTest() {
  const database: TestDatabase = await testDatabase()
  const folder = mkdtempSync(join(tmpdir(), 'otklik-import-'))
  const context: ImportContext = {
    db: database.db,
    vault: aVault,
    files: openFileStore(folder),
    clock: () => thursday,
    loadCentre: () => assert.fail('the centre is at hand'),
  }
  return {
    db: database.db,
    context,
    into: (centre: Centre, ...rows: string[]) =>
      importFile(context, { centre, file: table(...rows), actor: 'проверка' }),
    casesOf: (centre: Centre) =>
      inCentre(database.db, centre.id, (scope) =>
        scope.selectFrom('cases').selectAll().where('centre_id', '=', centre.id).orderBy('number').execute(),
      ),
    journalOf: (centre: Centre, id: string) =>
      inCentre(database.db, centre.id, (scope) =>
        scope
          .selectFrom('journal')
          .select(['action', 'data'])
          .where('case_id', '=', id)
          .orderBy('id')
          .execute(),
      ),
    /** Field, our value and theirs of each conflict of a case. */
    conflictsOf: async (centre: Centre, id: string) => {
      const { conflicts } = await inCentre(database.db, centre.id, (scope) =>
        scope
          .selectFrom('source_values')
          .select('conflicts')
          .where('case_id', '=', id)
          .executeTakeFirstOrThrow(),
      )
      return (conflicts as { field: string; ours: unknown; theirs: unknown }[]).map((one) => [
        one.field,
        one.ours,
        one.theirs,
      ])
    },
    close: async () => {
      await database.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
