/** Rows of a table that are others now, in the order of the table, `row: before → after (+n)`. */
export function movedNumbers(
  before: Readonly<Record<string, number>>,
  after: Readonly<Record<string, number>>,
): string[] {
  return [...new Set([...Object.keys(after), ...Object.keys(before)])]
    .filter((row) => before[row] !== after[row])
    .map((row) => {
      const [old, now] = [before[row], after[row]]
      const by = old === undefined || now === undefined ? '' : ` (${now > old ? '+' : ''}${now - old})`
      return `${row}: ${old ?? 'none'} → ${now ?? 'none'}${by}`
    })
}

/** Files that are others now. */
export function movedTexts(
  before: ReadonlyMap<string, string>,
  after: ReadonlyMap<string, string>,
): string[] {
  return [...new Set([...before.keys(), ...after.keys()])]
    .sort()
    .filter((file) => before.get(file) !== after.get(file))
    .map((file) => `${file}${!before.has(file) ? ' is new' : !after.has(file) ? ' is gone' : ''}`)
}
