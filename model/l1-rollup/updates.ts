import { advances, released, waits } from '../fallback-controller/timing.ts'
import { type Address, NO_ADDRESS, type Wei } from '../shared/units.ts'
import {
  type Deployment,
  epochLength,
  epochNow,
  forcedIn,
  frozenValidators,
  hasFallback,
  proposerUnder,
  queueEntryOf,
  sampleInForce,
  sampleTakenNow,
  slotNow,
} from './chain.ts'
import { effective } from './due.ts'
import { fallbackCredit, rewardShares } from './rewards.ts'
import { signaturesAreChallenged, stakedFromAvailable, unlockSlotOf } from './rules/arithmetic.ts'
import {
  type Account,
  type Block,
  type EventOf,
  type EventType,
  NO_ACCOUNT,
  type State,
} from './vocabulary.ts'

/** What an accepted event does to the state: pure, one function per named action of the statechart. */
type Update<Type extends EventType> = (state: State, event: EventOf<Type>, deployment: Deployment) => State

/** TIME-3. */
const advanceSlot: Update<'advanceSlot'> = (state) => ({ ...state, slot: state.slot + 1 })

/** PRUNE-4: carries out what is due. */
const settleDue: Update<EventType> = (state, _event, { parameters }) => effective(state, parameters)

/** PROPOSE-12. */
const appendBlock: Update<'propose'> = (state, event, deployment) => ({
  ...state,
  pending: [...state.pending, blockOf(state, event, deployment)],
})

/** CHALLENGE-2. */
const keepPosting: Update<'propose'> = (state, { committee, attestations }, { parameters }) =>
  signaturesAreChallenged(parameters)
    ? { ...state, posted: [...state.posted, { committee, attestations }] }
    : state

/** CHALLENGE-7. */
const cutChain: Update<'challenge'> = (state, { slot }) => {
  const left = state.pending.filter((block) => block.slot < slot).length
  return { ...state, pending: state.pending.slice(0, left), posted: state.posted.slice(0, left) }
}

/** The block that a proposal appends: it names who shares in the reward where block proposers do (REWARD-3). */
export function blockOf(state: State, event: EventOf<'propose'>, deployment: Deployment): Block {
  const paysProposers = deployment.parameters.rewardRemainder === 'blockProposers'
  return {
    slot: event.slot,
    content: event.content,
    beneficiary: paysProposers ? proposerUnder(event.committee, state, deployment) : NO_ADDRESS,
    forced: event.forced,
  }
}

/** FALLBACK-2: something waits from now on, unless it did already or a session is in force. */
const startCount: Update<EventType> = (state, _event, { parameters }) =>
  hasFallback(parameters) ? { ...state, fallback: waits(state.fallback, state.slot) } : state

/** FALLBACK-2, FALLBACK-7: the proven chain advanced; the slots are counted anew if something still waits. */
const countAdvance: Update<EventType> = (state, _event, { parameters }) => {
  if (!hasFallback(parameters)) return state
  const stillWaits = state.pending.length > 0 || state.taken < state.queue.length
  return { ...state, fallback: advances(state.fallback, state.slot, stillWaits) }
}

/** CHALLENGE-13. */
const putEntryOff: Update<'challenge'> = (state, _event, { parameters }) => ({
  ...state,
  fallback: released(state.fallback, state.slot, parameters),
})

/** CLAIM-10: from the available amount first, then from what is withdrawing. */
const stakeBond: Update<'claimEpochProofRight'> = (state, { quote }) =>
  withAccount(state, quote.proverAddress, (account) => {
    const bondAmount = BigInt(quote.bondAmount)
    const availableWei = BigInt(account.available)
    const fromAvailable = stakedFromAvailable({ availableWei, bondAmount })
    const withdrawing = BigInt(account.withdrawing) - (bondAmount - fromAvailable)
    return {
      available: (availableWei - fromAvailable).toString(),
      withdrawing: withdrawing.toString(),
      // ESCROW-8: a withdrawal of which nothing is left is over.
      unlockSlot: withdrawing > 0n ? account.unlockSlot : 0,
      staked: (BigInt(account.staked) + bondAmount).toString(),
    }
  })

/** CLAIM-10. */
const recordClaim: Update<'claimEpochProofRight'> = (state, { caller, quote }) => ({
  ...state,
  claim: {
    epochToProve: quote.epochToProve,
    proverAddress: quote.proverAddress,
    bondAmount: quote.bondAmount,
    basisPointFee: quote.basisPointFee,
    claimant: caller,
  },
})

/** REWARD-1 to REWARD-4: credits what the oldest unproven epoch earns. */
const creditReward: Update<'submitEpochProof'> = (state, _event, { parameters: p }) => {
  const blocks = state.pending.slice(0, epochLength(state, p))
  return rewardShares(state, blocks, p).reduce(
    (credited, { receiver, amount }) => withCredit(credited, receiver, amount),
    state,
  )
}

/** PROOF-7, CHALLENGE-8. */
const returnBond: Update<EventType> = (state) => {
  const { claim } = state
  if (!claim) return state
  return withAccount({ ...state, claim: null }, claim.proverAddress, (account) => ({
    ...account,
    available: (BigInt(account.available) + BigInt(claim.bondAmount)).toString(),
    staked: (BigInt(account.staked) - BigInt(claim.bondAmount)).toString(),
  }))
}

/** PROOF-6, QUEUE-8. */
const finaliseEpoch: Update<'submitEpochProof'> = (state, _event, { parameters }) => {
  const length = epochLength(state, parameters)
  const proven = state.pending.slice(0, length)
  return {
    ...state,
    proven: proven.at(-1)!,
    pending: state.pending.slice(length),
    posted: state.posted.slice(length),
    taken: state.taken + forcedIn(proven),
  }
}

/** FALLBACK-14, QUEUE-8. */
const proveBlock: Update<'proposeWithProof'> = (state, event) => ({
  ...state,
  proven: provenBlockOf(event),
  taken: state.taken + event.forced,
})

/** A fallback block: whoever publishes it has no share in an epoch's reward. */
export function provenBlockOf({ slot, content, forced }: EventOf<'proposeWithProof'>): Block {
  return { slot, content, beneficiary: NO_ADDRESS, forced }
}

/** FALLBACK-15. */
const creditFallback: Update<'proposeWithProof'> = (state, { caller }, { parameters }) => {
  const amount = fallbackCredit(state, parameters)
  // Anybody may be the caller: only who is owed something is on the list.
  return amount > 0n ? withCredit(state, caller, amount) : state
}

/** QUEUE-3. */
const appendForced: Update<'forceInclusion'> = (state, event, { parameters }) => ({
  ...state,
  queue: [...state.queue, queueEntryOf(state, event, parameters)],
})

/** EPOCH-2, EPOCH-3: records a sample; those before the one in force can never be asked for again. */
const recordSample: Update<'setupEpoch'> = (state, { randao }, deployment) => {
  const inForce = sampleInForce(state, deployment.parameters)
  const kept = state.samples.filter((sample) => sample.epoch >= inForce.epoch)
  return { ...state, samples: [...kept, sampleTakenNow(state, randao, deployment)] }
}

/** VALIDATOR-5: keeps the set as it was before the first change of the epoch, and the one that is frozen in it. */
const freezeValidators: Update<EventType> = (state, _event, { parameters }) => {
  const { current, previous, changedEpoch } = state.validators
  const epoch = epochNow(state, parameters)
  return {
    ...state,
    validators: {
      current,
      previous: changedEpoch === epoch ? previous : [...current],
      earlier: [...frozenValidators(state, parameters)],
      changedEpoch: epoch,
    },
  }
}

/** VALIDATOR-3. */
const appendValidator: Update<'addValidator'> = (state, { validator }) =>
  withValidators(state, [...state.validators.current, validator])

/** VALIDATOR-4: the last takes the place of the removed. */
const dropValidator: Update<'removeValidator'> = (state, { validator }) => {
  const { current } = state.validators
  const last = current.at(-1)!
  return withValidators(
    state,
    current.slice(0, -1).map((member) => (member === validator ? last : member)),
  )
}

/** ESCROW-4. */
const depositTokens: Update<'deposit'> = (state, { caller, amount }) =>
  withAccount(transferred(state, caller, 'escrow', BigInt(amount)), caller, (account) => ({
    ...account,
    available: (BigInt(account.available) + BigInt(amount)).toString(),
  }))

/** ESCROW-12, ESCROW-11: the delay outlasts every quote that the amount guarantees. */
const lockWithdrawal: Update<'startWithdrawal'> = (state, { caller, amount }, { parameters }) =>
  withAccount(state, caller, (account) => ({
    ...account,
    available: (BigInt(account.available) - BigInt(amount)).toString(),
    withdrawing: amount,
    unlockSlot: unlockSlotOf({
      slot: slotNow(state),
      withdrawalDelaySlots: parameters.withdrawalDelaySlots,
    }),
  }))

/** ESCROW-8. */
const payWithdrawal: Update<'executeWithdrawal'> = (state, { caller, receiver }) => {
  const withdrawing = BigInt(state.accounts[caller]!.withdrawing)
  return withAccount(transferred(state, 'escrow', receiver, withdrawing), caller, (account) => ({
    ...account,
    withdrawing: '0',
    unlockSlot: 0,
  }))
}

/** ESCROW-9. */
const paySlashed: Update<'collectSlashed'> = (state) => ({
  ...transferred(state, 'escrow', 'sink', BigInt(state.slashed)),
  slashed: '0',
})

/** REWARD-5. */
const payCredit: Update<'collectReward'> = (state, { caller }) => {
  const credit = BigInt(state.credits[caller]!)
  const paid = transferred(state, 'rollup', caller, credit)
  return { ...paid, credits: { ...paid.credits, [caller]: '0' } }
}

export const updates = {
  advanceSlot,
  settleDue,
  appendBlock,
  keepPosting,
  cutChain,
  startCount,
  countAdvance,
  putEntryOff,
  proveBlock,
  creditFallback,
  appendForced,
  stakeBond,
  recordClaim,
  creditReward,
  returnBond,
  finaliseEpoch,
  recordSample,
  freezeValidators,
  appendValidator,
  dropValidator,
  depositTokens,
  lockWithdrawal,
  payWithdrawal,
  paySlashed,
  payCredit,
}

function withAccount(state: State, prover: Address, change: (account: Account) => Account): State {
  return { ...state, accounts: { ...state.accounts, [prover]: change(state.accounts[prover] ?? NO_ACCOUNT) } }
}

function withCredit(state: State, holder: Address, amount: Wei): State {
  const credit = (BigInt(state.credits[holder] ?? 0) + amount).toString()
  return { ...state, credits: { ...state.credits, [holder]: credit } }
}

function withValidators(state: State, current: Address[]): State {
  return { ...state, validators: { ...state.validators, current } }
}

/** ESCROW-10: what leaves one holder arrives at the other. */
function transferred(state: State, from: Address, to: Address, amount: Wei): State {
  const tokens = { ...state.tokens }
  tokens[from] = (BigInt(tokens[from] ?? 0) - amount).toString()
  tokens[to] = (BigInt(tokens[to] ?? 0) + amount).toString()
  return { ...state, tokens }
}
