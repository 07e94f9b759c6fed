import { useMutation, useQueryClient } from '@tanstack/react-query'
import type * as z from 'zod'
import { type importMapping, mapImport } from '../../../src/intake/contract.ts'
import { call } from '../../api.ts'
import { useCentre } from '../../app/centre-context.ts'
import { importQuery, previewQuery, sourcesQuery, tablesQuery } from './import-queries.ts'

/** Tells the server what columns and values mean; the file is then shown as understood anew. */
export function useMapping(id: string) {
  const centre = useCentre()
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (body: z.input<typeof importMapping>) =>
      call(mapImport, { params: { ...centre.params, id }, body }),
    onSuccess: (given, { table }) => {
      queries.setQueryData(importQuery(centre.slug, id).queryKey, given.run)
      queries.setQueryData(previewQuery(centre.slug, id).queryKey, given)
      if (table === undefined) return
      for (const { queryKey } of [tablesQuery(centre.slug), sourcesQuery(centre.slug)])
        void queries.invalidateQueries({ queryKey })
    },
  })
}
