/** A few epochs, composed of the statecharts of claimants and provers and of the rules of L1: spec/system/epoch.md. */
import type { EpochProfile } from '../../../spec/system/epoch.ts'
import { claimant } from '../../claimant/actor.ts'
import type { ClaimantTypes } from '../../claimant/types.ts'
import { type Asked, asked } from '../../core/asked.ts'
import type { Composed, Composition, Outcome } from '../../core/composed.ts'
import { NOBODY } from '../../node/vocabulary.ts'
import { prover } from '../../prover/actor.ts'
import type { ProverTypes } from '../../prover/types.ts'
import { byName } from '../byName.ts'
import { setWith } from '../sets.ts'
import { instancesOf } from './instances.ts'
import {
  called,
  callRefusals,
  claimed,
  claimRefusals,
  claimViewOf,
  inNextSlot,
  l1Of,
  landRefusals,
  MINIMUM_BOND,
  namedBlock,
  onL1,
  proofRefusals,
  proven,
  proveViewOf,
  tipOf,
} from './l1.ts'
import { claimantsOf, honestProversOf } from './members.ts'
import {
  type Account,
  type Call,
  type Effect,
  type Event,
  type EventOf,
  effectSchema,
  effectText,
  eventSchema,
  L1_GENESIS,
  NO_CLAIM,
  type State,
  setCodecs,
  stateSchema,
  UNATTESTED,
} from './vocabulary.ts'

/** A few epochs by type. */
export interface EpochTypes {
  readonly state: State
  readonly event: Event
  readonly effect: Effect
  readonly profile: EpochProfile
}

/** The roles of the nodes, each by its statechart. */
export interface Roles {
  readonly claimant: Readonly<Record<string, Asked<ClaimantTypes>>>
  readonly prover: Readonly<Record<string, Asked<ProverTypes>>>
}

export const epoch: Composed<EpochTypes> = {
  name: 'epoch',
  schema: { state: stateSchema, event: eventSchema, effect: effectSchema },
  roles: ['claimant', 'prover'],
  effectText,
  compose: (profile) => composeEpoch(profile, rolesOf(profile)),
}

/** The roles of a node have the constants of the profile; instances of theirs nobody asks for. */
export function rolesOf(profile: EpochProfile): Roles {
  const { proposers, slotsPerEpoch, claimWindow, initialHeld } = profile
  const horizon = proposers.length - 1
  const shared = { name: profile.name, freezes: [], views: [], crashes: [], horizon }
  const probes = { everyState: 0, pairsEveryState: 0 } as const
  const parameters = { slotsPerEpoch, claimWindow, minimumBond: MINIMUM_BOND, feeMaximum: 10_000 }
  return {
    claimant: byName(claimantsOf(profile), (self) =>
      asked(claimant, {
        ...shared,
        probes,
        quotes: [],
        parameters: { ...parameters, self, proposers: [...proposers] },
      }),
    ),
    prover: byName(honestProversOf(profile), (self) =>
      asked(prover, {
        ...shared,
        probes,
        transactions: [],
        offers: [],
        amounts: [],
        initialHeld: [...initialHeld],
        parameters: { ...parameters, self },
      }),
    ),
  }
}

/** What is composed of roles, whatever statecharts these have. */
export function composeEpoch(profile: EpochProfile, roles: Roles): Composition<EpochTypes> {
  return {
    initial: initialState(profile, roles),
    instances: (state) => instancesOf(state, profile),
    step: (state, event) => step(state, event, profile, roles),
  }
}

function initialState(profile: EpochProfile, roles: Roles): State {
  const { deposits, proposers, memory } = profile
  const opened = (wei: number): Account => ({
    available: String(wei),
    withdrawing: '0',
    unlockSlot: -1,
    staked: '0',
    slashed: '0',
    failed: false,
  })
  const escrow = Object.fromEntries(Object.entries(deposits).map(([name, wei]) => [name, opened(wei)]))
  const l1 = { slot: 0, proven: L1_GENESIS, pending: [], claim: NO_CLAIM, escrow }
  const attested = proposers.map(() => UNATTESTED)
  const view = claimViewOf(l1, profile)
  return {
    ...l1,
    attested,
    past: memory > 0 ? [l1] : [],
    reorganised: 0,
    claimant: mapped(roles.claimant, ({ initial, same }) => same({ ...initial, view })),
    prover: mapped(roles.prover, ({ initial, same }, name) =>
      same({ ...initial, view: proveViewOf(name, { ...l1, attested }, profile) }),
    ),
    offered: [],
    claims: [],
    proofs: [],
    calls: [],
    crashed: { node: NOBODY, store: 'kept' },
  }
}

const mapped = <From, To>(
  record: Readonly<Record<string, From>>,
  to: (value: From, name: string) => To,
): Record<string, To> =>
  Object.fromEntries(Object.entries(record).map(([name, value]) => [name, to(value, name)]))

type Told = ClaimantTypes['event'] | ProverTypes['event']
/** What the roles of its node are told by an event; a role that hears nothing is not named. */
function told(
  state: State,
  event: Event,
  profile: EpochProfile,
): { readonly claimant?: Told; readonly prover?: Told } {
  switch (event.type) {
    case 'follow':
      return {
        claimant: { type: 'follow', view: claimViewOf(state, profile) },
        ...(state.prover[event.node] && {
          prover: { type: 'follow', view: proveViewOf(event.node, state, profile) },
        }),
      }
    case 'crash': {
      const { node: _, ...crash } = event
      return { claimant: crash, prover: crash }
    }
    case 'receiveQuote': {
      const { node: _, ...received } = event
      return { claimant: { form: 'fits', ...received } }
    }
    case 'claim':
      return { claimant: { type: 'claim' } }
    case 'transactionVerified':
      return { prover: { type: event.type, transaction: event.transaction, valid: true } }
    case 'proved':
      return { prover: { type: 'proved', ...state.prover[event.node]!.proving } }
    case 'quote':
    case 'prove':
    case 'submitProof':
    case 'startWithdrawal':
    case 'executeWithdrawal': {
      const { node: _, ...rest } = event
      return { prover: rest }
    }
    default:
      return {}
  }
}

function step(state: State, event: Event, profile: EpochProfile, roles: Roles): Outcome<EpochTypes> {
  switch (event.type) {
    case 'block':
    case 'miss':
      return accepted(built(state, event, profile))
    case 'land':
      return unless(landRefusals(state, profile), () => built(state, event, profile))
    case 'takeClaim':
      return unless(claimRefusals(event, state, profile), () => claimed(event, state, profile))
    case 'takeProof':
      return unless(proofRefusals(event.tip, state, profile), () => proven(state, profile))
    case 'takeCall':
      return unless(callRefusals(event, state), () => landed(event, state, profile))
    case 'reorganise':
      return accepted(reorganised(state, event, profile))
    case 'tick':
      return accepted(passed(state, profile, roles))
    default:
      return nodeStep(state, event, profile, roles)
  }
}

const accepted = (state: State): Outcome<EpochTypes> => ({ state, effects: [] })
const unless = (refusals: readonly string[], after: () => State): Outcome<EpochTypes> =>
  refusals.length > 0 ? { refusals } : accepted(after())

function nodeStep(state: State, event: Event, profile: EpochProfile, roles: Roles): Outcome<EpochTypes> {
  const messages = told(state, event, profile)
  const effects: Effect[] = []
  let after: State = state
  for (const role of ['claimant', 'prover'] as const) {
    const [asking, message] = [roles[role][event.node], messages[role]]
    if (!asking || !message) continue
    const answer = (asking as Asked<ClaimantTypes>).ask(
      state[role][event.node] as ClaimantTypes['state'],
      message as ClaimantTypes['event'],
    )
    // Only what both roles hear is never refused.
    if ('refusals' in answer) return { refusals: answer.refusals }
    effects.push(...answer.effects)
    after = { ...after, [role]: { ...after[role], [event.node]: answer.state } }
  }
  if (event.type === 'crash') after = { ...after, crashed: { node: event.node, store: event.store } }
  return { state: sent(after, event.node, effects), effects }
}

/** What has left a node stays in the world. */
function sent(state: State, node: string, effects: readonly Effect[]): State {
  let after = state
  const add = <Name extends keyof typeof setCodecs>(name: Name, element: State[Name][number]): void => {
    const set = after[name] as State[Name][number][]
    const text = setCodecs[name].text as (value: State[Name][number]) => string
    after = { ...after, [name]: setWith(set, [element], text) }
  }
  for (const effect of effects) {
    if (effect.kind === 'send') add('offered', effect.body)
    if (effect.kind !== 'submit') continue
    const { body } = effect
    if ('quote' in body) add('claims', { caller: node, quote: body.quote })
    else if (body.call === 'submitEpochProof') add('proofs', body.tip)
    else if (body.call !== 'deposit') add('calls', callOf(node, body))
  }
  return after
}

const callOf = (prover: string, body: { readonly call: Call['call']; readonly amount?: string }): Call => ({
  prover,
  call: body.call,
  amount: body.amount ?? '0',
})

/** PROPOSE-12. */
function built(
  state: State,
  { type }: EventOf<'block'> | EventOf<'miss'> | EventOf<'land'>,
  profile: EpochProfile,
): State {
  const { slot, attested } = state
  const parent = namedBlock(tipOf(state).slot, state, profile)
  const after = type === 'land' ? state : { ...state, attested: attested.with(slot, parent) }
  if (type === 'miss') return after
  return { ...after, pending: [...state.pending, onL1(namedBlock(slot, after, profile))] }
}

function landed(
  { prover: name, call, amount }: EventOf<'takeCall'>,
  state: State,
  profile: EpochProfile,
): State {
  const { text } = setCodecs.calls
  const it: Call = { prover: name, call, amount }
  return {
    ...state,
    escrow: called(it, state, profile),
    calls: state.calls.filter((other) => text(other) !== text(it)),
  }
}

function reorganised(
  state: State,
  { depth, landed: lands }: EventOf<'reorganise'>,
  profile: EpochProfile,
): State {
  const l1 = state.past[depth - 1]!
  const block = lands ? [onL1(namedBlock(state.slot - 1, state, profile))] : []
  return { ...state, ...l1, pending: [...l1.pending, ...block], past: [], reorganised: depth }
}

/** TIME-3: for all at once. */
function passed(state: State, profile: EpochProfile, roles: Roles): State {
  const { memory, viewsExpire } = profile
  const now = l1Of(state)
  const ticked = <S extends { readonly view: { readonly follows: string } }>(
    role: Readonly<Record<string, { ask(at: S, event: { type: 'tick' }): unknown; same(at: S): S }>>,
    states: Readonly<Record<string, S>>,
  ) =>
    mapped(role, (asking, name) => {
      const { state: at } = asking.ask(states[name]!, { type: 'tick' }) as { state: S }
      // FOLLOW-11.
      const isOld = viewsExpire && at.view.follows === 'level'
      return isOld ? asking.same({ ...at, view: { ...at.view, follows: 'behind' } }) : at
    })
  return {
    ...state,
    ...inNextSlot(now, profile),
    past:
      state.past.length === 0
        ? []
        : [now, ...state.past].slice(0, memory).map((l1) => inNextSlot(l1, profile)),
    claimant: ticked(roles.claimant as never, state.claimant),
    prover: ticked(roles.prover as never, state.prover),
  }
}
