import { commands } from './cli/commands.ts'
import { runCommand } from './cli/run-command.ts'
import { assertRuntime } from './platform/runtime.ts'

assertRuntime()
const ending = await runCommand(commands, process.argv.slice(2), process.env)
process.stdout.write(ending.stdout)
process.stderr.write(ending.stderr)
process.exitCode = ending.exitCode
