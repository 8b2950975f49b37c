import type { PoolParameters } from '../../spec/poolParameters.ts'
import type { Answer, Copy, PoolView } from './vocabulary.ts'

/** With one more, ascending by transaction, then proof, then sender. */
export const copiesWith = (copies: readonly Copy[], copy: Copy): Copy[] =>
  [...copies, copy].sort(
    (left, right) =>
      byName(left.transaction, right.transaction) ||
      byName(left.proof, right.proof) ||
      byName(left.from, right.from),
  )

/** What a view shows, in a block or in the queue. */
export const shownIn = ({ root, queue }: PoolView): Set<string> => new Set([...root, ...queue])

/**
 * Which transactions are spent where those of a list have had their effects: they themselves, and whatever has the nullifier
 * of one of them (TX-13).
 * @param nullifiers by transaction; one that is not named has a nullifier of its own
 */
export function spentIn(
  list: readonly string[],
  { nullifiers }: Pick<PoolParameters, 'nullifiers'>,
): (transaction: string) => boolean {
  const nullifierOf = (transaction: string): string => nullifiers[transaction] ?? transaction
  const spent = new Set(list.map(nullifierOf))
  return (transaction) => spent.has(nullifierOf(transaction))
}

/** With one more, ascending by transaction, those of one transaction by peer. */
export const answersWith = (answers: readonly Answer[], answer: Answer): Answer[] =>
  [...answers, answer].sort(
    (left, right) => byName(left.transaction, right.transaction) || byName(left.to, right.to),
  )

/** The order of names as texts, whatever the language. */
const byName = (left: string, right: string): number => (left < right ? -1 : left > right ? 1 : 0)
