/** The kinds of personal data that masking knows. */
export type PersonalKind =
  | 'phone'
  | 'email'
  | 'name'
  | 'card'
  | 'passport'
  | 'snils'
  | 'inn'
  | 'account'
  | 'url-profile'
  | 'flat'

/** A piece of personal data: from the first sign up to, not including, `to` (UTF-16 units of the given text). */
export type Found = { readonly kind: PersonalKind; readonly from: number; readonly to: number }

type Detector = {
  readonly kind: PersonalKind
  readonly pattern: RegExp
  /** A cheap sign without which the pattern cannot match. */
  readonly needs?: (text: string) => boolean
  /** Digits without which the pattern cannot match. */
  readonly leastDigits?: number
  readonly accept?: (match: RegExpExecArray) => boolean
}

const digits = (text: string): string => text.replace(/\D/g, '')

function countDigits(text: string): number {
  let count = 0
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code >= 48 && code <= 57) count += 1
  }
  return count
}

/** Does a card number keep the check digit of Luhn? */
export function keepsLuhn(number: string): boolean {
  let sum = 0
  for (let i = 0; i < number.length; i++) {
    const digit = Number(number[number.length - 1 - i])
    sum += i % 2 === 0 ? digit : digit > 4 ? digit * 2 - 9 : digit * 2
  }
  return sum % 10 === 0
}

const isHotline = (text: string): boolean => /^[78]?80[04]/.test(digits(text)) && digits(text).length >= 10
const isDate = (text: string): boolean => {
  const [day, month] = text.split(/\D+/).map(Number)
  return day !== undefined && month !== undefined && day >= 1 && day <= 31 && month >= 1 && month <= 12
}

// Order matters: what an earlier detector took, a later one leaves alone. The group «d», where there is one, is masked alone.
const detectors: readonly Detector[] = [
  {
    kind: 'email',
    pattern:
      /(?<![\p{L}\d._%+-])[\p{L}\d._%+-]{1,64}@[\p{L}\d-]{1,63}(?:\.[\p{L}\d-]{1,63}){0,4}\.\p{L}{2,12}/dgu,
    needs: (text) => text.includes('@'),
  },
  {
    kind: 'url-profile',
    pattern:
      /(?:https?:\/\/)?(?<![\p{L}\d.])(?:(?:www|m)\.)?(?:vk\.(?:com|ru)\/(?:id\d+|(?!wall|club|public|event|video|photo|clip|topic|feed|@)[a-z][\w.]{2,40}(?![\w?/-]))|ok\.ru\/profile\/\d+|t\.me\/(?!s\/)[a-z]\w{3,32}(?!\/)|wa\.me\/\d{10,12}|(?:facebook|instagram)\.com\/[\w.]{3,40})|(?<![\p{L}\d._@])@(?!club|public)[a-z]\w{3,32}\b/dgiu,
    needs: (text) => /[/@]/.test(text),
  },
  {
    kind: 'snils',
    pattern:
      /(?<!\d)\d{3}-\d{3}-\d{3}[ -]\d{2}(?!\d)|снилс[^\d\n]{0,12}(?<d>\d{3}[ -]?\d{3}[ -]?\d{3}[ -]?\d{2})(?!\d)/dgiu,
    leastDigits: 11,
  },
  {
    kind: 'passport',
    pattern:
      /паспорт[^\d\n]{0,30}(?<d>\d{2}\s?\d{2}[^\d\n]{0,12}\d{6})(?!\d)|(?<![\p{L}\d])сери[яи][^\d\n]{0,6}(?<e>\d{2}\s?\d{2}[^\d\n]{0,12}\d{6})(?!\d)|(?<![\d-])\d{2} ?\d{2} (?:№ ?)?\d{6}(?!\d)/dgiu,
    leastDigits: 10,
  },
  { kind: 'inn', pattern: /(?<!\p{L})инн[^\d\n]{0,12}(?<d>\d{12}|\d{10})(?!\d)/dgiu, leastDigits: 10 },
  {
    kind: 'account',
    pattern:
      /(?<!\d)[34]\d{4}(?:[ .]?\d{3,5}){3,4}\d(?!\d)|(?:(?<!\p{L})л\/с|лицев\p{L}{2,4}(?: сч[её]т\p{L}{0,3})?|(?<!\p{L})сч[её]т\p{L}{0,3}|(?<!\p{L})р\/с)[^\d\n\p{L}]{0,6}(?:номер )?(?<d>\d{6,20})(?!\d)/dgiu,
    leastDigits: 6,
    accept: (match) => match.groups?.d !== undefined || digits(match[0]).length === 20,
  },
  {
    kind: 'card',
    pattern: /(?<![\d-])\d{4}([ -]?)\d{4}\1\d{4}\1\d{4}(?![\d-])/dgu,
    leastDigits: 16,
    accept: (match) => match[1] !== '' || keepsLuhn(digits(match[0])),
  },
  {
    kind: 'phone',
    pattern:
      /(?<![\d\p{L}-])(?:\+ ?7|8|7)[ \-–.(]{0,3}(?:\d{3}[ \-–.)]{0,3}\d{3}|\d{4}[ \-–.)]{1,3}\d{2}|\d{5}[ \-–.)]{1,3}\d)[ \-–.]{0,2}\d{2}[ \-–.]{0,2}\d{2}(?!\d)|(?<![\d\p{L}-])\(?9\d{2}\)?[ \-–]?\d{3}[ \-–]?\d{2}[ \-–]?\d{2}(?!\d)|(?<![\d\p{L}])\(\d{3,5}\) ?\d{1,3}[ -]?\d{2}[ -]?\d{2}(?!\d)/dgu,
    leastDigits: 8,
    accept: (match) => !isHotline(match[0]),
  },
  {
    kind: 'phone',
    pattern:
      /(?:(?<!\p{L})тел(?:ефон\p{L}{0,3})?|(?<!\p{L})т\.|(?<!\p{L})(?:моб|сот)\p{L}{0,8}|(?<!\p{L})(?:по)?звон\p{L}{1,6}|(?<!\p{L})ватсап\p{L}?|whats ?app)[^\d\n+(\]]{0,14}(?<d>[+(]?\d[\d \-–()]{3,15}\d)/dgiu,
    leastDigits: 5,
    accept: (match) => {
      const number = digits(match.groups?.d ?? '')
      return number.length >= 5 && number.length <= 12 && !isHotline(number)
    },
  },
  {
    kind: 'phone',
    pattern: /(?<![\d\p{L}/-])\d{3}-\d{2}-\d{2}(?![\d-])/dgu,
    leastDigits: 7,
    needs: (text) => text.includes('-'),
  },
  {
    kind: 'phone',
    pattern: /(?<![\d\p{L}/.-]|№ ?)\d{1,2}-\d{2}-\d{2}(?![\d-])/dgu,
    leastDigits: 5,
    needs: (text) => text.includes('-'),
    accept: (match) => !isDate(match[0]),
  },
  {
    kind: 'flat',
    pattern:
      /(?<!\p{L})(?:кв|квартир[аеуы]|квартирой)\.?[ ,]?(?:№|N|номер)? ?(?!(?:19|20)\d\d(?!\d))\d{1,4}(?:[а-я](?!\p{L}))?(?![,.]\d|\s?(?:кв|м²|м2|метр|градус|°|\d))/dgiu,
    leastDigits: 1,
    accept: (match) => !/^кв ?м/i.test(match[0]),
  },
  {
    kind: 'flat',
    pattern:
      /(?<![\d\p{L}/-]|дома? |д\. ?|д )\d{1,4}(?:-?(?:ая|ой|ую|я|й|ю))? (?:кв(?:артир[аеу]|артирой)(?!\p{L}| ?[\d№[])|кв\.(?! ?[м\d]))/dgiu,
    leastDigits: 1,
  },
  {
    kind: 'flat',
    pattern:
      /(?<!\p{L})(?:ул|улиц[аеыу]|пр|просп|проспект[ае]?|пер|переул\p{L}{2,3}|б-р|бульвар[ае]?)\.? (?:(?!между)\p{L}[\p{L}-]{1,30}\.? ){0,2}(?!домами)\p{L}[\p{L}-]{1,30}[ ,]{1,2}(?:д\.? ?|дом )?\d{1,3}[а-я]?(?<d>-\d{1,3})(?![\d-])/dgiu,
    needs: (text) => text.includes('-'),
  },
]

function places(detector: Detector, text: string): readonly Found[] {
  const found: Found[] = []
  for (const match of text.matchAll(detector.pattern)) {
    if (detector.accept !== undefined && !detector.accept(match)) continue
    const named = match.indices?.groups
    const [from, to] = named?.d ?? named?.e ?? [match.index, match.index + match[0].length]
    found.push({ kind: detector.kind, from, to })
  }
  return found
}

/** Personal data that is written in digits or Latin letters; pieces do not overlap; order is that of the detectors. */
export function findNumbers(text: string): Found[] {
  const found: Found[] = []
  const count = countDigits(text)
  for (const detector of detectors) {
    if (count < (detector.leastDigits ?? 0)) continue
    if (detector.needs !== undefined && !detector.needs(text)) continue
    for (const piece of places(detector, text)) {
      if (!found.some((other) => piece.from < other.to && other.from < piece.to)) found.push(piece)
    }
  }
  return found
}
