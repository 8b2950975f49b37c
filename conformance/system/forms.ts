/** A counterexample of the cut Slot through every form: each step is made by statechart, generated step and bytecode too. */
import { step as generatedAttester } from '../../impl/node/generated/attester.step.ts'
import { step as generatedL1 } from '../../impl/node/generated/l1-rollup.step.ts'
import { step as generatedProposer } from '../../impl/node/generated/proposer.step.ts'
import type { Step } from '../../impl/node/step.ts'
import { contentOf } from '../../impl/system/chain.ts'
import { firstSeats } from '../../impl/system/seats.ts'
import type { System } from '../../impl/system/system.ts'
import { attester } from '../../model/attester/actor.ts'
import type { Event as AttesterEvent, State as AttesterState } from '../../model/attester/vocabulary.ts'
import type { Actor, ActorTypes } from '../../model/core/actor.ts'
import { codecsOf } from '../../model/core/codecs.ts'
import { type Deployed, deploy } from '../../model/core/deployed.ts'
import { l1Rollup } from '../../model/l1-rollup/actor.ts'
import { takenBy, tipOf } from '../../model/l1-rollup/chain.ts'
import { effective } from '../../model/l1-rollup/due.ts'
import type { L1RollupTypes as L1Types } from '../../model/l1-rollup/types.ts'
import {
  GENESIS as L1_GENESIS,
  type Block as L1Block,
  type Event as L1Event,
} from '../../model/l1-rollup/vocabulary.ts'
import { blockText, missingOf } from '../../model/node/lists.ts'
import type { Proposal, View } from '../../model/node/vocabulary.ts'
import { proposer } from '../../model/proposer/actor.ts'
import type { Event as ProposerEvent, State as ProposerState } from '../../model/proposer/vocabulary.ts'
import { NO_ADDRESS } from '../../model/shared/units.ts'
import { loadAttesterPreset, loadProposerPreset } from '../../spec/nodeParameters.ts'
import type { SlotProfile } from '../../spec/system/slot.ts'
import type { Counterexample, TraceState } from '../../tla/tlc/counterexample.ts'
import { canonicalJson } from '../../tla/tlc/value.ts'
import type { RealRollup } from './realRollup.ts'

/** Two forms part: in which step of the counterexample, and over what. */
export class FormsPart extends Error {
  override readonly name = 'FormsPart'

  /** @param step 1-based; 0 for what holds at first */
  constructor(
    readonly step: number,
    readonly what: string,
    readonly sides: Readonly<Record<string, unknown>>,
  ) {
    const told = Object.entries(sides).map(([side, value]) => `  ${side}: ${JSON.stringify(value)}`)
    super([`step ${step}: ${what}`, ...told].join('\n'))
  }
}

/** What one step of the counterexample came to in every form. */
export interface FormedStep {
  /** In TLA+: the action, and whose it is. */
  readonly action: string
  readonly of: string
  /** Events of statecharts, which the generated steps took alike. */
  readonly events: readonly { readonly actor: string; readonly event: string }[]
  /** Of a call to L1: what the deployed contract used. */
  readonly gasUsed?: bigint
}

/** A state of the cut, as far as it is read here; sets are arrays. */
export interface CutState {
  readonly slot: number
  readonly attester: Readonly<Record<string, AttesterState>>
  readonly proposer: Readonly<Record<string, ProposerState>>
  readonly chain: readonly {
    readonly caller: string
    readonly proposal: Proposal
    readonly signers: string[]
  }[]
  /** Per honest member, what it ever attested. */
  readonly attested: Readonly<Record<string, readonly Proposal[]>>
  readonly crashed: { readonly store: 'kept' | 'lost' }
  readonly event: { readonly name: string; readonly node: string }
}

export const cutState = ({ variables }: TraceState): CutState =>
  Object.fromEntries(
    [...variables].map(([name, value]) => [name, JSON.parse(canonicalJson(value))]),
  ) as unknown as CutState

/** One actor of one node in its two executable forms, which must agree with each other and with TLA+. */
class Twofold<T extends ActorTypes> {
  #state: T['state']

  constructor(
    readonly name: string,
    private readonly deployed: Deployed<T>,
    private readonly generated: (
      state: T['state'],
      event: T['event'],
      deployment: T['deployment'],
    ) => Step<T>,
    state: T['state'],
  ) {
    this.#state = state
  }

  get state(): T['state'] {
    return this.#state
  }

  /** @returns the refusal, undefined where the event was taken */
  take(step: number, event: T['event']): string | undefined {
    const { actor, deployment } = this.deployed
    const codecs = codecsOf(actor as unknown as Actor<T>)
    const machine = this.deployed.step(this.#state, event)
    const made = this.generated(this.#state, event, deployment)
    const sides = {
      statechart:
        'refusals' in machine
          ? machine.refusals[0]!.refusal
          : [codecs.state.text(machine.state), codecs.effects.text(machine.effects)],
      'generated step':
        'refusal' in made ? made.refusal : [codecs.state.text(made.next), codecs.effects.text(made.effects)],
    }
    if (JSON.stringify(sides.statechart) !== JSON.stringify(sides['generated step']))
      throw new FormsPart(step, `${this.name} ${event.type}`, sides)
    if ('refusals' in machine) return machine.refusals[0]!.refusal
    this.#state = machine.state
    return undefined
  }

  /** @param expected the state in TLA+ */
  requireIs(step: number, expected: object): void {
    const { state } = codecsOf(this.deployed.actor as unknown as Actor<T>)
    const sides = { 'TLA+': state.text(state.decode(expected)), statechart: state.text(this.#state) }
    if (sides['TLA+'] !== sides.statechart) throw new FormsPart(step, `the state of ${this.name}`, sides)
  }
}

/** Who takes what in a step of TLA+: what it does not name follows from the states around it. */
interface Taken {
  readonly attesters: readonly (readonly [string, AttesterEvent])[]
  readonly proposers: readonly (readonly [string, ProposerEvent])[]
  readonly call?: CutState['chain'][number]
}

/**
 * The events of a step, from what it changed.
 * @param after a step of TLA+ later
 */
function takenIn(before: CutState, after: CutState, proposers: readonly string[]): Taken {
  const { name, node } = after.event
  const [was, is] = [before.attester[node], after.attester[node]]
  const [chose, chosen] = [before.proposer[node], after.proposer[node]]
  const nobody: Taken = { attesters: [], proposers: [] }
  const byAttester = (event: AttesterEvent): Taken => ({ ...nobody, attesters: [[node, event]] })
  const byProposer = (event: ProposerEvent): Taken => ({ ...nobody, proposers: [[node, event]] })
  const byBoth = (event: AttesterEvent & ProposerEvent): Taken => ({
    attesters: [[node, event]],
    proposers: chose ? [[node, event]] : [],
  })
  const executed = ({
    parent,
    transactions,
    forced,
  }: Pick<Proposal, 'parent' | 'transactions' | 'forced'>) => ({
    type: 'executed' as const,
    parent,
    transactions,
    forced,
  })
  switch (name) {
    case 'tick': {
      const tick = { type: 'tick' as const }
      return {
        attesters: Object.keys(after.attester).map((member) => [member, tick]),
        proposers: Object.keys(after.proposer).map((member) => [member, tick]),
      }
    }
    case 'transactionVerified': {
      const [transaction] = missingOf(is!.held, was!.held)
      return byBoth({ type: 'transactionVerified', transaction: transaction!, valid: true })
    }
    case 'follow':
      return byBoth({ type: 'follow', view: is!.view })
    case 'crash':
      return byBoth({ type: 'crash', store: after.crashed.store })
    case 'receiveProposal': {
      const signer = proposers[after.slot]!
      return byAttester({ type: 'receiveProposal', form: 'fits', signer, proposal: is!.work })
    }
    case 'attest':
      return byAttester(executed(was!.work))
    case 'build': {
      const { transactions, forced } = chosen!.building
      return byProposer({ type: 'build', transactions, forced })
    }
    case 'propose':
      return byProposer(executed(chose!.building))
    case 'receiveAttestation': {
      const [signer] = missingOf(chosen!.attestations, chose!.attestations)
      const { proposed } = chosen!
      return byProposer({ type: 'receiveAttestation', form: 'fits', signer: signer!, proposal: proposed })
    }
    case 'publish':
      return byProposer({ type: 'publish' })
    case 'take':
      return { ...nobody, call: after.chain.at(-1)! }
    default:
      throw new Error(`${name}: expected an action of the cut Slot`)
  }
}

/** L1 in its executable forms: statechart, generated step and the deployed contract. */
class L1Forms {
  readonly #blocks = new Map<string, L1Block>()
  readonly #chain: Twofold<L1Types>

  constructor(
    private readonly system: System,
    private readonly real: RealRollup,
  ) {
    const deployed = deploy(l1Rollup, system.setup.profile)
    // The clock of a profile begins before genesis.
    const state = { ...deployed.initial, slot: 0 }
    this.#chain = new Twofold('l1', deployed, generatedL1, state)
  }

  tick(step: number): void {
    this.#chain.take(step, { type: 'advanceSlot' })
  }

  async force(slot: number, transaction: string): Promise<void> {
    this.#chain.take(0, { type: 'forceInclusion', caller: 'user', transaction, data: 'fits', valid: true })
    await this.real.call({ kind: 'force', slot, refusal: undefined, transaction })
  }

  /** @returns the refusal that all three agree on, and what the contract used */
  async propose(
    step: number,
    { caller, proposal, signers }: CutState['chain'][number],
    slot: number,
  ): Promise<{ refusal: string | undefined; gasUsed: bigint }> {
    const { l1 } = this.system
    const committee = firstSeats(this.system).committees[slot]!
    const attestations = committee.map((member) => (signers.includes(member) ? member : NO_ADDRESS))
    const event: L1Event = {
      type: 'propose',
      caller,
      committee: [...committee],
      slot: proposal.slot,
      timestampSlot: proposal.timestampSlot,
      parent: proposal.parent.slot < 0 ? L1_GENESIS : this.#blocks.get(blockText(proposal.parent))!,
      content: contentOf(proposal),
      blobs: 'match',
      forced: proposal.forced,
      forcedHash: 'match',
      attestations,
    }
    const taken = takenBy(effective(this.#chain.state, l1.parameters))
    const refusal = this.#chain.take(step, event)
    if (refusal === undefined) {
      const { slot: at, root } = proposal
      this.#blocks.set(blockText({ slot: at, root }), tipOf(effective(this.#chain.state, l1.parameters)))
    }
    const given = { caller, proposal, signers: attestations, forcedHash: 'match' } as const
    const call = { kind: 'propose', slot, ...given, taken, refusal } as const
    const answer = await this.real.call(call)
    if (answer.refusal !== refusal)
      throw new FormsPart(step, `propose by ${caller}`, { statechart: refusal, bytecode: answer.refusal })
    return answer
  }
}

/** A block that somebody could hand to L1 in the last state of a counterexample. */
export type Handed = CutState['chain'][number]

export interface Formed {
  readonly steps: readonly FormedStep[]
  /** Hands a block to L1 in its last state: what statechart, generated step and bytecode answer. */
  readonly hand: (handed: Handed) => Promise<{ refusal: string | undefined; gasUsed: bigint }>
}

/**
 * Makes every step of a counterexample in every form, and compares the states of all nodes after each.
 * @param system whose committees and proposers are those of the profile
 * @param real the deployed rollup of that system; it is reset
 * @throws FormsPart
 */
export async function throughAllForms(
  { states }: Pick<Counterexample, 'states'>,
  profile: SlotProfile,
  system: System,
  real: RealRollup,
): Promise<Formed> {
  await real.reset()
  const l1 = new L1Forms(system, real)
  const [first, ...later] = states.map(cutState)
  for (const transaction of profile.queue) await l1.force(0, transaction)
  const { attesters, proposers } = nodesOf(profile, first!)
  const requireAll = (step: number, expected: CutState): void => {
    for (const [member, state] of Object.entries(expected.attester))
      attesters.get(member)!.requireIs(step, state)
    for (const [member, state] of Object.entries(expected.proposer))
      proposers.get(member)!.requireIs(step, state)
  }
  requireAll(0, first!)
  const steps: FormedStep[] = []
  let before = first!
  for (const [index, after] of later.entries()) {
    const step = index + 1
    const taken = takenIn(before, after, profile.proposers)
    const events: FormedStep['events'][number][] = []
    const note = (actor: string, event: string, refusal: string | undefined): void => {
      if (refusal !== undefined)
        throw new FormsPart(step, `${actor} ${event}`, { 'TLA+': 'accepts', statechart: refusal })
      events.push({ actor, event })
    }
    for (const [member, event] of taken.attesters)
      note(`${member} attester`, event.type, attesters.get(member)!.take(step, event))
    for (const [member, event] of taken.proposers)
      note(`${member} proposer`, event.type, proposers.get(member)!.take(step, event))
    if (before.slot !== after.slot) l1.tick(step)
    const answer = taken.call && (await l1.propose(step, taken.call, after.slot))
    if (answer) note('l1', 'propose', answer.refusal)
    requireAll(step, after)
    const { name: action, node: of } = after.event
    steps.push({ action, of, events, ...(answer && { gasUsed: answer.gasUsed }) })
    before = after
  }
  return { steps, hand: (handed) => l1.propose(later.length, handed, before.slot) }
}

/** The honest nodes of a profile as they are when its first slot begins: up and level. */
function nodesOf(profile: SlotProfile, first: CutState) {
  const { committees, proposers, minTxPerBlock, forcedMinimum, initialHeld } = profile
  const of = <P extends { parameters: object; initialHeld: readonly string[] }>(
    some: P,
    self: string,
  ): P => ({
    ...some,
    parameters: { self, committees, proposers, minTxPerBlock, forcedMinimum },
    initialHeld,
  })
  const starts = <State extends { view: View }>(state: State, { view }: { view: View }): State => ({
    ...state,
    view,
  })
  const [anAttester, aProposer] = [loadAttesterPreset().profiles[0]!, loadProposerPreset().profiles[0]!]
  return {
    attesters: new Map(
      Object.entries(first.attester).map(([member, state]) => {
        const deployed = deploy(attester, of(anAttester, member))
        const own = starts(deployed.initial, state)
        return [member, new Twofold(`${member} attester`, deployed, generatedAttester, own)]
      }),
    ),
    proposers: new Map(
      Object.entries(first.proposer).map(([member, state]) => {
        const deployed = deploy(proposer, of(aProposer, member))
        const own = starts(deployed.initial, state)
        return [member, new Twofold(`${member} proposer`, deployed, generatedProposer, own)]
      }),
    ),
  }
}
