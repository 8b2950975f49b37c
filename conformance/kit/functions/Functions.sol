// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Hashes} from "../../../impl/contracts/src/Hashes.sol";
import {Committees} from "../../../impl/contracts/src/Committees.sol";
import {FallbackSessions} from "../../../impl/contracts/src/FallbackSessions.sol";
import {ForcedQueue} from "../../../impl/contracts/src/ForcedQueue.sol";
import {EpochProofQuote, Header} from "../../../impl/contracts/src/IRollup.sol";
import {Signature, Signatures} from "../../../impl/contracts/src/Signatures.sol";
import {SwapOrNot} from "../../../impl/contracts/src/SwapOrNot.sol";
import {TypedData} from "../../../impl/contracts/src/TypedData.sol";
import {ValidatorSet} from "../../../impl/contracts/src/ValidatorSet.sol";
import {Rules} from "../../../impl/contracts/src/generated/Rules.sol";

/// Opens what the rollup computes with: every function hands on to the production code, and decides nothing.
contract Functions is Committees, FallbackSessions, ForcedQueue {
    using ValidatorSet for ValidatorSet.Set;

    constructor(
        uint256 targetCommitteeSize,
        uint256 shuffleRounds,
        uint256 fallbackEnterSlots,
        uint256 fallbackExitSlots,
        uint256 fallbackExitActivitySlots,
        uint256 forcedDelayEpochs,
        uint256 forcedMinimum,
        uint256 forcedMaximumBytes
    )
        Committees(targetCommitteeSize, shuffleRounds)
        FallbackSessions(fallbackEnterSlots, fallbackExitSlots, fallbackExitActivitySlots)
        ForcedQueue(forcedDelayEpochs, forcedMinimum, forcedMaximumBytes)
    {}

    function epochOf(uint256 slot, uint256 slotsPerEpoch) external pure returns (uint256) {
        return Rules.epochOf(slot, slotsPerEpoch);
    }

    function offsetOf(uint256 slot, uint256 slotsPerEpoch) external pure returns (uint256) {
        return Rules.offsetOf(slot, slotsPerEpoch);
    }

    function slotAt(uint256 timestamp, uint256 genesisTimestamp, uint256 slotDurationSeconds)
        external
        pure
        returns (uint256)
    {
        return Rules.slotAt(timestamp, genesisTimestamp, slotDurationSeconds);
    }

    function startOf(uint256 slot, uint256 genesisTimestamp, uint256 slotDurationSeconds)
        external
        pure
        returns (uint256)
    {
        return Rules.startOf(slot, genesisTimestamp, slotDurationSeconds);
    }

    function quorum(uint256 seats) external pure returns (uint256) {
        return Rules.quorum(seats);
    }

    function proverShare(uint256 rewardWei, uint256 basisPointFee) external pure returns (uint256) {
        return Rules.proverShare(rewardWei, basisPointFee);
    }

    function seedOf(uint256 epoch, uint256 prevrandao) external pure returns (bytes32) {
        return _seedOf(epoch, prevrandao);
    }

    function shuffle(bytes32 seed, uint256 count, uint256 seats) external view returns (uint256[] memory) {
        return SwapOrNot.shuffle(seats, count, seed, _roundsFor(count));
    }

    /// Of a set of the addresses 1 to `setSize`: an entry of the committee is its position and one.
    function committeePositions(uint256 epoch, uint256 prevrandao, uint256 setSize)
        external
        returns (address[] memory)
    {
        for (uint256 position = 0; position < setSize; position++) {
            validatorSet.addInitially(address(uint160(position + 1)));
        }
        return _draw(_seedOf(epoch, prevrandao), 0);
    }

    function drawSeat(
        bytes calldata committee,
        uint256 slot,
        uint256 sampleEpoch,
        uint256 prevrandao,
        uint256 slotsPerEpoch
    ) external pure returns (address) {
        return _proposerUnder(committee, _seedOf(sampleEpoch, prevrandao), Rules.epochOf(slot, slotsPerEpoch), slot);
    }

    function genesisHash(bytes32 stateRoot) external view returns (bytes32) {
        return TypedData.genesisDigestOf(stateRoot);
    }

    function blockHash(Header calldata header) external view returns (bytes32) {
        return TypedData.digestOf(header, Hashes.ofList(header.blobHashes));
    }

    function quoteDigest(EpochProofQuote calldata quote) external view returns (bytes32) {
        return TypedData.digestOf(quote);
    }

    function signerOf(bytes32 digest, Signature calldata signature) external pure returns (address) {
        return Signatures.signerOf(digest, signature);
    }

    function queueHash(bytes[] calldata data, uint256[] calldata epochs) external returns (bytes32 hash) {
        for (uint256 i = 0; i < data.length; i++) {
            _enter(keccak256(data[i]), i, epochs[i]);
        }
        (hash,) = _frontAfter(0, data.length, data.length, 0);
    }

    /// Slots are those after the ones that are meant, 0 for none.
    function fallbackAt(
        uint256 slot,
        uint256 countedFromNext,
        uint256 enteredNext,
        uint256 advancedNext,
        uint256 claimDeadline,
        bool queueWaits
    ) external view returns (Timing memory timing) {
        timing = Timing(countedFromNext, enteredNext, advancedNext, 0, 0);
        _carryOut(timing, slot, claimDeadline, queueWaits);
    }
}
