import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useRef } from 'react'
import { useLive } from '../../app/live.ts'
import { figuresKey } from './overview-queries.ts'

/** Figures are asked for again at most this often, ms: an import tells of thousands of cases within seconds. */
const pause = 2000

/** Asks for the figures anew when something happened in the centre; those on the screen stay until the new ones are there. */
export function useFreshFigures(centre: string): { connected: boolean } {
  const queries = useQueryClient()
  const isStale = useRef(false)
  const hear = useCallback(() => {
    isStale.current = true
  }, [])
  useEffect(() => {
    const settle = () => {
      if (!isStale.current || document.hidden) return
      isStale.current = false
      // A slow answer under way is let finish: asking over and over would never show one.
      void queries.invalidateQueries({ queryKey: figuresKey(centre) }, { cancelRefetch: false })
    }
    const timer = setInterval(settle, pause)
    document.addEventListener('visibilitychange', settle)
    return () => {
      clearInterval(timer)
      document.removeEventListener('visibilitychange', settle)
    }
  }, [queries, centre])
  return useLive(centre, hear)
}
