/** L1 as far as a few epochs show it: the rules of the rollup and of the escrow, asked about what spec/system/epoch.md has of them. */
import type { EpochProfile } from '../../../spec/system/epoch.ts'
import type { ClaimView } from '../../claimant/vocabulary.ts'
import { refusals } from '../../l1-rollup/refusals.ts'
import { epochOf, offsetOf, stakedFromAvailable, unlockSlotOf } from '../../l1-rollup/rules/arithmetic.ts'
import * as claiming from '../../l1-rollup/rules/claim.ts'
import * as due from '../../l1-rollup/rules/due.ts'
import * as leaving from '../../l1-rollup/rules/escrow.ts'
import * as proving from '../../l1-rollup/rules/proof.ts'
import { callerIsProposer, parentIsTip, slotIsFree } from '../../l1-rollup/rules/propose.ts'
import { blockText, listText, missingOf, rootAfter } from '../../node/lists.ts'
import { type Block, GENESIS, NOBODY } from '../../node/vocabulary.ts'
import type { ProveView } from '../../prover/vocabulary.ts'
import { NO_ADDRESS } from '../../shared/units.ts'
import {
  type Account,
  type Call,
  type HandedClaim,
  hasElement,
  L1_GENESIS,
  type L1Block,
  type L1State,
  NO_CLAIM,
  type State,
} from './vocabulary.ts'

/** CLAIM-6, in wei. */
export const MINIMUM_BOND = '2'

type Attested = Pick<State, 'attested'>
type Lists = Pick<EpochProfile, 'lists'>
type Times = Pick<EpochProfile, 'slotsPerEpoch' | 'claimWindow'>

export const onL1 = ({ slot, root }: Block): L1Block => ({
  ...L1_GENESIS,
  slot,
  content: slot === GENESIS.slot ? L1_GENESIS.content : listText(root),
})

/** What a node calls the block of a slot. */
export function namedBlock(slot: number, { attested }: Attested, { lists }: Lists): Block {
  if (slot === GENESIS.slot) return GENESIS
  return { slot, root: rootAfter({ parent: attested[slot]!, transactions: [...lists[slot]!] }) }
}

export const tipOf = ({ pending, proven }: Pick<L1State, 'pending' | 'proven'>): L1Block =>
  pending.at(-1) ?? proven

const epochIn = (slot: number, { slotsPerEpoch }: Times): number => epochOf({ slot, slotsPerEpoch })

const oldestOf = ({ pending }: Pick<L1State, 'pending'>, times: Times): number =>
  pending[0] ? epochIn(pending[0].slot, times) : -1

/** The blocks of the oldest epoch. */
const oldestBlocks = (state: Pick<L1State, 'pending'>, times: Times): L1Block[] =>
  state.pending.filter(({ slot }) => epochIn(slot, times) === oldestOf(state, times))

export const coveredWei = ({ available, withdrawing }: Account): bigint =>
  BigInt(available) + BigInt(withdrawing)

const proversOf = ({ escrow }: Pick<L1State, 'escrow'>): [string, Account][] =>
  Object.entries(escrow).sort(([a], [b]) => (a < b ? -1 : 1))

const LEVEL = { follows: 'level', alarm: false, fallback: false } as const

/** What a claimant is told. */
export const claimViewOf = (state: L1State, times: Times): ClaimView => ({
  ...LEVEL,
  epoch: oldestOf(state, times),
  claim: state.claim.proverAddress,
  coverage: proversOf(state)
    .filter(([, account]) => coveredWei(account) > 0n)
    .map(([prover, account]) => ({ prover, amount: coveredWei(account).toString() })),
  failed: proversOf(state).flatMap(([prover, { failed }]) => (failed ? [prover] : [])),
})

/** What a prover is told. */
export function proveViewOf(prover: string, state: L1State & Attested, profile: EpochProfile): ProveView {
  const blocks = oldestBlocks(state, profile)
  const { available, withdrawing, unlockSlot } = state.escrow[prover]!
  return {
    ...LEVEL,
    epoch: oldestOf(state, profile),
    tip: blocks.length === 0 ? GENESIS : namedBlock(blocks.at(-1)!.slot, state, profile),
    transactions: blocks.flatMap(({ slot }) => missingOf(profile.lists[slot]!, state.attested[slot]!.root)),
    claim: state.claim.proverAddress,
    available,
    withdrawing,
    unlockSlot,
  }
}

/** The names of the checks that fail, in their order. */
function failing(checks: Readonly<Record<string, (facts: never) => boolean>>, facts: object): string[] {
  return Object.entries(checks)
    .filter(([, holds]) => !(holds as (facts: object) => boolean)(facts))
    .map(([check]) => refusals[check as keyof typeof refusals].refusal)
}

/** PROPOSE-5, PROPOSE-6. */
export function landRefusals(state: State, profile: EpochProfile): string[] {
  const tip = namedBlock(tipOf(state).slot, state, profile)
  return failing(
    { parentIsTip, slotIsFree },
    {
      parentHash: blockText(state.attested[state.slot]!),
      tipHash: blockText(tip),
      headerSlot: state.slot,
      nextSlot: tip.slot + 1,
    },
  )
}

const claimFacts = (state: L1State, times: Times) => ({
  hasUnproven: state.pending.length > 0,
  oldestUnprovenEpoch: Math.max(oldestOf(state, times), 0),
  currentEpoch: epochIn(state.slot, times),
  offset: offsetOf({ slot: state.slot, slotsPerEpoch: times.slotsPerEpoch }),
  claimWindowSlots: times.claimWindow,
  claimedProver: state.claim.proverAddress === NOBODY ? NO_ADDRESS : state.claim.proverAddress,
})

/** CLAIM-1 to CLAIM-9, PROPOSE-7. */
export function claimRefusals({ caller, quote }: HandedClaim, state: State, profile: EpochProfile): string[] {
  const account = state.escrow[quote.prover]!
  const isSigned = profile.byzantine.includes(quote.prover) || hasElement('offered', state.offered, quote)
  const { claimWindowOpen, somethingToClaim, quoteIsForPrecedingEpoch, noClaimIsLive } = claiming
  const { quoteIsValid, bondIsEnough, feeIsAllowed, escrowCovers, quoteIsSigned } = claiming
  const checks = {
    claimWindowOpen,
    somethingToClaim,
    callerIsProposer,
    quoteIsForPrecedingEpoch,
    noClaimIsLive,
    quoteIsValid,
    bondIsEnough,
    feeIsAllowed,
    escrowCovers,
    quoteIsSigned,
  }
  return failing(checks, {
    ...claimFacts(state, profile),
    slot: state.slot,
    caller,
    proposer: profile.proposers[state.slot]!,
    epochToProve: quote.epoch,
    validUntilSlot: quote.validUntilSlot,
    basisPointFee: quote.fee,
    bondAmount: BigInt(quote.bond),
    minimumBondWei: BigInt(MINIMUM_BOND),
    availableWei: BigInt(account.available),
    withdrawingWei: BigInt(account.withdrawing),
    signer: isSigned ? quote.prover : NO_ADDRESS,
    proverAddress: quote.prover,
  })
}

/** CLAIM-10: what is available is staked first. */
export function claimed({ caller, quote }: HandedClaim, state: State, times: Times): State {
  const account = state.escrow[quote.prover]!
  const [bond, available, withdrawing] = [quote.bond, account.available, account.withdrawing].map(BigInt) as [
    bigint,
    bigint,
    bigint,
  ]
  const fromAvailable = stakedFromAvailable({ availableWei: available, bondAmount: bond })
  const left = withdrawing - (bond - fromAvailable)
  const staked: Account = {
    ...account,
    available: (available - fromAvailable).toString(),
    withdrawing: left.toString(),
    unlockSlot: left === 0n ? -1 : account.unlockSlot,
    staked: (BigInt(account.staked) + bond).toString(),
  }
  return {
    ...state,
    claim: {
      epochToProve: epochIn(state.slot, times) - 1,
      proverAddress: quote.prover,
      bondAmount: quote.bond,
      basisPointFee: quote.fee,
      claimant: caller,
    },
    escrow: { ...state.escrow, [quote.prover]: staked },
  }
}

/** PROOF-1 to PROOF-4. */
export function proofRefusals(tip: Block, state: State, profile: EpochProfile): string[] {
  const { somethingToProve, epochHasEnded, proofStartsAtProvenTip, proofEndsWithEpoch } = proving
  const end = oldestBlocks(state, profile).at(-1) ?? state.proven
  const hash = ({ slot, content }: L1Block): string => `${slot}:${content}`
  return failing(
    { somethingToProve, epochHasEnded, proofStartsAtProvenTip, proofEndsWithEpoch },
    {
      ...claimFacts(state, profile),
      fromHash: hash(onL1(epochStart(tip, state, profile))),
      provenHash: hash(state.proven),
      toHash: hash(onL1(tip)),
      epochEndHash: hash(end),
    },
  )
}

/** PROOF-3: the block that the epoch of this one stands on. */
function epochStart(tip: Block, state: Attested, times: Times): Block {
  const isOfEpoch = ({ slot }: Block): boolean =>
    slot >= 0 && epochIn(slot, times) === epochIn(tip.slot, times)
  let at = tip
  while (isOfEpoch(at)) at = state.attested[at.slot]!
  return at
}

/** PROOF-6, PROOF-7. */
export function proven(state: State, times: Times): State {
  const blocks = oldestBlocks(state, times)
  const { proverAddress, bondAmount } = state.claim
  const account = state.escrow[proverAddress]
  const returned = account && {
    ...account,
    available: (BigInt(account.available) + BigInt(bondAmount)).toString(),
    staked: (BigInt(account.staked) - BigInt(bondAmount)).toString(),
    failed: false,
  }
  return {
    ...state,
    proven: blocks.at(-1)!,
    pending: state.pending.slice(blocks.length),
    claim: NO_CLAIM,
    escrow: returned ? { ...state.escrow, [proverAddress]: returned } : state.escrow,
  }
}

/** ESCROW-1, ESCROW-5 to ESCROW-8. */
export function callRefusals({ prover, call, amount }: Call, state: L1State): string[] {
  const { available, withdrawing, unlockSlot } = state.escrow[prover]!
  const facts = {
    slot: state.slot,
    unlockSlot,
    amountWei: BigInt(amount),
    availableWei: BigInt(available),
    withdrawingWei: BigInt(withdrawing),
  }
  const { amountIsPositive, availableCovers, noWithdrawalIsPending } = leaving
  const { withdrawalIsUnlocked, withdrawalIsPending } = leaving
  return call === 'startWithdrawal'
    ? failing({ amountIsPositive, availableCovers, noWithdrawalIsPending }, facts)
    : failing({ withdrawalIsUnlocked, withdrawalIsPending }, facts)
}

/** ESCROW-8, ESCROW-12. */
export function called(
  { prover, call, amount }: Call,
  { escrow, slot }: L1State,
  { slotsPerEpoch, claimWindow }: Times,
): L1State['escrow'] {
  const account = escrow[prover]!
  const moved =
    call === 'startWithdrawal'
      ? {
          available: (BigInt(account.available) - BigInt(amount)).toString(),
          withdrawing: amount,
          unlockSlot: unlockSlotOf({ slot, withdrawalDelaySlots: slotsPerEpoch + claimWindow }),
        }
      : { withdrawing: '0', unlockSlot: -1 }
  return { ...escrow, [prover]: { ...account, ...moved } }
}

/** PRUNE-1 to PRUNE-3: L1 in the next slot. */
export function inNextSlot(state: L1State, times: Times): L1State {
  const next = { ...state, slot: state.slot + 1 }
  const facts = { ...claimFacts(next, times), fallbackEntered: false, claimedEpoch: next.claim.epochToProve }
  const pruned = due.pruneDue(facts) ? { ...next, pending: [] } : next
  return next.claim.proverAddress !== NOBODY && due.slashDue(facts) ? slashed(pruned) : pruned
}

function slashed(state: L1State): L1State {
  const { proverAddress, bondAmount } = state.claim
  const account = state.escrow[proverAddress]!
  const lost = {
    ...account,
    staked: (BigInt(account.staked) - BigInt(bondAmount)).toString(),
    slashed: (BigInt(account.slashed) + BigInt(bondAmount)).toString(),
    failed: true,
  }
  return { ...state, claim: NO_CLAIM, escrow: { ...state.escrow, [proverAddress]: lost } }
}

/** L1 out of all that there is. */
export const l1Of = ({ slot, proven: tip, pending, claim, escrow }: State): L1State => ({
  slot,
  proven: tip,
  pending,
  claim,
  escrow,
})

/** Whether two names are of one block. */
export const sameBlock = (one: Block, other: Block): boolean => blockText(one) === blockText(other)
