/** A 32-bit hash of a part of a text, the same on every machine; `salt` keeps kinds of features apart. */
export function hashText(text: string, salt = 0, from = 0, to = text.length): number {
  let hash = 0x811c9dc5 ^ salt
  for (let at = from; at < to; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193)
  return mix(hash)
}

/** One hash of two, order kept. */
export function hashPair(one: number, other: number): number {
  return mix(Math.imul(one, 0x9e3779b1) ^ other)
}

// The finishing steps of MurmurHash3: every bit of the input moves the high bits, which choose the bucket.
function mix(hash: number): number {
  let mixed = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35)
  return mixed ^ (mixed >>> 16)
}
