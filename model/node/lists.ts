import type { Block, Execution } from './vocabulary.ts'

/** What lists of transactions mean: spec/actors/attester.md, Shapes. */
type List = readonly string[]

/** The entries that are not forced. */
export const othersIn = ({ transactions, forced }: Pick<Execution, 'transactions' | 'forced'>): List =>
  transactions.slice(forced)

/** `Root`: the state after a list on a parent. What stands before an entry already has its effects and gives none twice. */
export const rootAfter = ({ parent, transactions }: Pick<Execution, 'parent' | 'transactions'>): string[] => [
  ...parent.root,
  ...missingOf(transactions, parent.root),
]

/** `Executable` (ATTEST-16): nothing that is not forced was spent at the parent or earlier in the list. */
export const isExecutable = ({ parent, transactions, forced }: Execution): boolean =>
  transactions.every(
    (entry, index) =>
      index < forced || !(parent.root.includes(entry) || transactions.slice(0, index).includes(entry)),
  )

/** `Twice` (BUILD-15): something that is not forced stands in the list at another place as well. */
export const hasTwice = ({ transactions, forced }: Pick<Execution, 'transactions' | 'forced'>): boolean =>
  transactions.some(
    (entry, index) =>
      index >= forced && transactions.some((other, place) => place !== index && other === entry),
  )

/** How long a front two lists have in common. */
export function commonFront(list: List, queue: List): number {
  const differs = list.findIndex((entry, index) => entry !== queue[index])
  return differs < 0 ? list.length : differs
}

/** Of the entries, those that are not held, each once. */
export const missingOf = (entries: List, held: List): string[] => [
  ...new Set(entries.filter((entry) => !held.includes(entry))),
]

/** With one more, ascending by name. */
export const heldWith = (held: List, transaction: string): string[] => [...held, transaction].sort()

/** A list in an id: `t1+t2`, `-` if it is empty. */
export const listText = (list: List): string => (list.length === 0 ? '-' : list.join('+'))

/** A block in an id: `0:t1`. Different blocks have different texts, because names hold letters and digits alone. */
export const blockText = ({ slot, root }: Block): string => `${slot}:${listText(root)}`
