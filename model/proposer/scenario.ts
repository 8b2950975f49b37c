import type { ProposerProfile } from '../../spec/nodeParameters.ts'
import { type Deployed, deploy } from '../core/deployed.ts'
import type { Phase, View } from '../node/vocabulary.ts'
import { proposer } from './actor.ts'
import type { RefusalName } from './refusals.ts'
import type { ProposerTypes } from './types.ts'
import type { Effect, Event, EventOf, State } from './vocabulary.ts'

/** A proposer at some point of a story. Every step gives a new scenario, so that one past can have several futures. */
export class Scenario {
  private constructor(
    private readonly node: Deployed<ProposerTypes>,
    readonly state: State,
    /** What the last event sent out. */
    readonly sent: readonly Effect[] = [],
  ) {}

  /** At genesis. */
  static deployed(profile: ProposerProfile): Scenario {
    const node = deploy(proposer, profile)
    return new Scenario(node, node.initial)
  }

  /**
   * The state after events, one after the other.
   * @throws RangeError when one is refused: a scenario tells what happened
   */
  after(...events: readonly Event[]): Scenario {
    return events.reduce((scenario, event) => scenario.step(event), this as Scenario)
  }

  private step(event: Event): Scenario {
    const outcome = this.node.step(this.state, event)
    if ('refusals' in outcome)
      throw new RangeError(
        `${event.type} is refused: ${outcome.refusals.map(({ refusal }) => refusal).join(', ')}`,
      )
    return new Scenario(this.node, outcome.state, outcome.effects)
  }

  /** Lets time pass up to a phase of a slot. */
  at(slot: number, phase: Phase = 'build'): Scenario {
    let after: Scenario = this
    while (after.state.slot !== slot || after.state.phase !== phase) {
      if (after.state.slot > slot) throw new RangeError(`${phase} of slot ${slot} is over`)
      after = after.after({ type: 'tick' })
    }
    return after
  }

  /** Follows L1, level on its own tip; with changes. */
  following(change: Partial<View> = {}): Scenario {
    return this.after({ type: 'follow', view: { ...this.state.view, follows: 'level', ...change } })
  }

  holding(...transactions: readonly string[]): Scenario {
    return this.after(
      ...transactions.map(
        (transaction): Event => ({ type: 'transactionVerified', transaction, valid: true }),
      ),
    )
  }

  /** The result of what is built; with changes. */
  result(change: Partial<Omit<EventOf<'executed'>, 'type'>> = {}): EventOf<'executed'> {
    const { parent, transactions, forced } = this.state.building
    return { type: 'executed', parent, transactions, forced, ...change }
  }

  /** Builds a block and signs its proposal. */
  proposing(forced: number, ...transactions: string[]): Scenario {
    const building = this.after({ type: 'build', transactions, forced })
    return building.after(building.result())
  }

  /** An attestation for the own proposal; with changes. */
  attestation(
    signer: string,
    change: Partial<EventOf<'receiveAttestation'>> = {},
  ): EventOf<'receiveAttestation'> {
    return {
      ...{ type: 'receiveAttestation', form: 'fits', signer },
      proposal: this.state.proposed,
      ...change,
    }
  }

  /** With attestations for the own proposal. */
  attestedBy(...signers: readonly string[]): Scenario {
    return this.after(...signers.map((signer) => this.attestation(signer)))
  }

  /** Names of the failing checks in their order; none when the event is accepted. */
  refusals(event: Event): RefusalName[] {
    const outcome = this.node.step(this.state, event)
    return 'refusals' in outcome ? outcome.refusals.map(({ refusal }) => refusal) : []
  }
}
