import { keccak256, toHex } from 'viem'
import type { Event, State } from '../../model/l1-rollup/vocabulary.ts'
import type { Log } from '../evm/trace.ts'
import { type Address, type Hex, wordHex } from '../evm/word.ts'
import type { Chain } from './blocks.ts'

const topic = (signature: string): Hex => keccak256(toHex(signature))
const blockProcessed = topic('L2PendingBlockProcessed(bytes32,uint256,bytes32)')
const epochProven = topic('EpochProven(uint256,bytes32,address)')

/** An accepted event did not announce itself as its clause says. */
export class NotAnnounced extends Error {
  override name = 'NotAnnounced'
}

/**
 * PROPOSE-12, PROOF-6: the announcement that nodes follow the chain by.
 * @param state before the event
 * @param chain names the proposed block as well
 */
export function requireAnnounced(
  event: Event,
  state: State,
  chain: Chain,
  logs: readonly Log[],
  rollup: Address,
): void {
  const announced = (first: Hex, second: Hex, ...rest: Hex[]): boolean =>
    logs.some(
      ({ address, topics }) =>
        address === rollup && topics[0] === first && [second, ...rest].every((word) => topics.includes(word)),
    )
  if (event.type === 'propose') {
    const { hash } = chain.blocks.on(chain.hashOf(event.parent), {
      slot: event.slot,
      content: event.content,
      beneficiary: 'none',
    })
    if (!announced(blockProcessed, hash, wordHex(BigInt(event.slot))))
      throw new NotAnnounced(`no L2PendingBlockProcessed of block ${hash} in slot ${event.slot}`)
  }
  if (event.type === 'submitEpochProof' && !announced(epochProven, chain.hashOf(event.to)))
    throw new NotAnnounced(`no EpochProven up to block ${chain.hashOf(event.to)} in slot ${state.slot}`)
}
