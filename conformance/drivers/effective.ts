import {
  type Deployment,
  epochEnd,
  epochNow,
  frozenValidators,
  proposerUnder,
  sampleInForce,
  slotNow,
  tipOf,
} from '../../model/l1-rollup/chain.ts'
import { effective } from '../../model/l1-rollup/due.ts'
import type { Block, Claim, State } from '../../model/l1-rollup/vocabulary.ts'

/**
 * What the views of the contracts say, in the words of the models: the state after everything that is due, and what
 * follows from it. Amounts of the escrow are those stored; what the pool holds is beyond all credits.
 */
export interface EffectiveView {
  readonly slot: number
  readonly epoch: number
  readonly proven: Block
  readonly tip: Block
  /** The block that a proof must end with; the proven tip if there is none. */
  readonly epochEnd: Block
  readonly claim: Claim | null
  readonly pruneIsDue: boolean
  readonly committee: readonly string[]
  /** `none` if the committee is empty. */
  readonly proposer: string
  readonly validators: readonly string[]
  readonly frozenValidators: readonly string[]
  readonly rewardPoolWei: string
  readonly inFallback: boolean
  readonly fallback: State['fallback']
  /** Entries of the queue that the effective chain has taken. */
  readonly taken: number
  /** Slots of the pending blocks of which a posting is kept. */
  readonly posted: readonly number[]
  /** Those that are not too old to be challenged. */
  readonly challengeable: readonly number[]
}

const takenBy = ({ taken, pending }: State): number =>
  pending.reduce((sum, { forced }) => sum + forced, taken)

/** What the views must say about a stored state. */
export function effectiveView(state: State, deployment: Deployment): EffectiveView {
  const { parameters } = deployment
  const settled = effective(state, parameters)
  const { members } = sampleInForce(state, parameters)
  const owedWei = Object.values(state.credits).reduce((sum, credit) => sum + BigInt(credit), 0n)
  const posted = settled.posted.map((_, place) => settled.pending[place]!.slot)
  return {
    slot: slotNow(state),
    epoch: epochNow(state, parameters),
    proven: settled.proven,
    tip: tipOf(settled),
    epochEnd: epochEnd(settled, parameters),
    claim: settled.claim,
    // A slash alone is no reason to prune: PRUNE-5 asks for a dead chain.
    pruneIsDue: settled.pending.length !== state.pending.length,
    committee: members,
    proposer: proposerUnder(members, state, deployment),
    validators: state.validators.current,
    frozenValidators: frozenValidators(state, parameters),
    rewardPoolWei: (BigInt(state.tokens.rollup!) - owedWei).toString(),
    inFallback: settled.fallback.entered >= 0,
    fallback: settled.fallback,
    taken: takenBy(settled),
    posted,
    challengeable: posted.filter((slot) => slotNow(state) <= slot + parameters.challengeSlots),
  }
}
