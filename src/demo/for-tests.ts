import { fileURLToPath } from 'node:url'
import { type Centre, centreOf, readCharter, readCharterFolder } from '../charter/index.ts'
import { caseSorting } from '../intake/index.ts'
import type { DemoCase } from './demo-case.ts'
import { generateCases } from './generate-cases.ts'

/** Friday, 14:00 by the centre's clock. */
export const friday = Temporal.Instant.from('2026-11-20T11:00:00Z')

let centre: Centre | null = null

/** The centre of the example, without a database. */
export function exampleCentre(): Centre {
  if (centre) return centre
  const { charter } = readCharter(
    readCharterFolder(fileURLToPath(new URL('../../charters/example/', import.meta.url))),
  )
  if (!charter) throw new Error('the charter of the example has problems')
  const row = {
    id: 1,
    slug: 'example',
    name: '',
    kind: 'municipal',
    time_zone: '',
    parent_id: null,
    edition: 1,
  }
  centre = centreOf({ ...row, is_demo: true }, charter)
  return centre
}

/** Invented cases of the example. */
export function someCases(
  changes: { seed?: number; now?: Temporal.Instant; count?: number } = {},
): DemoCase[] {
  const example = exampleCentre()
  const classifier = caseSorting.classifier(example)
  return generateCases({ seed: 7, now: friday, centre: example, classifier, ...changes })
}
