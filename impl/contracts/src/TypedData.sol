// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {EpochProofQuote, Header} from "./IRollup.sol";

/// What committee members and provers sign, and what blocks are known by, as EIP-712 typed data. The domain names this
/// chain and this rollup, so a signature for another one recovers to nobody in particular, and a block or a proof for
/// another one is none here.
library TypedData {
    bytes32 private constant DOMAIN_TYPE =
        keccak256("EIP712Domain(string name,string version,uint256 chainId,address verifyingContract)");
    bytes32 private constant HEADER_TYPE = keccak256(
        "Header(bytes32 parentHash,uint256 slot,uint256 timestamp,bytes32 stateRoot,bytes32 transactionsHash,uint256 forcedCount,bytes32 forcedHash,bool hasOthers,bytes32[] blobHashes)"
    );
    bytes32 private constant QUOTE_TYPE = keccak256(
        "EpochProofQuote(address proverAddress,uint256 epochToProve,uint256 validUntilSlot,uint256 bondAmount,uint32 basisPointFee)"
    );
    bytes32 private constant GENESIS_TYPE = keccak256("Genesis(bytes32 stateRoot)");
    string internal constant NAME = "Lockstep Rollup";
    string internal constant VERSION = "1";
    // Of literals: of the constants above solc takes the hashes in every call, for 400 gas.
    bytes32 private constant NAME_HASH = keccak256("Lockstep Rollup");
    bytes32 private constant VERSION_HASH = keccak256("1");

    /// The identity of a block, which is what its attesters sign.
    /// @param headerBlobs keccak256 of the packed blob hashes, which EIP-712 takes for an array of words
    function digestOf(Header calldata header, bytes32 headerBlobs) internal view returns (bytes32) {
        //= spec/clauses/PROPOSE.md#propose-13
        //# The identity of a block, which its successor, its attestations and its proof name, MUST be what its
        //# attesters sign: the EIP-712 digest, in the domain of chain and rollup address, of parent hash,
        //# slot, timestamp, state root, transactions hash, number of forced transactions, commitment to the
        //# forced-inclusion queue, whether there are other transactions, and blob hashes.
        return _digestOf(
            keccak256(
                abi.encode(
                    HEADER_TYPE,
                    header.parentHash,
                    header.slot,
                    header.timestamp,
                    header.stateRoot,
                    header.transactionsHash,
                    header.forcedCount,
                    header.forcedHash,
                    header.hasOthers,
                    headerBlobs
                )
            )
        );
    }

    /// The identity of the block before the first.
    /// @param stateRoot that the rollup starts from
    function genesisDigestOf(bytes32 stateRoot) internal view returns (bytes32) {
        //= spec/clauses/PROPOSE.md#propose-14
        //# The identity of genesis, which the first block names as its parent and the first proof as its
        //# start, MUST be the EIP-712 digest, in the domain of chain and rollup address, of the state root
        //# that the rollup starts from.
        return _digestOf(keccak256(abi.encode(GENESIS_TYPE, stateRoot)));
    }

    /// What the prover of a quote signs.
    function digestOf(EpochProofQuote calldata quote) internal view returns (bytes32) {
        return _digestOf(
            keccak256(
                abi.encode(
                    QUOTE_TYPE,
                    quote.proverAddress,
                    quote.epochToProve,
                    quote.validUntilSlot,
                    quote.bondAmount,
                    quote.basisPointFee
                )
            )
        );
    }

    /// The struct for this chain and this contract. Never cached: a fork of the chain changes it.
    function _digestOf(bytes32 structHash) private view returns (bytes32 digest) {
        (bytes32 domainType, bytes32 name, bytes32 version) = (DOMAIN_TYPE, NAME_HASH, VERSION_HASH);
        assembly ("memory-safe") {
            // The domain, then the bytes 0x1901, the domain's hash, the struct: abi.encode and abi.encodePacked
            // without their copies.
            let free := mload(0x40)
            mstore(free, domainType)
            mstore(add(free, 32), name)
            mstore(add(free, 64), version)
            mstore(add(free, 96), chainid())
            mstore(add(free, 128), address())
            let domain := keccak256(free, 160)
            mstore(free, hex"1901")
            mstore(add(free, 2), domain)
            mstore(add(free, 34), structHash)
            digest := keccak256(free, 66)
        }
    }
}
