import assert from 'node:assert/strict'
import { it } from 'node:test'
import { testVault } from '../../test/small-centre.ts'
import { blindIndexRows, normalEmail, normalPhone, normalSurname } from './blind-index.ts'
import { maskEmail, maskName, maskPhone } from './masks.ts'

it('phones, addresses and surnames meet however they were written', () => {
  for (const written of ['8 (912) 345-67-89', '+7 912 345 67 89', '79123456789', '912-345-67-89']) {
    assert.equal(normalPhone(written), '+79123456789')
  }
  assert.deepEqual(['2-34-56', '+49 30 1234567', 'нет', '112'].map(normalPhone), [
    '23456',
    '+49301234567',
    null,
    null,
  ])
  assert.deepEqual([' Ivan@Mail.RU ', 'нет'].map(normalEmail), ['ivan@mail.ru', null])
  assert.deepEqual(['Семёнов Пётр', ' СЕМЕНОВ П. И.', ''].map(normalSurname), ['семенов', 'семенов', null])
})

it('equal contacts of one centre have one digest, those of two centres never', () => {
  const digestsOf = (centreId: number, phone: string) =>
    blindIndexRows(testVault, centreId, { phone, name: 'Семёнов' }).map(
      ({ kind, digest }) => `${kind} ${digest.toString('hex')}`,
    )
  assert.deepEqual(digestsOf(1, '89123456789'), digestsOf(1, '+7 912 345-67-89'))
  assert.equal(digestsOf(1, '89123456789').length, 2)
  const other = new Set(digestsOf(2, '89123456789'))
  assert.ok(digestsOf(1, '89123456789').every((digest) => !other.has(digest)))
  assert.deepEqual(blindIndexRows(testVault, 1, null), [])
})

it('lists show contacts masked', () => {
  assert.equal(maskPhone('8 912 345-67-34'), '+7 912 ***-**-34')
  assert.equal(maskName('иванова Пелагея Петровна'), 'И*** П.')
  assert.equal(maskEmail('ivan@mail.ru'), 'i***@mail.ru')
  assert.deepEqual([maskPhone('нет'), maskName('  '), maskEmail('нет')], ['***', '', '***'])
})
