import type { ProposerProfile } from '../../spec/nodeParameters.ts'
import { deploy } from '../core/deployed.ts'
import { RoleScenario } from '../node/scenario.ts'
import { proposer } from './actor.ts'
import type { ProposerTypes } from './types.ts'
import type { Effect, EventOf, State } from './vocabulary.ts'

/** The proposer at some point of a story. */
export class Scenario extends RoleScenario<ProposerTypes> {
  /** At genesis. */
  static deployed(profile: ProposerProfile): Scenario {
    const node = deploy(proposer, profile)
    return new Scenario(node, node.initial)
  }

  /** The same node in a state, of whichever committees that came to be. */
  in(state: State): Scenario {
    return new Scenario(this.node, state)
  }

  protected later(state: State, sent: readonly Effect[]): this {
    return new Scenario(this.node, state, sent) as this
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
    return { type: 'receiveAttestation', form: 'fits', signer, proposal: this.state.proposed, ...change }
  }

  /** With attestations for the own proposal. */
  attestedBy(...signers: readonly string[]): Scenario {
    return this.after(...signers.map((signer) => this.attestation(signer)))
  }
}
