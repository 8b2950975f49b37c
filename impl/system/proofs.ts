import type { Header } from '../../model/follower/vocabulary.ts'
import { isExecutable, rootAfter } from '../../model/node/lists.ts'
import type { Proposal } from '../../model/node/vocabulary.ts'
import type { Target } from '../../model/prover/vocabulary.ts'
import type { Parameters } from '../../spec/parameters.ts'
import { chainUpTo, headerOf, provenFrom } from './chain.ts'
import type { World } from './vocabulary.ts'

/** What can be proven, which is what a verifier that is sound accepts; who can forge a proof is in the trust ledger. */

/** PROOF-5: whether all blocks of an epoch up to one are right. */
export function epochIsRight(
  target: Target,
  { blocks, l1 }: Pick<World, 'blocks' | 'l1'>,
  parameters: Pick<Parameters, 'slotsPerEpoch'>,
): boolean {
  const queue = l1.queue.map(({ transaction }) => transaction)
  return everyBlock(target, blocks, parameters, (header, below) => isRight(header, below, queue))
}

/**
 * FOLLOW-4, F-59: whether all blocks of an epoch up to one have the roots that their bodies give, which is all that a
 * follower looks at.
 */
export const epochLooksRight = (
  target: Target,
  { blocks }: Pick<World, 'blocks'>,
  parameters: Pick<Parameters, 'slotsPerEpoch'>,
): boolean => everyBlock(target, blocks, parameters, hasOwnRoot)

/** @param holds of a block and those below it */
function everyBlock(
  { epoch, tip }: Target,
  blocks: World['blocks'],
  { slotsPerEpoch }: Pick<Parameters, 'slotsPerEpoch'>,
  holds: (header: Header, below: readonly Header[]) => boolean,
): boolean {
  const chain = chainUpTo(tip, blocks)
  const from = provenFrom({ epoch, tip }, blocks, slotsPerEpoch)
  const first = chain.findIndex(({ slot }) => slot > from.slot)
  return first >= 0 && chain.every((header, at) => at < first || holds(header, chain.slice(0, at)))
}

const hasOwnRoot = ({ parent, body, root }: Header): boolean =>
  rootAfter({ parent, transactions: body }).join() === root.join()

/** FALLBACK-13: whether a block is right on the chain below it. */
export const blockIsRight = (proposal: Proposal, { blocks, l1 }: Pick<World, 'blocks' | 'l1'>): boolean =>
  proposal.blobs === 'match' &&
  isRight(
    headerOf(proposal),
    chainUpTo(proposal.parent, blocks),
    l1.queue.map(({ transaction }) => transaction),
  )

/** QUEUE-9, ATTEST-16: what is forced is the front of what waits, what is not can be executed, and the root is that of both. */
function isRight(header: Header, below: readonly Header[], queue: readonly string[]): boolean {
  const { parent, body, forced } = header
  const taken = below.reduce((sum, header) => sum + header.forced, 0)
  return (
    forced <= body.length &&
    body.slice(0, forced).join() === queue.slice(taken, taken + forced).join() &&
    isExecutable({ parent, transactions: body, forced }) &&
    hasOwnRoot(header)
  )
}
