import type { PoolProfile } from '../../spec/poolParameters.ts'
import { deploy } from '../core/deployed.ts'
import { NodeScenario } from '../node/scenario.ts'
import { transactionPool } from './actor.ts'
import type { TransactionPoolTypes } from './types.ts'
import type { Effect, EventOf, PoolView, State } from './vocabulary.ts'

/** The transaction pool at some point of a story. */
export class Scenario extends NodeScenario<TransactionPoolTypes> {
  /** At genesis. */
  static deployed(profile: PoolProfile): Scenario {
    const node = deploy(transactionPool, profile)
    return new Scenario(node, node.initial)
  }

  protected later(state: State, sent: readonly Effect[]): this {
    return new Scenario(this.node, state, sent) as this
  }

  /** Lets time pass up to a slot. */
  at(slot: number): this {
    let after = this
    while (after.state.slot !== slot) {
      if (after.state.slot > slot) throw new RangeError(`slot ${slot} is over`)
      after = after.after({ type: 'tick' })
    }
    return after
  }

  /** Takes what the follower reports: the view as it is, with changes. */
  following(change: Partial<PoolView> = {}): this {
    return this.after({ type: 'follow', view: { ...this.state.view, ...change } })
  }

  /** Begins to verify transactions of one sender. */
  verifying(from: string, ...transactions: readonly string[]): this {
    return this.after(...transactions.map((transaction) => receipt(transaction, from)))
  }

  /** Receives transactions, one after the other, each with a proof that turns out right. */
  holding(from: string, ...transactions: readonly string[]): this {
    return this.after(
      ...transactions.flatMap((transaction) => [receipt(transaction, from), result(transaction, from)]),
    )
  }

  /** A request of the current slot; with changes. */
  request(
    transaction: string,
    from: string,
    change: Partial<EventOf<'receiveRequest'>> = {},
  ): EventOf<'receiveRequest'> {
    return { type: 'receiveRequest', form: 'fits', transaction, slot: this.state.slot, from, ...change }
  }
}

/** The arrival of a transaction with proof "a"; with changes. */
export const receipt = (
  transaction: string,
  from: string,
  change: Partial<EventOf<'receiveTransaction'>> = {},
): EventOf<'receiveTransaction'> => ({
  type: 'receiveTransaction',
  form: 'fits',
  transaction,
  proof: 'a',
  from,
  ...change,
})

/** The result of its verification: it is right; with changes. */
export const result = (
  transaction: string,
  from: string,
  change: Partial<EventOf<'verified'>> = {},
): EventOf<'verified'> => ({ type: 'verified', transaction, proof: 'a', from, valid: true, ...change })
