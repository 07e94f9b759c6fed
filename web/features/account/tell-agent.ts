const browsers: [name: string, mark: RegExp][] = [
  ['Яндекс Браузер', /YaBrowser\//],
  ['Edge', /Edg(A|iOS)?\//],
  ['Opera', /OPR\//],
  ['Firefox', /(Firefox|FxiOS)\//],
  ['Chrome', /(Chrome|CriOS)\//],
  ['Safari', /Version\/.*Safari\//],
]
const systems: [name: string, mark: RegExp][] = [
  ['Android', /Android/],
  ['iOS', /iPhone|iPad/],
  ['Windows', /Windows/],
  ['macOS', /Mac OS X/],
  ['Linux', /Linux/],
]

/** Browser and system in two words, of what a browser calls itself; empty where neither is known. */
export function tellAgent(agent: string | null): string {
  const found = (list: typeof browsers) => list.find(([, mark]) => mark.test(agent ?? ''))?.[0]
  return [found(browsers), found(systems)].filter(Boolean).join(', ')
}
