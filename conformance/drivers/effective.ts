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
import { coveredNextSlotOf } from '../../model/l1-rollup/rules/arithmetic.ts'
import type { Account, Block, Claim, State } from '../../model/l1-rollup/vocabulary.ts'

/**
 * What the views of the contracts say, in the words of the models: the state after everything that is due, and what
 * follows from it. What the pool holds is beyond all credits.
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
  readonly accounts: State['accounts']
  readonly slashedWei: string
  /** By prover and bond: the slot after the last one through which the bond stays covered. */
  readonly covered: Readonly<Record<string, Readonly<Record<string, number>>>>
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

/** Wei of the bonds that are asked about: those that an account just covers, in either way, and those next to them. */
export function bondsAround({ available, withdrawing }: Account): bigint[] {
  const amounts = [BigInt(available), BigInt(available) + BigInt(withdrawing)]
  return [...new Set(amounts.flatMap((amount) => [amount, amount + 1n]))]
}

/** What the views must say about a stored state. */
export function effectiveView(state: State, deployment: Deployment): EffectiveView {
  const { parameters } = deployment
  const settled = effective(state, parameters)
  const { members } = sampleInForce(state, parameters)
  const owedWei = Object.values(state.credits).reduce((sum, credit) => sum + BigInt(credit), 0n)
  const coveredNextSlot = ({ available, withdrawing, unlockSlot }: Account, bondAmount: bigint): number =>
    coveredNextSlotOf({
      availableWei: BigInt(available),
      withdrawingWei: BigInt(withdrawing),
      unlockSlot,
      bondAmount,
      slot: slotNow(state),
      withdrawalDelaySlots: parameters.withdrawalDelaySlots,
    })
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
    accounts: settled.accounts,
    slashedWei: settled.slashed,
    covered: Object.fromEntries(
      Object.entries(settled.accounts).map(([prover, account]) => [
        prover,
        Object.fromEntries(bondsAround(account).map((bond) => [bond, coveredNextSlot(account, bond)])),
      ]),
    ),
    inFallback: settled.fallback.entered >= 0,
    fallback: settled.fallback,
    taken: takenBy(settled),
    posted,
    challengeable: posted.filter((slot) => slotNow(state) <= slot + parameters.challengeSlots),
  }
}
