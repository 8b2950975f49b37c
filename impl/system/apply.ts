import { nextPhase } from '../../model/node/clock.ts'
import { L1 } from './deliveries.ts'
import { Layer1 } from './layer1.ts'
import { Mail } from './mail.ts'
import { Nodes } from './nodes.ts'
import type { System } from './system.ts'
import type { Choice, Delivery, Made, World } from './vocabulary.ts'

/**
 * Carries one choice out.
 * @param world changed in place; what it holds of actors is replaced and never changed
 * @returns the generated steps that were made, in their order; none where the choice has no object
 */
export function apply(system: System, world: World, choice: Choice): Made[] {
  const made: Made[] = []
  const at = new Place(system, world, made)
  at.carryOut(choice)
  if (choice.settle) at.settle()
  return made
}

/** A world while one choice is carried out. */
class Place {
  readonly #mail: Mail
  readonly #nodes: Nodes
  readonly #l1: Layer1

  constructor(
    private readonly system: System,
    private readonly world: World,
    made: Made[],
  ) {
    this.#mail = new Mail(world)
    this.#nodes = new Nodes(system, world, this.#mail, made)
    this.#l1 = new Layer1(system, world, this.#mail, made)
  }

  carryOut(choice: Choice): void {
    const { byzantine } = this.system.setup
    switch (choice.do) {
      case 'tick':
        this.#tick(choice.late ?? [])
        break
      case 'deliver': {
        const waiting = this.#mail.take(choice.key, choice.keep)
        if (waiting) this.#receive(waiting)
        break
      }
      case 'drop':
        this.#mail.take(choice.key)
        break
      case 'force':
        this.#l1.force(choice.transaction)
        break
      case 'reorg':
        this.#l1.goBack(choice.depth)
        break
      case 'lie': {
        const { from, to, message } = choice
        if (!byzantine.includes(from) || !this.#isHonest(to)) break
        this.#receive({ key: 'lie', from, to, message, expiresSlot: this.world.slot })
        break
      }
      case 'post':
        if (byzantine.includes(choice.from))
          this.#l1.propose(choice.from, choice.proposal, choice.attestations)
        break
      default:
        if (this.#isHonest(choice.node)) this.#ofNode(choice)
    }
  }

  /** Nothing of it can go on for ever: each result ends what it is a result of. */
  settle(): void {
    for (let own = this.#mail.takeOwn(); own; own = this.#mail.takeOwn()) this.#receive(own)
  }

  #ofNode(choice: Extract<Choice, { node: string }>): void {
    const { world } = this
    const nodes = this.#nodes
    const { node } = choice
    switch (choice.do) {
      case 'wake':
        nodes.catchUp(node)
        break
      case 'read': {
        const view = world.views[Math.max(world.views.length - 1 - choice.age, 0)]!
        nodes.follower(node, { type: 'readView', view })
        break
      }
      case 'submit': {
        const { transaction, proof, to } = choice
        nodes.pool(node, { type: 'receiveTransaction', form: 'fits', transaction, proof, from: to })
        break
      }
      case 'leave':
        nodes.pool(node, { type: 'leave', from: choice.from })
        break
      case 'setUp':
        nodes.follower(node, { type: 'setUp' })
        break
      case 'build': {
        const { transactions, forced } = choice
        nodes.proposer(node, { type: 'build', transactions: [...transactions], forced })
        break
      }
      case 'publish':
        nodes.proposer(node, { type: 'publish' })
        break
      case 'crash':
        nodes.crash(node, choice.store)
        break
      case 'resend':
        this.#mail.sendAgain(node)
        break
    }
  }

  #tick(late: readonly string[]): void {
    const { system, world } = this
    const next = nextPhase(world)
    if (next.slot > system.setup.horizon) return
    const begins = next.slot !== world.slot
    world.slot = next.slot
    world.phase = next.phase
    if (begins) {
      this.#l1.advanceSlot()
      this.#mail.expire(next.slot)
    }
    for (const name of system.honest) if (!late.includes(name)) this.#nodes.catchUp(name)
  }

  #receive(waiting: Delivery): void {
    const { from, to, message, carriesOut } = waiting
    if (to !== L1) this.#nodes.receive(waiting)
    else if (message.kind === 'block') this.#l1.propose(from, message.proposal, message.attestations)
    else if (message.kind === 'setUp') this.#l1.setUp(from)
    if (carriesOut !== undefined) this.#mail.done(from, (id) => id === carriesOut)
  }

  #isHonest(name: string): boolean {
    return this.system.honest.includes(name)
  }
}
