import assert from 'node:assert/strict'
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { test } from 'node:test'
import { tellSystemd } from './readiness.ts'

/** A stand-in for the program of systemd that notes what it was called with. */
function withNotifier(script: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'otklik-notify-'))
  writeFileSync(join(folder, 'systemd-notify'), `#!/bin/sh\n${script}\n`, { mode: 0o755 })
  process.env['PATH'] = `${folder}${delimiter}${process.env['PATH']}`
  return join(folder, 'said')
}

test('systemd is told when it waits to be told, and only then; a notifier that fails stops nothing', async () => {
  const said = withNotifier('echo "$@" >> "$(dirname "$0")/said"; [ "$1" = READY=1 ]')
  delete process.env['NOTIFY_SOCKET']
  await tellSystemd('READY=1')
  process.env['NOTIFY_SOCKET'] = '/run/systemd/notify'
  await tellSystemd('READY=1')
  await tellSystemd('STOPPING=1')
  assert.equal(readFileSync(said, 'utf8'), 'READY=1\nSTOPPING=1\n')
})
