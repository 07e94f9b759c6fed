import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useRef, useState } from 'react'
import { type ReportView, type SlotView, writeReportPart } from '../../../src/reports/contract.ts'
import { call, CallError } from '../../api.ts'
import { useCentre } from '../../app/centre-context.ts'
import { reportQuery } from './report-queries.ts'

/** How long one rests before what is typed is saved. */
const restMs = 900

/** A part that saves itself as one writes; what somebody else wrote meanwhile is shown, never written over. */
export function useAutosave(reportId: string, slot: SlotView) {
  const centre = useCentre()
  const queries = useQueryClient()
  const [text, setText] = useState(slot.text)
  const [theirs, setTheirs] = useState<string | null>(null)
  const kept = useRef({ text: slot.text, revision: slot.revision })
  const latest = useRef(text)
  const { queryKey } = reportQuery(centre.slug, reportId)

  const save = useMutation({
    // One after another: the second needs the revision that the first made.
    scope: { id: `${reportId}/${slot.part}/${slot.block}` },
    mutationFn: async () => {
      const body = { part: slot.part, block: slot.block, text: latest.current }
      const done = await call(writeReportPart, {
        params: { ...centre.params, id: reportId },
        body: { ...body, revision: kept.current.revision },
      })
      kept.current = { text: body.text, revision: done.revision }
      queries.setQueryData(
        queryKey,
        (report: ReportView | undefined) =>
          report && {
            ...report,
            slots: report.slots.map((one) =>
              one.part === slot.part && one.block === slot.block ? { ...one, ...done, text: body.text } : one,
            ),
          },
      )
    },
    onError: async (error) => {
      if (!(error instanceof CallError) || error.reason !== 'part-changed') return
      const report = await queries.fetchQuery({ ...reportQuery(centre.slug, reportId), staleTime: 0 })
      const other = report.slots.find((one) => one.part === slot.part && one.block === slot.block)
      if (!other) return
      kept.current = { text: other.text, revision: other.revision }
      setTheirs(other.text)
    },
  })
  const { mutate } = save
  const saveNow = useCallback(() => {
    if (latest.current !== kept.current.text) mutate()
  }, [mutate])

  useEffect(() => {
    latest.current = text
    if (text === kept.current.text || theirs !== null) return
    const timer = setTimeout(saveNow, restMs)
    return () => clearTimeout(timer)
  }, [text, theirs, saveNow])
  // What was typed last is not lost with the screen.
  useEffect(() => saveNow, [saveNow])

  const isSaved = text === slot.text || text === kept.current.text
  return {
    text,
    change: setText,
    saveNow,
    theirs,
    keepMine: () => {
      setTheirs(null)
      mutate()
    },
    takeTheirs: () => {
      setText(theirs ?? '')
      setTheirs(null)
    },
    error: save.error,
    state: save.isPending ? ('saving' as const) : isSaved ? ('saved' as const) : ('unsaved' as const),
  }
}
