import { nextPhase } from '../../model/node/clock.ts'
import { proposalOf } from './chain.ts'
import type { Choice } from './choice.ts'
import { L1 } from './deliveries.ts'
import { blockDuties, duties, eventOf } from './duties.ts'
import { Layer1 } from './layer1.ts'
import { Mail } from './mail.ts'
import { Nodes } from './nodes.ts'
import { asSigned } from './signatures.ts'
import type { System } from './system.ts'
import { isBehind } from './views.ts'
import type { Delivery, Made, World } from './vocabulary.ts'

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

/** Deliveries after which what nodes say to each other must have come to an end. */
const CALM_LIMIT = 10_000

/** What waits leads to ever more that waits: a mistake of a role or of the runner. */
export class NeverCalm extends Error {
  override readonly name = 'NeverCalm'
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
    this.#l1 = new Layer1(system, world, this.#mail, made)
    this.#nodes = new Nodes(system, world, this.#mail, this.#l1, made)
  }

  carryOut(choice: Choice): void {
    const { byzantine } = this.system.setup
    switch (choice.do) {
      case 'tick':
        this.#tick(choice.late ?? [])
        break
      case 'pass': {
        const end = Math.min(this.world.slot + choice.slots, this.system.setup.horizon)
        while (this.world.slot < end) this.#tick([])
        break
      }
      case 'calm':
        this.#calm()
        break
      case 'round':
        this.#calm()
        for (const node of this.system.honest) this.#work(node, choice.only ? blockDuties : duties)
        this.#calm()
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
      case 'passOn': {
        const { from, to, signer } = choice
        if (!byzantine.includes(from) || !this.#isHonest(to)) break
        const message = this.#isHonest(signer)
          ? asSigned(this.world.facts, signer, choice.message)
          : choice.message
        this.#receive({ key: 'passedOn', from: signer, to, message, expiresSlot: this.world.slot })
        break
      }
      case 'post':
      case 'seize':
      case 'finish':
      case 'advance':
      case 'move':
        if (byzantine.includes(choice.from)) this.#ofLiar(choice)
        break
      default:
        if (this.#isHonest(choice.node)) this.#ofNode(choice)
    }
  }

  /** Nothing of it can go on for ever: each result ends what it is a result of. */
  settle(): void {
    for (let own = this.#mail.takeOwn(); own; own = this.#mail.takeOwn()) this.#receive(own)
  }

  /** Everything is delivered and read, until nothing waits. */
  #calm(): void {
    const { world, system } = this
    for (let left = CALM_LIMIT; left > 0; left--) {
      const [first] = world.waiting
      const reader = first ? undefined : system.honest.find((name) => isBehind(world, name))
      if (first) this.#receive(this.#mail.take(first.key)!)
      else if (reader === undefined) return
      else this.#nodes.read(reader, world.views.length - 1)
    }
    throw new NeverCalm(`after ${CALM_LIMIT} deliveries something waits in slot ${world.slot}`)
  }

  /** Calls of L1 by somebody Byzantine. */
  #ofLiar(choice: Extract<Choice, { do: 'post' | 'seize' | 'finish' | 'advance' | 'move' }>): void {
    const { from } = choice
    switch (choice.do) {
      case 'post':
        this.#l1.propose(from, choice.proposal, choice.attestations)
        break
      case 'seize':
        this.#l1.claim(from, choice.quote)
        break
      case 'finish':
        this.#l1.prove(from, { epoch: choice.epoch, tip: choice.tip })
        break
      case 'advance':
        this.#l1.advance(from, choice.proposal)
        break
      case 'move':
        this.#l1.escrow(from, choice.call)
        break
    }
  }

  /** Each is tried, be it the time for it or not. */
  #work(node: string, tried = duties): void {
    for (const duty of tried) {
      const choice = duty(this.system, this.world, node)
      if (choice) this.#ofNode(choice)
    }
  }

  #ofNode(choice: Extract<Choice, { node: string }>): void {
    const { world } = this
    const { node } = choice
    switch (choice.do) {
      case 'work':
        this.#work(node)
        break
      case 'wake':
        this.#nodes.catchUp(node)
        break
      case 'read':
        this.#nodes.read(node, Math.max(world.views.length - 1 - choice.age, 0))
        break
      case 'crash':
        this.#nodes.crash(node, choice.store)
        break
      case 'resend':
        this.#mail.sendAgain(node)
        break
      default:
        this.#nodes.take(node, eventOf(choice))
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
    else this.#put(from, message)
    if (carriesOut !== undefined) this.#mail.done(from, (id) => id === carriesOut)
  }

  /** A message to L1. */
  #put(from: string, message: Delivery['message']): void {
    const l1 = this.#l1
    switch (message.kind) {
      case 'block':
        l1.propose(from, message.proposal, message.attestations)
        break
      case 'setUp':
        l1.setUp(from)
        break
      case 'claim':
        l1.claim(from, message.quote)
        break
      case 'based':
        l1.advance(from, proposalOf(message.block))
        break
      case 'call':
        if (message.call.call === 'submitEpochProof') l1.prove(from, message.call)
        else l1.escrow(from, message.call)
        break
    }
  }

  #isHonest(name: string): boolean {
    return this.system.honest.includes(name)
  }
}
