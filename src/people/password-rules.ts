import { refuse } from '../platform/refusal.ts'

/** Least length of a password, characters. */
export const leastPasswordLength = 10

// Stems of the passwords that are tried first; a password is refused when it is little more than one of them.
const commonStems = [
  'password',
  'passw0rd',
  'qwerty',
  'qwertyuiop',
  'йцукен',
  'йцукенгшщз',
  'пароль',
  'gfhjkm',
  'admin',
  'administrator',
  'администратор',
  'letmein',
  'welcome',
  'iloveyou',
  'zxcvbn',
  'asdfgh',
  'фывапр',
  '1q2w3e4r',
  '1qaz2wsx',
  'otklik',
  'отклик',
]

/** Why a password may not be chosen, as a sentence; null when it may. */
export function whyWeak(password: string, login: string): string | null {
  const plain = password.normalize('NFC').toLowerCase()
  if (Array.from(plain).length < leastPasswordLength) {
    return `Пароль короче ${leastPasswordLength} знаков: возьмите фразу из нескольких слов.`
  }
  if (plain.includes(login) && plain.length - login.length < 6)
    return 'Пароль повторяет логин: выберите другой.'
  if (new Set(plain).size < 5 || isRun(plain))
    return 'Пароль из повторов или подряд идущих знаков: выберите другой.'
  const letters = plain.replace(/[\d\s!@#$%^&*()_+=.,-]+/g, '')
  const isCommon = commonStems.some((stem) => plain === stem || letters === stem || repeats(plain, stem))
  return isCommon ? 'Такой пароль подбирают первым: возьмите фразу из нескольких слов.' : null
}

/** Refuses a weak password with one sentence. */
export function mustBeStrong(password: string, login: string): void {
  const why = whyWeak(password, login)
  if (why) refuse('invalid', 'weak-password', why)
}

// Every sign follows the one before it by the alphabet or the digits, up or down, or repeats it.
function isRun(text: string): boolean {
  const codes = Array.from(text, (sign) => sign.codePointAt(0) ?? 0)
  const steps = codes.slice(1).map((code, index) => code - (codes[index] ?? code))
  return steps.every((step) => Math.abs(step) <= 1 || step === -9)
}

function repeats(text: string, stem: string): boolean {
  return text.replaceAll(stem, '').replace(/[\d\W_]/g, '').length === 0 && text.includes(stem)
}
