/**
 * One problem as three people told it. `{at}` stands for street and house with a preposition, `{addr}` for the bare address,
 * `{street}` for the street without a house.
 */
export type Problem = readonly [string, string, string]

/** A place of the fictional town. */
export interface Address {
  street: string
  house: string
}

/** A telling at a place, or without a word of where. */
export function told(telling: string, address: Address | null): string {
  if (!address) return opened(telling.replace(/\s?\{(?:at|street)\}|\{addr\}[.:,]?\s/, ''))
  const { street, house } = address
  const bent = street.replace(/ая$/, 'ой')
  return opened(
    telling
      .replace('{at}', `на улице ${bent} у дома ${house}`)
      .replace('{addr}', `${street}, ${house}`)
      .replace('{street}', `на ${bent}`),
  )
}

const opened = (text: string) => text.trim().replace(/^./, (letter) => letter.toUpperCase())
