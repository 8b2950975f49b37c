import type { Parameters } from '../../spec/parameters.ts'
import { floorDiv } from '../shared/arithmetic.ts'
import type { Address, Wei } from '../shared/units.ts'
import { distributedReward, fallbackReward, proverShare } from './rules/arithmetic.ts'
import type { Block, State } from './vocabulary.ts'

/** Who gets what of an epoch's reward. */
export interface Share {
  readonly receiver: Address
  readonly amount: Wei
}

/**
 * REWARD-1 to REWARD-4, REWARD-6: what a proof of the given blocks credits, in order: the prover's part first, then the remainder's,
 * in either reading of REWARD-3.
 * @param state effective, before the proof
 * @param blocks those of the oldest unproven epoch
 */
export function rewardShares(state: State, blocks: readonly Block[], p: Parameters): Share[] {
  const poolWei = poolOf(state)
  const times = p.rewardBasis === 'block' ? blocks.length : 1
  const epochRewardWei = BigInt(p.epochRewardWei) * BigInt(times)
  const rewardWei = distributedReward({ epochRewardWei, poolWei })
  const { claim } = state
  const feeWei = claim ? proverShare({ rewardWei, basisPointFee: claim.basisPointFee }) : 0n
  const prover = claim ? [{ receiver: claim.proverAddress, amount: feeWei }] : []
  const remainderWei = rewardWei - feeWei
  if (p.rewardRemainder === 'claimant')
    return claim ? [...prover, { receiver: claim.claimant, amount: remainderWei }] : []
  const amount = floorDiv(remainderWei, BigInt(blocks.length))
  return [...prover, ...blocks.map(({ beneficiary }) => ({ receiver: beneficiary, amount }))]
}

/** FALLBACK-15: what a fallback block credits to its caller. */
export function fallbackCredit(state: State, p: Parameters): Wei {
  return fallbackReward({ fallbackRewardWei: BigInt(p.fallbackRewardWei), poolWei: poolOf(state) })
}

/** REWARD-4: what the rollup holds and owes to nobody. */
function poolOf(state: State): Wei {
  const owed = Object.values(state.credits).reduce((sum, credit) => sum + BigInt(credit), 0n)
  return BigInt(state.tokens.rollup ?? 0) - owed
}
