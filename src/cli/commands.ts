import { backup } from './backup.ts'
import { charterApply, charterDiff } from './charter-apply.ts'
import { charterCheck } from './charter-check.ts'
import { charterCoverage } from './charter-coverage.ts'
import { charterNew } from './charter-new.ts'
import type { Command } from './command.ts'
import { deadline } from './deadline.ts'
import { evaluate } from './evaluate.ts'
import { importCommand } from './import.ts'
import { demoReset } from './demo-reset.ts'
import { mapImport } from './map-import.ts'
import { report } from './report.ts'
import { restore } from './restore.ts'
import { train } from './train.ts'
import { userAdd } from './user-add.ts'
import { userResetFactor } from './user-reset-factor.ts'

/** Every command of the CLI, in the order of the help. */
export const commands: Command[] = [
  charterNew,
  charterCheck,
  charterApply,
  charterDiff,
  charterCoverage,
  importCommand,
  mapImport,
  report,
  deadline,
  train,
  evaluate,
  userAdd,
  userResetFactor,
  backup,
  restore,
  demoReset,
]
