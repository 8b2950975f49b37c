import type { EventFamily, Profile } from '../../spec/parameters.ts'
import { type Address, NO_ADDRESS } from '../shared/units.ts'
import {
  type Deployment,
  dueIn,
  epochEnd,
  epochLength,
  epochNow,
  falseSeatsIn,
  postedIn,
  proposerUnder,
  sampleInForce,
  slotNow,
  tipOf,
  waitingIn,
} from './chain.ts'
import { effective } from './due.ts'
import { quorum } from './rules/arithmetic.ts'
import { type Block, type Event, type EventOf, NO_OTHERS, preimageSchema, type State } from './vocabulary.ts'

/** Never registered, never funded. */
export const STRANGER: Address = 'stranger'
export const MAXIMUM_FEE = 10_000

type Extent = 'valid' | 'full'
type Instances = (view: View, extent: Extent) => Event[]

/** A state as the instances look at it. */
export type View = {
  profile: Profile
  deployment: Deployment
  state: State
  eff: State
  /** 0 before genesis: what is tried then is what will be tried in slot 0. */
  now: number
  epoch: number
  committee: readonly Address[]
  proposer: Address
}

/** The event instances of a profile in a state, as spec/actors/l1-rollup.md lists them, in that order; some twice. */
export function eventInstances(state: State, profile: Profile, deployment: Deployment): Event[] {
  const view = viewOf(state, profile, deployment)
  const events: Event[] = state.slot < profile.horizon ? [{ type: 'advanceSlot' }] : []
  for (const [family, instances] of Object.entries(families)) {
    const extent = profile.families[family as EventFamily]
    if (extent !== 'none') events.push(...instances(view, extent))
  }
  return events
}

export function viewOf(state: State, profile: Profile, deployment: Deployment): View {
  const { parameters } = profile
  const committee = sampleInForce(state, parameters).members
  return {
    profile,
    deployment,
    state,
    eff: effective(state, parameters),
    now: slotNow(state),
    epoch: epochNow(state, parameters),
    committee,
    proposer: proposerUnder(committee, state, deployment),
  }
}

/** Meant to pass when anything can. */
export function proposeBase(view: View): EventOf<'propose'> {
  const { profile, eff, now, committee } = view
  return {
    type: 'propose',
    ...proposal(committee),
    caller: proposerOrStranger(committee, view),
    slot: now,
    timestampSlot: now,
    parent: tipOf(eff),
    content: profile.contents[0]!,
    blobs: 'match',
    forced: dueIn(eff, profile.parameters),
    forcedHash: 'match',
  }
}

const propose: Instances = (view, extent) => {
  const { profile, state, eff, now, committee } = view
  const tip = tipOf(eff)
  const [, ...others] = profile.contents
  const base = proposeBase(view)
  const taking = forcedVariations(view)
  const valid = [
    base,
    ...others.map((other) => ({ ...base, content: other })),
    ...waitingProposals(view).map((proposed) => ({ ...base, ...proposed })),
    ...taking.valid.map((taken) => ({ ...base, ...taken })),
    ...(profile.parameters.challengeSlots > 0 ? falseProposals(base) : []),
  ]
  if (extent === 'valid') return valid

  const strangers = proposal(strangerCommittee(committee))
  const parents = [state.proven, tipOf(state), ...(tip.slot < 0 ? [] : [staleAt(tip)])]
  const attested = attestationVariations(base)
  return [
    ...valid,
    ...otherCallers(view).map((caller) => ({ ...base, caller })),
    { ...base, ...strangers, caller: STRANGER },
    { ...base, slot: now + 1, timestampSlot: now + 1 },
    ...(now > 0 ? [{ ...base, slot: now - 1, timestampSlot: now - 1 }] : []),
    { ...base, timestampSlot: now + 1 },
    ...parents.map((parent) => ({ ...base, parent })),
    ...WRONG_BLOBS.map((blobs) => ({ ...base, blobs })),
    ...taking.full.map((taken) => ({ ...base, ...taken })),
    ...attested.map((attestations) => ({ ...base, attestations })),
  ]
}

const WRONG_BLOBS = ['fewer', 'more', 'other', 'missing'] as const

type Taking = Partial<Pick<EventOf<'propose'>, 'content' | 'forced' | 'forcedHash'>>

/** What blocks take from the queue other than all that is due, where a profile has a queue. */
function forcedVariations({ profile, eff }: View): Record<Extent, Taking[]> {
  if (profile.families.forceInclusion === 'none') return { valid: [], full: [] }
  const { parameters } = profile
  const due = dueIn(eff, parameters)
  const waiting = waitingIn(eff)
  const alone = (forced: number): Taking[] =>
    profile.contents.includes(NO_OTHERS) ? [{ content: NO_OTHERS, forced }] : []
  return {
    valid: [
      ...(due > 0 ? alone(Math.min(parameters.forcedMinimum, due)) : []),
      ...(due < waiting ? [{ forced: due + 1 }] : []),
    ],
    full: [
      ...(due > 0 ? [{ forced: due - 1 }] : []),
      ...alone(parameters.forcedMinimum - 1),
      { forced: waiting + 1 },
      { forcedHash: 'other' },
    ],
  }
}

/** What the committee of the latest sample would propose, if it is another one than that in force. */
function waitingProposals(view: View) {
  const { state, committee } = view
  const { members } = state.samples.at(-1)!
  const isInForce =
    members.length === committee.length && members.every((name, seat) => name === committee[seat])
  if (isInForce || members.length === 0) return []
  return [{ ...proposal(members), caller: proposerOrStranger(members, view) }]
}

/** A committee with exactly a quorum of attestations, by the members of the first seats. */
export function proposal(committee: readonly Address[]) {
  const needed = quorum({ seats: committee.length })
  const attestations = committee.map((member, seat) => (seat < needed ? member : NO_ADDRESS))
  return { committee: [...committee], attestations }
}

function attestationVariations({ committee, attestations }: EventOf<'propose'>): Address[][] {
  if (committee.length === 0) return []
  const secondByFirst = committee.length < 2 ? [] : [attestations.with(1, committee[0]!)]
  return [
    attestations.with(lastSigned(attestations), NO_ADDRESS),
    committee,
    attestations.with(lastSigned(attestations), STRANGER),
    ...secondByFirst,
  ]
}

/** What a challenge is about: the last signed seat signed by somebody else. */
function falseProposals(base: EventOf<'propose'>): EventOf<'propose'>[] {
  const { committee, attestations } = base
  if (committee.length === 0) return []
  return [{ ...base, attestations: attestations.with(lastSigned(attestations), STRANGER) }]
}

const lastSigned = (attestations: readonly Address[]): number =>
  attestations.findLastIndex((signer) => signer !== NO_ADDRESS)

/** A challenge of every pending block that can be challenged, or of one that cannot. */
export function challengeBases({ eff, now }: View): [EventOf<'challenge'>, ...EventOf<'challenge'>[]] {
  const of = (slot: number, seat: number): EventOf<'challenge'> => ({
    type: 'challenge',
    caller: STRANGER,
    slot,
    seat,
    preimage: 'match',
  })
  const [first, ...others] = falseSeatsIn(eff).map(({ slot, seat }) => of(slot, seat))
  return first ? [first, ...others] : [of(eff.pending.at(-1)?.slot ?? now, 0)]
}

const challenge: Instances = (view, extent) => {
  const { eff, committee } = view
  const bases = challengeBases(view)
  if (extent === 'valid') return bases

  const [first] = bases
  const seats = postedIn(first.slot, eff)?.posting?.committee.length ?? committee.length
  return [
    ...bases,
    ...preimageSchema.options.map((preimage) => ({ ...first, preimage })),
    ...(first.slot > 0 ? [{ ...first, slot: first.slot - 1 }] : []),
    { ...first, slot: first.slot + 1 },
    ...Array.from({ length: seats + 1 }, (_, seat) => ({ ...first, seat })),
  ]
}

/** A claim by one of the profile's quotes, meant to pass when anything can. */
export function claimBase(view: View, quote: Profile['quotes'][number]): EventOf<'claimEpochProofRight'> {
  const { now, epoch, committee } = view
  const { proverAddress, bondAmount, basisPointFee } = quote
  return {
    type: 'claimEpochProofRight',
    caller: proposerOrStranger(committee, view),
    committee: [...committee],
    quote: {
      proverAddress,
      epochToProve: Math.max(epoch - 1, 0),
      validUntilSlot: now,
      bondAmount,
      basisPointFee,
      signer: proverAddress,
    },
  }
}

const claimEpochProofRight: Instances = (view, extent) => {
  const { profile, eff, now, committee } = view
  const bases = profile.quotes.map((quote) => claimBase(view, quote))
  const [first] = bases
  if (extent === 'valid' || !first) return bases

  const quoted = (change: Partial<typeof first.quote>) => ({ ...first, quote: { ...first.quote, ...change } })
  const minimum = BigInt(profile.parameters.minimumBondWei)
  const { available, withdrawing } = eff.accounts[first.quote.proverAddress]!
  const covered = BigInt(available) + BigInt(withdrawing)
  const bonds = [
    ...(minimum > 0n ? [minimum - 1n] : []),
    minimum,
    ...(covered >= minimum ? [covered] : []),
    covered + 1n,
  ]
  return [
    ...bases,
    ...otherCallers(view).map((caller) => ({ ...first, caller })),
    { ...first, committee: strangerCommittee(committee), caller: STRANGER },
    quoted({ epochToProve: first.quote.epochToProve + 1 }),
    ...(first.quote.epochToProve > 0 ? [quoted({ epochToProve: first.quote.epochToProve - 1 })] : []),
    ...(now > 0 ? [quoted({ validUntilSlot: now - 1 })] : []),
    ...bonds.map((bond) => quoted({ bondAmount: bond.toString() })),
    ...[0, MAXIMUM_FEE, MAXIMUM_FEE + 1].map((basisPointFee) => quoted({ basisPointFee })),
    quoted({ signer: STRANGER }),
  ]
}

/** A proof of the oldest unproven epoch, meant to pass when anything can. */
export const proofBase = ({ profile, eff }: View): EventOf<'submitEpochProof'> => ({
  type: 'submitEpochProof',
  caller: STRANGER,
  from: eff.proven,
  to: epochEnd(eff, profile.parameters),
  valid: true,
})

const submitEpochProof: Instances = (view, extent) => {
  const { profile, state, eff } = view
  const { parameters } = profile
  const { proven, pending } = eff
  const end = epochEnd(eff, parameters)
  const length = epochLength(eff, parameters)
  const base = proofBase(view)
  const valid = [base, ...(state.claim ? [{ ...base, caller: state.claim.proverAddress }] : [])]
  if (extent === 'valid') return valid

  const starts = [...(proven.slot < 0 ? [] : [staleAt(proven)]), ...pending.slice(0, 1)]
  const ends = [
    ...pending.slice(0, length).slice(-2, -1),
    ...pending.slice(length, length + 1),
    ...pending.slice(-1),
    ...(pending.length > 0 ? [staleAt(end)] : []),
    proven,
  ]
  const dropped = eff.pending.length !== state.pending.length
  return [
    ...valid,
    { ...base, valid: false },
    ...starts.map((from) => ({ ...base, from })),
    ...ends.map((to) => ({ ...base, to })),
    ...(dropped ? [{ ...base, from: state.proven, to: epochEnd(state, parameters) }] : []),
  ]
}

/** A block with its proof, meant to pass while fallback is in force. */
export const fallbackBase = ({ profile, eff, now }: View): EventOf<'proposeWithProof'> => ({
  type: 'proposeWithProof',
  caller: STRANGER,
  slot: now,
  timestampSlot: now,
  parent: eff.proven,
  content: profile.contents[0]!,
  blobs: 'match',
  forced: dueIn(eff, profile.parameters),
  forcedHash: 'match',
  valid: true,
})

const proposeWithProof: Instances = (view, extent) => {
  const { profile, state, eff, now } = view
  const [, ...others] = profile.contents
  const base = fallbackBase(view)
  const taking = forcedVariations(view)
  const inSlot = (slot: number) => ({ ...base, slot, timestampSlot: slot })
  const { proven } = eff
  const valid = [
    base,
    ...others.map((other) => ({ ...base, content: other })),
    ...(proven.slot + 1 < now ? [inSlot(proven.slot + 1)] : []),
    ...taking.valid.map((taken) => ({ ...base, ...taken })),
  ]
  if (extent === 'valid') return valid

  const parents = [tipOf(state), ...(proven.slot < 0 ? [] : [staleAt(proven)])]
  return [
    ...valid,
    { ...base, valid: false },
    inSlot(now + 1),
    ...(proven.slot < 0 ? [] : [inSlot(proven.slot)]),
    { ...base, timestampSlot: now + 1 },
    ...parents.map((parent) => ({ ...base, parent })),
    ...WRONG_BLOBS.map((blobs) => ({ ...base, blobs })),
    ...taking.full.map((taken) => ({ ...base, ...taken })),
  ]
}

/** The next transaction of the profile enters the queue; nothing once all have. */
export function forcingBase({ profile, state }: View): EventOf<'forceInclusion'> | undefined {
  const transaction = profile.forceable[state.queue.length]
  if (transaction === undefined) return undefined
  return { type: 'forceInclusion', caller: STRANGER, transaction, data: 'fits', valid: true }
}

const forceInclusion: Instances = (view, extent) => {
  const base = forcingBase(view)
  if (!base) return []
  if (extent === 'valid') return [base]
  return [base, { ...base, data: 'empty' }, { ...base, data: 'oversized' }, { ...base, valid: false }]
}

const prune: Instances = () => [{ type: 'prune', caller: STRANGER }]

const setupEpoch: Instances = ({ profile }) =>
  profile.randaos.map((randao) => ({ type: 'setupEpoch', caller: STRANGER, randao }))

const validators: Instances = ({ profile, deployment }, extent) => {
  const { addable, removable } = profile
  const caller = deployment.administrator
  const base: Event[] = [
    ...addable.map((validator) => ({ type: 'addValidator' as const, caller, validator })),
    ...removable.map((validator) => ({ type: 'removeValidator' as const, caller, validator })),
  ]
  if (extent === 'valid') return base
  return [
    ...base,
    ...addable
      .slice(0, 1)
      .map((validator) => ({ type: 'addValidator' as const, caller: STRANGER, validator })),
    ...removable
      .slice(0, 1)
      .map((validator) => ({ type: 'removeValidator' as const, caller: STRANGER, validator })),
    { type: 'addValidator', caller, validator: NO_ADDRESS },
  ]
}

const deposit: Instances = ({ profile, state, eff }, extent) =>
  profile.provers.flatMap((caller) => {
    const { available, withdrawing, staked } = eff.accounts[caller]!
    const held = BigInt(available) + BigInt(withdrawing) + BigInt(staked)
    const beyond = [
      0n,
      BigInt(state.tokens[caller]!) + 1n,
      BigInt(profile.parameters.escrowCapWei) - held + 1n,
    ].map(String)
    const amounts = [profile.depositWei, ...(extent === 'full' ? beyond : [])]
    return amounts.map((amount): Event => ({ type: 'deposit', caller, amount }))
  })

const withdrawal: Instances = ({ profile, state }, extent) => {
  // What comes back to a prover matters only where it can be deposited again.
  const deposits = profile.families.deposit !== 'none'
  const receivers = (caller: string): string[] => [
    deposits ? caller : STRANGER,
    ...(extent === 'full' ? ['none', 'escrow'] : []),
  ]
  return profile.provers.flatMap((caller) => {
    const available = BigInt(state.accounts[caller]!.available)
    const part = BigInt(profile.depositWei)
    const amounts = [
      ...(available > 0n ? [available] : []),
      ...(part > 0n && part < available ? [part] : []),
      ...(extent === 'full' ? [0n, available + 1n] : []),
    ].map(String)
    return [
      ...amounts.map((amount): Event => ({ type: 'startWithdrawal', caller, amount })),
      ...receivers(caller).map((receiver): Event => ({ type: 'executeWithdrawal', caller, receiver })),
    ]
  })
}

const collectSlashed: Instances = () => [{ type: 'collectSlashed', caller: STRANGER }]

const collectReward: Instances = ({ profile }) =>
  profile.collectors.map((caller) => ({ type: 'collectReward', caller }))

const families: Record<EventFamily, Instances> = {
  propose,
  challenge,
  claimEpochProofRight,
  submitEpochProof,
  proposeWithProof,
  forceInclusion,
  prune,
  setupEpoch,
  validators,
  deposit,
  withdrawal,
  collectSlashed,
  collectReward,
}

/** The proposer of the slot under a committee; nobody proposes for an empty one. */
export const proposerOrStranger = (committee: readonly Address[], { state, deployment }: View): Address =>
  committee.length === 0 ? STRANGER : proposerUnder(committee, state, deployment)

/** Somebody who never is the proposer, and a member that is not in this slot. */
function otherCallers({ committee, proposer }: View): Address[] {
  const member = committee.find((candidate) => candidate !== proposer)
  return member === undefined ? [STRANGER] : [STRANGER, member]
}

/** As many strangers as the committee has seats, at least one. */
export function strangerCommittee(committee: readonly Address[]): Address[] {
  return Array.from({ length: Math.max(committee.length, 1) }, () => STRANGER)
}

/** A block of a fork that was never there, at the place of another. */
function staleAt(block: Block): Block {
  return { slot: block.slot, content: 'stale', beneficiary: NO_ADDRESS, forced: 0 }
}
