import { normalPhone } from './blind-index.ts'

/** A phone for lists: `+7 912 ***-**-34`. */
export function maskPhone(phone: string): string {
  const normal = normalPhone(phone)
  if (normal === null) return '***'
  if (!normal.startsWith('+7')) return `***${normal.slice(-2)}`
  return `+7 ${normal.slice(2, 5)} ***-**-${normal.slice(-2)}`
}

/** A name for lists: the first letters only, `И*** П.`. */
export function maskName(name: string): string {
  const [surname, first] = name.trim().split(/\s+/)
  if (!surname) return ''
  const initial = first ? ` ${initialOf(first)}.` : ''
  return `${initialOf(surname)}***${initial}`
}

/** A mail address for lists: `i***@mail.ru`. */
export function maskEmail(email: string): string {
  const [user = '', host] = email.trim().split('@')
  return host ? `${user.slice(0, 1)}***@${host}` : '***'
}

function initialOf(word: string): string {
  return (Array.from(word)[0] ?? '').toUpperCase()
}
