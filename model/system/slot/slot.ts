/** A slot, composed of the statecharts of its nodes and of the rules of L1: spec/system/slot.md. */
import type { AttesterProfile, NodeParameters } from '../../../spec/nodeParameters.ts'
import type { SlotProfile } from '../../../spec/system/slot.ts'
import { attester } from '../../attester/actor.ts'
import type { AttesterTypes } from '../../attester/types.ts'
import { type Asked, asked } from '../../core/asked.ts'
import type { Composed, Composition, Outcome } from '../../core/composed.ts'
import { nextPhase } from '../../node/clock.ts'
import type { Proposal } from '../../node/vocabulary.ts'
import { proposer } from '../../proposer/actor.ts'
import type { ProposerTypes } from '../../proposer/types.ts'
import { byName } from '../byName.ts'
import { setOf, setWith } from '../sets.ts'
import { instancesOf } from './instances.ts'
import { takeRefusals, viewOf } from './l1.ts'
import { attests, honestOf, honestProposersOf } from './members.ts'
import {
  type Effect,
  type Event,
  effectSchema,
  eventSchema,
  NO_CRASH,
  type State,
  stateSchema,
} from './vocabulary.ts'

/** A slot by type. */
export interface SlotTypes {
  readonly state: State
  readonly event: Event
  readonly effect: Effect
  readonly profile: SlotProfile
}

/** The roles of the nodes, each by its statechart. */
export interface Roles {
  readonly attester: Readonly<Record<string, Asked<AttesterTypes>>>
  readonly proposer: Readonly<Record<string, Asked<ProposerTypes>>>
}

export const slot: Composed<SlotTypes> = {
  name: 'slot',
  schema: { state: stateSchema, event: eventSchema, effect: effectSchema },
  roles: ['attester', 'proposer'],
  compose: (profile) => composeSlot(profile, rolesOf(profile)),
}

/** The roles of a node have the constants of the profile; instances of theirs nobody asks for. */
export function rolesOf(profile: SlotProfile): Roles {
  const { committees, proposers, minTxPerBlock, forcedMinimum, initialHeld } = profile
  const profileOf = (self: string): AttesterProfile => ({
    name: profile.name,
    freezes: [],
    transactions: [],
    lists: [],
    views: [],
    crashes: [],
    parameters: { self, committees, proposers, minTxPerBlock, forcedMinimum } as unknown as NodeParameters,
    initialHeld: [...initialHeld],
    horizon: committees.length - 1,
    probes: { everyState: 0, pairsEveryState: 0 },
  })
  return {
    attester: byName(honestOf(profile), (self) => asked(attester, profileOf(self))),
    proposer: byName(honestProposersOf(profile), (self) =>
      asked(proposer, { ...profileOf(self), signers: [] }),
    ),
  }
}

/** What is composed of roles, whatever statecharts these have. */
export function composeSlot(profile: SlotProfile, roles: Roles): Composition<SlotTypes> {
  return {
    initial: initialState(profile, roles),
    instances: (state) => instancesOf(state, profile),
    step: (state, event) => step(state, event, profile, roles),
  }
}

function initialState(profile: SlotProfile, roles: Roles): State {
  const view = viewOf([], profile)
  const started = <S extends { readonly view: unknown }>(
    role: Readonly<Record<string, { initial: S; same(state: S): S }>>,
  ) => mapped(role, ({ initial, same }) => same({ ...initial, view }))
  return {
    slot: 0,
    phase: 'build',
    attester: started(roles.attester),
    proposer: started(roles.proposer),
    attested: mapped(roles.attester, () => []),
    offered: mapped(roles.proposer, () => []),
    submitted: [],
    chain: [],
    crashed: NO_CRASH,
  }
}

const mapped = <From, To>(
  record: Readonly<Record<string, From>>,
  to: (value: From, name: string) => To,
): Record<string, To> =>
  Object.fromEntries(Object.entries(record).map(([name, value]) => [name, to(value, name)]))

/** What a role is told: of its node, its messages, its work. */
function told(state: State, event: Event): AttesterTypes['event'] | ProposerTypes['event'] | undefined {
  switch (event.type) {
    case 'transactionVerified':
    case 'follow':
    case 'crash':
    case 'build':
    case 'publish': {
      const { node: _, ...rest } = event
      return rest
    }
    case 'receiveProposal':
    case 'receiveAttestation': {
      const { node: _, ...rest } = event
      return { form: 'fits', ...rest }
    }
    case 'attest':
      return resultOf(state.attester[event.node]!.work)
    case 'propose':
      return resultOf(state.proposer[event.node]!.building)
    case 'tick':
      return { type: 'tick' }
    default:
      return undefined
  }
}

const resultOf = ({
  parent,
  transactions,
  forced,
}: Pick<Proposal, 'parent' | 'transactions' | 'forced'>) => ({
  type: 'executed' as const,
  parent,
  transactions,
  forced,
})

/** Which roles of its node an event is for. */
const toldTo: Readonly<Record<Event['type'], readonly (keyof Roles)[]>> = {
  transactionVerified: ['attester', 'proposer'],
  follow: ['attester', 'proposer'],
  crash: ['attester', 'proposer'],
  receiveProposal: ['attester'],
  attest: ['attester'],
  build: ['proposer'],
  propose: ['proposer'],
  receiveAttestation: ['proposer'],
  publish: ['proposer'],
  take: [],
  tick: ['attester', 'proposer'],
}

function step(state: State, event: Event, profile: SlotProfile, roles: Roles): Outcome<SlotTypes> {
  if (event.type === 'take') return taken(state, event, profile)
  const message = told(state, event)!
  const isOf = (node: string): boolean => event.type === 'tick' || node === event.node
  const effects: Effect[] = []
  const refusals: string[] = []
  let after: State = state
  for (const role of toldTo[event.type])
    for (const node of Object.keys(roles[role]).filter(isOf)) {
      const answer = (roles[role][node] as Asked<AttesterTypes>).ask(
        state[role][node] as State['attester'][string],
        message as AttesterTypes['event'],
      )
      if ('refusals' in answer) {
        refusals.push(...answer.refusals)
        continue
      }
      effects.push(...answer.effects)
      after = sent({ ...after, [role]: { ...after[role], [node]: answer.state } }, role, node, answer.effects)
    }
  if (refusals.length > 0) return { refusals: [...new Set(refusals)] }
  if (event.type === 'tick') return { state: { ...after, ...nextPhase(state) }, effects: [] }
  if (event.type === 'crash') {
    const { signed } = state.attester[event.node]!
    after = { ...after, crashed: { node: event.node, store: event.store, signed } }
  }
  return { state: after, effects }
}

/** What has left a node stays in the world. */
function sent(state: State, role: keyof Roles, node: string, effects: readonly Effect[]): State {
  const proposals = effects.flatMap((effect) => (effect.kind === 'send' ? [effect.body] : []))
  const blocks = effects.flatMap((effect) =>
    effect.kind === 'submit'
      ? [{ caller: node, proposal: effect.body.proposal, signers: setOf(effect.body.attestations) }]
      : [],
  )
  const by = role === 'attester' ? 'attested' : 'offered'
  return {
    ...state,
    [by]: proposals.length === 0 ? state[by] : { ...state[by], [node]: setWith(state[by][node]!, proposals) },
    submitted: setWith(state.submitted, blocks),
  }
}

/** PROPOSE-12. */
function taken(
  state: State,
  { caller, proposal, signers }: Extract<Event, { type: 'take' }>,
  profile: SlotProfile,
): Outcome<SlotTypes> {
  const block = { caller, proposal, signers }
  const refusals = takeRefusals(block, state, profile, (member, of) => attests(state, profile, member, of))
  if (refusals.length > 0) return { refusals }
  return { state: { ...state, chain: [...state.chain, block] }, effects: [] }
}
