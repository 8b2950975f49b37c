import type { ClaimView } from '../../model/claimant/vocabulary.ts'
import { chainOf, hasView, rightOf } from '../../model/follower/chain.ts'
import { effective } from '../../model/l1-rollup/due.ts'
import { epochOf } from '../../model/l1-rollup/rules/arithmetic.ts'
import { NO_ACCOUNT } from '../../model/l1-rollup/vocabulary.ts'
import { GENESIS, NOBODY, type View } from '../../model/node/vocabulary.ts'
import type { ProveView } from '../../model/prover/vocabulary.ts'
import type { Parameters } from '../../spec/parameters.ts'
import type { Node, World } from './vocabulary.ts'

/** Whether a node lacks what L1 shows now. */
export function isBehind({ nodes, shown }: Pick<World, 'nodes' | 'shown'>, name: string): boolean {
  const { follower, read } = nodes[name]!
  return read !== shown.at(-1) || !hasView(follower)
}

/**
 * What claimant and prover of a node are told with what its follower reports: of the same L1 block, with what time alone
 * has done since (FOLLOW-7).
 */
export interface MarketViews {
  readonly claim: ClaimView
  readonly prove: ProveView
}

/** @param view what the follower reports, not that of nothing. @param self the node */
export function marketViewsOf(
  { follower, read }: Pick<Node, 'follower' | 'read'>,
  { follows, alarm, fallback }: View,
  self: string,
  parameters: Parameters,
  maxViewAge: number,
): MarketViews {
  const { slotsPerEpoch } = parameters
  const { claim, accounts } = effective({ ...read.l1, slot: follower.slot }, parameters)
  const isSlashed = read.l1.claim !== null && claim === null
  const failed = isSlashed ? [...new Set([...read.failed, read.l1.claim!.proverAddress])].sort() : read.failed
  const unproven = chainOf(follower).slice(follower.view.proven)
  const epochs = unproven.map(({ slot }) => epochOf({ slot, slotsPerEpoch }))
  const oldest = unproven.filter((_, place) => epochs[place] === epochs[0])
  const last = oldest.at(-1)
  // Whoever is level with the whole chain is so with its front.
  const isUpTo = (unproven: number): boolean =>
    follows === 'level' || reaches(follower, follower.view.proven + unproven, maxViewAge)
  const { available, withdrawing, unlockSlot } = accounts[self] ?? NO_ACCOUNT
  const common = { follows, alarm, fallback, epoch: epochs[0] ?? -1, claim: claim?.proverAddress ?? NOBODY }
  return {
    claim: { ...common, coverage: coverageOf(accounts), failed: [...failed] },
    prove: {
      ...common,
      follows: isUpTo(oldest.length) ? 'level' : 'behind',
      tip: last ? { slot: last.slot, root: last.root } : GENESIS,
      transactions: [...new Set(oldest.flatMap(({ body }) => body))],
      available,
      withdrawing,
      unlockSlot: withdrawing === '0' ? -1 : unlockSlot,
    },
  }
}

/** FOLLOW-9, FOLLOW-11: whether a node has applied so many of the first blocks of a view that is not too old. */
const reaches = (follower: Node['follower'], count: number, maxViewAge: number): boolean =>
  rightOf(follower).length >= count && follower.slot - follower.view.time <= maxViewAge

/** CLAIM-8: available and withdrawing wei together. */
const coverageOf = (accounts: Node['read']['l1']['accounts']): ClaimView['coverage'] =>
  Object.keys(accounts)
    .sort()
    .map((prover) => {
      const { available, withdrawing } = accounts[prover]!
      return { prover, amount: (BigInt(available) + BigInt(withdrawing)).toString() }
    })
    .filter(({ amount }) => amount !== '0')
