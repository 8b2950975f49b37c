import { proposalText } from '../../model/node/facts.ts'
import { missingOf, rootAfter } from '../../model/node/lists.ts'
import { GENESIS, type Proposal, type View, WRONG_ROOT } from '../../model/node/vocabulary.ts'
import type { Random } from './random.ts'
import { listFor } from './straight.ts'
import type { System } from './system.ts'
import type { Choice, Delivery, Form, Lie, World } from './vocabulary.ts'

/** How often something happens, each against the sum of all. */
export interface Weights {
  readonly deliver: number
  /** Delivered, and left there for another time. */
  readonly duplicate: number
  readonly drop: number
  readonly tick: number
  /** A tick that the clock of one node misses. */
  readonly late: number
  readonly wake: number
  readonly follow: number
  readonly submit: number
  readonly build: number
  readonly publish: number
  readonly crash: number
  readonly resend: number
  readonly force: number
  /** Of the Byzantine members, if there are any. */
  readonly lie: number
  readonly post: number
}
type Kind = keyof Weights

/** A network and members that do what they can, and still let a block through now and then. */
export const hostile: Weights = {
  deliver: 40,
  duplicate: 6,
  drop: 2,
  tick: 1,
  late: 0.3,
  wake: 4,
  follow: 10,
  submit: 8,
  build: 6,
  publish: 5,
  crash: 2,
  resend: 3,
  force: 1,
  lie: 14,
  post: 3,
}

/** What a network or a node may be spared in one run: where everything fails all the time, few things happen. */
const sparable = ['duplicate', 'drop', 'late', 'crash', 'resend', 'force', 'post'] as const

/** Weights of one run: each kind of fault is there at all in some runs only. */
export function drawnWeights(random: Random): Weights {
  const spared = sparable.filter(() => random.chance(0.4))
  return { ...hostile, ...Object.fromEntries(spared.map((kind) => [kind, 0])) }
}

/** How often a lie is wrong in one more respect, and a choice is one that the rules refuse. */
const WRONG = 0.3
/** A follower lags behind so many changes of L1 at most. */
const GREATEST_LAG = 2
const badForms: readonly Form[] = ['oversized', 'version', 'domain', 'malformed', 'signature']

/** Chooses what happens next from random numbers alone; the same numbers choose the same in the same state. */
export class Scheduler {
  readonly #kinds: readonly Kind[]
  readonly #bounds: readonly number[]

  /** @param weights drawn if not given */
  constructor(
    private readonly system: System,
    private readonly random: Random,
    weights: Weights = drawnWeights(random),
  ) {
    const hasLiars = system.setup.byzantine.length > 0
    this.#kinds = (Object.keys(weights) as Kind[]).filter(
      (kind) => weights[kind] > 0 && (hasLiars || (kind !== 'lie' && kind !== 'post')),
    )
    let sum = 0
    this.#bounds = this.#kinds.map((kind) => (sum += weights[kind]))
  }

  /**
   * Some choice that has an object, whether or not a rule refuses it; none when the last slot is over and nothing waits.
   */
  next(world: World): Choice | undefined {
    const { random, system } = this
    for (;;) {
      if (isOver(system, world) && world.pool.length === 0) return undefined
      const place = random.next() * this.#bounds.at(-1)!
      const choice = this.#draw(this.#kinds[this.#bounds.findIndex((bound) => place < bound)]!, world)
      if (choice && !(choice.do === 'tick' && isOver(system, world))) return choice
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
        if (world.pool.length === 0) return undefined
        const { key } = this.#waiting(world)
        if (kind === 'drop') return { do: 'drop', key }
        return kind === 'deliver' ? { do: 'deliver', key } : { do: 'deliver', key, keep: true }
      }
      case 'tick':
        return { do: 'tick' }
      case 'late':
        return { do: 'tick', late: [node] }
      case 'wake': {
        const isLate = (name: string) => {
          const { slot, phase } = world.nodes[name]!.attester
          return slot !== world.slot || phase !== world.phase
        }
        const late = system.honest.find(isLate)
        return late === undefined ? undefined : { do: 'wake', node: late }
      }
      case 'follow': {
        const blind = system.honest.find((name) => world.nodes[name]!.attester.view.follows === 'nothing')
        const follower = blind && random.chance(0.5) ? blind : node
        const age = random.chance(WRONG) ? random.below(GREATEST_LAG + 1) : 0
        const follow = { do: 'follow' as const, node: follower, age }
        return random.chance(0.05) ? { ...follow, behind: true } : follow
      }
      case 'submit':
        return {
          do: 'submit',
          node,
          transaction: random.among(transactions),
          valid: !random.chance(WRONG / 3),
        }
      case 'build':
        return this.#build(world)
      case 'publish':
        return { do: 'publish', node: this.#inCharge(world, node) }
      case 'crash':
        return { do: 'crash', node, store: random.chance(0.5) ? 'lost' : 'kept' }
      case 'resend':
        return { do: 'resend', node }
      case 'force':
        return { do: 'force', transaction: random.among(transactions) }
      case 'lie':
        return {
          do: 'lie',
          from: random.among(byzantine),
          to: random.among(system.honest),
          message: this.#lie(world),
        }
      case 'post':
        return this.#post(world)
    }
  }

  /** Mostly what waits longest, so that a slot comes to its end. */
  #waiting({ pool }: World): Delivery {
    const { random } = this
    return random.chance(0.6) ? pool[0]! : random.among(pool)
  }

  /** The proposer of the slot if it is honest, or sometimes somebody else. */
  #inCharge({ slot }: World, other: string): string {
    const proposer = this.system.proposers[slot]!
    return this.system.honest.includes(proposer) && !this.random.chance(0.1) ? proposer : other
  }

  #build(world: World): Choice {
    const { random, system } = this
    const node = this.#inCharge(world, random.among(system.honest))
    const { view, held } = world.nodes[node]!.proposer
    const list = listFor(view, held)
    if (!random.chance(WRONG)) return { do: 'build', node, ...list }
    const transactions = this.#some()
    return { do: 'build', node, transactions, forced: random.below(transactions.length + 1) }
  }

  /** Transactions in any order, one of them perhaps twice. */
  #some(): string[] {
    const { random, system } = this
    const { transactions } = system.setup
    return Array.from({ length: random.below(transactions.length + 1) }, () => random.among(transactions))
  }

  #lie(world: World): Lie {
    const { random } = this
    const form = random.chance(0.1) ? random.among(badForms) : 'fits'
    const kind = random.next()
    if (kind < 0.7) return { kind: 'proposal', form, proposal: this.#proposal(world) }
    const { transactions } = this.system.setup
    return kind < 0.9
      ? { kind: 'attestation', form, proposal: this.#known(world) ?? this.#proposal(world) }
      : { kind: 'transaction', transaction: random.among(transactions), valid: random.chance(0.5) }
  }

  /** On what L1 shows, often right, and one of a few, so that several members get the same. */
  #proposal({ slot, views }: World): Proposal {
    const { random } = this
    const view = views.at(-1)!
    const list = this.#list(view)
    const right: Proposal = {
      ...{ slot, timestampSlot: slot, parent: view.tip },
      ...list,
      ...{ root: rootAfter({ parent: view.tip, ...list }), blobs: 'match' },
    }
    if (!random.chance(WRONG)) return right
    switch (random.below(7)) {
      case 0:
        return { ...right, root: [...WRONG_ROOT] }
      case 1:
        return { ...right, root: rootAfter({ parent: view.tip, transactions: this.#some() }) }
      case 2:
        return { ...right, blobs: 'other' }
      case 3:
        return { ...right, parent: GENESIS }
      case 4:
        return { ...right, forced: right.forced + 1 }
      case 5:
        return { ...right, timestampSlot: slot + 1 }
      default:
        return { ...right, slot: slot + 1, timestampSlot: slot + 1 }
    }
  }

  #list(view: View): { transactions: string[]; forced: number } {
    const { random, system } = this
    const { transactions } = system.setup
    const all = listFor(view, transactions)
    const others = missingOf(all.transactions, [...view.queue, ...view.tip.root])
    if (others.length === 0 || random.chance(0.2)) return all
    const one = random.among(others)
    return { transactions: [...view.queue, one], forced: all.forced }
  }

  /** One that somebody signed in this slot. */
  #known({ facts, slot }: World): Proposal | undefined {
    const known = facts.filter(
      (fact) => fact.slot === slot && (fact.kind === 'signed' || fact.kind === 'proposed'),
    )
    return known.length > 0 ? this.random.among(known).proposal : undefined
  }

  /** With the attestations that there are and those of all Byzantine members, sometimes with more. */
  #post(world: World): Choice {
    const { random, system } = this
    const { byzantine } = system.setup
    const proposer = system.proposers[world.slot]!
    const from = byzantine.includes(proposer) && !random.chance(0.1) ? proposer : random.among(byzantine)
    const proposal = this.#known(world) ?? this.#proposal(world)
    const text = proposalText(proposal)
    const signers = world.facts
      .filter((fact) => fact.kind === 'signed' && proposalText(fact.proposal) === text)
      .map(({ member }) => member)
    const attestations = random.chance(0.2)
      ? [...system.committees[world.slot]!]
      : system.committees[world.slot]!.filter(
          (member) => byzantine.includes(member) || signers.includes(member),
        )
    return { do: 'post', from, proposal, attestations }
  }
}

const isOver = ({ setup }: System, { slot, phase }: World): boolean =>
  slot === setup.horizon && phase === 'closed'
