import { inSession } from '../fallback-controller/timing.ts'
import type { Address, Wei } from '../shared/units.ts'
import { NO_ADDRESS } from '../shared/units.ts'
import type { Deployment } from './chain.ts'
import { epochEnd, epochLength, postedIn, queueEntryOf, sampleTakenNow, slotNow } from './chain.ts'
import { dueFacts, fallbackChange } from './due.ts'
import { fallbackCredit, rewardShares } from './rewards.ts'
import { unlockSlotOf } from './rules/arithmetic.ts'
import { pruneDue, slashDue } from './rules/due.ts'
import { blockOf, provenBlockOf } from './updates.ts'
import type { EventOf, EventType, Log, State } from './vocabulary.ts'

/**
 * What an accepted event announces (LOG-1), one function per named action of the statechart. Each is told from the state
 * at its place among the actions: what is due before it is settled, the event's own change before it is made.
 */
type Announcement<Type extends EventType> = (
  state: State,
  event: EventOf<Type>,
  deployment: Deployment,
) => readonly Log[]

/** LOG-2, LOG-10. */
const announceDue: Announcement<EventType> = (state, _event, { parameters }) => {
  const { claim } = state
  const facts = dueFacts(state, parameters)
  const change = fallbackChange(state, parameters)
  const due: Log[] = pruneDue(facts) ? [{ type: 'PendingChainPruned', tip: state.proven }] : []
  if (claim && slashDue(facts))
    due.push({ type: 'BondSlashed', prover: claim.proverAddress, bondAmount: claim.bondAmount })
  if (change) {
    const { after, since, entries } = change
    due.push({ type: 'FallbackChanged', active: inSession(after), since, entries })
  }
  return due
}

/** PROPOSE-12. */
const announceBlock: Announcement<'propose'> = (state, event, deployment) => {
  const { caller: proposer, parent } = event
  return [{ type: 'L2PendingBlockProcessed', block: blockOf(state, event, deployment), proposer, parent }]
}

/** LOG-13. */
const announceCut: Announcement<'challenge'> = (state, { slot, seat }) => [
  { type: 'PendingChainCut', tip: postedIn(slot, state)!.parent, slot, seat },
]

/** LOG-13. */
const announceReturnedBond: Announcement<'challenge'> = ({ claim }) =>
  claim ? [{ type: 'BondReturned', prover: claim.proverAddress, bondAmount: claim.bondAmount }] : []

/** LOG-3. */
const announceClaim: Announcement<'claimEpochProofRight'> = (_state, { caller, quote }) => [
  {
    type: 'EpochProofRightClaimed',
    epochToProve: quote.epochToProve,
    proverAddress: quote.proverAddress,
    claimant: caller,
    bondAmount: quote.bondAmount,
    basisPointFee: quote.basisPointFee,
  },
]

/** LOG-4. */
const announceProof: Announcement<'submitEpochProof'> = (state, _event, { parameters }) => [
  {
    type: 'EpochProven',
    epoch: dueFacts(state, parameters).oldestUnprovenEpoch,
    block: epochEnd(state, parameters),
    prover: state.claim?.proverAddress ?? NO_ADDRESS,
  },
]

/** LOG-4. */
const announceCredits: Announcement<'submitEpochProof'> = (state, _event, { parameters }) => {
  const blocks = state.pending.slice(0, epochLength(state, parameters))
  return rewardShares(state, blocks, parameters)
    .filter(({ amount }) => amount > 0n)
    .map(({ receiver, amount }) => ({ type: 'RewardCredited', receiver, amount: amount.toString() }))
}

/** LOG-12. */
const announceProvenBlock: Announcement<'proposeWithProof'> = (_state, event) => {
  const { caller: proposer, parent } = event
  return [{ type: 'L2ProvenBlockProcessed', block: provenBlockOf(event), proposer, parent }]
}

/** LOG-12. */
const announceFallbackCredit: Announcement<'proposeWithProof'> = (state, { caller }, { parameters }) => {
  const amount = fallbackCredit(state, parameters)
  return amount > 0n ? [{ type: 'RewardCredited', receiver: caller, amount: amount.toString() }] : []
}

/** LOG-11. */
const announceForced: Announcement<'forceInclusion'> = (state, event, { parameters }) => [
  { type: 'TransactionForced', index: state.queue.length, ...queueEntryOf(state, event, parameters) },
]

/** LOG-5. */
const announceSample: Announcement<'setupEpoch'> = (state, { randao }, deployment) => {
  const { epoch, members } = sampleTakenNow(state, randao, deployment)
  const isOther = members.join() !== state.samples.at(-1)!.members.join()
  return [
    { type: 'EpochSetUp', epoch, randao, committee: members },
    ...(isOther ? ([{ type: 'CommitteeDrawn', committee: members }] as const) : []),
  ]
}

/** LOG-6. */
const announceValidator: Announcement<'addValidator'> = (_state, { validator }) => [
  { type: 'ValidatorAdded', validator },
]

/** LOG-6. */
const announceRemoval: Announcement<'removeValidator'> = (_state, { validator }) => [
  { type: 'ValidatorRemoved', validator },
]

/** LOG-7, LOG-9. */
const announceDeposit: Announcement<'deposit'> = (_state, { caller, amount }) => [
  { type: 'Deposited', prover: caller, amount },
  transfer(caller, 'escrow', BigInt(amount)),
]

/** LOG-7. */
const announceWithdrawal: Announcement<'startWithdrawal'> = (state, { caller, amount }, { parameters }) => [
  {
    type: 'WithdrawalStarted',
    prover: caller,
    amount,
    unlockSlot: unlockSlotOf({ slot: slotNow(state), withdrawalDelaySlots: parameters.withdrawalDelaySlots }),
  },
]

/** LOG-7, LOG-9. */
const announcePayment: Announcement<'executeWithdrawal'> = ({ accounts }, { caller, receiver }) => {
  const amount = accounts[caller]?.withdrawing ?? '0'
  return [
    { type: 'WithdrawalExecuted', prover: caller, receiver, amount },
    transfer('escrow', receiver, BigInt(amount)),
  ]
}

/** LOG-7, LOG-9. */
const announceSlashed: Announcement<'collectSlashed'> = ({ slashed }) => [
  { type: 'SlashedCollected', amount: slashed },
  transfer('escrow', 'sink', BigInt(slashed)),
]

/** LOG-8, LOG-9. */
const announceReward: Announcement<'collectReward'> = ({ credits }, { caller }) => {
  const amount = credits[caller] ?? '0'
  return [{ type: 'RewardCollected', receiver: caller, amount }, transfer('rollup', caller, BigInt(amount))]
}

export const logs = {
  announceDue,
  announceBlock,
  announceCut,
  announceReturnedBond,
  announceClaim,
  announceProof,
  announceCredits,
  announceProvenBlock,
  announceFallbackCredit,
  announceForced,
  announceSample,
  announceValidator,
  announceRemoval,
  announceDeposit,
  announceWithdrawal,
  announcePayment,
  announceSlashed,
  announceReward,
}

/** LOG-9: the token's own. */
function transfer(from: Address, to: Address, amount: Wei): Log {
  return { type: 'Transfer', from, to, amount: amount.toString() }
}
