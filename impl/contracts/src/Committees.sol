// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Hashes} from "./Hashes.sol";
import {IRollup, Sample} from "./IRollup.sol";
import {Members} from "./Members.sol";
import {SwapOrNot} from "./SwapOrNot.sol";
import {Epoch} from "./Units.sol";
import {ValidatorSet} from "./ValidatorSet.sol";
import {SEED_LOOKAHEAD_EPOCHS} from "./generated/Parameters.sol";

/// Recorded samples, and what follows from them: the committee in force and the proposer of a slot.
abstract contract Committees {
    using Members for bytes;
    using ValidatorSet for ValidatorSet.Set;

    /// The last recorded sample and the one before. One of them is in force in the current epoch, because a sample is
    /// recorded at most one epoch ahead. Epochs and sizes share a word, because every proposal has to choose. Seeds and
    /// commitments take turns, so that none is ever copied.
    struct Samples {
        uint64 lastEpoch;
        uint64 previousEpoch;
        uint16 lastSize;
        uint16 previousSize;
        /// 0 or 1. The previous sample has the other.
        uint8 lastPlace;
        bytes32[2] seeds;
        bytes32[2] committees;
    }

    uint256 internal immutable TARGET_COMMITTEE_SIZE;
    /// A byte for each doubling of the set beyond the committee, the lowest one for the first (EPOCH-12).
    uint256 internal immutable SHUFFLE_ROUNDS;

    Samples internal samples;
    ValidatorSet.Set internal validatorSet;
    /// By commitment, who holds the members of a committee as code (EPOCH-14).
    mapping(bytes32 committee => address holder) internal published;

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
        (bool isLast, uint256 place) = (samples.lastEpoch <= epoch, samples.lastPlace);
        if (!isLast) place ^= 1;
        return (samples.seeds[place], samples.committees[place], isLast ? samples.lastSize : samples.previousSize);
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

    /// The sample of epoch 0, of a set that was never changed.
    function _recordFirst(bytes32 seed) internal returns (bytes32 committee, bytes memory members) {
        address[] memory drawn = _draw(seed, 0);
        members = Members.pack(drawn);
        committee = keccak256(members);
        samples.lastSize = uint16(drawn.length);
        // The other place means nothing yet. It is not left at zero, or the next sample would pay for that.
        samples.seeds[0] = samples.seeds[1] = seed;
        samples.committees[0] = samples.committees[1] = committee;
    }

    /// Records a sample of a later epoch. The last one becomes the previous one: it is in force now, or EPOCH-1 would have
    /// refused.
    /// @param epoch the epoch that is sampled for
    /// @param frozenEpoch the current one
    /// @return committee commitment to the members
    /// @return members nobody if they are known to be those of the last sample
    function _record(uint256 epoch, bytes32 seed, uint256 frozenEpoch)
        internal
        returns (bytes32 committee, bytes memory members)
    {
        uint256 place = samples.lastPlace;
        bytes32 lastCommittee = samples.committees[place];
        uint256 size = samples.lastSize;
        (samples.previousEpoch, samples.previousSize) = (samples.lastEpoch, uint16(size));
        if (_servesAgain(frozenEpoch)) {
            committee = lastCommittee;
        } else {
            address[] memory drawn = _draw(seed, frozenEpoch);
            members = Members.pack(drawn);
            committee = keccak256(members);
            size = drawn.length;
        }
        place ^= 1;
        (samples.lastEpoch, samples.lastSize, samples.lastPlace) = (uint64(epoch), uint16(size), uint8(place));
        samples.seeds[place] = seed;
        samples.committees[place] = committee;
    }

    /// Whether it is known without drawing that the members of the last sample are those of the next: the whole set, which
    /// has not changed between the two. Of a change in the epoch before or in this one it is not known.
    function _servesAgain(uint256 frozenEpoch) private view returns (bool) {
        if (validatorSet.frozenLength(frozenEpoch) > TARGET_COMMITTEE_SIZE) return false;
        // The last sample is of the set that was frozen in epoch lastEpoch - lookahead: before any change in the epoch ahead
        // of that one. Two less than `changedAt` is the last epoch with a change.
        uint256 changedAt = validatorSet.length.changedAt;
        return changedAt == 0 || changedAt + SEED_LOOKAHEAD_EPOCHS <= samples.lastEpoch;
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
        return Hashes.ofWords(epoch, prevrandao);
    }

    /// The committee under a seed, drawn from the set that is frozen in the given epoch.
    function _draw(bytes32 seed, uint256 frozenEpoch) internal view returns (address[] memory members) {
        uint256 count = validatorSet.frozenLength(frozenEpoch);
        if (count <= TARGET_COMMITTEE_SIZE) {
            //= spec/clauses/EPOCH.md#epoch-4
            //# When the frozen set is not larger than TARGET_COMMITTEE_SIZE, the committee MUST be the whole
            //# set in its registered order.
            return validatorSet.toFrozenList(0, count, frozenEpoch);
        }
        //= spec/clauses/EPOCH.md#epoch-3
        //# The committee of a sample MUST be the first TARGET_COMMITTEE_SIZE entries of the swap-or-not
        //# shuffle, under its seed, of the validator set that is frozen in the epoch of the call.
        return validatorSet.frozenMembers(
            SwapOrNot.shuffle(TARGET_COMMITTEE_SIZE, count, seed, _roundsFor(count)), frozenEpoch
        );
    }

    /// Rounds of the shuffle of a list of that length.
    function _roundsFor(uint256 count) internal view returns (uint256) {
        //= spec/clauses/EPOCH.md#epoch-12
        //# The shuffle of a list of n MUST have as many rounds as the first entry i of `shuffleRounds`, counted
        //# from 1, with n ≤ TARGET_COMMITTEE_SIZE · 2^i says, and where there is none as many as the last
        //# one.
        uint256 rounds = SHUFFLE_ROUNDS;
        for (uint256 served = TARGET_COMMITTEE_SIZE << 1; count > served && rounds >> 8 != 0; served <<= 1) {
            rounds >>= 8;
        }
        return rounds & 0xff;
    }

    /// @return The proposer of a slot under a committee, nobody if that is empty.
    function _proposerUnder(bytes memory committee, bytes32 seed, uint256 epoch, uint256 slot)
        internal
        pure
        returns (address)
    {
        uint256 seats = committee.count();
        if (seats == 0) return address(0);
        //= spec/clauses/EPOCH.md#epoch-8
        //# The proposer of a slot MUST be the committee member at index keccak256(epoch, slot, seed) modulo
        //# the committee size, where epoch is the epoch of the slot and seed that of the sample in force.
        //= spec/clauses/EPOCH.md#epoch-11
        //# The seat that EPOCH-8 draws MUST NOT depend on the number of validators but through the size of
        //# the committee.
        // EPOCH-10: three words, as above.
        return committee.at(uint256(Hashes.ofWords(epoch, slot, uint256(seed))) % seats);
    }
}
