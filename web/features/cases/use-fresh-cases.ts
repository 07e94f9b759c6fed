import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useRef, useState } from 'react'
import { type News, useLive } from '../../app/live.ts'
import { refreshCase } from './commands/use-command.ts'

/** More changed lines than this at once (an import, a bulk change) are not fetched one by one. */
const mostLines = 12

/**
 * News of the centre without reordering the list: lines that are shown are brought up to date in their places, cases that
 * are new to the list are only counted until the person asks for them.
 */
export function useFreshCases(centre: string, isShown: (caseId: string) => boolean) {
  const queries = useQueryClient()
  const [fresh, setFresh] = useState<ReadonlySet<string>>(new Set())
  const waiting = useRef(new Map<string, News>())
  const shown = useRef(isShown)
  useEffect(() => {
    shown.current = isShown
  })
  const hear = useCallback((news: News) => {
    if (typeof news.caseId === 'string') waiting.current.set(news.caseId, news)
  }, [])
  const { connected } = useLive(centre, hear)
  useEffect(() => {
    const settle = () => {
      const batch = [...waiting.current.values()]
      if (batch.length === 0) return
      waiting.current.clear()
      const known = batch.filter((news) => shown.current(news.caseId))
      const arrived = batch.filter((news) => isArrival(news.kind) && !shown.current(news.caseId))
      if (arrived.length > 0) setFresh((before) => new Set([...before, ...arrived.map((news) => news.caseId)]))
      if (known.length <= mostLines) {
        for (const news of known) void refreshCase(queries, centre, news.caseId).catch(() => {})
      }
      void queries.invalidateQueries({ queryKey: ['cases', centre, 'counts'] })
    }
    const timer = setInterval(settle, 1500)
    return () => clearInterval(timer)
  }, [queries, centre])
  const clear = useCallback(() => setFresh(new Set()), [])
  return { fresh: fresh.size, clear, connected }
}

function isArrival(kind: string): boolean {
  return /regist|import|open|continue/.test(kind)
}
