import type { Quote } from '../../model/claimant/vocabulary.ts'
import { sampleInForce, takenBy, tipOf } from '../../model/l1-rollup/chain.ts'
import { effective } from '../../model/l1-rollup/due.ts'
import type { Event, State as L1State } from '../../model/l1-rollup/vocabulary.ts'
import { proposalText } from '../../model/node/facts.ts'
import { blockText } from '../../model/node/lists.ts'
import { NOBODY, type Proposal } from '../../model/node/vocabulary.ts'
import type { Target } from '../../model/prover/vocabulary.ts'
import { NO_ADDRESS } from '../../model/shared/units.ts'
import {
  chainAt,
  claimOf,
  escrowOf,
  type ForcedHash,
  forcedHashOf,
  headerOf,
  l1ViewOf,
  proposalOf,
  proposeOf,
  proposeWithProofOf,
  provenFrom,
  submitEpochProofOf,
  waitingIn,
} from './chain.ts'
import { L1 } from './deliveries.ts'
import type { L1Fact } from './fact.ts'
import type { Mail } from './mail.ts'
import { blockIsRight, epochIsRight } from './proofs.ts'
import { seatsOf } from './seats.ts'
import { didAttest, didQuote } from './signatures.ts'
import type { System } from './system.ts'
import type { Delivery, EscrowCall, Made, World } from './vocabulary.ts'

/** L1 of a world: its generated step, and what it shows from each state on. */
export class Layer1 {
  constructor(
    private readonly system: System,
    private readonly world: World,
    private readonly mail: Mail,
    private readonly made: Made[],
  ) {}

  advanceSlot(): void {
    const before = this.#effective()
    this.#step({ type: 'advanceSlot' })
    this.#befall(before)
    this.#seat()
    this.#look()
  }

  force(transaction: string): void {
    const { world } = this
    const event = { type: 'forceInclusion' as const, caller: 'user', transaction }
    const refusal = this.#call({ ...event, data: 'fits', valid: true })
    world.calls.push({ kind: 'force', slot: world.slot, transaction, refusal })
    this.#look()
  }

  /** EPOCH-1. What is drawn from is that of the L1 block. */
  setUp(caller: string): void {
    const { world } = this
    const refusal = this.#call(this.#eventOfSetUp(caller))
    world.calls.push({ kind: 'setUp', slot: world.slot, caller, refusal })
    this.#look()
  }

  #eventOfSetUp(caller: string): Event {
    const { randaos } = this.system.setup.profile
    return { type: 'setupEpoch', caller, randao: randaos[this.world.slot % randaos.length]! }
  }

  /** The block of a proposal on L1, with the attestations of these members as far as they made them. */
  propose(caller: string, proposal: Proposal, attestations: readonly string[]): void {
    const { world } = this
    const { slot } = world
    const before = this.#effective()
    const { event, signers, committee } = this.#proposal(caller, proposal, attestations)
    const { forcedHash } = event
    const refusal = this.#call(
      event,
      this.#again(caller, proposal, { kind: 'block', proposal, attestations }),
    )
    world.calls.push({
      kind: 'propose',
      slot,
      caller,
      proposal,
      signers,
      forcedHash,
      taken: takenBy(before),
      refusal,
    })
    if (refusal !== undefined) return
    this.#appended(before, proposal, false)
    world.facts.push({ kind: 'taken', member: caller, slot, proposal, attestations, committee })
    this.#look()
  }

  #proposal(caller: string, proposal: Proposal, attestations: readonly string[]) {
    const { system, world } = this
    const committee = seatsOf(system, world.l1).committees[world.slot]!
    const signers = committee.map((member) =>
      attestations.includes(member) ? this.#signerOf(member, proposal) : NO_ADDRESS,
    )
    const forcedHash = this.#forcedHash(proposal)
    const event = proposeOf(caller, proposal, committee, signers, forcedHash, world.blocks)
    return { event, signers, committee }
  }

  /** FALLBACK-9: a block of fallback. Its proof is one if it is right. */
  advance(caller: string, proposal: Proposal): void {
    const { world } = this
    const { slot } = world
    const before = this.#effective()
    const valid = blockIsRight(proposal, world)
    const forcedHash = forcedHashOf(proposal, before)
    const refusal = this.#call(proposeWithProofOf(caller, proposal, valid, forcedHash, world.blocks))
    world.calls.push({
      kind: 'based',
      slot,
      caller,
      proposal,
      valid,
      forcedHash,
      taken: takenBy(before),
      refusal,
    })
    if (refusal !== undefined) return
    this.#appended(before, proposal, true)
    world.facts.push({ kind: 'based', member: caller, slot, proposal, valid })
    this.#look()
  }

  /** CLAIM-10. */
  claim(caller: string, quote: Quote): void {
    const { world } = this
    const { slot } = world
    const signer = this.#signerOfQuote(quote)
    const refusal = this.#call(this.#claim(caller, quote, signer))
    world.calls.push({ kind: 'claim', slot, caller, quote, signer, refusal })
    if (refusal !== undefined) return
    world.facts.push({ kind: 'claimed', member: caller, slot, quote })
    this.#look()
  }

  #claim(caller: string, quote: Quote, signer: string): Event {
    const { system, world } = this
    return claimOf(caller, quote, signer, sampleInForce(world.l1, system.l1.parameters).members)
  }

  /** PROOF-6. It is a proof if all of the epoch is right. */
  prove(caller: string, target: Target): void {
    const { system, world } = this
    const { slot } = world
    const { parameters } = system.l1
    const { claim } = this.#effective()
    const valid = epochIsRight(target, world, parameters)
    const from = provenFrom(target, world.blocks, parameters.slotsPerEpoch)
    const refusal = this.#call(submitEpochProofOf(caller, from, target, valid, world.blocks))
    world.calls.push({ kind: 'prove', slot, caller, target, from, valid, refusal })
    if (refusal !== undefined) return
    const prover = claim?.proverAddress ?? NOBODY
    world.failed = world.failed.filter((name) => name !== prover)
    world.facts.push({ kind: 'proven', member: caller, slot, ...target, valid, prover })
    this.#look()
  }

  escrow(caller: string, call: EscrowCall): void {
    const { world } = this
    const refusal = this.#call(escrowOf(caller, call))
    world.calls.push({ kind: 'escrow', slot: world.slot, caller, call, refusal })
    this.#look()
  }

  /**
   * L1 reorganises: the state is that before the last calls, time goes on, and blocks that were taken wait to be taken
   * again. @param depth calls; more than L1 can forget are none
   */
  goBack(depth: number): void {
    const { system, world } = this
    const { past, slot } = world
    if (depth < 1 || depth > past.length) return
    const undone = past.slice(-depth)
    const { l1, failed } = undone[0]!
    world.past = past.slice(0, -depth)
    world.l1 = { ...l1, slot: world.l1.slot }
    world.failed = failed
    world.calls.push({ kind: 'reorg', slot, depth, refusal: undefined })
    for (const { again } of undone) if (again) this.mail.put(again)
    world.facts.push({ kind: 'reorganised', member: L1, slot, depth })
    this.#befall(effective(l1, system.l1.parameters))
    this.#seat()
    this.#look()
  }

  /** What L1 would answer to a call now, as far as a node that follows can tell. */
  answer(caller: string, { message }: Pick<Delivery, 'message'>): string | undefined {
    return this.#answer(this.#eventOf(caller, message))
  }

  /** What it would answer to a claim with a quote that its prover signed, from the proposer of the slot. */
  wouldClaim(quote: Quote): string | undefined {
    const { system, world } = this
    const caller = seatsOf(system, world.l1).proposers[world.slot]!
    return this.#answer(this.#claim(caller, quote, quote.prover))
  }

  /** What it would answer to a proposal that all of the committee attested. @param caller the proposer if not given */
  wouldTake(proposal: Proposal, caller?: string): string | undefined {
    const { system, world } = this
    const { committees, proposers } = seatsOf(system, world.l1)
    const committee = committees[world.slot]!
    const forcedHash = forcedHashOf(proposal, this.#effective())
    const event = proposeOf(
      caller ?? proposers[world.slot]!,
      proposal,
      committee,
      committee,
      forcedHash,
      world.blocks,
    )
    return this.#answer(event)
  }

  #answer(event: Event): string | undefined {
    const { system, world } = this
    const step = system.steps.l1(world.l1, event, system.l1)
    return 'refusal' in step ? step.refusal : undefined
  }

  #eventOf(caller: string, message: Delivery['message']): Event {
    const { system, world } = this
    const { parameters } = system.l1
    switch (message.kind) {
      case 'block':
        return this.#proposal(caller, message.proposal, message.attestations).event
      case 'claim':
        return this.#claim(caller, message.quote, this.#signerOfQuote(message.quote))
      case 'based': {
        const proposal = proposalOf(message.block)
        const forcedHash = forcedHashOf(proposal, this.#effective())
        return proposeWithProofOf(caller, proposal, blockIsRight(proposal, world), forcedHash, world.blocks)
      }
      case 'call': {
        const { call } = message
        if (call.call !== 'submitEpochProof') return escrowOf(caller, call)
        const from = provenFrom(call, world.blocks, parameters.slotsPerEpoch)
        return submitEpochProofOf(caller, from, call, epochIsRight(call, world, parameters), world.blocks)
      }
      default:
        return this.#eventOfSetUp(caller)
    }
  }

  /** What a header names as forced: one that somebody honest signed its own list, one of a liar what L1 asks for. */
  #forcedHash(proposal: Proposal): ForcedHash {
    const text = proposalText(proposal)
    const isSigned = this.world.facts.some(
      (fact) => (fact.kind === 'proposed' || fact.kind === 'signed') && proposalText(fact.proposal) === text,
    )
    return isSigned ? forcedHashOf(proposal, this.#effective()) : 'match'
  }

  /** To whom an attestation recovers: a signature that an honest member did not make is nobody's. */
  #signerOf(member: string, proposal: Proposal): string {
    if (this.system.setup.byzantine.includes(member)) return member
    return didAttest(this.world.facts, member, proposal) ? member : 'stranger'
  }

  /** To whom a quote does. */
  #signerOfQuote(quote: Quote): string {
    const { prover } = quote
    if (this.system.setup.byzantine.includes(prover)) return prover
    return didQuote(this.world.facts, prover, quote) ? prover : 'stranger'
  }

  #again(caller: string, { slot, root }: Proposal, message: Delivery['message']): Delivery {
    const key = `again/${blockText({ slot, root })} ${caller}>${L1}`
    return { key, from: caller, to: L1, message, expiresSlot: this.world.slot }
  }

  #appended(before: L1State, proposal: Proposal, based: boolean): void {
    const { world } = this
    const header = headerOf(proposal, waitingIn(before))
    world.blocks.push({ l1: tipOf(world.l1), parent: tipOf(before), header, based })
  }

  #effective(): L1State {
    return effective(this.world.l1, this.system.l1.parameters)
  }

  /** @param again what is put to L1 anew when it has gone back behind the call */
  #call(event: Event, again?: Delivery): string | undefined {
    const { world } = this
    const { l1, failed } = world
    const refusal = this.#step(event)
    const { reorgDepth } = this.system.setup
    if (refusal === undefined && reorgDepth > 0)
      world.past = [...world.past, { l1, failed, again }].slice(-reorgDepth)
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

  /** PRUNE-3: what time alone has done since. @param before with what was due */
  #befall({ claim }: L1State): void {
    const { world } = this
    if (!claim || this.#effective().claim) return
    const { proverAddress, epochToProve } = claim
    world.failed = [...new Set([...world.failed, proverAddress])].sort()
    world.facts.push({ kind: 'slashed', member: proverAddress, slot: world.slot, epoch: epochToProve })
  }

  /** Who is in charge from now on. */
  #seat(): void {
    const { system, world } = this
    const { slot } = world
    const { committees, proposers } = seatsOf(system, world.l1)
    world.facts.push({
      kind: 'seats',
      member: L1,
      slot,
      committee: committees[slot]!,
      proposer: proposers[slot]!,
    })
  }

  /** What L1 shows from now on. */
  #look(): void {
    const { world, system } = this
    const { views, shown, l1, failed } = world
    const last = shown.at(-1)!
    if (last.l1 === l1 && last.failed === failed) return
    views.push(l1ViewOf(world, system))
    shown.push({ l1, failed })
    world.facts.push(this.#shows())
  }

  #shows(): L1Fact {
    const { world } = this
    const state = this.#effective()
    const { pending, fallback, claim, queue } = state
    const view = world.views.at(-1)!
    const chain = chainAt(view, world.slot)
    return {
      kind: 'shows',
      member: L1,
      slot: world.slot,
      chain,
      proven: chain.length - pending.length,
      queue,
      marked: takenBy(state),
      session: fallback.entered >= 0,
      claim: claim?.proverAddress ?? NOBODY,
    }
  }
}
