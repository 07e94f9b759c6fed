import { basename } from 'node:path'
import { entryId, record } from '../audit/index.ts'
import type { Desk } from '../people/index.ts'
import type { FileStore } from '../platform/files/store.ts'
import { refuse } from '../platform/refusal.ts'
import { holdCase, mustBeAllowed, reachCase } from './change-case.ts'
import { announce } from './news.ts'
import { mustOpen } from './note.ts'
import { recogniseFile } from './file-kinds.ts'

/** A file as it was sent. */
export interface GivenFile {
  name: string
  bytes: Buffer
}

/** Keeps a file with the case: sealed, named by an id, its kind told by its bytes and never by its name. */
export async function attach(desk: Desk, files: FileStore, id: string, given: GivenFile) {
  const { scope, centre, actor, now } = desk
  const { row } = await holdCase(desk, { id })
  mustBeAllowed(desk, 'attach', row)
  const opener = await mustOpen(desk, row)
  if (given.bytes.length === 0) refuse('invalid', 'empty-file', 'Файл пуст: выберите другой.')
  const name = basename(given.name.replaceAll('\\', '/')).slice(0, 200) || 'файл'
  const mediaType = recogniseFile(given.bytes, name)
  if (!mediaType) {
    refuse(
      'invalid',
      'wrong-kind',
      'Такие файлы не принимаются: приложите PDF, DOCX, XLSX, ODT, картинку, звук, видео MP4 или текст.',
    )
  }
  const attachmentId = entryId(now)
  const { digest } = await files.put({ centreId: centre.id, id: attachmentId }, opener.key, given.bytes)
  const size = given.bytes.length
  await scope
    .insertInto('attachments')
    .values({
      centre_id: centre.id,
      id: attachmentId,
      case_id: id,
      submission_id: row.submission_id,
      name,
      media_type: mediaType,
      size,
      digest,
      added_by: actor.name,
      added_at: now,
    })
    .execute()
  const data = { attachmentId, size, mediaType }
  const journalId = await record(desk, { action: 'case-attached', caseId: id, data })
  await announce(scope, { centreId: centre.id, journalId, caseId: id })
  return { id: attachmentId, name, mediaType, size, addedBy: actor.name, addedAt: now.toString() }
}

/** The bytes of an attached file; refuses when there is none or its data was erased. */
export async function readAttached(desk: Desk, files: FileStore, id: string, attachmentId: string) {
  const { scope, centre } = desk
  const row = await reachCase(desk, id)
  const file = await scope
    .selectFrom('attachments')
    .selectAll()
    .where('centre_id', '=', centre.id)
    .where('case_id', '=', id)
    .where('id', '=', attachmentId)
    .executeTakeFirst()
  if (!file) refuse('not-found', 'no-file', 'Такого файла у дела нет.')
  const opener = await mustOpen(desk, { ...row, submission_id: file.submission_id })
  const bytes = await files.get({ centreId: centre.id, id: attachmentId }, opener.key)
  return { name: file.name, mediaType: file.media_type, bytes }
}
