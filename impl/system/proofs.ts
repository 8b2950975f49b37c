import type { Header } from '../../model/follower/vocabulary.ts'
import { isExecutable, rootAfter } from '../../model/node/lists.ts'
import type { Proposal } from '../../model/node/vocabulary.ts'
import type { Target } from '../../model/prover/vocabulary.ts'
import type { Parameters } from '../../spec/parameters.ts'
import { chainUpTo, headerOf, provenFrom, takenIn } from './chain.ts'
import type { World } from './vocabulary.ts'

/** What can be proven, which is what a verifier that is sound accepts; who can forge a proof is in the trust ledger. */

/** PROOF-5: whether all blocks of an epoch up to one are right. */
export function epochIsRight(
  { epoch, tip }: Target,
  { blocks }: Pick<World, 'blocks'>,
  { slotsPerEpoch }: Pick<Parameters, 'slotsPerEpoch'>,
): boolean {
  const from = provenFrom({ epoch, tip }, blocks, slotsPerEpoch)
  const proven = chainUpTo(tip, blocks).filter(({ slot }) => slot > from.slot)
  return proven.length > 0 && proven.every(isRight)
}

/** FALLBACK-13: whether a block is right on the chain below it. */
export function blockIsRight(proposal: Proposal, { blocks, l1 }: Pick<World, 'blocks' | 'l1'>): boolean {
  const { parent, forced, blobs } = proposal
  const queue = l1.queue.map(({ transaction }) => transaction)
  const header = headerOf(proposal, queue.slice(takenIn(chainUpTo(parent, blocks))))
  return blobs === 'match' && header.forced.length === forced && isRight(header)
}

/** QUEUE-9, ATTEST-16: what is forced is the front of the body, what is not can be executed, and the root is that of both. */
const isRight = ({ parent, body, forced, root }: Header): boolean =>
  body.slice(0, forced.length).join() === forced.join() &&
  isExecutable({ parent, transactions: body, forced: forced.length }) &&
  rootAfter({ parent, transactions: body }).join() === root.join()
