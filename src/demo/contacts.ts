import type { GivenContacts } from '../cases/index.ts'
import type { Channel } from '../charter/contract.ts'
import type { Random } from './random.ts'

const given = ['Агния', 'Варвара', 'Дарина', 'Злата', 'Ульяна', 'Архип', 'Демьян', 'Мирон', 'Савва', 'Тихон']
/** Roots made of the invented map, so that no resident of the demo is anybody. */
const roots = [
  'Светлоплёс',
  'Кедромыс',
  'Троеручь',
  'Дальногряд',
  'Журавлегат',
  'Лебяжноберег',
  'Рябоскат',
  'Мшаноречь',
  'Озёрнолуг',
  'Паромнолуч',
]

/** How often somebody of a channel tells who they are. */
const told: Partial<Record<Channel, number>> = {
  paper: 1,
  personal: 1,
  reception: 1,
  email: 0.9,
  phone: 0.7,
  call112: 0.6,
  pos: 0.85,
  incident: 0.35,
  vk: 0.25,
  ok: 0.25,
  max: 0.3,
  telegram: 0,
  open311: 0.2,
}

/** Contacts of nobody: telephones of one block of numbers kept for examples, addresses at example.org. */
export function inventContacts(channel: Channel, random: Random): GivenContacts | null {
  if (!random.chance(told[channel] ?? 0.3)) return null
  const first = random.pick(given)
  const woman = /[ая]$/.test(first) && first !== 'Савва'
  const name = `${first} ${random.pick(roots)}${woman ? 'ова' : 'ов'}`
  const digits = String(random.whole(0, 9999)).padStart(4, '0')
  const contacts: GivenContacts = { name }
  if (channel !== 'email' && random.chance(0.6)) {
    contacts.phone = `+7 900 000-${digits.slice(0, 2)}-${digits.slice(2)}`
  }
  if (channel === 'email' || (channel !== 'phone' && random.chance(0.4))) {
    contacts.email = `resident${digits}@example.org`
  }
  if (!contacts.phone && !contacts.email && channel === 'paper') {
    contacts.address = `г. Светлобережск, а/я ${random.whole(1, 90)}`
  }
  return contacts
}
