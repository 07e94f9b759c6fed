import { backup } from './backup.ts'
import type { Command } from './command.ts'
import { restore } from './restore.ts'

/** Every command of the CLI, in the order of the help. */
export const commands: Command[] = [backup, restore]
