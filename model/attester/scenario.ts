import type { AttesterProfile } from '../../spec/nodeParameters.ts'
import { type Deployed, deploy } from '../core/deployed.ts'
import { rootAfter } from '../node/lists.ts'
import type { Phase, Proposal, View } from '../node/vocabulary.ts'
import { attester } from './actor.ts'
import type { RefusalName } from './refusals.ts'
import type { AttesterTypes } from './types.ts'
import type { Effect, Event, EventOf, State } from './vocabulary.ts'

/** An attester at some point of a story. Every step gives a new scenario, so that one past can have several futures. */
export class Scenario {
  private constructor(
    private readonly node: Deployed<AttesterTypes>,
    readonly state: State,
    /** What the last event sent out. */
    readonly sent: readonly Effect[] = [],
  ) {}

  /** At genesis. */
  static deployed(profile: AttesterProfile): Scenario {
    const node = deploy(attester, profile)
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

  /** The proposal of the current slot that is meant to pass, with changes. */
  proposal(change: Partial<Proposal> = {}): Proposal {
    const { slot, view } = this.state
    const list = { parent: view.tip, transactions: ['t1'], forced: 0, ...change }
    return { slot, timestampSlot: slot, ...list, root: rootAfter(list), blobs: 'match', ...change }
  }

  /** Its receipt from the proposer of the slot; with changes to proposal and message. */
  receiving(
    change: Partial<Proposal> = {},
    message: Partial<Omit<EventOf<'receiveProposal'>, 'proposal'>> = {},
  ): EventOf<'receiveProposal'> {
    const signer = this.node.deployment.parameters.proposers[this.state.slot]!
    const proposal = this.proposal(change)
    return { type: 'receiveProposal', form: 'fits', signer, proposal, ...message }
  }

  /** The result of the work; with changes. */
  result(change: Partial<Omit<EventOf<'executed'>, 'type'>> = {}): EventOf<'executed'> {
    const { parent, transactions, forced } = this.state.work
    return { type: 'executed', parent, transactions, forced, ...change }
  }

  /** Names of the failing checks in their order; none when the event is accepted. */
  refusals(event: Event): RefusalName[] {
    const outcome = this.node.step(this.state, event)
    return 'refusals' in outcome ? outcome.refusals.map(({ refusal }) => refusal) : []
  }
}
