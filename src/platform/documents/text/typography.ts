const space = '\u00A0'
const units =
  'ч|мин|сут|дн|дня|дней|день|нед|мес|лет|года?|г|гг|чел|ед|шт|руб|тыс|млн|млрд|км|м|га|кв|куб|т|кг|п|раза?|[%‰₽°]|(?:январ|феврал|апрел|июн|июл|сентябр|октябр|ноябр|декабр)[ья]|марта?|мая|августа?'
const afterNumber = new RegExp(`(\\d) (?=(?:${units})(?![\\p{L}\\p{N}]))`, 'gu')
const beforeNumber =
  /(^|[\s(«„"])(№|§|ст\.|п\.|пп\.|ч\.|гл\.|рис\.|табл\.|д\.|кв\.|корп\.|с\.) (?=[\p{L}\p{N}])/giu
const beforeName = /(^|[\s(«„"])(г\.|ул\.|пр\.|пер\.|пл\.|пос\.|дер\.|обл\.|им\.) (?=\p{Lu})/gu
const initials = /(\p{Lu}\.) ?(\p{Lu}\.) (?=\p{Lu}\p{Ll})/gu
const oneInitial = /((?:^|[\s(])\p{Lu}\.) (?=\p{Lu}\p{Ll})/gu
const shortWord = /(?<=^|[\s(«„"\u00A0])(в|во|и|к|ко|о|об|от|до|с|со|у|а|но|на|не|ни|за|из|по|то) (?=\S)/giu

/** Binds what must not be torn apart at the end of a line: numbers with units, signs with numbers, initials, dashes. */
export function bindUnits(text: string): string {
  return text
    .replaceAll(/(\d) (?=\d{3}(?!\d))/g, `$1${space}`)
    .replaceAll(afterNumber, `$1${space}`)
    .replaceAll(beforeNumber, `$1$2${space}`)
    .replaceAll(beforeName, `$1$2${space}`)
    .replaceAll(initials, `$1${space}$2${space}`)
    .replaceAll(oneInitial, `$1${space}`)
    .replaceAll(/(\S) (?=[—–] )/g, `$1${space}`)
}

/**
 * As above, and a short preposition or conjunction stays with the word it leads. Not for justified text in Word, which
 * stretches every space but these.
 */
export function bindWords(text: string): string {
  return bindUnits(text).replaceAll(shortWord, `$1${space}`)
}
