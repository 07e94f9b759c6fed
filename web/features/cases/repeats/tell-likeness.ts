import type { NearCaseLine } from '../../../../src/cases/contract.ts'
import type { Translate } from '../../../ui/words.ts'
import type { nearWords } from './near-words.ts'

/** Why a case is offered, as short phrases: «тот же адрес», «та же тема», «совпадают 7 слов из 9». */
export function tellLikeness(
  { place, topic, sharedWords, ofWords, days }: NearCaseLine['likeness'],
  t: Translate<keyof (typeof nearWords)['ru']>,
): string[] {
  const told: string[] = []
  if (place === 'house' || place === 'near' || place === 'street') told.push(t(`place.${place}`))
  if (topic === 'topic' || topic === 'group' || topic === 'alike') told.push(t(`topic.${topic}`))
  if (sharedWords === ofWords && sharedWords > 1) told.push(t('allWords'))
  else if (sharedWords > 0) told.push(t('words', { count: sharedWords, of: ofWords }))
  told.push(days === 0 ? t('sameDay') : t('days', { count: days }))
  return told
}
