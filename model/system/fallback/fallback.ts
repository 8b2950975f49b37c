/** The chain with and without a committee, composed of the statecharts of its nodes and of the rules of L1: spec/system/fallback.md. */
import type { NodeParameters } from '../../../spec/nodeParameters.ts'
import type { FallbackSystemProfile } from '../../../spec/system/fallback.ts'
import type { ActorTypes } from '../../core/actor.ts'
import { type Answer, type Asked, asked } from '../../core/asked.ts'
import type { Composed, Composition, Outcome } from '../../core/composed.ts'
import { idle } from '../../fallback-controller/timing.ts'
import { fallbackProposer } from '../../fallback-proposer/actor.ts'
import type { FallbackProposerTypes } from '../../fallback-proposer/types.ts'
import { follower } from '../../follower/actor.ts'
import { reportOf } from '../../follower/chain.ts'
import type { FollowerTypes } from '../../follower/types.ts'
import { type L1View, NO_L1_VIEW } from '../../follower/vocabulary.ts'
import { blockText } from '../../node/lists.ts'
import { NOBODY, phases } from '../../node/vocabulary.ts'
import { proposer } from '../../proposer/actor.ts'
import type { ProposerTypes } from '../../proposer/types.ts'
import { byName } from '../byName.ts'
import { setOf, setWith } from '../sets.ts'
import { chainOf, honestSeatsOf, instancesOf } from './instances.ts'
import {
  inSlot,
  provenLedger,
  tipOfLedger,
  viewOf,
  withAttested,
  withClaim,
  withForced,
  withProof,
  withProven,
} from './l1.ts'
import { attestedRefusals, claimRefusals, proofRefusals, provenRefusals } from './refusals.ts'
import {
  type Chain,
  type Effect,
  type Event,
  type EventOf,
  effectSchema,
  effectText,
  eventSchema,
  L1_GENESIS,
  NO_CLAIM,
  type State,
  stateSchema,
} from './vocabulary.ts'

/** The chain with and without a committee, by type. */
export interface FallbackTypes {
  readonly state: State
  readonly event: Event
  readonly effect: Effect
  readonly profile: FallbackSystemProfile
}

/** The roles of the nodes, each by its statechart. */
export interface Roles {
  readonly follower: Readonly<Record<string, Asked<FollowerTypes>>>
  readonly builder: Readonly<Record<string, Asked<FallbackProposerTypes>>>
  readonly proposer: Readonly<Record<string, Asked<ProposerTypes>>>
}

export const fallback: Composed<FallbackTypes> = {
  name: 'fallback',
  schema: { state: stateSchema, event: eventSchema, effect: effectSchema },
  roles: ['follower', 'builder', 'proposer'],
  effectText,
  compose: (profile) => composeFallback(profile, rolesOf(profile)),
}

/** The roles of a node have the constants of the profile; instances of theirs nobody asks for. */
export function rolesOf(profile: FallbackSystemProfile): Roles {
  const { nodes, seat, horizon, slotsPerEpoch, maxViewAge, minTxPerBlock, forcedMinimum } = profile
  const shared = { name: profile.name, freezes: [], views: [], crashes: [], horizon }
  const lists = { transactions: [], lists: [], initialHeld: [...profile.initialHeld] }
  const probes = { everyState: 0, pairsEveryState: 0 } as const
  const everySlot = <Value>(value: Value): Value[] => Array.from({ length: horizon + 1 }, () => value)
  const minima = { minTxPerBlock, forcedMinimum }
  const parameters: NodeParameters = {
    self: seat,
    committees: everySlot([seat]),
    proposers: everySlot(seat),
    ...minima,
  }
  return {
    follower: byName(nodes, () =>
      asked(follower, { ...shared, probes, parameters: { maxViewAge, slotsPerEpoch } }),
    ),
    builder: byName(nodes, () =>
      asked(fallbackProposer, { ...shared, ...lists, probes, parameters: minima }),
    ),
    proposer: byName(honestSeatsOf(profile), () =>
      asked(proposer, { ...shared, ...lists, probes, signers: [], parameters }),
    ),
  }
}

/** What is composed of roles, whatever statecharts these have. */
export function composeFallback(profile: FallbackSystemProfile, roles: Roles): Composition<FallbackTypes> {
  const composing: Composing = { profile, roles }
  return {
    initial: initialState(composing),
    instances: (state) => instancesOf(state, profile),
    step: (state, event) => step(state, event, composing),
  }
}

interface Composing {
  readonly profile: FallbackSystemProfile
  readonly roles: Roles
}

const mapped = <From, To>(
  record: Readonly<Record<string, From>>,
  to: (value: From, name: string) => To,
): Record<string, To> =>
  Object.fromEntries(Object.entries(record).map(([name, value]) => [name, to(value, name)]))

function initialState(composing: Composing): State {
  const { profile, roles } = composing
  const chain: Chain = {
    proven: L1_GENESIS,
    pending: [],
    claim: NO_CLAIM,
    queue: [],
    taken: 0,
    mode: idle,
    ledger: [],
  }
  const nodes = {
    follower: mapped(roles.follower, (role) => read(role, role.initial, { ...NO_L1_VIEW, time: 0 })),
    builder: mapped(roles.builder, ({ initial }) => initial),
    proposer: mapped(roles.proposer, ({ initial }) => initial),
  }
  return {
    slot: 0,
    ...chain,
    former: chain,
    reorganised: false,
    ...told(nodes, profile.nodes, composing),
    fresh: setOf(profile.nodes),
    handed: [],
    published: [],
    crashed: { node: NOBODY, store: 'kept' },
  }
}

type Nodes = Pick<State, 'follower' | 'builder' | 'proposer'>

/** What an event that is never refused leads to. */
function after<T extends ActorTypes>(role: Asked<T>, state: T['state'], event: T['event']): T['state'] {
  const answer = role.ask(state, event)
  return 'refusals' in answer ? state : answer.state
}

/** FOLLOW-1, FOLLOW-3: a view, and all bodies of it. */
function read(
  role: Asked<FollowerTypes>,
  state: FollowerTypes['state'],
  view: L1View,
): FollowerTypes['state'] {
  let at = after(role, state, { type: 'readView', view })
  for (;;) {
    const header = at.fetching
    const answer = role.ask(at, { type: 'fetched', header, body: [...header.body] })
    if ('refusals' in answer) return at
    at = answer.state
  }
}

/** FOLLOW-1: the other roles of some nodes are told what their followers report. */
function told(nodes: Nodes, names: readonly string[], { profile, roles }: Composing): Nodes {
  const follow = <T extends ActorTypes>(
    role: Readonly<Record<string, Asked<T>>>,
    states: Readonly<Record<string, T['state']>>,
  ) =>
    mapped(states, (state, name) => {
      if (!names.includes(name)) return state
      const view = reportOf(nodes.follower[name]!, profile.maxViewAge)
      return after(role[name]!, state, { type: 'follow', view } as unknown as T['event'])
    })
  return {
    follower: nodes.follower,
    builder: follow(roles.builder, nodes.builder) as State['builder'],
    proposer: follow(roles.proposer, nodes.proposer) as State['proposer'],
  }
}

function step(state: State, event: Event, composing: Composing): Outcome<FallbackTypes> {
  const { profile } = composing
  const { slot } = state
  const landing = (refusals: readonly string[], chain: () => Chain): Outcome<FallbackTypes> =>
    refusals.length > 0 ? { refusals } : quiet(landed(state, chain(), profile))
  switch (event.type) {
    case 'follow':
      return followed(state, event, composing)
    case 'crash':
      return quiet(crashed(state, event, composing))
    case 'build':
    case 'proved':
    case 'submit':
    case 'giveUp':
      return builderStep(state, event, composing)
    case 'buildAsSeat':
    case 'proposeAsSeat':
    case 'attestAsSeat':
    case 'publishAsSeat':
      return seatStep(state, event, composing)
    case 'takeProven':
      return landing(provenRefusals(event, state, profile), () =>
        withProven(chainOf(state), event.block, event.isProven, slot),
      )
    case 'takeAttested':
      return landing(attestedRefusals(event, state, profile), () =>
        withAttested(chainOf(state), event.block, setOf(event.signers), slot),
      )
    case 'claimEpoch':
      return landing(claimRefusals(state, profile), () => withClaim(chainOf(state), slot, profile))
    case 'proveEpoch':
      return landing(proofRefusals(state, profile), () => withProof(chainOf(state), slot, profile))
    case 'force':
      return landing([], () => withForced(chainOf(state), event.transaction, slot, profile))
    case 'reorganise':
      return quiet({ ...state, ...state.former, reorganised: true, fresh: [] })
    case 'pass':
      return quiet(passed(state, composing))
  }
}

const quiet = (state: State): Outcome<FallbackTypes> => ({ state, effects: [] })

function followed(state: State, { node }: EventOf<'follow'>, composing: Composing): Outcome<FallbackTypes> {
  const { profile, roles } = composing
  const [role, before] = [roles.follower[node]!, state.follower[node]!]
  const view = viewOf(state, state.slot, profile)
  const answer = role.ask(before, { type: 'readView', view })
  if ('refusals' in answer) return answer
  const nodes = { ...state, follower: { ...state.follower, [node]: read(role, before, view) } }
  return quiet({ ...state, ...told(nodes, [node], composing), fresh: setWith(state.fresh, [node]) })
}

/** FOLLOW-1: the roles of a node crash together. */
function crashed(state: State, { node, store }: EventOf<'crash'>, { roles }: Composing): State {
  const event = { type: 'crash', store } as const
  const crash = <T extends ActorTypes>(
    role: Readonly<Record<string, Asked<T>>>,
    states: Readonly<Record<string, T['state']>>,
  ) => mapped(states, (at, name) => (name === node ? after(role[name]!, at, event as T['event']) : at))
  return {
    ...state,
    follower: crash(roles.follower, state.follower) as State['follower'],
    builder: crash(roles.builder, state.builder) as State['builder'],
    proposer: crash(roles.proposer, state.proposer) as State['proposer'],
    fresh: state.fresh.filter((name) => name !== node),
    crashed: { node, store },
  }
}

type BuilderEvent = EventOf<'build' | 'proved' | 'submit' | 'giveUp'>

function builderStep(state: State, event: BuilderEvent, { roles }: Composing): Outcome<FallbackTypes> {
  const { node } = event
  const [role, before] = [roles.builder[node]!, state.builder[node]!]
  const first = role.ask(before, builderTold(event, before))
  if ('refusals' in first) return first
  const answer = event.type === 'build' ? executed(role, first) : first
  if ('refusals' in answer) return answer
  const handed = answer.effects.flatMap((effect) =>
    effect.kind === 'submit'
      ? [{ caller: node, block: effect.body.block, isProven: sameBody(effect.body.block, before.proven) }]
      : [],
  )
  return {
    state: {
      ...state,
      builder: { ...state.builder, [node]: answer.state },
      handed: setWith(state.handed, handed),
    },
    effects: answer.effects,
  }
}

function builderTold(
  event: BuilderEvent,
  { building }: State['builder'][string],
): FallbackProposerTypes['event'] {
  switch (event.type) {
    case 'build':
      return { type: 'build', transactions: event.transactions, forced: event.forced }
    case 'proved':
      return { type: 'proved', ...building }
    case 'submit':
      return { type: 'submitBlock' }
    case 'giveUp':
      return { type: 'giveUp' }
  }
}

/** BASED-7: what was begun is executed at once. */
function executed(
  role: Asked<FallbackProposerTypes>,
  begun: Extract<Answer<FallbackProposerTypes>, { state: unknown }>,
): Answer<FallbackProposerTypes> {
  const { parent, transactions, forced } = begun.state.building
  const answer = role.ask(begun.state, { type: 'executed', parent, transactions, forced })
  return 'refusals' in answer
    ? answer
    : { state: answer.state, effects: [...begun.effects, ...answer.effects] }
}

const sameBody = (one: object, other: object): boolean => JSON.stringify(one) === JSON.stringify(other)

type SeatEvent = EventOf<'buildAsSeat' | 'proposeAsSeat' | 'attestAsSeat' | 'publishAsSeat'>

function seatStep(state: State, event: SeatEvent, { roles }: Composing): Outcome<FallbackTypes> {
  const { node } = event
  const before = state.proposer[node]!
  const answer = roles.proposer[node]!.ask(before, seatTold(event, before))
  if ('refusals' in answer) return answer
  const published = answer.effects.flatMap((effect) =>
    effect.kind === 'submit'
      ? [{ caller: node, proposal: effect.body.proposal, signers: setOf(effect.body.attestations) }]
      : [],
  )
  return {
    state: {
      ...state,
      proposer: { ...state.proposer, [node]: answer.state },
      published: setWith(state.published, published),
    },
    effects: answer.effects,
  }
}

function seatTold(
  event: SeatEvent,
  { building, proposed }: State['proposer'][string],
): ProposerTypes['event'] {
  switch (event.type) {
    case 'buildAsSeat':
      return { type: 'build', transactions: event.transactions, forced: event.forced }
    case 'proposeAsSeat': {
      const { parent, transactions, forced } = building
      return { type: 'executed', parent, transactions, forced }
    }
    case 'attestAsSeat':
      return { type: 'receiveAttestation', form: 'fits', signer: event.node, proposal: proposed }
    case 'publishAsSeat':
      return { type: 'publish' }
  }
}

/** What L1 took. */
function landed(state: State, chain: Chain, { reorganises }: FallbackSystemProfile): State {
  const former = reorganises && !state.reorganised ? chainOf(state) : chain
  const tips = [chain, former].map((it) => blockText(tipOfLedger(provenLedger(it))))
  return {
    ...state,
    ...chain,
    former,
    fresh: [],
    handed: state.handed.filter(({ block }) => tips.includes(blockText(block.parent))),
  }
}

/** TIME-3: for all at once. */
function passed(state: State, composing: Composing): State {
  const { profile, roles } = composing
  const slot = state.slot + 1
  const chain = inSlot(chainOf(state), slot, profile)
  const view = viewOf(chain, slot, profile)
  const tick = { type: 'tick' } as const
  const nodes: Nodes = {
    follower: mapped(state.follower, (at, name) => {
      const role = roles.follower[name]!
      const ticked = after(role, at, tick)
      return profile.reads ? read(role, ticked, view) : ticked
    }),
    builder: mapped(state.builder, (at, name) => after(roles.builder[name]!, at, tick)),
    proposer: mapped(state.proposer, (at, name) =>
      phases.reduce((ticked) => after(roles.proposer[name]!, ticked, tick), at),
    ),
  }
  return {
    ...state,
    slot,
    ...chain,
    former: inSlot(state.former, slot, profile),
    ...told(nodes, profile.nodes, composing),
    fresh: profile.reads ? setOf(profile.nodes) : state.fresh,
  }
}
