import assert from 'node:assert/strict'
import { after, before, it } from 'node:test'
import { type TestDatabase, testDatabase } from '../../test/database.ts'
import { noon, smallCentre, testVault } from '../../test/small-centre.ts'
import { entryId, readJournal, readReadLog } from '../audit/index.ts'
import { type Permission, permissionCodes } from '../charter/contract.ts'
import type { Centre } from '../charter/index.ts'
import { atDeskOf, type Desk, systemActor } from '../people/index.ts'
import type { Contacts } from './contract.ts'
import {
  blindIndexRows,
  eraseSubmissions,
  findByContact,
  openField,
  openKey,
  reveal,
  sealField,
  sealSubmission,
} from './index.ts'

const words = 'На улице яма, в неё провалился автобус'
const contacts: Contacts = { name: 'Семёнова Ольга', phone: '8 912 345-67-89', email: 'olga@example.org' }
const purpose = 'подготовка ответа'
let database: TestDatabase
let centre: Centre
let other: Centre

before(async () => {
  database = await testDatabase()
  centre = await smallCentre(database.db, 'small')
  other = await smallCentre(database.db, 'other')
})
after(() => database.close())

const actor = (permissions: readonly Permission[] = permissionCodes) => ({
  ...systemActor('Анна'),
  staffId: entryId(noon),
  permissions: new Set(permissions),
})

const atCentre = <T>(work: (desk: Desk) => Promise<T>, who = actor(), where = centre) =>
  atDeskOf(database.db, { centre: where, actor: who, now: noon, vault: testVault }, work)

async function submit(desk: Desk, given: Contacts | null = contacts): Promise<string> {
  const id = entryId(desk.now)
  const place = { centreId: desk.centre.id, submissionId: id }
  const raw = JSON.stringify({ text: words })
  const columns = sealSubmission({ ...place, vault: desk.vault, raw, words, contacts: given })
  const times = { received_at: desk.now, created_at: desk.now }
  await desk.scope
    .insertInto('submissions')
    .values({
      centre_id: desk.centre.id,
      id,
      channel: 'phone',
      content_digest: desk.vault.digest('content', words),
      masked_text: words,
      ...times,
      ...columns,
    })
    .execute()
  for (const { kind, digest } of blindIndexRows(desk.vault, desk.centre.id, given)) {
    const row = { centre_id: desk.centre.id, kind, digest, submission_id: id }
    await desk.scope.insertInto('blind_indexes').values(row).execute()
  }
  return id
}

it('nothing of what was said or by whom lies in the table unsealed', async () => {
  const row = await atCentre(async (desk) => {
    const id = await submit(desk)
    return desk.scope.selectFrom('submissions').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
  })
  const sealed = [row.wrapped_key, row.sealed_raw, row.sealed_words, row.sealed_contacts]
  for (const bytes of sealed) assert.ok(bytes && !bytes.includes('автобус') && !bytes.includes('Ольга'))
})

it('a look shows what was asked for and nothing else, and stands in the read log with its purpose', async () => {
  await atCentre(async (desk) => {
    const id = await submit(desk)
    const caseId = entryId(noon)
    const submissionsOf = async () => [id]
    const [shown] = await reveal(desk, caseId, { fields: ['words'], purpose }, submissionsOf)
    assert.deepEqual([shown?.words, shown?.contacts, shown?.raw], [words, null, null])
    const [who] = await reveal(desk, caseId, { fields: ['contacts', 'raw'], purpose }, submissionsOf)
    assert.deepEqual([who?.contacts, who?.words, who?.raw], [contacts, null, JSON.stringify({ text: words })])
    const { entries } = await readReadLog(desk, { limit: 9, caseId }, async () => new Map())
    assert.deepEqual(
      entries.map((entry) => [entry.actor, entry.submissionId, entry.fields, entry.purpose]),
      [
        ['Анна', id, ['contacts', 'raw'], purpose],
        ['Анна', id, ['words'], purpose],
      ],
    )
  })
})

it('a look is refused to a role without the permission and to the program itself', async () => {
  const look = (desk: Desk) => reveal(desk, entryId(noon), { fields: ['words'], purpose }, async () => [])
  await assert.rejects(atCentre(look, actor(['case.read'])), { reason: 'no-permission' })
  await assert.rejects(atCentre(look, systemActor('загрузка') as ReturnType<typeof actor>), {
    reason: 'system-cannot-look',
  })
})

it('sealed bytes open at their own submission, field and centre only', async () => {
  const place = { centreId: 1, submissionId: entryId(noon) }
  const columns = sealSubmission({ ...place, vault: testVault, raw: 'a', words, contacts: null })
  assert.equal(columns.sealed_contacts, null)
  const open = (at: typeof place, field: 'raw' | 'words') => {
    const opener = openKey(testVault, at, columns.wrapped_key)
    assert.ok(opener)
    return openField(opener, field, columns.sealed_raw).toString()
  }
  assert.equal(open(place, 'raw'), 'a')
  assert.throws(() => open(place, 'words'))
  assert.throws(() => open({ ...place, centreId: 2 }, 'raw'))
  assert.throws(() => open({ ...place, submissionId: entryId(noon) }, 'raw'))
})

it('a resident’s own submissions are found by exact contact in their centre, and the search is in the read log', async () => {
  const contactsHere: Contacts = { name: 'Орлова Вера', phone: '+7 900 111-22-33' }
  const id = await atCentre((desk) => submit(desk, contactsHere))
  const find = (asked: object, where = centre) =>
    atCentre((desk) => findByContact(desk, { ...asked, purpose }), actor(), where)
  assert.deepEqual(await find({ phone: '89001112233' }), { submissionIds: [id], more: false })
  assert.deepEqual((await find({ phone: '89001112233', surname: 'орлова' })).submissionIds, [id])
  assert.deepEqual((await find({ phone: '89001112233', surname: 'Чужая' })).submissionIds, [])
  assert.deepEqual((await find({ phone: '89001112234' })).submissionIds, [])
  assert.deepEqual((await find({ phone: '89001112233' }, other)).submissionIds, [])
  await assert.rejects(find({ phone: '12' }), { reason: 'bad-phone' })
  await assert.rejects(find({ surname: '  ' }), { reason: 'no-contact' })
  const { entries } = await atCentre((desk) => readReadLog(desk, { limit: 1 }, async () => new Map()))
  assert.deepEqual(entries[0]?.fields, ['поиск:phone'])
  assert.ok(!JSON.stringify(entries).includes('9001112233'))
})

it('erasure leaves nothing to read, to find or to search, and an act with the next number', async () => {
  const [first, second] = await atCentre(async (desk) => [await submit(desk), await submit(desk)])
  const answer = await atCentre(async (desk) =>
    sealField(await opener(desk, first ?? ''), 'answer:1', 'Яма засыпана'),
  )
  const told: string[] = []
  const erase = (ids: (string | undefined)[]) =>
    atCentre((desk) =>
      eraseSubmissions(
        desk,
        ids as string[],
        'истёк срок хранения',
        async (_, erased) => void told.push(...erased),
      ),
    )
  const act = await erase([first])
  assert.deepEqual([act.number, act.submissionIds, told], [1, [first], [first]])
  assert.deepEqual([(await erase([first, second])).submissionIds, told.length], [[second], 2])
  await assert.rejects(erase([first]), { reason: 'already-erased' })
  await atCentre(async (desk) => {
    const row = await desk.scope
      .selectFrom('submissions')
      .selectAll()
      .where('id', '=', first ?? '')
      .executeTakeFirstOrThrow()
    const left = [row.wrapped_key, row.sealed_raw, row.sealed_words, row.sealed_contacts, row.masked_text]
    assert.deepEqual(left, [null, null, null, null, ''])
    const digests = desk.scope
      .selectFrom('blind_indexes')
      .selectAll()
      .where('submission_id', '=', first ?? '')
    assert.deepEqual(await digests.execute(), [])
    const [shown] = await reveal(
      desk,
      entryId(noon),
      { fields: ['words', 'contacts', 'raw'], purpose },
      async () => [first ?? ''],
    )
    assert.deepEqual([shown?.erased, shown?.words, shown?.contacts, shown?.raw], [true, null, null, null])
    await assert.rejects(opener(desk, first ?? ''), /no key/)
    assert.ok(answer.length > 0)
    const { entries } = await readJournal(desk, { limit: 9, action: 'data-erased' }, async () => new Map())
    assert.deepEqual(
      entries.map((entry) => entry.data['number']),
      [2, 1],
    )
    assert.ok(!JSON.stringify(entries).includes('автобус'))
  })
})

it('erasure is refused to a role without the permission', async () => {
  const erase = atCentre(
    (desk) => eraseSubmissions(desk, [], 'истёк срок', async () => {}),
    actor(['resident.reveal']),
  )
  await assert.rejects(erase, { reason: 'no-permission' })
})

async function opener(desk: Desk, id: string) {
  const { wrapped_key: wrapped } = await desk.scope
    .selectFrom('submissions')
    .select('wrapped_key')
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  const found = openKey(desk.vault, { centreId: desk.centre.id, submissionId: id }, wrapped)
  if (!found) throw new Error('no key')
  return found
}
