import { currentLanguage } from '../../ui/language.ts'

const locales = { ru: 'ru-RU', en: 'en-GB' } as const

/** A share of 1 in percent: «95,7 %», in columns always with one decimal; a dash where nothing was counted. */
export function tellShare(share: number | null, decimals: 'always' | 'where-needed' = 'always'): string {
  if (share === null) return '—'
  const minimumFractionDigits = decimals === 'always' ? 1 : 0
  const format = new Intl.NumberFormat(locales[currentLanguage()], {
    minimumFractionDigits,
    maximumFractionDigits: 1,
  })
  return `${format.format(share * 100)} %`
}

/** F1 as it is written: «0,971». */
export function tellF1(value: number): string {
  const format = new Intl.NumberFormat(locales[currentLanguage()], {
    minimumFractionDigits: 3,
    maximumFractionDigits: 3,
  })
  return format.format(value)
}
