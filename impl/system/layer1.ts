import { takenBy, tipOf } from '../../model/l1-rollup/chain.ts'
import { effective } from '../../model/l1-rollup/due.ts'
import type { Event } from '../../model/l1-rollup/vocabulary.ts'
import { proposalText } from '../../model/node/facts.ts'
import { blockText } from '../../model/node/lists.ts'
import type { Proposal } from '../../model/node/vocabulary.ts'
import { NO_ADDRESS } from '../../model/shared/units.ts'
import { headerOf, l1ViewOf, proposeOf } from './chain.ts'
import { L1 } from './deliveries.ts'
import type { Mail } from './mail.ts'
import type { System } from './system.ts'
import type { Delivery, Made, World } from './vocabulary.ts'

/** L1 of a world: its generated step, and what it shows from each state on. */
export class Layer1 {
  constructor(
    private readonly system: System,
    private readonly world: World,
    private readonly mail: Mail,
    private readonly made: Made[],
  ) {}

  advanceSlot(): void {
    this.#step({ type: 'advanceSlot' })
    this.#look()
  }

  force(transaction: string): void {
    const { world } = this
    const call = { kind: 'force' as const, slot: world.slot, transaction }
    const event = { type: 'forceInclusion' as const, caller: 'user', transaction }
    const refusal = this.#call({ ...event, data: 'fits', valid: true })
    world.calls.push({ ...call, refusal })
    this.#look()
  }

  /** EPOCH-1. What is drawn from is that of the L1 block. */
  setUp(caller: string): void {
    const { system, world } = this
    const { randaos } = system.setup.profile
    const randao = randaos[world.slot % randaos.length]!
    const refusal = this.#call({ type: 'setupEpoch', caller, randao })
    world.calls.push({ kind: 'setUp', slot: world.slot, caller, refusal })
    this.#look()
  }

  /** The block of a proposal on L1, with the attestations of these members as far as they made them. */
  propose(caller: string, proposal: Proposal, attestations: readonly string[]): void {
    const { system, world } = this
    const signers = system.committees[world.slot]!.map((member) =>
      attestations.includes(member) ? this.#signerOf(member, proposal) : NO_ADDRESS,
    )
    const event = proposeOf(caller, proposal, signers, world, system)
    const before = effective(world.l1, system.l1.parameters)
    const call = { kind: 'propose' as const, slot: world.slot, caller, proposal, signers }
    const text = blockText({ slot: proposal.slot, root: proposal.root })
    const refusal = this.#call(event, {
      ...{ key: `again/${text} ${caller}>${L1}`, from: caller, to: L1 },
      message: { kind: 'block', proposal, attestations },
      expiresSlot: world.slot,
    })
    world.calls.push({ ...call, taken: takenBy(before), refusal })
    if (refusal !== undefined) return
    world.blocks.push({ l1: tipOf(world.l1), parent: tipOf(before), header: headerOf(proposal) })
    world.facts.push({ kind: 'taken', member: caller, slot: world.slot, proposal, attestations })
    this.#look()
  }

  /**
   * L1 reorganises: the state is that before the last calls, time goes on, and blocks that were taken wait to be taken
   * again. @param depth calls; more than L1 can forget are none
   */
  goBack(depth: number): void {
    const { world } = this
    const { past } = world
    if (depth < 1 || depth > past.length) return
    const undone = past.slice(-depth)
    world.past = past.slice(0, -depth)
    world.l1 = { ...undone[0]!.l1, slot: world.l1.slot }
    world.calls.push({ kind: 'reorg', slot: world.slot, depth, refusal: undefined })
    for (const { again } of undone) if (again) this.mail.put(again)
    this.#look()
  }

  /** To whom an attestation recovers: a signature that an honest member did not make is nobody's. */
  #signerOf(member: string, proposal: Proposal): string {
    if (this.system.setup.byzantine.includes(member)) return member
    const text = proposalText(proposal)
    const made = this.world.facts.some(
      (fact) => fact.kind === 'signed' && fact.member === member && proposalText(fact.proposal) === text,
    )
    return made ? member : 'stranger'
  }

  /** @param again what is put to L1 anew when it has gone back behind the call */
  #call(event: Event, again?: Delivery): string | undefined {
    const { world } = this
    const { l1 } = world
    const refusal = this.#step(event)
    const { reorgDepth } = this.system.setup
    if (refusal === undefined && reorgDepth > 0)
      world.past = [...world.past, { l1, again }].slice(-reorgDepth)
    return refusal
  }

  /** @returns the refusal, if it was refused */
  #step(event: Event): string | undefined {
    const { system, world } = this
    const step = system.steps.l1(world.l1, event, system.l1)
    const refusal = 'refusal' in step ? step.refusal : undefined
    this.made.push({ actor: L1, event: event.type, refusal })
    if (!('refusal' in step)) world.l1 = step.next
    return refusal
  }

  /** What L1 shows from now on. */
  #look(): void {
    const { views, l1, blocks } = this.world
    const view = l1ViewOf(l1, blocks, this.system)
    if (JSON.stringify(view) !== JSON.stringify(views.at(-1))) views.push(view)
  }
}
