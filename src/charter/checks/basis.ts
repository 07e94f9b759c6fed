import { walkPath } from '../paths.ts'
import type { Check } from './check.ts'

/** The map of clauses names values that exist. */
export const checkBasis: Check = ({ sections, data }) =>
  Object.keys(sections.basis ?? {})
    .filter((path) => walkPath(data, path) === null)
    .map((path) => ({
      keys: ['basis', path],
      message: `по пути «${path}» в уставе ничего нет: путь пишется через точку, записи списков — кодом, например roles.head`,
      asKey: true,
    }))
