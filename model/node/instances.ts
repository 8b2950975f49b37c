import { commonFront } from './lists.ts'
import type { Execution, Phase, View } from './vocabulary.ts'

/** The event instances that the roles share: spec/actors/attester.md, Instances. */

interface Reported<Told> {
  readonly transactions: readonly string[]
  readonly views: readonly Told[]
  readonly crashes: readonly ('kept' | 'lost')[]
}

interface Given extends Reported<View> {
  readonly horizon: number
}

/** Events of the node itself: its clock, its follower, its verifier, its crashes. Without phases a tick is a slot. */
export function nodeInstances(
  { slot, phase = 'closed' }: { readonly slot: number; readonly phase?: Phase },
  given: Given,
) {
  const isOver = phase === 'closed' && slot >= given.horizon
  return [...(isOver ? [] : [{ type: 'tick' as const }]), ...reportInstances(given)]
}

/** Those of them that no clock decides, whatever the follower tells. */
export function reportInstances<Told>({ transactions, views, crashes }: Reported<Told>) {
  return [
    ...reportsAndCrashes({ views, crashes }),
    ...transactions.flatMap((transaction) =>
      [true, false].map((valid) => ({ type: 'transactionVerified' as const, transaction, valid })),
    ),
  ]
}

/** What the follower can report, whatever its form, and what can become of the store. */
export const reportsAndCrashes = <Report>({
  views,
  crashes,
}: {
  readonly views: readonly Report[]
  readonly crashes: Given['crashes']
}) => [
  ...views.map((view) => ({ type: 'follow' as const, view })),
  ...crashes.map((store) => ({ type: 'crash' as const, store })),
]

/** A list with as many forced as it has in common with the queue, and with as many as wait and it holds. */
export const listsOf = (lists: readonly string[][], { queue }: View) =>
  lists.map((transactions) => ({
    base: { transactions, forced: commonFront(transactions, queue) },
    greedy: { transactions, forced: Math.min(transactions.length, queue.length) },
  }))

/** One more forced than there are, and one fewer. */
export const otherForced = ({ forced }: Pick<Execution, 'forced'>) =>
  [forced + 1, forced - 1].filter((other) => other >= 0).map((other) => ({ forced: other }))

/** A result of what is executed, and of something else in one respect each. */
export function executedInstances({ parent, transactions, forced }: Execution) {
  const base = { type: 'executed' as const, parent, transactions, forced }
  return [
    base,
    { ...base, parent: staleAt(parent.slot) },
    ...(transactions.length > 0 ? [{ ...base, transactions: transactions.slice(0, -1) }] : []),
    { ...base, forced: forced + 1 },
  ]
}

/** A block of the same slot that nobody knows. */
export const staleAt = (slot: number) => ({ slot, root: ['stale'] })
