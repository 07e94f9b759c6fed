import assert from 'node:assert/strict'
import { it } from 'node:test'
import { whyWeak } from './password-rules.ts'
import { hashPassword, makeOneTimePassword, needsRehash, verifyPassword } from './passwords.ts'

it('a password is refused for its shortness, the login in it, runs of signs and common words', () => {
  const table: [password: string, login: string, isWeak: boolean][] = [
    ['девять зн', 'anna', true],
    ['anna.petrova', 'anna.petrova', true],
    ['anna.petrova1', 'anna.petrova', true],
    ['aaaaaaaaaaaa', 'anna', true],
    ['1234567890', 'anna', true],
    ['абвгдежзийк', 'anna', true],
    ['Password2026!', 'anna', true],
    ['Пароль123456', 'anna', true],
    ['qwertyuiop12', 'anna', true],
    ['парольпароль', 'anna', true],
    ['три жёлтых трамвая', 'anna', false],
    ['kf93-xq7m-ztw2', 'anna', false],
    ['anna любит зелёный чай', 'anna', false],
  ]
  for (const [password, login, isWeak] of table)
    assert.equal(whyWeak(password, login) !== null, isWeak, password)
})

it('a hash is an argon2id PHC string that verifies its own password and no other', async () => {
  const hash = await hashPassword('три жёлтых трамвая')
  assert.match(hash, /^\$argon2id\$v=19\$m=19456,t=2,p=1\$[\w+/]{22}\$[\w+/]{43}$/)
  assert.equal(await verifyPassword('три жёлтых трамвая', hash), true)
  assert.equal(await verifyPassword('три жёлтых трамвая'.normalize('NFD'), hash), true)
  assert.equal(await verifyPassword('три желтых трамвая', hash), false)
  assert.notEqual(await hashPassword('три жёлтых трамвая'), hash)
})

it('a hash of another program verifies by its own cost and asks to be made anew', async () => {
  // The reference implementation's test vector: password «password», salt «somesalt», m=65536, t=2, p=1.
  const hash = '$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc'
  assert.equal(await verifyPassword('password', hash), true)
  assert.equal(needsRehash(hash), true)
  assert.equal(needsRehash(await hashPassword('password')), false)
})

it('a one-time password is strong enough for the rules and never the same', () => {
  const made = new Set(Array.from({ length: 200 }, makeOneTimePassword))
  assert.equal(made.size, 200)
  for (const password of made) assert.equal(whyWeak(password, 'anna'), null, password)
})
