/**
 * What committee members and provers sign, and what blocks are known by, as EIP-712 typed data: the types of
 * `src/TypedData.sol` for wallets and for the node.
 */
import type { Hex } from './artifact.ts'

/** The domain binds every signature and every block to one chain and one rollup. */
export const typedDataDomain = (chainId: number, rollup: Hex) =>
  ({ name: 'Lockstep Rollup', version: '1', chainId, verifyingContract: rollup }) as const

/** `Header`'s digest is the hash of the block and what attesters sign; `Genesis`'s that of the block before the first. */
export const typedDataTypes = {
  Header: [
    { name: 'parentHash', type: 'bytes32' },
    { name: 'slot', type: 'uint256' },
    { name: 'timestamp', type: 'uint256' },
    { name: 'stateRoot', type: 'bytes32' },
    { name: 'transactionsHash', type: 'bytes32' },
    { name: 'forcedCount', type: 'uint256' },
    { name: 'forcedHash', type: 'bytes32' },
    { name: 'hasOthers', type: 'bool' },
    { name: 'blobHashes', type: 'bytes32[]' },
  ],
  Genesis: [{ name: 'stateRoot', type: 'bytes32' }],
  EpochProofQuote: [
    { name: 'proverAddress', type: 'address' },
    { name: 'epochToProve', type: 'uint256' },
    { name: 'validUntilSlot', type: 'uint256' },
    { name: 'bondAmount', type: 'uint256' },
    { name: 'basisPointFee', type: 'uint32' },
  ],
} as const
