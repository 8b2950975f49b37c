import type { Event as AttesterEvent } from '../../model/attester/vocabulary.ts'
import { takenBy } from '../../model/l1-rollup/chain.ts'
import { effective } from '../../model/l1-rollup/due.ts'
import type { Event as L1Event } from '../../model/l1-rollup/vocabulary.ts'
import { nextPhase } from '../../model/node/clock.ts'
import { proposalText } from '../../model/node/facts.ts'
import { blockText, listText } from '../../model/node/lists.ts'
import type { Proposal } from '../../model/node/vocabulary.ts'
import type { Event as ProposerEvent } from '../../model/proposer/vocabulary.ts'
import { NO_ADDRESS } from '../../model/shared/units.ts'
import { proposeOf, viewOf } from './chain.ts'
import { answerTo, L1, outgoingOf } from './deliveries.ts'
import type { System } from './system.ts'
import type { Choice, Delivery, Fact, Made, Message, Outgoing, World } from './vocabulary.ts'

/** How many slots after its own a message may still arrive: it is refused, and by which check is of interest. */
const LATE_SLOTS = 1

/**
 * Carries one choice out.
 * @param world changed in place; what it holds of actors is replaced and never changed
 * @returns the generated steps that were made, in their order; none where the choice has no object
 */
export function apply(system: System, world: World, choice: Choice): Made[] {
  const made: Made[] = []
  const at = new Place(system, world, made)
  const { honest, setup } = system
  switch (choice.do) {
    case 'tick':
      at.tick(choice.late ?? [])
      break
    case 'wake':
      if (honest.includes(choice.node)) at.catchUp(choice.node)
      break
    case 'deliver':
    case 'drop': {
      const index = world.pool.findIndex(({ key }) => key === choice.key)
      if (index < 0) break
      const waiting = world.pool[index]!
      if (choice.do === 'drop' || !choice.keep) world.pool.splice(index, 1)
      if (choice.do === 'deliver') at.receive(waiting)
      break
    }
    case 'follow': {
      const seen = world.views[Math.max(world.views.length - 1 - choice.age, 0)]!
      const view = choice.behind ? { ...seen, follows: 'behind' as const } : seen
      if (honest.includes(choice.node)) at.both(choice.node, { type: 'follow', view })
      break
    }
    case 'submit': {
      const { transaction, valid } = choice
      if (honest.includes(choice.node)) at.verified(choice.node, transaction, valid)
      break
    }
    case 'build': {
      const { transactions, forced } = choice
      if (honest.includes(choice.node))
        at.proposer(choice.node, { type: 'build', transactions: [...transactions], forced })
      break
    }
    case 'publish':
      if (honest.includes(choice.node)) at.proposer(choice.node, { type: 'publish' })
      break
    case 'crash':
      if (honest.includes(choice.node)) at.crash(choice.node, choice.store)
      break
    case 'resend':
      if (honest.includes(choice.node)) for (const sent of world.nodes[choice.node]!.outbox) at.put(sent)
      break
    case 'force':
      at.force(choice.transaction)
      break
    case 'lie': {
      const { from, to, message } = choice
      if (!setup.byzantine.includes(from) || !honest.includes(to)) break
      at.receive({ key: 'lie', from, to, message, expiresSlot: world.slot })
      break
    }
    case 'post':
      if (setup.byzantine.includes(choice.from)) at.propose(choice.from, choice.proposal, choice.attestations)
      break
  }
  return made
}

/** A world while one choice is carried out. */
class Place {
  constructor(
    private readonly system: System,
    private readonly world: World,
    private readonly made: Made[],
  ) {}

  tick(late: readonly string[]): void {
    const { system, world } = this
    const next = nextPhase(world)
    if (next.slot > system.setup.horizon) return
    if (next.slot !== world.slot) {
      this.l1({ type: 'advanceSlot' })
      world.pool = world.pool.filter(({ expiresSlot }) => expiresSlot + LATE_SLOTS >= next.slot)
      for (const node of Object.values(world.nodes))
        node.outbox = node.outbox.filter(({ expiresSlot }) => expiresSlot >= next.slot)
    }
    world.slot = next.slot
    world.phase = next.phase
    for (const name of system.honest) if (!late.includes(name)) this.catchUp(name)
  }

  /** As many ticks as a node is late. */
  catchUp(name: string): void {
    const { world } = this
    const node = world.nodes[name]!
    while (node.attester.slot !== world.slot || node.attester.phase !== world.phase)
      this.both(name, { type: 'tick' })
  }

  receive(waiting: Delivery): void {
    const { from, to, message } = waiting
    switch (message.kind) {
      case 'proposal': {
        const { form, proposal } = message
        this.attester(to, { type: 'receiveProposal', form, signer: from, proposal })
        break
      }
      case 'attestation': {
        const { form, proposal } = message
        this.proposer(to, { type: 'receiveAttestation', form, signer: from, proposal })
        break
      }
      case 'request':
        if (this.world.nodes[to]!.attester.held.includes(message.transaction))
          this.add(answerTo(waiting, message.transaction))
        break
      case 'transaction':
        this.verified(to, message.transaction, message.valid)
        break
      case 'result':
        this.result(to, message)
        break
      case 'block':
        this.propose(from, message.proposal, message.attestations)
        this.done(from, (id) => id.startsWith('block/'))
        break
    }
  }

  /** Both roles learn how the verification of a transaction ended. */
  verified(name: string, transaction: string, valid: boolean): void {
    const known = this.world.verified[name]!
    if (valid && !known.includes(transaction)) this.world.verified[name] = [...known, transaction]
    this.both(name, { type: 'transactionVerified', transaction, valid })
    if (valid) this.done(name, (id) => id.startsWith(`request/${transaction}/`))
  }

  result(name: string, { role, execution }: Extract<Message, { kind: 'result' }>): void {
    const { parent, transactions, forced } = execution
    const id = `execute/${blockText(parent)}/${listText(transactions)}/${forced} ${role}`
    this.done(name, (sent) => sent === id)
    const event = { type: 'executed' as const, parent, transactions, forced }
    if (role === 'attester') this.attester(name, event)
    else this.proposer(name, event)
  }

  /** What runs in a node ends with it, and is begun again from a store that is kept. */
  crash(name: string, store: 'kept' | 'lost'): void {
    const { world } = this
    world.pool = world.pool.filter(({ to, message }) => to !== name || message.kind !== 'result')
    this.both(name, { type: 'crash', store })
    if (store === 'kept') return
    world.nodes[name]!.outbox = []
    world.verified[name] = []
  }

  both(name: string, event: AttesterEvent & ProposerEvent): void {
    this.attester(name, event)
    this.proposer(name, event)
  }

  attester(name: string, event: AttesterEvent): void {
    const { system, world } = this
    const node = world.nodes[name]!
    const step = system.steps.attester(name)(node.attester, event, system.deployments[name]!)
    this.note(`${name} attester`, event.type, step)
    if ('refusal' in step) return
    node.attester = step.next
    for (const effect of step.effects) {
      this.send(name, outgoingOf(name, 'attester', effect, system))
      if (effect.kind !== 'send' || event.type !== 'executed') continue
      const { parent, transactions, forced } = event
      const result = { parent, transactions, forced }
      this.fact({
        ...{ kind: 'signed', member: name, slot: node.attester.slot, proposal: effect.body, result },
        ...{ verified: world.verified[name]!, forced: world.l1.queue.map((entry) => entry.transaction) },
      })
    }
  }

  proposer(name: string, event: ProposerEvent): void {
    const { system, world } = this
    const node = world.nodes[name]!
    const step = system.steps.proposer(name)(node.proposer, event, system.deployments[name]!)
    this.note(`${name} proposer`, event.type, step)
    if ('refusal' in step) return
    node.proposer = step.next
    for (const effect of step.effects) {
      this.send(name, outgoingOf(name, 'proposer', effect, system))
      const by = { member: name, slot: node.proposer.slot }
      if (effect.kind === 'send') this.fact({ kind: 'proposed', ...by, proposal: effect.body })
      if (effect.kind === 'submit') this.fact({ kind: 'submitted', ...by, ...effect.body })
    }
  }

  force(transaction: string): void {
    const { world } = this
    const refusal = this.l1({
      type: 'forceInclusion',
      caller: 'user',
      transaction,
      data: 'fits',
      valid: true,
    })
    world.calls.push({ kind: 'force', slot: world.slot, refusal, transaction })
  }

  /** The block of a proposal on L1, with the attestations of these members as far as they made them. */
  propose(caller: string, proposal: Proposal, attestations: readonly string[]): void {
    const { system, world } = this
    const signers = system.committees[world.slot]!.map((member) =>
      attestations.includes(member) ? this.signerOf(member, proposal) : NO_ADDRESS,
    )
    const event = proposeOf(caller, proposal, signers, world, system)
    const call = { kind: 'propose' as const, slot: world.slot, caller, proposal, signers }
    const taken = takenBy(effective(world.l1, system.l1.parameters))
    const refusal = this.l1(event)
    world.calls.push({ ...call, taken, refusal })
    if (refusal !== undefined) return
    const block = { slot: proposal.slot, root: proposal.root }
    world.blocks.push({ node: block, l1: world.l1.pending.at(-1)! })
    this.fact({ kind: 'taken', member: caller, slot: world.slot, proposal, attestations })
    this.look()
  }

  /** To whom an attestation recovers: a signature that an honest member did not make is nobody's. */
  private signerOf(member: string, proposal: Proposal): string {
    if (this.system.setup.byzantine.includes(member)) return member
    const text = proposalText(proposal)
    const made = this.world.facts.some(
      (fact) => fact.kind === 'signed' && fact.member === member && proposalText(fact.proposal) === text,
    )
    return made ? member : 'stranger'
  }

  /** @returns the refusal, if it was refused */
  l1(event: L1Event): string | undefined {
    const { system, world } = this
    const step = system.steps.l1(world.l1, event, system.l1)
    this.note(L1, event.type, step)
    if ('refusal' in step) return step.refusal
    world.l1 = step.next
    if (event.type !== 'propose') this.look()
    return undefined
  }

  /** What L1 shows from now on. */
  private look(): void {
    const { views, l1, blocks } = this.world
    const view = viewOf(l1, blocks, this.system.l1.parameters)
    if (JSON.stringify(view) !== JSON.stringify(views.at(-1))) views.push(view)
  }

  private note(actor: string, event: string, step: object): void {
    this.made.push({ actor, event, refusal: 'refusal' in step ? String(step.refusal) : undefined })
  }

  private fact(fact: Fact): void {
    this.world.facts.push(fact)
  }

  private send(name: string, outgoing: Outgoing): void {
    const node = this.world.nodes[name]!
    if (!node.outbox.some(({ id }) => id === outgoing.id)) node.outbox = [...node.outbox, outgoing]
    this.put(outgoing)
  }

  private done(name: string, which: (id: string) => boolean): void {
    const node = this.world.nodes[name]!
    if (node.outbox.some(({ id }) => which(id))) node.outbox = node.outbox.filter(({ id }) => !which(id))
  }

  put({ deliveries }: Outgoing): void {
    for (const one of deliveries) this.add(one)
  }

  private add(waiting: Delivery): void {
    if (!this.world.pool.some(({ key }) => key === waiting.key)) this.world.pool.push(waiting)
  }
}
