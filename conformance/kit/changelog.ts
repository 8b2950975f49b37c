import type { VectorIndex } from './vectorIndex.ts'

/** How a clause or a case has become another one. */
export type Change = 'changed' | 'added' | 'removed'
export interface Changed {
  readonly name: string
  readonly change: Change
}

/** What has become of vectors between two indices. */
export interface Changelog {
  /** That the vectors before were of, where it is another one. */
  readonly version: string | undefined
  /** Clauses whose text is another one, with the cases that have changed and rest, or rested, on them. */
  readonly clauses: readonly (Changed & { readonly cases: readonly Changed[] })[]
  /** Cases that have changed though no clause that they rest on has. */
  readonly others: readonly Changed[]
  readonly cases: readonly Changed[]
}

export function changesBetween(before: VectorIndex, after: VectorIndex): Changelog {
  const old = before.version === after.version ? before.cases : inFolderOf(after.version, before)
  const cases = differences(old, after.cases, ({ hash }) => hash)
  const clausesOf = (name: string) =>
    new Set([...(old[name]?.clauses ?? []), ...(after.cases[name]?.clauses ?? [])])
  const clauses = differences(before.clauses, after.clauses, (hash) => hash).map((clause) => ({
    ...clause,
    cases: cases.filter(({ name }) => clausesOf(name).has(clause.name)),
  }))
  const explained = new Set(clauses.flatMap((clause) => clause.cases))
  const others = cases.filter((one) => !explained.has(one))
  return { version: old === before.cases ? undefined : before.version, clauses, cases, others }
}

/** Cases by the paths that they have in another version: `tests/<preset>/<version>/…`. */
const inFolderOf = (version: string, { cases, ...of }: VectorIndex): VectorIndex['cases'] =>
  Object.fromEntries(
    Object.entries(cases).map(([name, one]) => [name.replace(`/${of.version}/`, `/${version}/`), one]),
  )

function differences<Value>(
  before: Readonly<Record<string, Value>>,
  after: Readonly<Record<string, Value>>,
  hashOf: (value: Value) => string,
): Changed[] {
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])]
  return names.flatMap((name): Changed[] => {
    const [old, now] = [before[name], after[name]]
    if (old === undefined) return [{ name, change: 'added' }]
    if (now === undefined) return [{ name, change: 'removed' }]
    return hashOf(old) === hashOf(now) ? [] : [{ name, change: 'changed' }]
  })
}

const changes: readonly Change[] = ['changed', 'added', 'removed']

/** The changelog in words: a clause, and below it its vectors, those of a suite in one line. */
export function changelogText(
  { version, clauses, cases, others }: Changelog,
  since: string,
  titles: ReadonlyMap<string, string>,
): string {
  const blocks = clauses.map(({ name, change, cases: own }) => {
    const title = titles.get(name)
    return [
      `${name} ${change}${title === undefined ? '' : ` · ${title}`}`,
      ...(own.length === 0 ? ['  no vector has changed with it'] : suiteLines(own)),
    ].join('\n')
  })
  if (others.length > 0)
    blocks.push(['though no clause that they rest on has changed:', ...suiteLines(others)].join('\n'))
  const before = version === undefined ? since : `${since}, of version ${version}`
  return [`since ${before}: clauses: ${counted(clauses)}; vectors: ${counted(cases)}`, ...blocks].join('\n\n')
}

function counted(all: readonly Changed[]): string {
  const counts = changes.map((change) => [change, all.filter((one) => one.change === change).length] as const)
  const some = counts.filter(([, count]) => count > 0)
  return some.length === 0 ? 'none changed' : some.map(([change, count]) => `${count} ${change}`).join(', ')
}

function suiteLines(cases: readonly Changed[]): string[] {
  const suiteOf = (name: string) => name.slice(0, name.lastIndexOf('/'))
  return [...new Set(cases.map(({ name }) => suiteOf(name)))].map((suite) => {
    const own = cases.filter(({ name }) => suiteOf(name) === suite)
    const parts = changes.flatMap((change) => {
      const names = own.filter((one) => one.change === change).map(({ name }) => name.slice(suite.length + 1))
      return names.length === 0 ? [] : [`${change} ${names.join(', ')}`]
    })
    return `  ${suite}: ${parts.join('; ')}`
  })
}
