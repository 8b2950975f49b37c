/** What each of some nodes has, by its name. */
export const byName = <Value>(
  names: readonly string[],
  of: (name: string) => Value,
): Readonly<Record<string, Value>> => Object.fromEntries(names.map((name) => [name, of(name)]))
