import type { ClaimantProfile } from '../../spec/claimantParameters.ts'
import { deploy } from '../core/deployed.ts'
import { SlotScenario } from '../node/scenario.ts'
import { claimant } from './actor.ts'
import { endedEpoch } from './quotes.ts'
import type { ClaimantTypes } from './types.ts'
import type { Effect, EventOf, Quote, State } from './vocabulary.ts'

/** The claimant at some point of a story. */
export class Scenario extends SlotScenario<ClaimantTypes> {
  /** At genesis. */
  static deployed(profile: ClaimantProfile): Scenario {
    const node = deploy(claimant, profile)
    return new Scenario(node, node.initial)
  }

  protected later(state: State, sent: readonly Effect[]): this {
    return new Scenario(this.node, state, sent) as this
  }

  /** A quote of a prover that is meant to pass in the current slot, with changes. */
  quote(prover: string, change: Partial<Quote> = {}): Quote {
    const { parameters } = this.node.deployment
    const { slot } = this.state
    const epoch = Math.max(endedEpoch(slot, parameters), 0)
    return { prover, epoch, validUntilSlot: slot, bond: parameters.minimumBond, fee: 5_000, ...change }
  }

  /** Its receipt, signed by the prover; with changes to quote and message. */
  receiving(
    prover: string,
    change: Partial<Quote> = {},
    message: Partial<Omit<EventOf<'receiveQuote'>, 'quote'>> = {},
  ): EventOf<'receiveQuote'> {
    const quote = this.quote(prover, change)
    return { type: 'receiveQuote', form: 'fits', signer: quote.prover, quote, ...message }
  }

  /** With a quote of a prover. */
  quoted(prover: string, change: Partial<Quote> = {}): this {
    return this.after(this.receiving(prover, change))
  }
}
