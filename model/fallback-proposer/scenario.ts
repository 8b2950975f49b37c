import type { FallbackProposerProfile } from '../../spec/fallbackProposerParameters.ts'
import { deploy } from '../core/deployed.ts'
import { SlotScenario } from '../node/scenario.ts'
import type { View } from '../node/vocabulary.ts'
import { fallbackProposer } from './actor.ts'
import type { FallbackProposerTypes } from './types.ts'
import type { Effect, EventOf, State } from './vocabulary.ts'

/** The fallback proposer at some point of a story. */
export class Scenario extends SlotScenario<FallbackProposerTypes> {
  /** At genesis. */
  static deployed(profile: FallbackProposerProfile): Scenario {
    const node = deploy(fallbackProposer, profile)
    return new Scenario(node, node.initial)
  }

  protected later(state: State, sent: readonly Effect[]): this {
    return new Scenario(this.node, state, sent) as this
  }

  /** Follows L1, level on its own tip, while fallback is in force; with changes. */
  inFallback(change: Partial<View> = {}): this {
    return this.following({ fallback: true, ...change })
  }

  /** The result of the execution of what is built; with changes. */
  result(change: Partial<Omit<EventOf<'executed'>, 'type'>> = {}): EventOf<'executed'> {
    const { parent, transactions, forced } = this.state.building
    return { type: 'executed', parent, transactions, forced, ...change }
  }

  /** The proof of what is built; with changes. */
  proof(change: Partial<Omit<EventOf<'proved'>, 'type'>> = {}): EventOf<'proved'> {
    return { ...this.result(), slot: this.state.building.slot, ...change, type: 'proved' }
  }

  /** Begins a block and has it executed: its proof is being made. */
  proving(forced: number, ...transactions: string[]): this {
    const building = this.after({ type: 'build', transactions, forced })
    return building.after(building.result())
  }

  /** The same, and has it proven. */
  proven(forced: number, ...transactions: string[]): this {
    const proving = this.proving(forced, ...transactions)
    return proving.after(proving.proof())
  }
}
