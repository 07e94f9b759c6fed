import { execFile } from 'node:child_process'

/**
 * Tells systemd how the program is (sd_notify(3)), where it waits to be told: a unit of `Type=notify` counts as started when the
 * server answers. Its own small program speaks, because Node has no datagram sockets of the kind.
 */
export function tellSystemd(state: 'READY=1' | 'STOPPING=1'): Promise<void> {
  if (!process.env['NOTIFY_SOCKET']) return Promise.resolve()
  return new Promise((done) => execFile('systemd-notify', [state], { timeout: 5000 }, () => done()))
}
