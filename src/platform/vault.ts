import { createCipheriv, createDecipheriv, createHash, createHmac, hkdfSync, randomBytes } from 'node:crypto'
import { refuse } from './refusal.ts'

/** Makes keyed digests for blind indexes and content; `purpose` keeps the digests of different fields apart. */
export interface Digests {
  digest(purpose: string, value: string | Uint8Array): Buffer
}

/** The installation's key at work: wraps keys of submissions, makes keyed digests; the key itself never leaves. */
export interface Vault extends Digests {
  /** First 16 hex digits that tell one installation key from another. */
  fingerprint: string
  /** A new key and the same key wrapped for keeping beside what it seals. */
  newKey(): { key: Buffer; wrapped: Buffer }
  unwrap(wrapped: Uint8Array): Buffer
  /** Each block of 16 bytes as another one, keyed by the purpose: equal blocks stay equal and tell nothing else. */
  hideBlocks(purpose: string, blocks: Uint8Array): Buffer
  /** The key of digests alone, for another thread of this process: nothing that is sealed opens with it. */
  digestKey: Uint8Array
}

const nonceLength = 12
const tagLength = 16

let pool = Buffer.alloc(0)

// Every byte is given once: asking the system for each nonce costs more than sealing a short text.
function takeRandom(length: number): Buffer {
  if (pool.length < length) pool = randomBytes(8192)
  const taken = Buffer.from(pool.subarray(0, length))
  pool = pool.fill(0, 0, length).subarray(length)
  return taken
}

/** Seals bytes under a 32-byte key: nonce, AES-256-GCM ciphertext, tag. `context` binds them to their place. */
export function seal(key: Uint8Array, plain: string | Uint8Array, context: string): Buffer {
  const nonce = takeRandom(nonceLength)
  const cipher = createCipheriv('aes-256-gcm', key, nonce)
  cipher.setAAD(Buffer.from(context))
  const body = cipher.update(typeof plain === 'string' ? Buffer.from(plain) : plain)
  // GCM holds nothing back, so the end adds no bytes.
  cipher.final()
  return Buffer.concat([nonce, body, cipher.getAuthTag()])
}

/** Opens what `seal` made; a wrong key, context or a changed byte is an error. */
export function unseal(key: Uint8Array, sealed: Uint8Array, context: string): Buffer {
  const bytes = Buffer.from(sealed.buffer, sealed.byteOffset, sealed.byteLength)
  const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, nonceLength))
  decipher.setAAD(Buffer.from(context))
  decipher.setAuthTag(bytes.subarray(-tagLength))
  return Buffer.concat([decipher.update(bytes.subarray(nonceLength, -tagLength)), decipher.final()])
}

/** Digests under the key of a vault's digests: the same that the vault makes. */
export function createDigests(key: Uint8Array): Digests {
  return {
    digest: (purpose, value) =>
      createHmac('sha256', key).update(`${purpose}\0`).update(value).digest().subarray(0, 16),
  }
}

/** Makes a vault of a 32-byte installation key. */
export function createVault(installationKey: Uint8Array): Vault {
  if (installationKey.length !== 32) refuse('invalid', 'bad-key', 'Ключ установки должен содержать 32 байта.')
  const derive = (info: string) => Buffer.from(hkdfSync('sha256', installationKey, 'otklik', info, 32))
  const wrapping = derive('wrap')
  const digesting = derive('digest')
  const hiding = new Map<string, Buffer>()
  const fingerprint = createHash('sha256').update(derive('fingerprint')).digest('hex').slice(0, 16)
  // A key just made is asked for again while its rows are made ready: then there is nothing to unwrap.
  const fresh = new WeakMap<Uint8Array, Buffer>()
  return {
    fingerprint,
    newKey() {
      const key = takeRandom(32)
      const wrapped = seal(wrapping, key, 'key')
      fresh.set(wrapped, key)
      return { key, wrapped }
    },
    unwrap: (wrapped) => fresh.get(wrapped) ?? unseal(wrapping, wrapped, 'key'),
    hideBlocks(purpose, blocks) {
      const key = hiding.get(purpose) ?? derive(`blocks/${purpose}`)
      hiding.set(purpose, key)
      // The blocks are values of their own, not a text: that equal ones meet is what they are for.
      const cipher = createCipheriv('aes-256-ecb', key, null).setAutoPadding(false)
      return Buffer.concat([cipher.update(blocks), cipher.final()])
    },
    digestKey: digesting,
    ...createDigests(digesting),
  }
}
