import * as z from 'zod'
import { centreParams, defineRoute } from '../platform/http/route.ts'
import { charterOrphan, charterProblem, charterSection } from './schema/findings.ts'

/** A charter of a region with its streets is a few megabytes. */
const bodyLimit = 16 * 1024 * 1024

const files = z
  .record(
    z.string().regex(/^[a-zA-Z0-9-]+\.(yaml|json)$/, 'имя файла вида charter.yaml'),
    z.string().max(4_000_000, 'Файл больше 4 МБ: разделите его на части.'),
  )
  .refine((given) => Object.keys(given).length > 0, 'Приложите charter.yaml.')

const edition = z.strictObject({
  edition: z.int(),
  appliedAt: z.iso.datetime({ offset: true }),
  appliedBy: z.string(),
  comment: z.string().nullable(),
})

/** The charter as the «Устав» screen shows it: sections of values with their clauses, and the editions. */
export const readCharterRoute = defineRoute({
  method: 'GET',
  path: '/api/centres/:centre/charter',
  summary: 'Устав центра: значения с пунктами и редакции',
  params: centreParams,
  query: z.object({ edition: z.coerce.number().int().min(1).max(1_000_000).optional() }),
  response: z.strictObject({
    edition: z.int(),
    current: z.int(),
    editions: z.array(edition),
    sections: z.array(charterSection),
  }),
})

/** The files of an edition as they were uploaded. */
export const readCharterFiles = defineRoute({
  method: 'GET',
  path: '/api/centres/:centre/charter/files',
  summary: 'Файлы редакции устава',
  params: centreParams,
  query: z.object({ edition: z.coerce.number().int().min(1).max(1_000_000).optional() }),
  response: z.strictObject({ edition: z.int(), files: z.record(z.string(), z.string()) }),
})

/** What a check of an edited charter finds: problems, or what would change. */
export const charterCheck = z.strictObject({
  problems: z.array(charterProblem),
  /** The changes as Russian lines. */
  lines: z.array(z.string()),
  orphans: z.array(charterOrphan),
})

export const checkCharterRoute = defineRoute({
  method: 'POST',
  path: '/api/centres/:centre/charter/check',
  summary: 'Проверить изменённый устав и показать отличия',
  params: centreParams,
  body: z.strictObject({ files }),
  bodyLimit,
  response: charterCheck,
})

export const applyCharterRoute = defineRoute({
  method: 'POST',
  path: '/api/centres/:centre/charter',
  summary: 'Ввести новую редакцию устава',
  params: centreParams,
  body: z.strictObject({ files, comment: z.string().trim().max(500).optional() }),
  bodyLimit,
  response: z.strictObject({ edition: z.int(), lines: z.array(z.string()) }),
})

/** Centres of the installation, for its administrator. */
export const listCentres = defineRoute({
  method: 'GET',
  path: '/api/installation/centres',
  summary: 'Центры установки',
  access: 'installation',
  response: z.strictObject({
    centres: z.array(
      z.strictObject({
        slug: z.string(),
        name: z.string(),
        kind: z.string(),
        edition: z.int(),
        isDemo: z.boolean(),
      }),
    ),
  }),
})

const installationBody = z.strictObject({
  slug: z.string().max(41),
  files,
  comment: z.string().trim().max(500).optional(),
})

export const checkCentreCharter = defineRoute({
  method: 'POST',
  path: '/api/installation/charters/check',
  summary: 'Проверить устав нового или действующего центра',
  access: 'installation',
  body: installationBody,
  bodyLimit,
  response: charterCheck,
})

export const applyCentreCharter = defineRoute({
  method: 'POST',
  path: '/api/installation/charters',
  summary: 'Завести центр по уставу или ввести новую редакцию',
  access: 'installation',
  body: installationBody,
  bodyLimit,
  response: z.strictObject({ edition: z.int(), lines: z.array(z.string()) }),
})
