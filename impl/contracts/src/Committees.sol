// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IRollup, Sample} from "./IRollup.sol";
import {SwapOrNot} from "./SwapOrNot.sol";
import {Epoch} from "./Units.sol";
import {ValidatorSet} from "./ValidatorSet.sol";
import {SEED_LOOKAHEAD_EPOCHS} from "./generated/Parameters.sol";

/// Recorded samples, and what follows from them: the committee in force and the proposer of a slot.
abstract contract Committees {
    using ValidatorSet for ValidatorSet.Set;

    /// The last recorded sample and the one before. One of them is in force in the current epoch, because a sample is
    /// recorded at most one epoch ahead. Epochs and sizes share a word, because every proposal has to choose.
    struct Samples {
        uint64 lastEpoch;
        uint64 previousEpoch;
        uint16 lastSize;
        uint16 previousSize;
        bytes32 lastSeed;
        bytes32 previousSeed;
        bytes32 lastCommittee;
        bytes32 previousCommittee;
    }

    uint256 internal immutable TARGET_COMMITTEE_SIZE;
    uint256 internal immutable SHUFFLE_ROUNDS;

    Samples internal samples;
    ValidatorSet.Set internal validatorSet;

    constructor(uint256 targetCommitteeSize, uint256 shuffleRounds) {
        TARGET_COMMITTEE_SIZE = targetCommitteeSize;
        SHUFFLE_ROUNDS = shuffleRounds;
    }

    /// EPOCH-5: the seed, commitment and size of the committee in force in an epoch that is not before the previous
    /// sample's.
    function _inForce(uint256 epoch) internal view returns (bytes32 seed, bytes32 committee, uint256 size) {
        //= spec/clauses/EPOCH.md#epoch-5
        //# The committee and the seed in force in epoch N MUST be those of the recorded sample with the
        //# greatest epoch not later than N.
        //= spec/clauses/EPOCH.md#epoch-6
        //# When nobody set an epoch up, the last sample before it MUST stay in force.
        (uint256 lastEpoch, uint256 lastSize, uint256 previousSize) =
            (samples.lastEpoch, samples.lastSize, samples.previousSize);
        return lastEpoch <= epoch
            ? (samples.lastSeed, samples.lastCommittee, lastSize)
            : (samples.previousSeed, samples.previousCommittee, previousSize);
    }

    /// @custom:throws SampleForgotten
    function _sampleOf(uint256 epoch) internal view returns (Sample memory sample) {
        bool isLast = samples.lastEpoch <= epoch;
        uint256 sampleEpoch = isLast ? samples.lastEpoch : samples.previousEpoch;
        if (sampleEpoch > epoch) revert IRollup.SampleForgotten(Epoch.wrap(epoch), Epoch.wrap(sampleEpoch));
        (bytes32 seed, bytes32 committee, uint256 size) = _inForce(epoch);
        return Sample(Epoch.wrap(sampleEpoch), seed, committee, size);
    }

    /// Whether no `setupEpoch` of the current epoch or a later one can record a sample for an epoch or for one before it.
    function _isFinal(uint256 epoch, uint256 currentEpoch) internal view returns (bool) {
        //= spec/clauses/VIEW.md#view-5
        //# A view that answers for an epoch, or for a slot by its epoch, MUST say with its answer whether that
        //# is final: for a sample and a proposer, that no `setupEpoch` to come can put another sample in force
        //# in the epoch, and for a committee that is still to be drawn, that it is the one which `setupEpoch`
        //# records for the epoch with the given randomness.
        return epoch < currentEpoch + SEED_LOOKAHEAD_EPOCHS || epoch <= samples.lastEpoch;
    }

    /// Records a sample. The last one becomes the previous one: it is in force now, or EPOCH-1 would have refused.
    function _record(uint256 epoch, bytes32 seed, address[] memory members) internal {
        bytes32 committee;
        if (epoch != 0) {
            samples.previousEpoch = samples.lastEpoch;
            samples.previousSize = samples.lastSize;
            samples.previousSeed = samples.lastSeed;
            samples.previousCommittee = samples.lastCommittee;
        }
        samples.lastEpoch = uint64(epoch);
        samples.lastSize = uint16(members.length);
        samples.lastSeed = seed;
        assembly ("memory-safe") {
            committee := keccak256(add(members, 32), shl(5, mload(members)))
        }
        samples.lastCommittee = committee;
    }

    /// @param epoch the epoch that is sampled for
    function _seedOf(uint256 epoch, uint256 prevrandao) internal pure returns (bytes32) {
        //= spec/clauses/EPOCH.md#epoch-2
        //# `setupEpoch` in epoch N, which anyone may call, MUST record the sample of epoch N + lookahead with
        //# the seed keccak256(epoch, prevrandao), where the epoch is the one that is sampled for.
        //= spec/clauses/EPOCH.md#epoch-10
        //# Every hash of EPOCH-2, EPOCH-8 and EPOCH-9 MUST be keccak256 of its arguments in their order as
        //# 32-byte big-endian words, and a digest that is used as a number or by its bits be such a word, bit
        //# 0 being its least significant.
        return keccak256(abi.encode(epoch, prevrandao));
    }

    /// The committee under a seed, drawn from the set that is frozen in the given epoch.
    function _draw(bytes32 seed, uint256 frozenEpoch) internal view returns (address[] memory members) {
        uint256 count = validatorSet.frozenLength(frozenEpoch);
        if (count <= TARGET_COMMITTEE_SIZE) {
            //= spec/clauses/EPOCH.md#epoch-4
            //# When the frozen set is not larger than TARGET_COMMITTEE_SIZE, the committee MUST be the whole
            //# set in its registered order.
            return validatorSet.toFrozenList(frozenEpoch);
        }
        //= spec/clauses/EPOCH.md#epoch-3
        //# The committee of a sample MUST be the first TARGET_COMMITTEE_SIZE entries of the swap-or-not
        //# shuffle, under its seed, of the validator set that is frozen in the epoch of the call.
        uint256[] memory indices = SwapOrNot.shuffle(TARGET_COMMITTEE_SIZE, count, seed, SHUFFLE_ROUNDS);
        members = new address[](indices.length);
        for (uint256 seat = 0; seat < indices.length; seat++) {
            members[seat] = validatorSet.frozenAt(indices[seat], frozenEpoch);
        }
    }

    /// keccak256 of the members as packed words. A word that is not an address does not hash to any recorded committee.
    function _commitmentTo(address[] calldata members) internal pure returns (bytes32 commitment) {
        assembly ("memory-safe") {
            let free := mload(0x40)
            let size := shl(5, members.length)
            calldatacopy(free, members.offset, size)
            commitment := keccak256(free, size)
        }
    }

    /// @return The proposer of a slot under a committee, nobody if that is empty.
    function _proposerUnder(address[] calldata committee, bytes32 seed, uint256 epoch, uint256 slot)
        internal
        pure
        returns (address)
    {
        if (committee.length == 0) return address(0);
        //= spec/clauses/EPOCH.md#epoch-8
        //# The proposer of a slot MUST be the committee member at index keccak256(epoch, slot, seed) modulo
        //# the committee size, where epoch is the epoch of the slot and seed that of the sample in force.
        //= spec/clauses/EPOCH.md#epoch-11
        //# The seat that EPOCH-8 draws MUST NOT depend on the number of validators but through the size of
        //# the committee.
        // EPOCH-10: three words, as above.
        return committee[uint256(keccak256(abi.encode(epoch, slot, seed))) % committee.length];
    }
}
