import { useEffect, useState } from 'react'
import type { CaseNews } from '../../src/cases/contract.ts'

/** News of a centre: something of this kind happened to a case; what exactly is fetched anew. */
export type News = CaseNews

type Told = { news: News } | { connected: boolean }

const asks = (centre: string) => `/api/centres/${encodeURIComponent(centre)}/events`

/**
 * Listens to a centre's news. One tab of the browser holds the stream and tells the others; where the browser has no
 * locks (a plain-http address other than localhost) every tab holds its own.
 */
export function listenToCentre(centre: string, hear: (told: Told) => void): () => void {
  const stop = new AbortController()
  const channel = new BroadcastChannel(`otklik-live-${centre}`)
  channel.addEventListener('message', (event) => hear(event.data as Told))
  const tell = (told: Told) => {
    // A stream that is being closed still reports its own end.
    if (stop.signal.aborted) return
    hear(told)
    channel.postMessage(told)
  }
  const hold = () => holdStream(centre, tell, stop.signal)
  if ('locks' in navigator) {
    navigator.locks.request(`otklik-live-${centre}`, { signal: stop.signal }, hold).catch(() => {
      // Leaving the screen while waiting for the lock ends the wait with an error; nothing is lost.
    })
  } else {
    void hold()
  }
  return () => {
    stop.abort()
    channel.close()
  }
}

function holdStream(centre: string, tell: (told: Told) => void, signal: AbortSignal): Promise<void> {
  // The lock may be granted in the very moment in which the screen is left.
  if (signal.aborted) return Promise.resolve()
  return new Promise((resolve) => {
    const source = new EventSource(asks(centre))
    source.addEventListener('open', () => tell({ connected: true }))
    source.addEventListener('error', () => tell({ connected: false }))
    source.addEventListener('message', (event: MessageEvent<string>) => {
      try {
        tell({ news: JSON.parse(event.data) as News })
      } catch {
        // A line that is not news (a ping with text) says nothing to us.
      }
    })
    signal.addEventListener('abort', () => {
      source.close()
      resolve()
    })
  })
}

/** Calls back on each piece of news of a centre and tells whether the stream stands. */
export function useLive(centre: string, onNews: (news: News) => void): { connected: boolean } {
  const [connected, setConnected] = useState(true)
  useEffect(
    () =>
      listenToCentre(centre, (told) => {
        if ('news' in told) onNews(told.news)
        else setConnected(told.connected)
      }),
    [centre, onNews],
  )
  return { connected }
}
