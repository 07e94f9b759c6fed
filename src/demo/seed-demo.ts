import { fileURLToPath } from 'node:url'
import { addFolderMap } from '../basemap/index.ts'
import { countCharterUsage, registerMany } from '../cases/index.ts'
import type { CaseSorting } from '../cases/index.ts'
import { applyCharter, type Centre, loadCentre, readCharterFolder } from '../charter/index.ts'
import { caseSorting } from '../intake/index.ts'
import { type Actor, addDemoPerson, atDeskOf, systemActor } from '../people/index.ts'
import type { Database } from '../platform/db/centre-scope.ts'
import type { Vault } from '../platform/vault.ts'
import type { DemoCase } from './demo-case.ts'
import { generateCases } from './generate-cases.ts'
import { demoPeople } from './people.ts'
import { type CaseAtHand, inOrder, playStep } from './play-steps.ts'

/** The slug of the demo centre: also the name of its charter's folder. */
export const demoSlug = 'example'
const charterFolder = fileURLToPath(new URL(`../../charters/${demoSlug}/`, import.meta.url))

/** What the demo is made with; the same seed, count and moment give the same demo but for keys and ids. */
export interface DemoPieces {
  db: Database
  vault: Vault
  now: Temporal.Instant
  seed?: number
  /** About how many cases; 3,000 when left out. */
  count?: number
  progress?: (line: string) => void
}

/** What was made. */
export interface DemoMade {
  centre: Centre
  people: number
  cases: number
  steps: number
}

const batch = 500

/** Makes the demo centre in an installation that has none: charter, people, cases and the work done on them. */
export async function seedDemo({
  db,
  vault,
  now,
  seed = 2026,
  count = 3000,
  progress = () => {},
}: DemoPieces): Promise<DemoMade> {
  progress('Демонстрационный центр: устав и сотрудники…')
  await applyCharter(db, {
    slug: demoSlug,
    files: readCharterFolder(charterFolder),
    actor: 'демонстрация',
    now,
    comment: 'Устав вымышленного центра',
    isDemo: true,
    usage: countCharterUsage,
  })
  const centre = await loadCentre(db, demoSlug)
  await giveMap({ db, vault, now, centre })
  const staff = await addPeople({ db, vault, now, centre })
  const cases = generateCases({ seed, now, centre, classifier: caseSorting.classifier(centre), count })
  const hands = new Map<number, CaseAtHand>()
  const system = systemActor('демонстрация')
  for (let from = 0; from < cases.length; from += batch) {
    const part = cases.slice(from, from + batch)
    const made = await atDeskOf(db, { centre, actor: system, now, vault }, (desk) =>
      registerMany(
        desk,
        part.map((one) => sortedRegistration(one, centre, caseSorting, staff)),
      ),
    )
    for (const [i, { id, revision }] of made.entries()) {
      hands.set(from + i + 1, { id, revision, answerId: null })
    }
    progress(`Демонстрационный центр: дел ${from + part.length} из ${cases.length}…`)
  }
  const steps = await playAll({ db, vault, now, centre, cases, staff, hands })
  return { centre, people: staff.size, cases: cases.length, steps }
}

/** Puts the invented town's own map under the map of the demo centre. */
export async function giveMap(at: {
  db: Database
  vault: Vault
  now: Temporal.Instant
  centre: Centre
}): Promise<void> {
  const actor = systemActor('демонстрация')
  await atDeskOf(at.db, { ...at, actor }, (desk) => addFolderMap(desk, charterFolder))
}

type Staff = ReadonlyMap<string, Actor>

async function addPeople(at: {
  db: Database
  vault: Vault
  now: Temporal.Instant
  centre: Centre
}): Promise<Staff> {
  const { db, centre } = at
  const staff = new Map<string, Actor>()
  // One by one: the sign-in page lists them in this order.
  for (const person of demoPeople()) {
    const staffId = await addDemoPerson(db, at, person)
    const role = centre.roles.get(person.role)
    if (!role) throw new Error(`the demo charter has no role ${person.role}`)
    const { login, name, sectorBlock, organisation } = person
    const permissions = new Set(role.permissions)
    const actor = { staffId, accountId: null, name, role: role.code, permissions, reach: role.reach }
    staff.set(login, { ...actor, sectorBlock, organisation })
  }
  return staff
}

/** The registration with the executor's id and what the machine would have proposed for the text. */
function sortedRegistration(one: DemoCase, centre: Centre, sorting: CaseSorting, staff: Staff) {
  const { registration, assignee } = one
  const { words, channel } = registration.submission
  const { sorter, decided, data } = sorting.sort(centre, words, { channel })
  return {
    ...registration,
    assigneeId: assignee === null ? null : (staff.get(assignee)?.staffId ?? null),
    // A case that waits for triage is one the machine did not dare to decide.
    proposal: { sorter, decided: decided && (registration.topicGroup ?? null) !== null, data },
  }
}

async function playAll(given: {
  db: Database
  vault: Vault
  now: Temporal.Instant
  centre: Centre
  cases: readonly DemoCase[]
  staff: Staff
  hands: ReadonlyMap<number, CaseAtHand>
}): Promise<number> {
  const { db, vault, now, centre, cases, staff, hands } = given
  const caseOf = (key: number) => {
    const hand = hands.get(key)
    if (!hand) throw new Error(`no demo case ${key}`)
    return hand
  }
  const steps = inOrder(cases.flatMap(({ key, steps: own }) => own.map((step) => ({ ...step, key }))))
  for (let from = 0; from < steps.length; from += batch) {
    const part = steps.slice(from, from + batch)
    await atDeskOf(db, { centre, actor: systemActor('демонстрация'), now, vault }, async (desk) => {
      for (const step of part) {
        const actor = staff.get(step.by)
        if (!actor) throw new Error(`nobody of the demo is called ${step.by}`)
        await playStep({ ...desk, actor, now: step.at }, step, caseOf(step.key), caseOf)
      }
    })
  }
  return steps.length
}
