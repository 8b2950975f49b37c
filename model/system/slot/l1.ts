/** L1 as far as a slot shows it: the rules of the rollup's `propose`, asked about what spec/system/slot.md has of it. */

import type { SlotProfile } from '../../../spec/system/slot.ts'
import { refusals } from '../../l1-rollup/refusals.ts'
import * as propose from '../../l1-rollup/rules/propose.ts'
import * as queue from '../../l1-rollup/rules/queue.ts'
import { listFacts } from '../../node/facts.ts'
import { blockText } from '../../node/lists.ts'
import { type Block as BlockId, GENESIS, NO_VIEW, type Proposal, type View } from '../../node/vocabulary.ts'
import type { Block } from './vocabulary.ts'

/** PROPOSE-12. */
export function tipOf(chain: readonly Block[]): BlockId {
  const last = chain.at(-1)?.proposal
  return last ? { slot: last.slot, root: last.root } : GENESIS
}

/** QUEUE-8. */
export function waitingAfter(chain: readonly Block[], { queue: all }: SlotProfile): string[] {
  const taken = chain.reduce((sum, { proposal }) => sum + proposal.forced, 0)
  return all.slice(taken)
}

/** What a follower that is level reports. */
export const viewOf = (chain: readonly Block[], profile: SlotProfile): View => ({
  ...NO_VIEW,
  follows: 'level',
  tip: tipOf(chain),
  queue: waitingAfter(chain, profile),
})

const { slotIsCurrent, timestampIsStartOfSlot, parentIsTip, slotIsFree, callerIsProposer } = propose
const { attestationsAreByMembers, quorumIsReached } = propose
const { forcedAreThere, forcedHashMatches, dueAreTaken, minimumIsTaken } = queue

/** In the order of the rollup. What it asks besides is the same for every block of a slot. */
const checks = {
  slotIsCurrent,
  timestampIsStartOfSlot,
  parentIsTip,
  slotIsFree,
  callerIsProposer,
  forcedAreThere,
  forcedHashMatches,
  dueAreTaken,
  minimumIsTaken,
  attestationsAreByMembers,
  quorumIsReached,
}

/** @param attests whether there is an attestation of a member for a proposal */
export function takeRefusals(
  { caller, proposal, signers }: Block,
  { slot, chain }: { readonly slot: number; readonly chain: readonly Block[] },
  profile: SlotProfile,
  attests: (member: string, proposal: Proposal) => boolean,
): string[] {
  const committee = profile.committees[slot]!
  const tip = tipOf(chain)
  const invalid = signers.findIndex((member) => !committee.includes(member) || !attests(member, proposal))
  const facts = {
    ...listFacts(proposal, { ...NO_VIEW, queue: waitingAfter(chain, profile) }, profile),
    headerSlot: proposal.slot,
    slot,
    // A slot stands for the second in which it starts.
    headerTimestamp: proposal.timestampSlot,
    startOfHeaderSlot: proposal.slot,
    parentHash: blockText(proposal.parent),
    tipHash: blockText(tip),
    nextSlot: tip.slot + 1,
    caller,
    proposer: profile.proposers[slot]!,
    invalidSeat: invalid < 0 ? committee.length : invalid,
    seats: committee.length,
    areChallenged: false,
    attestations: signers.length,
  }
  return Object.entries(checks)
    .filter(([, holds]) => !(holds as (facts: object) => boolean)(facts))
    .map(([check]) => refusals[check as keyof typeof checks].refusal)
}
