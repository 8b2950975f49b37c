import type { State as AttesterState } from '../attester/vocabulary.ts'
import { rootOfFirst, tipOf } from '../follower/chain.ts'
import type { State as FollowerState } from '../follower/vocabulary.ts'
import { quorumIsReached } from '../l1-rollup/rules/propose.ts'
import type { State as ProposerState } from '../proposer/vocabulary.ts'
import { spentIn } from '../transaction-pool/lists.ts'
import type { State as PoolState } from '../transaction-pool/vocabulary.ts'
import type { Proposal } from './vocabulary.ts'

/** Where a transaction stands, by the names of spec/status.md, in the order in which they are tried. */
export const statuses = [
  'final',
  'dropped',
  'proven',
  'published',
  'attested',
  'proposed',
  'received',
  'unknown',
] as const
export type Status = (typeof statuses)[number]

/** The states of the roles that a status is told from. */
export interface StatusStates {
  readonly follower: FollowerState
  readonly pool: PoolState
  readonly attester: AttesterState
  readonly proposer: ProposerState
}

export interface StatusParameters {
  /** TX-13: by transaction; one that is not named has a nullifier of its own. */
  readonly nullifiers: Readonly<Record<string, string>>
  /** Per slot, the members of its committee. */
  readonly committees: readonly (readonly string[])[]
}

/** TX-11: what a node answers when it is asked where a transaction stands. It rests on the states of its roles alone. */
export function statusOf(
  transaction: string,
  { follower, pool, attester, proposer }: StatusStates,
  { nullifiers, committees }: StatusParameters,
): Status {
  const lists = (slot: number, proposal: Proposal): boolean =>
    proposal.slot === slot && proposal.transactions.includes(transaction)

  const final = rootOfFirst(follower, follower.view.final)
  if (final.includes(transaction)) return 'final'
  if (spentIn(final, { nullifiers })(transaction)) return 'dropped'
  if (rootOfFirst(follower, follower.view.proven).includes(transaction)) return 'proven'
  if (tipOf(follower).root.includes(transaction)) return 'published'

  const isProposed = lists(proposer.slot, proposer.proposed)
  const attestations = proposer.attestations.length
  // Asked of no slot that has no committee: nothing is proposed in it.
  if (isProposed && quorumIsReached({ attestations, seats: committees[proposer.slot]!.length }))
    return 'attested'
  if (isProposed || [attester.signed, attester.work].some((it) => lists(attester.slot, it))) return 'proposed'
  return pool.stored.includes(transaction) ? 'received' : 'unknown'
}
