/** Where a key moves in a list of `count` rows, or null when the key does not move. Keys are codes, so the layout does not matter. */
export function steer(code: string, active: number, count: number, page: number): number | null {
  const last = count - 1
  const moves: Record<string, number> = {
    ArrowDown: active + 1,
    KeyJ: active + 1,
    ArrowUp: active - 1,
    KeyK: active - 1,
    PageDown: active + page,
    PageUp: active - page,
    Home: 0,
    End: last,
  }
  const target = moves[code]
  return target === undefined ? null : Math.min(last, Math.max(0, target))
}
