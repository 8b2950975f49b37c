/** What L1 refuses: spec/system/fallback.md, Events. */
import type { FallbackSystemProfile } from '../../../spec/system/fallback.ts'
import { inSession } from '../../fallback-controller/timing.ts'
import { refusals } from '../../l1-rollup/refusals.ts'
import * as claiming from '../../l1-rollup/rules/claim.ts'
import * as fallback from '../../l1-rollup/rules/fallback.ts'
import * as proving from '../../l1-rollup/rules/proof.ts'
import * as propose from '../../l1-rollup/rules/propose.ts'
import * as queue from '../../l1-rollup/rules/queue.ts'
import { listFacts } from '../../node/facts.ts'
import { NO_VIEW } from '../../node/vocabulary.ts'
import { blockNamed, dueFacts, tipOnL1, waitingEntries, waitingIn } from './l1.ts'
import type { EventOf, L1Block, State } from './vocabulary.ts'

/** The names of the checks that fail. */
function failing(checks: Readonly<Record<string, (facts: never) => boolean>>, facts: object): string[] {
  return Object.entries(checks)
    .filter(([, holds]) => !(holds as (facts: object) => boolean)(facts))
    .map(([check]) => refusals[check as keyof typeof refusals].refusal)
}

const { forcedAreThere, forcedHashMatches, dueAreTaken, minimumIsTaken } = queue
const ofQueue = { forcedAreThere, forcedHashMatches, dueAreTaken, minimumIsTaken }

const { fallbackIsActive, committeeIsInCharge, slotIsNotInFuture } = fallback
const { parentIsTip, slotIsFree, slotIsCurrent, callerIsProposer, quorumIsReached } = propose

const hashOf = (block: L1Block | undefined): string => (block ? JSON.stringify(block) : '')

/** What both kinds of block are asked. */
function blockFacts(
  state: State,
  block: EventOf<'takeProven'>['block'],
  tip: L1Block,
  profile: FallbackSystemProfile,
) {
  const next = waitingEntries(state)[block.forced]
  return {
    ...listFacts(block, { ...NO_VIEW, queue: waitingIn(state) }, profile),
    isNextDue:
      next !== undefined && next.includedByEpoch <= dueFacts(state, state.slot, profile).currentEpoch,
    inFallback: inSession(state.mode),
    headerSlot: block.slot,
    slot: state.slot,
    parentHash: hashOf(blockNamed(block.parent, state)),
    tipHash: hashOf(tip),
    nextSlot: tip.slot + 1,
  }
}

/** FALLBACK-9 to FALLBACK-13, PROPOSE-6, QUEUE-4 to QUEUE-7. */
export const provenRefusals = (
  { block, isProven }: EventOf<'takeProven'>,
  state: State,
  profile: FallbackSystemProfile,
): string[] =>
  failing(
    {
      fallbackIsActive,
      slotIsNotInFuture,
      parentIsTip,
      slotIsFree,
      ...ofQueue,
      proofIsValid: proving.proofIsValid,
    },
    { ...blockFacts(state, block, state.proven, profile), verified: isProven },
  )

/** FALLBACK-5, PROPOSE-3 to PROPOSE-11, QUEUE-4 to QUEUE-7. */
export const attestedRefusals = (
  { caller, block, signers }: EventOf<'takeAttested'>,
  state: State,
  profile: FallbackSystemProfile,
): string[] =>
  failing(
    {
      committeeIsInCharge,
      slotIsCurrent,
      parentIsTip,
      slotIsFree,
      callerIsProposer,
      ...ofQueue,
      quorumIsReached,
    },
    {
      ...blockFacts(state, block, tipOnL1(state), profile),
      caller,
      proposer: profile.seat,
      attestations: signers.filter((signer) => signer === profile.seat).length,
      seats: 1,
    },
  )

const { claimWindowOpen, somethingToClaim, noClaimIsLive } = claiming

/** FALLBACK-5, CLAIM-1, CLAIM-2, CLAIM-4. */
export const claimRefusals = (state: State, profile: FallbackSystemProfile): string[] =>
  failing(
    { committeeIsInCharge, claimWindowOpen, somethingToClaim, noClaimIsLive },
    { ...dueFacts(state, state.slot, profile), inFallback: inSession(state.mode) },
  )

/** PROOF-1, PROOF-2. */
export const proofRefusals = (state: State, profile: FallbackSystemProfile): string[] =>
  failing(
    { somethingToProve: proving.somethingToProve, epochHasEnded: proving.epochHasEnded },
    dueFacts(state, state.slot, profile),
  )
