import type { ProverProfile } from '../../spec/proverParameters.ts'
import { deploy } from '../core/deployed.ts'
import { SlotScenario } from '../node/scenario.ts'
import { prover } from './actor.ts'
import type { ProverTypes } from './types.ts'
import type { Effect, EventOf, State } from './vocabulary.ts'

/** The prover at some point of a story. */
export class Scenario extends SlotScenario<ProverTypes> {
  /** At genesis. */
  static deployed(profile: ProverProfile): Scenario {
    const node = deploy(prover, profile)
    return new Scenario(node, node.initial)
  }

  protected later(state: State, sent: readonly Effect[]): this {
    return new Scenario(this.node, state, sent) as this
  }

  /** The result of what is being proven; with changes. */
  result(change: Partial<Omit<EventOf<'proved'>, 'type'>> = {}): EventOf<'proved'> {
    const { epoch, tip } = this.state.proving
    return { type: 'proved', epoch, tip, ...change }
  }

  /** Proves the epoch as the view has it. */
  proven(): Scenario {
    const proving = this.after({ type: 'prove' })
    return proving.after(proving.result())
  }
}
