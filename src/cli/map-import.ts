import { readFile, stat } from 'node:fs/promises'
import { basename } from 'node:path'
import { userInfo } from 'node:os'
import { addLayer, largestFile, prepareLayer } from '../basemap/index.ts'
import { loadCentre } from '../charter/index.ts'
import { atDeskOf, systemActor } from '../people/index.ts'
import { refuse } from '../platform/refusal.ts'
import type { Command } from './command.ts'

/** Puts a file of GeoJSON under the map of a centre. */
export const mapImport: Command = {
  name: 'map import',
  usage: 'FILE --centre CENTRE',
  summary: {
    ru: 'положить под карту центра границы, улицы и воду из GeoJSON; слой с тем же названием заменяется',
    en: 'put borders, streets and water of a GeoJSON file under the map of a centre',
  },
  options: {
    centre: {
      type: 'string',
      value: 'C',
      help: { ru: 'центр, например example', en: 'the centre, e.g. example' },
    },
    municipality: {
      type: 'string',
      value: 'NAME',
      help: {
        ru: 'чью территорию взять из файла целого региона (по умолчанию — муниципалитет устава)',
        en: 'whose territory to take of a whole region (the charter’s municipality if left out)',
      },
    },
    title: {
      type: 'string',
      value: 'TEXT',
      help: {
        ru: 'название слоя (по умолчанию имя файла)',
        en: 'title of the layer (the file’s name if left out)',
      },
    },
    attribution: {
      type: 'string',
      value: 'TEXT',
      help: {
        ru: 'чьи данные, для подписи на карте: «© участники OpenStreetMap, ODbL»',
        en: 'whose data it is, shown on the map: “© OpenStreetMap contributors, ODbL”',
      },
    },
  },
  async run({ positionals, values, path, open }) {
    const given =
      positionals[0] ?? refuse('invalid', 'no-file', 'Укажите файл: otklik map import FILE --centre CENTRE.')
    const text = (name: string) => (typeof values[name] === 'string' ? values[name] : null)
    const slug = text('centre') ?? refuse('invalid', 'no-centre', 'Укажите центр: --centre example.')
    const bytes = await readGiven(path(given))
    const { db, vault } = await open()
    const centre = await loadCentre(db, slug)
    const layer = await prepareLayer(centre, {
      bytes,
      title: text('title') ?? basename(given).replace(/\.(geo)?json$/i, ''),
      municipality: text('municipality'),
      attribution: text('attribution'),
    })
    const actor = systemActor(`командная строка (${userInfo().username})`)
    const at = { centre, actor, now: Temporal.Now.instant(), vault }
    const added = await atDeskOf(db, at, (desk) => addLayer(desk, layer))
    const size = Math.ceil(added.size / 1024)
    return {
      json: added,
      lines: [
        `${slug}: слой «${added.title}», объектов ${added.features}, ${size} КБ. На карте: ${added.attribution}.`,
      ],
    }
  },
}

async function readGiven(path: string): Promise<Buffer> {
  try {
    const { size } = await stat(path)
    if (size > largestFile)
      refuse('too-large', 'map-too-large', 'Файл больше 60 МБ: оставьте в нём только свою территорию.')
    return await readFile(path)
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'ENOENT') refuse('not-found', 'no-file', `Файла ${path} нет: проверьте имя.`)
    if (code === 'EISDIR') refuse('invalid', 'is-folder', `${path} — папка: укажите файл GeoJSON.`)
    if (code === 'EACCES') refuse('forbidden', 'file-closed', `Нет права читать ${path}.`)
    throw error
  }
}
