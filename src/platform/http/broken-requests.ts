import type { Socket } from 'node:net'

/** Answers what never became a request: an address or headers that are too long, bytes that are no HTTP. */
export function answerBrokenRequest(error: Error & { code?: string }, socket: Socket): void {
  if (error.code === 'ECONNRESET' || !socket.writable) {
    socket.destroy()
    return
  }
  const isLong = error.code === 'HPE_HEADER_OVERFLOW'
  const told = isLong
    ? {
        kind: 'too-large',
        reason: 'too-large',
        message: 'Слишком длинный адрес или заголовок: сократите запрос.',
      }
    : { kind: 'invalid', reason: 'bad-request', message: 'Запрос составлен неверно: проверьте его вид.' }
  const body = JSON.stringify({ error: { ...told, requestId: crypto.randomUUID() } })
  const status = isLong ? '431 Request Header Fields Too Large' : '400 Bad Request'
  const headers = `content-type: application/json; charset=utf-8\r\ncontent-length: ${Buffer.byteLength(body)}`
  socket.end(`HTTP/1.1 ${status}\r\nconnection: close\r\n${headers}\r\n\r\n${body}`)
}
