import { proposalText } from '../../model/node/facts.ts'
import { missingOf, rootAfter } from '../../model/node/lists.ts'
import { GENESIS, type Proposal, type View, WRONG_ROOT } from '../../model/node/vocabulary.ts'
import { shownNow } from './chain.ts'
import type { Random } from './random.ts'
import { listFor } from './straight.ts'
import type { System } from './system.ts'
import type { BodyForm, Choice, Delivery, Form, Lie, World } from './vocabulary.ts'

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
  readonly read: number
  readonly submit: number
  readonly leave: number
  readonly setUp: number
  readonly build: number
  readonly publish: number
  readonly crash: number
  readonly resend: number
  readonly force: number
  readonly reorg: number
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
  read: 10,
  submit: 8,
  leave: 1,
  setUp: 0.5,
  build: 6,
  publish: 5,
  crash: 2,
  resend: 3,
  force: 1,
  reorg: 1,
  lie: 14,
  post: 3,
}

/** What a network or a node may be spared in one run: where everything fails all the time, few things happen. */
const sparable = ['duplicate', 'drop', 'late', 'crash', 'resend', 'force', 'reorg', 'post', 'leave'] as const

/** Weights of one run: each kind of fault is there at all in some runs only. */
export function drawnWeights(random: Random): Weights {
  const spared = sparable.filter(() => random.chance(0.4))
  return { ...hostile, ...Object.fromEntries(spared.map((kind) => [kind, 0])) }
}

/** How often a node carries out at once what it has to: in some runs never, in some always. */
const settling = [0, 0.5, 0.9, 1] as const

/** How often a lie is wrong in one more respect, and a choice is one that the rules refuse. */
const WRONG = 0.3
/** A source of L1 lags behind so many of its changes at most. */
const GREATEST_LAG = 2
const badBodyForms: readonly BodyForm[] = ['oversized', 'version', 'domain', 'malformed']
const badForms: readonly Form[] = [...badBodyForms, 'signature']

/** Chooses what happens next from random numbers alone; the same numbers choose the same in the same state. */
export class Scheduler {
  readonly #kinds: readonly Kind[]
  readonly #bounds: readonly number[]
  readonly #settling: number

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
    this.#settling = random.among(settling)
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
      if (choice && !(choice.do === 'tick' && isOver(system, world)))
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
      case 'wake': {
        const isLate = (name: string) => {
          const { slot, phase } = world.nodes[name]!.attester
          return slot !== world.slot || phase !== world.phase
        }
        const late = system.honest.find(isLate)
        return late === undefined ? undefined : { do: 'wake', node: late }
      }
      case 'read': {
        const behind = system.honest.filter((name) => world.nodes[name]!.follower.view !== world.views.at(-1))
        if (behind.length === 0 && !random.chance(WRONG / 3)) return undefined
        const reader = behind.length > 0 ? random.among(behind) : node
        return { do: 'read', node: reader, age: random.chance(WRONG) ? random.below(GREATEST_LAG + 1) : 0 }
      }
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
        return { do: 'publish', node: this.#inCharge(world, node) }
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
        return { do: 'lie', from: random.among(byzantine), to: node, message: this.#lie(world, node) }
      case 'post':
        return this.#post(world)
    }
  }

  /** Mostly what waits longest, so that a slot comes to its end. */
  #waiting({ waiting }: World): Delivery {
    const { random } = this
    return random.chance(0.6) ? waiting[0]! : random.among(waiting)
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

  /** @param to whom it is told: it may be what that one waits for */
  #lie(world: World, to: string): Lie {
    const { random } = this
    const { transactions } = this.system.setup
    const isBad = random.chance(0.1)
    const kind = random.next()
    if (kind < 0.6) {
      const form = isBad ? random.among(badForms) : 'fits'
      return { kind: 'proposal', form, proposal: this.#proposal(world, to) }
    }
    if (kind < 0.75) {
      const form = isBad ? random.among(badForms) : 'fits'
      return { kind: 'attestation', form, proposal: this.#known(world) ?? this.#proposal(world) }
    }
    const transaction = random.among(transactions)
    const form = isBad ? random.among(badBodyForms) : 'fits'
    if (kind < 0.87)
      return { kind: 'transaction', form, transaction, proof: random.chance(0.5) ? 'right' : 'wrong' }
    const { chain } = world.views.at(-1)!
    if (kind < 0.93 || chain.length === 0)
      return { kind: 'request', form, transaction, slot: world.slot + (random.chance(WRONG / 3) ? 1 : 0) }
    const { fetching } = world.nodes[to]!.follower
    const header = fetching.slot >= 0 && random.chance(0.5) ? fetching : random.among(chain)
    return { kind: 'body', header, body: random.chance(0.5) ? header.body : this.#some() }
  }

  /** On what L1 shows, or what a node takes for that, often right, and one of a few, so that several members get the same. */
  #proposal(world: World, to = this.random.among(this.system.honest)): Proposal {
    const { random } = this
    const { slot, nodes } = world
    const view = random.chance(WRONG / 3) ? nodes[to]!.attester.view : shownNow(world)
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

  #list(view: Pick<View, 'tip' | 'queue'>): { transactions: string[]; forced: number } {
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
    const known = facts.flatMap((fact) =>
      fact.slot === slot && (fact.kind === 'signed' || fact.kind === 'proposed') ? [fact.proposal] : [],
    )
    return known.length > 0 ? this.random.among(known) : undefined
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
