import fc from 'fast-check'
import type { NodeParameters } from '../../spec/nodeParameters.ts'
import { rootAfter } from './lists.ts'
import { type Block, GENESIS, NO_VIEW, type Proposal, phases, type View, WRONG_ROOT } from './vocabulary.ts'

/** A generator of fast-check. */
type Generator = <Value>(arbitrary: (...given: never[]) => fc.Arbitrary<Value>, ...given: unknown[]) => Value

/** Draws numbers, and what to take of given values, from a generator of fast-check. */
export class Dice {
  constructor(private readonly gen: Generator) {}

  integer(min: number, max: number): number {
    return this.gen(fc.integer as never, { min, max })
  }

  among<Value>(values: readonly Value[]): Value {
    return values[this.integer(0, values.length - 1)]!
  }

  /** Once in so many times. */
  seldom(times: number): boolean {
    return this.integer(1, times) === 1
  }

  /** The first of a few values that fits; undefined if none does. */
  fitting<Value>(draw: () => Value, fits: (value: Value) => boolean): Value | undefined {
    for (let tries = 0; tries < 8; tries++) {
      const value = draw()
      if (fits(value)) return value
    }
    return undefined
  }

  /** Some of the values, in their order. `left`: each is left out once in so many times. */
  some<Value>(values: readonly Value[], left: number): Value[] {
    return values.filter(() => !this.seldom(left))
  }
}

/** Draws values of the shapes that the roles share. */
export class Draw extends Dice {
  constructor(
    gen: Generator,
    /** Every transaction that a profile names, and one that it does not. */
    protected readonly names: readonly string[],
    /** Those that can be held, ascending. */
    private readonly holdable: readonly string[],
    private readonly horizon: number,
  ) {
    super(gen)
  }

  clock() {
    return {
      slot: this.integer(0, this.horizon),
      phase: this.among(['build' as const, 'build' as const, ...phases]),
    }
  }

  /** Ascending, none twice. */
  held(): string[] {
    return this.some(this.holdable, 5)
  }

  /** Transactions, the same perhaps twice. */
  list(longest: number): string[] {
    return Array.from({ length: this.integer(0, longest) }, () => this.among(this.names))
  }

  /** None twice, in any order. */
  root(): string[] {
    return [...new Set(this.list(this.names.length))]
  }

  /** A block of a slot up to this one. */
  block(latest: number): Block {
    const slot = this.integer(-1, latest)
    return slot < 0 ? GENESIS : { slot, root: this.root() }
  }

  view(latest: number): View {
    if (this.seldom(8)) return NO_VIEW
    return {
      follows: this.among(['level', 'level', 'level', 'behind']),
      tip: this.block(latest),
      alarm: this.seldom(8),
      fallback: this.seldom(8),
      queue: this.seldom(2) ? [] : this.list(3),
    }
  }

  /** A list with as many forced ones as fit it, or one more. */
  forcedList(queue: readonly string[]): { transactions: string[]; forced: number } {
    const taken = this.seldom(3) ? queue.slice(0, this.integer(0, queue.length)) : queue
    const transactions = this.seldom(6) ? this.list(3) : [...taken, ...this.root().slice(0, 2)]
    const forced = this.among([
      taken.length,
      taken.length,
      taken.length,
      taken.length,
      0,
      transactions.length,
      transactions.length + 1,
    ])
    return { transactions, forced }
  }

  /** A proposal of a slot on the tip of a view, sometimes wrong in one respect. */
  proposal(slot: number, view: View): Proposal {
    const parent = this.seldom(8) ? this.block(slot) : view.tip
    const list = this.forcedList(view.queue)
    const root = this.seldom(8) ? this.among([[...WRONG_ROOT], this.root()]) : rootAfter({ parent, ...list })
    return {
      slot,
      timestampSlot: this.seldom(10) ? this.integer(0, this.horizon + 1) : slot,
      parent,
      ...list,
      root,
      blobs: this.seldom(8) ? 'other' : 'match',
    }
  }

  /** A result, mostly of what is executed. */
  resultOf({ parent, transactions, forced }: Pick<Proposal, 'parent' | 'transactions' | 'forced'>) {
    return {
      type: 'executed' as const,
      parent: this.seldom(5) ? this.block(this.horizon) : parent,
      transactions: this.seldom(5) ? this.list(3) : transactions,
      forced: this.seldom(5) ? this.integer(0, 3) : forced,
    }
  }

  /** Events of the node itself. Where no time is left, something is followed instead. Without phases a tick is a slot. */
  nodeEvent(
    type: 'tick' | 'follow' | 'crash' | 'transactionVerified',
    { slot, phase = 'closed' }: { readonly slot: number; readonly phase?: string },
  ) {
    switch (type) {
      case 'tick':
        if (phase === 'closed' && slot === this.horizon)
          return { type: 'follow' as const, view: this.view(this.horizon) }
        return { type }
      case 'follow':
        return { type, view: this.view(this.horizon) }
      case 'crash':
        return this.crash()
      case 'transactionVerified':
        return this.verified()
    }
  }

  crash() {
    return { type: 'crash' as const, store: this.among(['kept', 'lost'] as const) }
  }

  /** Mostly a valid one. */
  verified() {
    const transaction = this.among(this.holdable)
    return { type: 'transactionVerified' as const, transaction, valid: !this.seldom(4) }
  }
}

/** What no node builds or takes, whatever its view: a parent of no earlier slot, more forced ones than there are, too few. */
export const canBeListed = (
  slot: number,
  { parent, transactions, forced }: Pick<Proposal, 'parent' | 'transactions' | 'forced'>,
  { minTxPerBlock }: Pick<NodeParameters, 'minTxPerBlock'>,
): boolean =>
  parent.slot < slot &&
  forced <= transactions.length &&
  (transactions.length >= minTxPerBlock || (forced > 0 && forced === transactions.length))

/** Every transaction that a profile names, and one that it does not. */
export const namesOf = (profile: {
  readonly transactions: readonly string[]
  readonly initialHeld: readonly string[]
  readonly lists: readonly (readonly string[])[]
}): string[] => [...new Set([...profile.transactions, ...profile.initialHeld, ...profile.lists.flat(), 't9'])]
