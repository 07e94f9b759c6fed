import { type ImportRun, type ImportState, importStateNames } from '../contract.ts'
import { unexplained } from '../tables/unknown-table.ts'
import type { RunRow } from './run-store.ts'

const allowedIn: Record<ImportState, ImportRun['allowed']> = {
  uploaded: ['map', 'start', 'cancel'],
  running: ['cancel'],
  done: ['undo'],
  cancelled: ['undo'],
  failed: ['undo'],
  undone: [],
}

/** A run as people see it. */
export function showRun(row: RunRow): ImportRun {
  const { created, joined, unchanged, updated, counted, rejected } = row
  const explained = row.source !== unexplained
  const took = created + joined + counted > 0
  return {
    id: row.id,
    fileName: row.file_name,
    fileSize: row.file_size,
    state: row.state,
    stateName: importStateNames[row.state],
    detection: row.detection,
    totalRows: row.total_rows,
    read: created + joined + unchanged + updated + counted + rejected,
    created,
    joined,
    unchanged,
    updated,
    counted,
    rejected,
    error: row.error,
    startedBy: row.started_by,
    createdAt: row.created_at.toString(),
    startedAt: row.started_at?.toString() ?? null,
    finishedAt: row.finished_at?.toString() ?? null,
    allowed: allowedIn[row.state].filter((action) =>
      action === 'undo' ? took : action !== 'start' || explained,
    ),
  }
}
