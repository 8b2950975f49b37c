import type { Choice } from './choice.ts'
import { isTaken, termsFor } from './duties.ts'
import { Liar } from './liar.ts'
import type { Random } from './random.ts'
import { seatsOf } from './seats.ts'
import { listFor } from './straight.ts'
import type { System } from './system.ts'
import { isBehind } from './views.ts'
import type { Delivery, World } from './vocabulary.ts'
import { drawnWeights, type Kind, type Weights } from './weights.ts'

/** How often a node carries out at once what it has to: in some runs never, in some always. */
const settling = [0, 0.5, 0.9, 1] as const

/** How often a choice is one that the rules refuse. */
const WRONG = 0.3
/** A source of L1 lags behind so many of its changes at most. */
const GREATEST_LAG = 2
/** So many slots pass at once at most. */
const GREATEST_PASS = 2

const ofLiars: readonly Kind[] = ['lie', 'post', 'seize', 'finish', 'advance', 'move']

/** Chooses what happens next from random numbers alone; the same numbers choose the same in the same state. */
export class Scheduler {
  readonly #kinds: readonly Kind[]
  readonly #bounds: readonly number[]
  readonly #settling: number
  readonly #liar: Liar

  /** @param weights drawn if not given: where there are provers, those of a run that lasts */
  constructor(
    private readonly system: System,
    private readonly random: Random,
    weights: Weights = drawnWeights(random, system.setup.profile.provers.length > 0),
  ) {
    const hasLiars = system.setup.byzantine.length > 0
    this.#kinds = (Object.keys(weights) as Kind[]).filter(
      (kind) => weights[kind] > 0 && (hasLiars || !ofLiars.includes(kind)),
    )
    let sum = 0
    this.#bounds = this.#kinds.map((kind) => (sum += weights[kind]))
    this.#settling = random.among(settling)
    this.#liar = new Liar(system, random)
  }

  /**
   * Some choice that has an object, whether or not a rule refuses it; none when the last slot is over and nothing waits.
   */
  next(world: World): Choice | undefined {
    const { random, system } = this
    for (;;) {
      if (isOver(system, world) && world.waiting.length === 0) return undefined
      const place = random.next() * this.#bounds.at(-1)!
      const choice = this.#draw(this.#kinds[this.#bounds.findIndex((bound) => place < bound)]!, world)
      if (choice && !((choice.do === 'tick' || choice.do === 'pass') && isOver(system, world)))
        return random.chance(this.#settling) ? { ...choice, settle: true } : choice
    }
  }

  #draw(kind: Kind, world: World): Choice | undefined {
    const { random, system } = this
    const { transactions, byzantine } = system.setup
    const node = random.among(system.honest)
    switch (kind) {
      case 'deliver':
      case 'duplicate':
      case 'drop': {
        if (world.waiting.length === 0) return undefined
        const { key } = this.#waiting(world)
        if (kind === 'drop') return { do: 'drop', key }
        return kind === 'deliver' ? { do: 'deliver', key } : { do: 'deliver', key, keep: true }
      }
      case 'tick':
        return { do: 'tick' }
      case 'late':
        return { do: 'tick', late: [node] }
      case 'pass':
        return { do: 'pass', slots: 1 + random.below(GREATEST_PASS) }
      case 'calm':
      case 'round':
        return { do: kind }
      case 'wake': {
        const late = system.honest.find((name) => isLate(world, name))
        return late === undefined ? undefined : { do: 'wake', node: late }
      }
      case 'read':
        return this.#read(world, node)
      case 'submit':
        return {
          ...{ do: 'submit', node, transaction: random.among(transactions) },
          proof: random.chance(WRONG / 3) ? 'wrong' : 'right',
          to: random.chance(WRONG) ? 'stash' : 'user',
        }
      case 'leave': {
        const { verifying } = world.nodes[node]!.pool
        return verifying.length === 0 ? undefined : { do: 'leave', node, from: random.among(verifying).from }
      }
      case 'setUp':
        return { do: 'setUp', node }
      case 'build':
        return this.#build(world)
      case 'publish':
      case 'work':
        return { do: kind, node: this.#inCharge(world, node) }
      case 'deal':
        return this.#deal(world, node)
      case 'crash':
        return { do: 'crash', node, store: random.chance(0.5) ? 'lost' : 'kept' }
      case 'resend':
        return { do: 'resend', node }
      case 'force':
        return { do: 'force', transaction: random.among(transactions) }
      case 'reorg':
        return world.past.length === 0
          ? undefined
          : { do: 'reorg', depth: 1 + random.below(world.past.length) }
      case 'lie':
        return { do: 'lie', from: random.among(byzantine), to: node, message: this.#liar.lie(world, node) }
      case 'move':
        return this.#liar.move()
      default:
        return this.#liar[kind](world)
    }
  }

  #read(world: World, node: string): Choice | undefined {
    const { random, system } = this
    const behind = system.honest.filter((name) => isBehind(world, name))
    if (behind.length === 0 && !random.chance(WRONG / 3)) return undefined
    const reader = behind.length > 0 ? random.among(behind) : node
    return { do: 'read', node: reader, age: random.chance(WRONG) ? random.below(GREATEST_LAG + 1) : 0 }
  }

  /** Mostly what waits longest, so that a slot comes to its end. */
  #waiting({ waiting }: World): Delivery {
    const { random } = this
    return random.chance(0.6) ? waiting[0]! : random.among(waiting)
  }

  /** The proposer of the slot if it is honest, or sometimes somebody else. */
  #inCharge({ slot, l1 }: World, other: string): string {
    const proposer = seatsOf(this.system, l1).proposers[slot]!
    return this.system.honest.includes(proposer) && !this.random.chance(0.1) ? proposer : other
  }

  #build(world: World): Choice {
    const { random, system } = this
    const node = this.#inCharge(world, random.among(system.honest))
    const { view, held } = world.nodes[node]!.proposer
    const list = listFor(view, held)
    if (!random.chance(WRONG)) return { do: 'build', node, ...list }
    const transactions = this.#liar.some()
    return { do: 'build', node, transactions, forced: random.below(transactions.length + 1) }
  }

  /** Of a prover, a claimant or a fallback proposer, be it the time for it or not. */
  #deal(world: World, node: string): Choice {
    const { random, system } = this
    const { provers } = system.setup.profile
    const prover = provers.includes(node)
      ? node
      : (system.honest.find((name) => provers.includes(name)) ?? node)
    const drawn = random.among([
      ...(['quote', 'claim', 'gather', 'prove', 'submitProof', 'deposit', 'startWithdrawal'] as const),
      ...(['executeWithdrawal', 'buildAlone', 'submitBlock', 'giveUp', 'quote', 'quote'] as const),
    ])
    // The time in which anything can be quoted is short.
    const offer = { do: 'quote' as const, node: prover, ...termsFor(system, world, prover) }
    const kind = isTaken(system, world, offer) && random.chance(0.5) ? 'quote' : drawn
    switch (kind) {
      case 'quote':
        return { do: 'quote', node: prover, ...this.#terms(world, prover) }
      case 'deposit':
      case 'startWithdrawal':
        return { do: kind, node: prover, amount: String(random.below(4)) }
      case 'buildAlone': {
        const { view, held } = world.nodes[node]!.fallbackProposer
        const transactions = this.#liar.some()
        const list = { transactions, forced: random.below(transactions.length + 1) }
        return { do: 'buildAlone', node, ...(random.chance(WRONG) ? list : listFor(view, held)) }
      }
      case 'submitBlock':
      case 'giveUp':
      case 'claim':
        return { do: kind, node }
      default:
        return { do: kind, node: prover }
    }
  }

  /** What a prover offers, sometimes with another number. */
  #terms(world: World, node: string): { validUntilSlot: number; bond: string; fee: number } {
    const { random, system } = this
    const terms = termsFor(system, world, node)
    if (random.chance(0.5)) return terms
    switch (random.below(3)) {
      case 0:
        return { ...terms, validUntilSlot: Math.max(0, world.slot + random.below(3) - 1) }
      case 1:
        return { ...terms, bond: random.among(['0', '2', '3']) }
      default:
        return { ...terms, fee: random.chance(0.5) ? 0 : 10_001 }
    }
  }
}

const isLate = ({ nodes, slot, phase }: World, name: string): boolean => {
  const { attester } = nodes[name]!
  return attester.slot !== slot || attester.phase !== phase
}

const isOver = ({ setup }: System, { slot, phase }: World): boolean =>
  slot === setup.horizon && phase === 'closed'
