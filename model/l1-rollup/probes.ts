import { type EventFamily, type Profile, peopleOf } from '../../spec/parameters.ts'
import type { ProbedFields } from '../core/actor.ts'
import { type Address, NO_ADDRESS } from '../shared/units.ts'
import { type Deployment, dueIn, tipOf, waitingIn } from './chain.ts'
import {
  challengeBases,
  claimBase,
  fallbackBase,
  forcingBase,
  MAXIMUM_FEE,
  proofBase,
  proposal,
  proposeBase,
  proposerOrStranger,
  STRANGER,
  strangerCommittee,
  type View,
  viewOf,
} from './instances.ts'
import {
  type Block,
  type Event,
  type EventOf,
  GENESIS,
  NO_ACCOUNT,
  preimageSchema,
  type State,
} from './vocabulary.ts'

/** A state as its probes look at it. */
type Probing = View & { fields: ProbedFields }

/** The values that a field is given, by its name. */
type Domains<Base> = { readonly [Field in keyof Base]?: readonly Base[Field][] }

/**
 * Events that are asked about and not followed: every base instance of a profile with one field, or two, taken from the
 * whole domain of its type around the state (spec/actors/l1-rollup.md, Probes). Some come twice.
 */
export function eventProbes(
  state: State,
  profile: Profile,
  deployment: Deployment,
  fields: ProbedFields,
): Event[] {
  const view = { ...viewOf(state, profile, deployment), fields }
  return Object.entries(families).flatMap(([family, probes]) =>
    profile.families[family as EventFamily] === 'none' ? [] : probes(view),
  )
}

const families: Record<EventFamily, (view: Probing) => Event[]> = {
  propose(view) {
    const { committee, now } = view
    const base = proposeBase(view)
    const slots = headerSlots(view)
    const committees = committeeDomain(view)
    const varied = probed(view, base, {
      ...blockDomains(view),
      committee: committees.filter(({ length }) => length === committee.length),
      attestations: committee.flatMap((member, seat) =>
        [NO_ADDRESS, member, committee[(seat + 1) % committee.length]!, STRANGER].map((signer) =>
          base.attestations.with(seat, signer),
        ),
      ),
    })
    return [
      ...varied,
      ...naturals([...slots, now]).map((slot) => ({ ...base, slot, timestampSlot: slot })),
      ...committees.map((members) => ({
        ...base,
        ...proposal(members),
        caller: proposerOrStranger(members, view),
      })),
    ]
  },

  challenge(view) {
    return probed(view, challengeBases(view)[0], {
      caller: roles(view),
      slot: headerSlots(view),
      seat: Array.from({ length: view.committee.length + 1 }, (_, seat) => seat),
      preimage: preimageSchema.options,
    })
  },

  claimEpochProofRight(view) {
    const { profile, state, epoch } = view
    const [first] = profile.quotes
    if (!first) return []
    const base = claimBase(view, first)
    const { available, withdrawing } = state.accounts[first.proverAddress] ?? NO_ACCOUNT
    const covered = BigInt(available) + BigInt(withdrawing)
    const quoteDomains: Domains<typeof base.quote> = {
      proverAddress: addresses(view),
      epochToProve: naturals([0, epoch - 2, epoch - 1, epoch, epoch + 1]),
      validUntilSlot: aroundNow(view),
      bondAmount: around(BigInt(profile.parameters.minimumBondWei), BigInt(available), covered),
      basisPointFee: [0, 1, MAXIMUM_FEE / 2, MAXIMUM_FEE - 1, MAXIMUM_FEE, MAXIMUM_FEE + 1],
      signer: addresses(view),
    }
    const quotes = [
      ...probed(view, base.quote, quoteDomains),
      ...addresses(view).map((prover) => ({ ...base.quote, proverAddress: prover, signer: prover })),
    ]
    const committees = committeeDomain(view)
    return [
      ...quotes.map((quote) => ({ ...base, quote })),
      // A quote that differs in one field counts as one field of the claim.
      ...probed(view, base, {
        caller: roles(view),
        committee: committees,
        quote: varied(base.quote, quoteDomains),
      }),
      ...committees.map((committee) => ({ ...base, committee, caller: proposerOrStranger(committee, view) })),
    ]
  },

  submitEpochProof(view) {
    const blocks = blockDomain(view)
    return probed(view, proofBase(view), {
      caller: roles(view),
      from: blocks,
      to: blocks,
      valid: [true, false],
    })
  },

  proposeWithProof(view) {
    const base = fallbackBase(view)
    return [
      ...probed(view, base, { ...blockDomains(view), valid: [true, false] }),
      ...headerSlots(view).map((slot) => ({ ...base, slot, timestampSlot: slot })),
    ]
  },

  forceInclusion(view) {
    const base = forcingBase(view)
    if (!base) return []
    return probed(view, base, {
      caller: roles(view),
      transaction: [...view.profile.forceable, 'other'],
      data: ['fits', 'empty', 'oversized'],
      valid: [true, false],
    })
  },

  prune: (view) => roles(view).map((caller) => ({ type: 'prune', caller })),

  setupEpoch: (view) =>
    roles(view).flatMap((caller) =>
      view.profile.randaos.map((randao): Event => ({ type: 'setupEpoch', caller, randao })),
    ),

  validators: (view) =>
    [view.deployment.administrator, STRANGER].flatMap((caller) =>
      addresses(view).flatMap((validator): Event[] => [
        { type: 'addValidator', caller, validator },
        { type: 'removeValidator', caller, validator },
      ]),
    ),

  deposit: (view) =>
    roles(view).flatMap((caller) => {
      const { state, eff, profile } = view
      const { available, withdrawing, staked } = eff.accounts[caller] ?? NO_ACCOUNT
      const held = BigInt(available) + BigInt(withdrawing) + BigInt(staked)
      const room = BigInt(profile.parameters.escrowCapWei) - held
      return around(0n, BigInt(state.tokens[caller] ?? '0'), room).map(
        (amount): Event => ({ type: 'deposit', caller, amount }),
      )
    }),

  withdrawal: (view) =>
    roles(view).flatMap((caller) => [
      ...around(0n, BigInt((view.state.accounts[caller] ?? NO_ACCOUNT).available)).map(
        (amount): Event => ({ type: 'startWithdrawal', caller, amount }),
      ),
      ...[...addresses(view), 'escrow'].map(
        (receiver): Event => ({ type: 'executeWithdrawal', caller, receiver }),
      ),
    ]),

  collectSlashed: (view) => roles(view).map((caller) => ({ type: 'collectSlashed', caller })),
  collectReward: (view) => roles(view).map((caller) => ({ type: 'collectReward', caller })),
}

/** A base with each value of each domain; where two fields are asked for, with each two. */
function probed<Base extends object>({ fields }: Probing, base: Base, domains: Domains<Base>): Base[] {
  const once = varied(base, domains)
  return fields === 1 ? once : once.flatMap((from) => varied(from, domains))
}

function varied<Base extends object>(base: Base, domains: Domains<Base>): Base[] {
  return Object.entries(domains).flatMap(([field, values]) =>
    (values as readonly unknown[]).map((value) => ({ ...base, [field]: value })),
  )
}

const roles = (view: View): Address[] => [
  ...peopleOf(view.profile),
  view.deployment.administrator,
  STRANGER,
  NO_ADDRESS,
]
const addresses = (view: View): Address[] => [...roles(view), 'sink']

const naturals = (numbers: readonly number[]): number[] => [
  ...new Set(numbers.filter((number) => number >= 0)),
]
const aroundNow = ({ now, profile }: View): number[] =>
  naturals([0, now - 1, now, now + 1, now + profile.parameters.slotsPerEpoch])

/** Slots that a header could carry. */
const headerSlots = (view: View): number[] => {
  const tip = tipOf(view.eff).slot
  return naturals([...aroundNow(view), tip, tip + 1])
}

/** What a committee's block and one with a proof have in common. */
function blockDomains(view: View) {
  const { profile, eff } = view
  const { forcedMinimum } = profile.parameters
  const due = dueIn(eff, profile.parameters)
  const waiting = waitingIn(eff)
  const slots = headerSlots(view)
  return {
    caller: roles(view),
    slot: slots,
    timestampSlot: slots,
    parent: blockDomain(view),
    content: [...profile.contents, 'other'],
    blobs: ['match', 'fewer', 'more', 'other', 'missing'],
    forced: naturals([0, due - 1, due, due + 1, forcedMinimum - 1, forcedMinimum, waiting, waiting + 1]),
    forcedHash: ['match', 'other'],
  } satisfies Domains<EventOf<'proposeWithProof'>>
}

/** Amounts one below, at and above each, as decimals. */
const around = (...amounts: bigint[]): string[] => [
  ...new Set(
    amounts
      .flatMap((amount) => [amount - 1n, amount, amount + 1n])
      .filter((amount) => amount >= 0n)
      .map(String),
  ),
]

/** Every block that somebody could name: known ones, and one that was never proposed at the slot of each, and of now. */
function blockDomain({ state, now }: View): Block[] {
  const known = [GENESIS, state.proven, ...state.pending]
  const slots = [...known.filter(({ slot }) => slot >= 0).map(({ slot }) => slot), now]
  return [
    ...known,
    ...slots.map((slot): Block => ({ slot, content: 'stale', beneficiary: NO_ADDRESS, forced: 0 })),
  ]
}

function committeeDomain({ state, committee }: View): Address[][] {
  return [
    ...state.samples.map(({ members }) => [...members]),
    [...committee].reverse(),
    committee.slice(0, -1),
    [...committee, STRANGER],
    strangerCommittee(committee),
    [],
  ]
}
