import { heldWith } from '../../model/node/lists.ts'
import type { View } from '../../model/node/vocabulary.ts'
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
import type { Mail } from './mail.ts'
import type { RoleSteps, System } from './system.ts'
import type { Delivery, Fact, Made, Role, RoleStates, RoleTypes, Store, World } from './vocabulary.ts'

type EventOf<Name extends Role> = RoleTypes[Name]['event']

/**
 * The honest nodes of a world, each composed of its roles. An input is one of the node; what a role tells another is a
 * step of that before the next input, and what takes time or leaves the node goes into the mail.
 */
export class Nodes {
  constructor(
    private readonly system: System,
    private readonly world: World,
    private readonly mail: Mail,
    private readonly made: Made[],
  ) {}

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
      this.follower(name, { type: 'tick' })
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
        if (message.role === 'attester') this.attester(name, event)
        else this.proposer(name, event)
        break
      }
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
    this.#fact({ kind: 'crashed', member: name, slot, store })
    const event = { type: 'crash' as const, store }
    this.follower(name, event)
    this.pool(name, event)
    this.attester(name, event)
    this.proposer(name, event)
  }

  follower(name: string, event: EventOf<'follower'>): void {
    const effects = this.#step(name, 'follower', event)
    if (!effects) return
    const { follower, attester } = this.world.nodes[name]!
    const by = { member: name, slot: follower.slot }
    if (event.type === 'readView') {
      const { forced } = this.world
      forced[name] = [...new Set([...forced[name]!, ...event.view.forced])]
      this.#fact({ kind: 'read', ...by, view: event.view })
    }
    if (event.type === 'fetched')
      this.#fact({ kind: 'fetched', ...by, header: event.header, body: event.body })
    // What is told is told before anything that a role does with it.
    const told = effects.find((effect) => effect.kind === 'tell' && effect.id === 'view')
    const view = (told as { readonly body: View } | undefined)?.body ?? attester.view
    if (event.type !== 'crash') this.#fact({ kind: 'told', ...by, view })
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
          this.mail.send(name, setUpTo(name, effect))
          break
        case 'alarm':
          // Nobody hears it who is part of a run.
          break
      }
    }
  }

  pool(name: string, event: EventOf<'pool'>): void {
    const { system, mail } = this
    const before = this.world.nodes[name]!.pool.stored
    const effects = this.#step(name, 'pool', event)
    if (!effects) return
    const { slot, stored } = this.world.nodes[name]!.pool
    this.#holds(name, 'pool', before, stored)
    if (event.type !== 'crash')
      for (const transaction of before)
        if (!stored.includes(transaction)) this.#fact({ kind: 'drops', member: name, slot, transaction })
    for (const effect of effects) {
      switch (effect.kind) {
        case 'tell': {
          const { transaction } = effect.body
          this.attester(name, { type: 'transactionVerified', transaction, valid: true })
          this.proposer(name, { type: 'transactionVerified', transaction, valid: true })
          mail.done(name, (id) => id.startsWith(`request/${transaction}/`))
          break
        }
        case 'verify':
          mail.send(name, verification(name, effect))
          break
        case 'send':
          if (event.type === 'ask') mail.send(name, requestTo(system, name, effect))
          else {
            this.#fact({ kind: 'passed', member: name, slot, transaction: effect.body.transaction })
            mail.send(name, transactionTo(system, name, effect))
          }
          break
      }
    }
  }

  attester(name: string, event: EventOf<'attester'>): void {
    const { system, world, mail } = this
    const before = world.nodes[name]!.attester.held
    const effects = this.#step(name, 'attester', event)
    if (!effects) return
    const { slot, held } = world.nodes[name]!.attester
    this.#holds(name, 'attester', before, held)
    for (const effect of effects) {
      switch (effect.kind) {
        case 'execute':
          mail.send(name, execution(name, 'attester', effect))
          break
        case 'request':
          this.pool(name, { type: 'ask', ...effect.body })
          break
        case 'send':
          mail.send(name, attestationTo(system, name, effect))
          if (event.type === 'executed') {
            const { parent, transactions, forced } = event
            const result = { parent, transactions, forced }
            this.#fact({
              ...{ kind: 'signed', member: name, slot, proposal: effect.body, result },
              ...{ verified: world.verified[name]!, forced: world.forced[name]! },
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
    const effects = this.#step(name, 'proposer', event)
    if (!effects) return
    const { slot, held } = this.world.nodes[name]!.proposer
    this.#holds(name, 'proposer', before, held)
    for (const effect of effects) {
      switch (effect.kind) {
        case 'execute':
          mail.send(name, execution(name, 'proposer', effect))
          break
        case 'send':
          mail.send(name, proposalTo(system, name, effect))
          this.#fact({ kind: 'proposed', member: name, slot, proposal: effect.body })
          this.pool(name, { type: 'release', transactions: effect.body.transactions })
          break
        case 'submit':
          mail.send(name, blockTo(name, effect))
          this.#fact({ kind: 'submitted', member: name, slot, ...effect.body })
          break
      }
    }
  }

  /** @returns the effects, undefined where the event is refused */
  #step<Name extends Role>(
    name: string,
    role: Name,
    event: EventOf<Name>,
  ): readonly RoleTypes[Name]['effect'][] | undefined {
    const steps: RoleSteps = this.system.steps
    const states: RoleStates = this.world.nodes[name]!
    const step = steps[role](name)(states[role], event, this.system.deployments[name]![role])
    this.made.push({
      ...{ actor: `${name} ${role}`, event: event.type },
      refusal: 'refusal' in step ? String(step.refusal) : undefined,
    })
    if ('refusal' in step) return undefined
    states[role] = step.next as RoleStates[Name]
    return step.effects
  }

  #verified(name: string, transaction: string, from: string): void {
    const { world } = this
    const known = world.verified[name]!
    if (!known.includes(transaction)) world.verified[name] = heldWith(known, transaction)
    const { slot } = world.nodes[name]!.pool
    this.#fact({ kind: 'verified', member: name, slot, transaction, from })
  }

  #holds(
    name: string,
    role: 'pool' | 'attester' | 'proposer',
    before: readonly string[],
    after: readonly string[],
  ): void {
    if (before === after) return
    const { slot } = this.world.nodes[name]![role]
    for (const transaction of after)
      if (!before.includes(transaction)) this.#fact({ kind: 'holds', member: name, slot, role, transaction })
  }

  #fact(fact: Fact): void {
    this.world.facts.push(fact)
  }
}
