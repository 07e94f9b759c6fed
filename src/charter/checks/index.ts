import { checkBasis } from './basis.ts'
import { checkCentre } from './centre.ts'
import type { CheckInput, Found } from './check.ts'
import { checkCodes } from './codes.ts'
import { checkHours } from './hours.ts'
import { checkMeasures } from './measures.ts'
import { checkNorms } from './norms.ts'
import { checkNumbering } from './numbering.ts'
import { checkReferences } from './references.ts'
import { checkReports } from './reports.ts'
import { checkRights, checkRules } from './rights.ts'
import { checkRetention } from './retention.ts'

const checks = [
  checkCentre,
  checkHours,
  checkCodes,
  checkReferences,
  checkRights,
  checkRules,
  checkNorms,
  checkNumbering,
  checkMeasures,
  checkReports,
  checkRetention,
  checkBasis,
]

/** Every problem of a charter's sense. */
export function checkCharter(input: CheckInput): Found[] {
  return checks.flatMap((check) => check(input))
}
