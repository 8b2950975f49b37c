import type { NodeParameters } from '../../spec/nodeParameters.ts'
import { clockFacts } from './clock.ts'
import { blockText, hasTwice, listText } from './lists.ts'
import type { Clock, Execution, Proposal, View } from './vocabulary.ts'

/** What is asked about every report of the follower, by the names of the parameters of the rules. */
export const reportFacts = ({ follows, alarm, fallback }: Pick<View, 'follows' | 'alarm' | 'fallback'>) => ({
  hasView: follows !== 'nothing',
  isLevel: follows === 'level',
  alarm,
  inFallback: fallback,
})

/** What the rules of attester and proposer are asked about: the clock and the view. */
export const viewFacts = (state: Clock & { readonly view: View }) => ({
  ...clockFacts(state),
  ...reportFacts(state.view),
  ...tipFacts(state.view),
})

/** What is asked about the own tip. */
export const tipFacts = ({ tip }: Pick<View, 'tip'>) => ({
  tipHash: blockText(tip),
  nextSlot: tip.slot + 1,
})

/** What is asked about a list of transactions that is built or proposed. */
export function listFacts(
  list: Pick<Execution, 'transactions' | 'forced'>,
  { queue }: View,
  { minTxPerBlock, forcedMinimum }: Pick<NodeParameters, 'minTxPerBlock' | 'forcedMinimum'>,
) {
  const { transactions, forced } = list
  const taken = Math.min(forced, queue.length)
  return {
    listLength: transactions.length,
    forcedCount: forced,
    waitingForced: queue.length,
    // `Front`: a list that is shorter than what it takes from the queue has another one.
    forcedHash: listText(transactions.slice(0, taken)),
    queueHash: listText(queue.slice(0, taken)),
    hasOthers: transactions.length > forced,
    // All that wait in a view are due.
    isNextDue: queue.length > forced,
    forcedMinimum,
    minTxPerBlock,
    hasTwice: hasTwice(list),
  }
}

/** What is asked about a result of the verification of a transaction. */
export const transactionFacts = (
  { transaction, valid }: { readonly transaction: string; readonly valid: boolean },
  held: readonly string[],
) => ({ isHeld: held.includes(transaction), proofIsValid: valid })

/** Forms that a message can have; each but `fits` is refused by one check. */
export type Form = 'fits' | 'oversized' | 'version' | 'domain' | 'malformed' | 'list' | 'signature'

/** What is asked about the form of a message. */
export const formFacts = (form: Form) => ({
  isOversized: form === 'oversized',
  isKnownVersion: form !== 'version',
  isOwnDomain: form !== 'domain',
  isWellFormed: form !== 'malformed',
  listMatches: form !== 'list',
  recovers: form !== 'signature',
})

/** Whether a result is one of what is executed. */
export const isResultOf = (result: Execution, executing: Execution): boolean =>
  executionText(result) === executionText(executing)

const executionText = ({ parent, transactions, forced }: Execution): string =>
  `${blockText(parent)} ${listText(transactions)} ${forced}`

/** Identity of a proposal: what its signer signs. */
export const proposalText = (proposal: Proposal): string => {
  const { slot, timestampSlot, root, blobs } = proposal
  return `${slot} ${timestampSlot} ${executionText(proposal)} ${listText(root)} ${blobs}`
}
