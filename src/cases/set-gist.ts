import type { Desk } from '../people/index.ts'
import { maskPersonal } from '../triage/index.ts'
import { changeCase } from './change-case.ts'
import type { BodyOf, CaseOutcome } from './contract-commands.ts'
import { gistOf } from './registration-rows.ts'
import { writeGist } from './store.ts'

/**
 * Says in one line what the case is about; lists show it. Names, phones and the like are masked. The journal tells that the
 * gist was changed and not its words: they go when the resident's data are erased.
 */
export function setGist(desk: Desk, id: string, body: BodyOf<'set-gist'>): Promise<CaseOutcome> {
  return changeCase(desk, { id, revision: body.revision }, 'set-gist', async () => {
    await writeGist(desk.scope, desk.centre.id, id, gistOf(maskPersonal(body.gist).masked))
    return { action: 'case-gist-set' as const, data: {}, set: {} }
  })
}
