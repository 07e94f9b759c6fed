import { type Desk, mustHave, type ServeAtDesk } from '../../people/index.ts'
import { changeSavedTable, forgetSavedTable, listTables } from '../contract.ts'
import { changeTable, forgetTable } from './save-table.ts'
import { selectTables } from './table-store.ts'

/** Serves the tables of a centre's own. */
export function tableRoutes(serveAtDesk: ServeAtDesk): void {
  serveAtDesk(listTables, (desk) => shown(desk))
  serveAtDesk(changeSavedTable, async (desk, { params, body }) => {
    await changeTable(desk, params.n, body)
    return shown(desk)
  })
  serveAtDesk(forgetSavedTable, async (desk, { params }) => {
    await forgetTable(desk, params.n)
    return shown(desk)
  })
}

async function shown({ scope, centre, actor }: Desk) {
  mustHave(actor, 'import.run', 'видеть свои таблицы')
  const tables = await selectTables(scope, centre.id)
  return {
    tables: tables.map(({ columns, header, savedAt, ...table }) => ({
      ...table,
      columns: { ...columns },
      header: [...header],
      savedAt: savedAt.toString(),
    })),
  }
}
