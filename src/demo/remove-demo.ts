import { Client, escapeIdentifier } from 'pg'
import { tablesInOrder } from '../platform/backup/tables-order.ts'
import { demoSlug } from './seed-demo.ts'

/**
 * Deletes the demo centre with everything in it and its accounts, in one transaction, as the owner of the tables; gives the
 * number of cases that were in it. A centre of that name that is no demo is left alone.
 */
export async function removeDemo(ownerUrl: string): Promise<number> {
  const client = new Client({ connectionString: ownerUrl })
  await client.connect()
  try {
    await client.query('begin')
    const { rows } = await client.query<{ id: number }>(
      'select id from centres where slug = $1 and is_demo for update',
      [demoSlug],
    )
    const id = rows[0]?.id
    let cases = 0
    if (id !== undefined) {
      const tables = await tablesInOrder(client)
      for (const { table } of tables.filter(isOfCentre).toReversed()) {
        const { rowCount } = await client.query(
          `delete from ${escapeIdentifier(table)} where centre_id = $1`,
          [id],
        )
        if (table === 'cases') cases = rowCount ?? 0
      }
      await client.query('delete from centres where id = $1', [id])
    }
    await client.query(`delete from sessions where account_id in (select id from accounts where is_demo)`)
    await client.query(
      `delete from accounts a where is_demo and not exists (select from staff s where s.account_id = a.id)`,
    )
    await client.query('commit')
    return cases
  } catch (error) {
    await client.query('rollback').catch(() => {})
    throw error
  } finally {
    await client.end()
  }
}

const isOfCentre = ({ schema, columns }: { schema: string; columns: string[] }) =>
  schema === 'public' && columns.includes('centre_id')
