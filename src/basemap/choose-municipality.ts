import { refuse } from '../platform/refusal.ts'
import { type BaseFeature, boundsOf, meets } from './feature.ts'
import { foldedName } from './tell-feature.ts'

/** Names of territories that a refusal lists. */
const mostNamed = 12

/** What is known of the municipality whose part of a file is wanted. */
export interface Wanted {
  /** As a person named it; stands before the charter's own names. */
  given: string | null
  /** The charter's names of the centre's municipality. */
  own: readonly string[]
  /** A regional centre takes a whole region. */
  isRegion: boolean
}

/** Of a file with several territories those of the municipality and what lies there; a file of one is taken as it is. */
export function chooseMunicipality(features: readonly BaseFeature[], wanted: Wanted): readonly BaseFeature[] {
  const isNamed = ({ properties }: BaseFeature) =>
    properties.kind === 'boundary' && properties.name !== undefined
  const named = features.filter(isNamed)
  const names = new Map(named.map(({ properties: { name = '' } }) => [foldedName(name), name]))
  const asked = wanted.given === null ? wanted.own : [wanted.given]
  const folded = new Set(asked.map(foldedName))
  const chosen = named.filter(({ properties }) => folded.has(foldedName(properties.name!)))
  if (chosen.length === 0) {
    if (wanted.given === null && (wanted.isRegion || names.size < 2)) return features
    return refuse('not-found', 'no-municipality', notFound(asked[0] ?? '', [...names.values()]))
  }
  const bounds = boundsOf(chosen)
  const others = features.filter((one) => !isNamed(one) && meets(boundsOf([one]), bounds))
  return [...chosen, ...others]
}

function notFound(asked: string, names: readonly string[]): string {
  const sorted = names.toSorted((one, other) => one.localeCompare(other, 'ru'))
  const listed = sorted.slice(0, mostNamed).join(', ')
  const more = sorted.length > mostNamed ? ` и ещё ${sorted.length - mostNamed}` : ''
  return sorted.length === 0
    ? `В файле нет территорий с названиями: уберите название «${asked}» или выберите другой файл.`
    : `В файле нет территории «${asked}»: назовите одну из тех, что есть. Это ${listed}${more}.`
}
