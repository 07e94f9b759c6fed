import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useRef, useState } from 'react'
import { type News, useLive } from '../../app/live.ts'
import { refreshCase } from './commands/use-command.ts'

/** More changed lines than this at once (an import, a bulk change) are not fetched one by one. */
const mostLines = 12
/** News is looked through in batches: a stream of an import must not redraw the list a thousand times. */
const pause = 1500

/**
 * News of the centre without reordering the list: lines that are shown are brought up to date in their places, cases that
 * are new to the list are only counted until the person asks for them.
 */
export function useFreshCases(centre: string, isShown: (caseId: string) => boolean) {
  const queries = useQueryClient()
  const [fresh, setFresh] = useState<ReadonlySet<string>>(new Set())
  const [many, setMany] = useState(false)
  const waiting = useRef(new Map<string, News>())
  const shown = useRef(isShown)
  useEffect(() => {
    shown.current = isShown
  })
  const hear = useCallback((news: News) => {
    waiting.current.set(news.caseId ?? news.id, news)
  }, [])
  const { connected } = useLive(centre, hear)
  useEffect(() => {
    const settle = () => {
      const batch = [...waiting.current.values()]
      if (batch.length === 0) return
      waiting.current.clear()
      const changed = batch.flatMap((news) =>
        news.caseId !== null && shown.current(news.caseId) ? [news.caseId] : [],
      )
      if (batch.some((news) => news.caseId === null)) setMany(true)
      const arrived = batch.filter(
        (news) => news.caseId !== null && isArrival(news) && !changed.includes(news.caseId ?? ''),
      )
      if (arrived.length > 0)
        setFresh((before) => new Set([...before, ...arrived.map((news) => news.caseId ?? news.id)]))
      if (changed.length <= mostLines) {
        // A case that may no longer be read is left as it is shown; opening it says why.
        for (const id of changed) void refreshCase(queries, centre, id).catch(() => {})
      }
      void queries.invalidateQueries({ queryKey: ['cases', centre, 'counts'] })
    }
    const timer = setInterval(settle, pause)
    return () => clearInterval(timer)
  }, [queries, centre])
  const clear = useCallback(() => {
    setFresh(new Set())
    setMany(false)
  }, [])
  return { fresh: fresh.size, many, clear, connected }
}

function isArrival(news: News): boolean {
  return news.kind === 'case-registered' || news.kind === 'case-continued'
}
