import type { L1View } from '../../model/follower/vocabulary.ts'
import { NO_ACCOUNT } from '../../model/l1-rollup/vocabulary.ts'
import { heldWith } from '../../model/node/lists.ts'
import { NOBODY, type Proposal, type View } from '../../model/node/vocabulary.ts'
import {
  attestationTo,
  blockTo,
  execution,
  fetched,
  proposalTo,
  requestTo,
  setUpTo,
  transactionTo,
  verification,
} from './deliveries.ts'
import type { RoleEvent } from './duties.ts'
import type { Foreseen } from './fact.ts'
import type { Layer1 } from './layer1.ts'
import type { Mail } from './mail.ts'
import { handOver, MarketRoles } from './market.ts'
import { type Seats, seatsOf } from './seats.ts'
import { type EventOf, RoleStepper } from './stepper.ts'
import type { System } from './system.ts'
import type { Delivery, Made, Outgoing, Store, World } from './vocabulary.ts'

/**
 * The honest nodes of a world, each composed of its roles. An input is one of the node; what a role tells another is a
 * step of that before the next input, and what takes time or leaves the node goes into the mail.
 */
export class Nodes {
  readonly market: MarketRoles
  readonly #stepper: RoleStepper

  constructor(
    private readonly system: System,
    private readonly world: World,
    private readonly mail: Mail,
    private readonly l1: Layer1,
    made: Made[],
  ) {
    this.#stepper = new RoleStepper(system, world, made)
    this.market = new MarketRoles(this.#stepper, mail, l1, (name, event) => this.pool(name, event))
  }

  /** As many ticks as the clock of a node is late. The follower is the last to tick: what it tells is of the new slot. */
  catchUp(name: string): void {
    const { world } = this
    const node = world.nodes[name]!
    while (node.attester.slot !== world.slot || node.attester.phase !== world.phase) {
      const { slot } = node.attester
      this.attester(name, { type: 'tick' })
      this.proposer(name, { type: 'tick' })
      if (node.attester.slot === slot) continue
      this.pool(name, { type: 'tick' })
      this.market.claimant(name, { type: 'tick' })
      this.market.prover(name, { type: 'tick' })
      this.market.fallbackProposer(name, { type: 'tick' })
      this.follower(name, { type: 'tick' })
    }
  }

  /** An event that its node begins itself. */
  take(name: string, { role, event }: RoleEvent): void {
    switch (role) {
      case 'follower':
        this.follower(name, event)
        break
      case 'pool':
        this.pool(name, event)
        break
      case 'attester':
        this.attester(name, event)
        break
      case 'proposer':
        this.proposer(name, event)
        break
      case 'claimant':
        this.market.claimant(name, event)
        break
      case 'prover':
        this.market.prover(name, event)
        break
      case 'fallbackProposer':
        this.market.fallbackProposer(name, event)
        break
    }
  }

  receive({ from, to: name, message }: Delivery): void {
    switch (message.kind) {
      case 'proposal': {
        const { form, proposal } = message
        this.attester(name, { type: 'receiveProposal', form, signer: from, proposal })
        break
      }
      case 'attestation': {
        const { form, proposal } = message
        this.proposer(name, { type: 'receiveAttestation', form, signer: from, proposal })
        break
      }
      case 'transaction': {
        const { form, transaction, proof } = message
        this.pool(name, { type: 'receiveTransaction', form, transaction, proof, from })
        break
      }
      case 'request': {
        const { form, transaction, slot } = message
        this.pool(name, { type: 'receiveRequest', form, transaction, slot, from })
        break
      }
      case 'body':
        this.follower(name, { type: 'fetched', header: message.header, body: [...message.body] })
        break
      case 'executed': {
        const { parent, transactions, forced } = message.execution
        const event = { type: 'executed' as const, parent, transactions, forced }
        if (message.role === 'fallbackProposer') this.market.fallbackProposer(name, event)
        else this[message.role](name, event)
        break
      }
      case 'quote': {
        const { form, quote } = message
        this.market.claimant(name, { type: 'receiveQuote', form, signer: from, quote })
        break
      }
      case 'proved':
        this.market.prover(name, { type: 'proved', ...message.target })
        break
      case 'blockProved':
        this.market.fallbackProposer(name, { type: 'proved', ...message.block })
        break
      case 'verified': {
        const { transaction, proof, from: sender } = message.copy
        const valid = proof === 'right'
        if (valid) this.#verified(name, transaction, sender)
        this.pool(name, { type: 'verified', ...message.copy, valid })
        break
      }
    }
  }

  /** All roles crash with their node. */
  crash(name: string, store: Store): void {
    const { world } = this
    this.mail.stop(name)
    if (store === 'lost') {
      world.nodes[name]!.outbox = []
      world.verified[name] = []
      world.forced[name] = []
    }
    const { slot } = world.nodes[name]!.attester
    this.#stepper.fact({ kind: 'crashed', member: name, slot, store })
    const event = { type: 'crash' as const, store }
    this.follower(name, event)
    this.pool(name, event)
    this.attester(name, event)
    this.proposer(name, event)
    this.market.claimant(name, event)
    this.market.prover(name, event)
    this.market.fallbackProposer(name, event)
  }

  /** A view of L1, and what the node reads beside it. @param place among those that L1 has shown */
  read(name: string, place: number): void {
    const { world } = this
    const view = world.views[place]!
    const node = world.nodes[name]!
    // FOLLOW-10: what is older is refused as a whole.
    if (view.time >= node.follower.view.time) node.read = world.shown[place]!
    const { facts } = world
    const before = facts.length
    this.follower(name, { type: 'readView', view })
    // FOLLOW-7: nothing new for the follower, and perhaps something beside it.
    if (facts.length === before && view.time === node.follower.view.time) this.#reads(name, view)
  }

  #reads(name: string, view: L1View): void {
    const { follower, attester, read } = this.world.nodes[name]!
    const account = read.l1.accounts[name] ?? NO_ACCOUNT
    const claim = read.l1.claim?.proverAddress ?? NOBODY
    this.#stepper.fact({ kind: 'read', member: name, slot: follower.slot, view, account, claim })
    this.market.follow(name, attester.view)
  }

  follower(name: string, event: EventOf<'follower'>): void {
    const effects = this.#stepper.step(name, 'follower', event)
    if (!effects) return
    const { follower, attester, read } = this.world.nodes[name]!
    const by = { member: name, slot: follower.slot }
    if (event.type === 'readView') {
      const { forced } = this.world
      forced[name] = [...new Set([...forced[name]!, ...event.view.forced])]
      const account = read.l1.accounts[name] ?? NO_ACCOUNT
      const claim = read.l1.claim?.proverAddress ?? NOBODY
      this.#stepper.fact({ kind: 'read', ...by, view: event.view, account, claim })
    }
    if (event.type === 'fetched')
      this.#stepper.fact({ kind: 'fetched', ...by, header: event.header, body: event.body })
    // What is told is told before anything that a role does with it.
    const told = effects.find((effect) => effect.kind === 'tell' && effect.id === 'view')
    const view = (told as { readonly body: View } | undefined)?.body ?? attester.view
    if (event.type !== 'crash') this.#stepper.fact({ kind: 'told', ...by, view })
    for (const effect of effects) {
      switch (effect.kind) {
        case 'tell':
          if (effect.id === 'pool') this.pool(name, { type: 'follow', view: effect.body })
          else {
            this.attester(name, { type: 'follow', view: effect.body })
            this.proposer(name, { type: 'follow', view: effect.body })
          }
          break
        case 'fetch':
          this.mail.send(name, fetched(name, effect))
          break
        case 'submit':
          this.#hand(name, 'follower', setUpTo(name, effect))
          break
        case 'alarm':
          // Nobody hears it who is part of a run.
          break
      }
    }
    if (event.type !== 'crash' && view.follows !== 'nothing') this.market.follow(name, view)
  }

  pool(name: string, event: EventOf<'pool'>): void {
    const { system, mail } = this
    const before = this.world.nodes[name]!.pool.stored
    const effects = this.#stepper.step(name, 'pool', event)
    if (!effects) return
    const { slot, stored } = this.world.nodes[name]!.pool
    this.#stepper.holds(name, 'pool', before)
    if (event.type !== 'crash')
      for (const transaction of before)
        if (!stored.includes(transaction))
          this.#stepper.fact({ kind: 'drops', member: name, slot, transaction })
    for (const effect of effects) {
      switch (effect.kind) {
        case 'tell': {
          const { transaction } = effect.body
          const event = { type: 'transactionVerified' as const, transaction, valid: true }
          this.attester(name, event)
          this.proposer(name, event)
          this.market.prover(name, event)
          this.market.fallbackProposer(name, event)
          mail.done(name, (id) => id.startsWith(`request/${transaction}/`))
          break
        }
        case 'verify':
          mail.send(name, verification(name, effect))
          break
        case 'send':
          if (event.type === 'ask') mail.send(name, requestTo(system, name, effect))
          else {
            this.#stepper.fact({ kind: 'passed', member: name, slot, transaction: effect.body.transaction })
            mail.send(name, transactionTo(system, name, effect))
          }
          break
      }
    }
  }

  attester(name: string, event: EventOf<'attester'>): void {
    const { system, world, mail } = this
    const before = world.nodes[name]!.attester.held
    const effects = this.#stepper.step(name, 'attester', event)
    if (!effects) return
    const { slot } = world.nodes[name]!.attester
    this.#stepper.holds(name, 'attester', before)
    const seats = this.#seats(name)
    if (event.type === 'receiveProposal') this.#begins(name, 'attester')
    for (const effect of effects) {
      switch (effect.kind) {
        case 'execute':
          mail.send(name, execution(name, 'attester', effect))
          break
        case 'request':
          this.pool(name, { type: 'ask', ...effect.body })
          break
        case 'send':
          mail.send(name, attestationTo(system, name, seats.proposers[slot]!, effect))
          if (event.type === 'executed') {
            const { parent, transactions, forced } = event
            const result = { parent, transactions, forced }
            this.#stepper.fact({
              kind: 'signed',
              member: name,
              slot,
              proposal: effect.body,
              result,
              verified: world.verified[name]!,
              forced: world.forced[name]!,
              committee: seats.committees[slot]!,
              proposer: seats.proposers[slot]!,
              foreseen: this.#foreseen(name, 'attester', effect.body),
            })
          }
          this.pool(name, { type: 'release', transactions: effect.body.transactions })
          break
      }
    }
  }

  proposer(name: string, event: EventOf<'proposer'>): void {
    const { system, mail } = this
    const before = this.world.nodes[name]!.proposer.held
    const effects = this.#stepper.step(name, 'proposer', event)
    if (!effects) return
    const { slot } = this.world.nodes[name]!.proposer
    this.#stepper.holds(name, 'proposer', before)
    if (event.type === 'build') this.#begins(name, 'proposer')
    for (const effect of effects) {
      switch (effect.kind) {
        case 'execute':
          mail.send(name, execution(name, 'proposer', effect))
          break
        case 'send':
          mail.send(name, proposalTo(system, name, this.#seats(name).committees[slot]!, effect))
          this.#stepper.fact({
            kind: 'proposed',
            member: name,
            slot,
            proposal: effect.body,
            held: [...this.world.verified[name]!, ...this.world.forced[name]!],
            foreseen: this.#foreseen(name, 'proposer', effect.body),
          })
          this.pool(name, { type: 'release', transactions: effect.body.transactions })
          break
        case 'submit': {
          const committee = this.#seats(name).committees[slot]!
          this.#stepper.fact({ kind: 'submitted', member: name, slot, committee, ...effect.body })
          this.#hand(name, 'proposer', blockTo(name, effect))
          break
        }
      }
    }
  }

  #begins(name: string, role: 'attester' | 'proposer'): void {
    const node = this.world.nodes[name]!
    node.begun = { ...node.begun, [role]: node.read.l1 }
  }

  #foreseen(name: string, role: 'attester' | 'proposer', proposal: Proposal): Foreseen {
    const { nodes, l1, slot } = this.world
    const node = nodes[name]!
    // F-60: a member that lacks a body may sign on the tip that it has; without a view none may.
    const isBehind = node[role].view.follows === 'behind'
    const isCurrent = !isBehind && node.begun[role] === l1 && node.read.l1 === l1 && node[role].slot === slot
    return { isCurrent, refusal: this.l1.wouldTake(proposal, role === 'proposer' ? name : undefined) }
  }

  /** Who is in charge when, as far as a node has read. */
  #seats(name: string): Seats {
    return seatsOf(this.system, this.world.nodes[name]!.read.l1)
  }

  /** A call of L1 leaves a node. */
  #hand(name: string, role: 'follower' | 'proposer', outgoing: Outgoing): void {
    handOver(this.#stepper, this.mail, this.l1, name, role, outgoing)
  }

  #verified(name: string, transaction: string, from: string): void {
    const { world } = this
    const known = world.verified[name]!
    if (!known.includes(transaction)) world.verified[name] = heldWith(known, transaction)
    const { slot } = world.nodes[name]!.pool
    this.#stepper.fact({ kind: 'verified', member: name, slot, transaction, from })
  }
}
