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

/** With one more, ascending by transaction, those of one transaction by peer. */
export const answersWith = (answers: readonly Answer[], answer: Answer): Answer[] =>
  [...answers, answer].sort(
    (left, right) => byName(left.transaction, right.transaction) || byName(left.to, right.to),
  )

/** The order of names as texts, whatever the language. */
const byName = (left: string, right: string): number => (left < right ? -1 : left > right ? 1 : 0)
