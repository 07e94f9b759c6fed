import { argon2, randomBytes, randomInt, timingSafeEqual } from 'node:crypto'
import { promisify } from 'node:util'

const derive = promisify(argon2)

/** Cost of argon2id: 19 MiB, 2 passes, 1 lane — the least that OWASP names (Password Storage Cheat Sheet). */
const cost = { memory: 19_456, passes: 2, parallelism: 1 }
const tagLength = 32

type Encoded = typeof cost & { salt: Buffer; tag: Buffer }

/** Hashes a password with a new salt; the result is a PHC string that carries its own parameters. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(16)
  const tag = await tagOf(password, { ...cost, salt, tag: Buffer.alloc(tagLength) })
  return `$argon2id$v=19$m=${cost.memory},t=${cost.passes},p=${cost.parallelism}$${base64(salt)}$${base64(tag)}`
}

/** Tells whether the password is the one that was hashed; takes the same time whatever the answer. */
export async function verifyPassword(password: string, hash: string): Promise<boolean> {
  const encoded = decode(hash)
  return timingSafeEqual(await tagOf(password, encoded), encoded.tag)
}

/** True of a hash made with a lesser or another cost: it is made anew at the next sign-in. */
export function needsRehash(hash: string): boolean {
  const { memory, passes, parallelism } = decode(hash)
  return memory !== cost.memory || passes !== cost.passes || parallelism !== cost.parallelism
}

let dummy: Promise<string> | undefined

/** Spends the time of a check on a login that nobody has, so that its absence cannot be heard. */
export async function spendTime(password: string): Promise<false> {
  dummy ??= hashPassword(randomBytes(16).toString('hex'))
  await verifyPassword(password, await dummy)
  return false
}

// Without letters and digits that are read wrongly from paper (0 O, 1 l I).
const alphabet = 'abcdefghjkmnpqrstuvwxyz23456789'

/** A password shown once, four groups of four: about 79 bits. */
export function makeOneTimePassword(): string {
  return makeReadable(4)
}

/** Random signs that are easily copied by hand, in groups of four joined by dashes: 19.8 bits a group. */
export function makeReadable(groups: number): string {
  const group = () => Array.from({ length: 4 }, () => alphabet[randomInt(alphabet.length)]).join('')
  return Array.from({ length: groups }, group).join('-')
}

async function tagOf(password: string, { memory, passes, parallelism, salt, tag }: Encoded): Promise<Buffer> {
  const message = password.normalize('NFC')
  return derive('argon2id', { message, nonce: salt, memory, passes, parallelism, tagLength: tag.length })
}

function decode(hash: string): Encoded {
  const found = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$([\w+/]+)\$([\w+/]+)$/.exec(hash)
  if (!found) throw new Error('a password hash is not an argon2id PHC string')
  const [, memory, passes, parallelism, salt = '', tag = ''] = found
  return {
    memory: Number(memory),
    passes: Number(passes),
    parallelism: Number(parallelism),
    salt: Buffer.from(salt, 'base64'),
    tag: Buffer.from(tag, 'base64'),
  }
}

function base64(bytes: Buffer): string {
  return bytes.toString('base64').replace(/=+$/, '')
}
