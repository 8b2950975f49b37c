import type { AttesterProfile } from '../../spec/nodeParameters.ts'
import { deploy } from '../core/deployed.ts'
import { rootAfter } from '../node/lists.ts'
import { RoleScenario } from '../node/scenario.ts'
import type { Proposal } from '../node/vocabulary.ts'
import { attester } from './actor.ts'
import type { AttesterTypes } from './types.ts'
import type { Effect, EventOf, State } from './vocabulary.ts'

/** The attester at some point of a story. */
export class Scenario extends RoleScenario<AttesterTypes> {
  /** At genesis. */
  static deployed(profile: AttesterProfile): Scenario {
    const node = deploy(attester, profile)
    return new Scenario(node, node.initial)
  }

  protected later(state: State, sent: readonly Effect[]): this {
    return new Scenario(this.node, state, sent) as this
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
}
