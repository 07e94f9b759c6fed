import { bent, degrees } from './geometry.ts'
import { drawMap } from './map.ts'
import { organisations } from './organisations.ts'
import { survey } from './survey.ts'
import type { SurveyedStreet } from './survey.ts'
import { settlements } from './town.ts'

const head = (title: string) =>
  `# ${title}\n# Сделано программой tools/make-example.ts: правьте её, а не этот файл.\n`

const quoted = (text: string) => `'${text.replaceAll("'", "''")}'`
const list = (words: readonly string[]) => `[${words.map(quoted).join(', ')}]`

function record(fields: Record<string, string | number | readonly string[] | undefined>): string {
  const parts = Object.entries(fields).flatMap(([key, value]) => {
    if (value === undefined || (Array.isArray(value) && value.length === 0)) return []
    if (typeof value === 'number') return [`${key}: ${value}`]
    return [`${key}: ${typeof value === 'string' ? quoted(value) : list(value)}`]
  })
  return `{ ${parts.join(', ')} }`
}

function streetLines({ settlement, kind, name, aliases, houses }: SurveyedStreet): string[] {
  return [
    `  - settlement: ${settlement}`,
    `    kind: ${kind}`,
    `    name: ${name}`,
    ...(aliases ? [`    aliases: ${list(aliases)}`] : []),
    '    houses:',
    ...houses.map(({ number, at: [lon, lat] }) => `      - ${record({ number, lat, lon })}`),
  ]
}

/** Every generated file of `charters/example/` by name, as text. */
export function exampleFiles(): Record<string, string> {
  const streets = survey()
  const places = settlements.map(({ at, ...settlement }) => {
    const [lon, lat] = degrees(bent(at))
    return `  - ${record({ ...settlement, lat, lon, basis: 'Положение, п. 1.2' })}`
  })
  const bodies = organisations.map(({ groups, settlements: served, aliases, email, basis, ...body }) => {
    return `  - ${record({ ...body, topicGroups: groups, settlements: served, aliases, email, basis })}`
  })
  const map = drawMap(streets)
  const features = map.features.map((feature) => JSON.stringify(feature)).join(',\n')
  return {
    'settlements.yaml': `${head('Населённые пункты вымышленного округа.')}settlements:\n${places.join('\n')}\n`,
    'organisations.yaml': `${head('Вымышленные организации.')}organisations:\n${bodies.join('\n')}\n`,
    'streets.yaml': `${head('Улицы и дома вымышленного города.')}streets:\n${streets.flatMap(streetLines).join('\n')}\n`,
    'map.geojson': `{"type":"${map.type}","attribution":"${map.attribution}","features":[\n${features}\n]}\n`,
  }
}
