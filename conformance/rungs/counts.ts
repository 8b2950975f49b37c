/** How often things were seen, by name: the sum of several counts. */
export function sumOfCounts<Name>(
  counts: readonly (ReadonlyMap<Name, number> | undefined)[],
): Map<Name, number> {
  const sum = new Map<Name, number>()
  for (const each of counts)
    for (const [name, count] of each ?? []) sum.set(name, (sum.get(name) ?? 0) + count)
  return sum
}
