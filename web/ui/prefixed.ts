/** Gives every key of a record a prefix, to lay the names of a contract into a dictionary: `state.closed`. */
export function prefixed<const Prefix extends string, Key extends string, Value>(
  prefix: Prefix,
  record: Readonly<Record<Key, Value>>,
): Record<`${Prefix}.${Key}`, Value> {
  return Object.fromEntries(
    Object.entries(record).map(([key, value]) => [`${prefix}.${key}`, value]),
  ) as Record<`${Prefix}.${Key}`, Value>
}
