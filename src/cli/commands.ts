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
import { report } from './report.ts'
import { restore } from './restore.ts'
import { train } from './train.ts'
import { userAdd } from './user-add.ts'

/** Every command of the CLI, in the order of the help. */
export const commands: Command[] = [
  charterNew,
  charterCheck,
  charterApply,
  charterDiff,
  charterCoverage,
  importCommand,
  report,
  deadline,
  train,
  evaluate,
  userAdd,
  backup,
  restore,
  demoReset,
]
