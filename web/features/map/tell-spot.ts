import type { HotSpot } from '../../../src/insight/contract.ts'
import { formatNumber, type Translate } from '../../ui/words.ts'
import type { mapWords } from './map-words.ts'

type Words = Translate<keyof (typeof mapWords)['ru']>

/** What is usual at a spot, in words: «обычно 1–2»; empty where nothing tells it. */
export function tellUsual({ expected }: Pick<HotSpot, 'expected'>, t: Words): string {
  if (expected === null) return ''
  if (expected === 0) return t('usualNone')
  if (expected < 0.5) return t('usualLess')
  const [least, most] = [Math.floor(expected), Math.ceil(expected)]
  return t('usual', {
    range: least === most ? formatNumber(least) : `${formatNumber(least)}–${formatNumber(most)}`,
  })
}

/** How the cases of a spot stand: «4 открыто, 2 просрочено». */
export function tellCourse({ stillOpen, overdue }: Pick<HotSpot, 'stillOpen' | 'overdue'>, t: Words): string {
  if (stillOpen === 0) return t('allClosed')
  const open = t('open', { count: stillOpen })
  return overdue === 0 ? open : `${open}, ${t('overdue', { count: overdue })}`
}
