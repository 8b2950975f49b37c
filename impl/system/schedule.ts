import type { Choice } from './choice.ts'
import { drawnTerms, inCharge } from './drawn.ts'
import { isTaken, termsFor } from './duties.ts'
import { Liar } from './liar.ts'
import type { Random } from './random.ts'
import { type Next, Sequences } from './sequences.ts'
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

const ofLiars: readonly Kind[] = [
  'lie',
  'post',
  'seize',
  'finish',
  'advance',
  'move',
  'passOn',
  'early',
  'bid',
]

/** Chooses what happens next from random numbers alone; the same numbers choose the same in the same state. */
export class Scheduler {
  readonly #kinds: readonly Kind[]
  readonly #bounds: readonly number[]
  readonly #settling: number
  readonly #liar: Liar
  readonly #sequences: Sequences
  /** What was chosen last of a node or of a message. */
  #last: Choice | undefined
  /** What comes next, whatever the numbers say. */
  readonly #planned: Next[] = []

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
    this.#sequences = new Sequences(system, random, this.#liar)
  }

  /**
   * Some choice that has an object, whether or not a rule refuses it; none when the last slot is over and nothing waits.
   */
  next(world: World): Choice | undefined {
    const { random, system } = this
    for (;;) {
      if (isOver(system, world) && world.waiting.length === 0) return undefined
      const planned = this.#planned.shift()
      if (planned) {
        const choice = chosen(planned, world)
        if (choice) return choice
        continue
      }
      const place = random.next() * this.#bounds.at(-1)!
      const choice = this.#draw(this.#kinds[this.#bounds.findIndex((bound) => place < bound)]!, world)
      if (!choice || ((choice.do === 'tick' || choice.do === 'pass') && isOver(system, world))) continue
      if ('node' in choice || 'message' in choice) this.#last = choice
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
      case 'blocks':
        return { do: 'round', only: 'blocks' }
      case 'wake': {
        const late = system.honest.find((name) => isLate(world, name))
        return late === undefined ? undefined : { do: 'wake', node: late }
      }
      case 'read':
        return this.#read(world, node)
      case 'submit':
        return {
          do: 'submit',
          node,
          transaction: random.among(transactions),
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
        return { do: kind, node: inCharge(system, random, world, node) }
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
      case 'again':
        return this.#last
      case 'restart':
      case 'short':
      case 'offer':
      case 'alone':
      case 'passOn':
      case 'early':
      case 'bid': {
        const [first, ...more] = this.#sequences[kind](world, node)
        this.#planned.push(...more)
        return first && chosen(first, world)
      }
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

  #build(world: World): Choice {
    const { random, system } = this
    const node = inCharge(system, random, world, random.among(system.honest))
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
      'quote',
      'claim',
      'gather',
      'prove',
      'submitProof',
      'deposit',
      'startWithdrawal',
      'executeWithdrawal',
      'buildAlone',
      'submitBlock',
      'giveUp',
      'quote',
      'quote',
    ] as const)
    // The time in which anything can be quoted is short.
    const offer = { do: 'quote' as const, node: prover, ...termsFor(system, world, prover) }
    const kind = isTaken(system, world, offer) && random.chance(0.5) ? 'quote' : drawn
    switch (kind) {
      case 'quote':
        return { do: 'quote', node: prover, ...drawnTerms(system, random, world, prover) }
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
}

const chosen = (next: Next, world: World): Choice | undefined =>
  typeof next === 'function' ? next(world) : next

const isLate = ({ nodes, slot, phase }: World, name: string): boolean => {
  const { attester } = nodes[name]!
  return attester.slot !== slot || attester.phase !== phase
}

const isOver = ({ setup }: System, { slot, phase }: World): boolean =>
  slot === setup.horizon && phase === 'closed'
