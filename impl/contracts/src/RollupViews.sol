// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Administration} from "./Administration.sol";
import {Clock} from "./Clock.sol";
import {Committees} from "./Committees.sol";
import {Deployment} from "./Deployment.sol";
import {FallbackSessions} from "./FallbackSessions.sol";
import {ForcedQueue} from "./ForcedQueue.sol";
import {Hashes} from "./Hashes.sol";
import {IEpochProofVerifier} from "./IEpochProofVerifier.sol";
import {IProofEscrow} from "./IProofEscrow.sol";
import {Claim, FallbackState, ForcedTransaction, IRollup, Sample, Tip} from "./IRollup.sol";
import {ITxProofVerifier} from "./ITxProofVerifier.sol";
import {PendingChain} from "./PendingChain.sol";
import {Postings} from "./Postings.sol";
import {Members} from "./Members.sol";
import {Rewards} from "./Rewards.sol";
import {IERC20} from "./Token.sol";
import {TypedData} from "./TypedData.sol";
import {Epoch, Slot} from "./Units.sol";
import {ValidatorSet} from "./ValidatorSet.sol";
import {Parameters, SEED_LOOKAHEAD_EPOCHS} from "./generated/Parameters.sol";
import {CommitteeMismatch} from "./generated/Refusals.sol";
import {Rules} from "./generated/Rules.sol";

/// Whom a rollup is deployed with.
struct Actors {
    address administrator;
    IERC20 token;
    IProofEscrow escrow;
    /// Of epochs, and of fallback blocks.
    IEpochProofVerifier verifier;
    /// Of forced transactions.
    ITxProofVerifier txVerifier;
}

/// What a rollup is deployed with, and all that it answers without changing anything. See IRollup.
abstract contract RollupViews is IRollup, Postings, ForcedQueue, Committees, Rewards, Administration {
    using ValidatorSet for ValidatorSet.Set;

    IProofEscrow internal immutable ESCROW;
    IEpochProofVerifier internal immutable VERIFIER;
    ITxProofVerifier internal immutable TX_VERIFIER;
    uint256 internal immutable WITHDRAWAL_DELAY_SLOTS;
    uint256 internal immutable MINIMUM_BOND_WEI;
    uint256 internal immutable ESCROW_CAP_WEI;

    modifier onlyEscrow() {
        //= spec/clauses/ESCROW.md#escrow-15
        //# A call by which escrow or rollup learns what the other has stored, or has it carry out what is due,
        //# MUST be refused with CallerNotRollup or CallerNotEscrow unless the rollup or the escrow makes it.
        if (msg.sender != address(ESCROW)) revert CallerNotEscrow(msg.sender);
        _;
    }

    /// @custom:throws ParameterUnfit, AddressUnfit
    constructor(Parameters memory p, uint256 genesisTimestamp_, Actors memory actors)
        Clock(genesisTimestamp_, p.slotDurationSeconds)
        PendingChain(p.slotsPerEpoch, p.claimWindowSlots)
        Postings(p.challengeSlots)
        Committees(p.targetCommitteeSize, p.shuffleRounds)
        FallbackSessions(p.fallbackEnterSlots, p.fallbackExitSlots, p.fallbackExitActivitySlots)
        ForcedQueue(p.forcedDelayEpochs, p.forcedMinimum, p.forcedMaximumBytes)
        Rewards(actors.token, p.epochRewardWei, p.fallbackRewardWei)
        Administration(actors.administrator)
    {
        Deployment.requireFit(p, genesisTimestamp_);
        //= spec/clauses/DEPLOY.md#deploy-9
        //# The token, the escrow and both verifiers MUST have code, and neither the administrator nor the
        //# rollup that an escrow names be the zero address.
        Deployment.requireNonZero(actors.administrator, "administrator");
        Deployment.requireContract(address(actors.token), "token");
        Deployment.requireContract(address(actors.escrow), "escrow");
        Deployment.requireContract(address(actors.verifier), "verifier");
        Deployment.requireContract(address(actors.txVerifier), "txVerifier");
        //= spec/clauses/DEPLOY.md#deploy-10
        //# The escrow of a rollup MUST name that rollup as its own, hold the same token, and have been
        //# deployed with the same parameters and `genesisTimestamp`.
        if (actors.escrow.rollup() != address(this)) revert Deployment.AddressUnfit("escrow");
        if (actors.escrow.token() != address(actors.token)) revert Deployment.AddressUnfit("escrow");
        if (actors.escrow.deploymentHash() != keccak256(abi.encode(p, genesisTimestamp_))) {
            revert Deployment.AddressUnfit("escrow");
        }
        ESCROW = actors.escrow;
        VERIFIER = actors.verifier;
        TX_VERIFIER = actors.txVerifier;
        WITHDRAWAL_DELAY_SLOTS = p.withdrawalDelaySlots;
        MINIMUM_BOND_WEI = p.minimumBondWei;
        ESCROW_CAP_WEI = p.escrowCapWei;
    }

    /// @inheritdoc IRollup
    function parameters() external view returns (Parameters memory p) {
        p.slotDurationSeconds = SLOT_DURATION_SECONDS;
        p.slotsPerEpoch = SLOTS_PER_EPOCH;
        p.claimWindowSlots = CLAIM_WINDOW_SLOTS;
        p.targetCommitteeSize = TARGET_COMMITTEE_SIZE;
        p.shuffleRounds = SHUFFLE_ROUNDS;
        p.withdrawalDelaySlots = WITHDRAWAL_DELAY_SLOTS;
        p.minimumBondWei = MINIMUM_BOND_WEI;
        p.escrowCapWei = ESCROW_CAP_WEI;
        p.epochRewardWei = EPOCH_REWARD_WEI;
        p.challengeSlots = CHALLENGE_SLOTS;
        p.fallbackEnterSlots = FALLBACK_ENTER_SLOTS;
        p.fallbackExitSlots = FALLBACK_EXIT_SLOTS;
        p.fallbackExitActivitySlots = FALLBACK_EXIT_ACTIVITY_SLOTS;
        p.fallbackRewardWei = FALLBACK_REWARD_WEI;
        p.forcedDelayEpochs = FORCED_DELAY_EPOCHS;
        p.forcedMinimum = FORCED_MINIMUM;
        p.forcedMaximumBytes = FORCED_MAXIMUM_BYTES;
    }

    /// @inheritdoc IRollup
    function genesisTimestamp() external view returns (uint256) {
        return GENESIS_TIMESTAMP;
    }

    /// @inheritdoc IRollup
    function escrow() external view returns (address) {
        return address(ESCROW);
    }

    /// @inheritdoc IRollup
    function token() external view returns (address) {
        return address(TOKEN);
    }

    /// @inheritdoc IRollup
    function verifier() external view returns (address) {
        return address(VERIFIER);
    }

    /// @inheritdoc IRollup
    function txVerifier() external view returns (address) {
        return address(TX_VERIFIER);
    }

    /// @inheritdoc IRollup
    function eip712Domain()
        external
        view
        returns (
            bytes1 fields,
            string memory name,
            string memory version,
            uint256 chainId,
            address verifyingContract,
            bytes32 salt,
            uint256[] memory extensions
        )
    {
        (fields, name, version) = (hex"0f", TypedData.NAME, TypedData.VERSION);
        (chainId, verifyingContract) = (block.chainid, address(this));
        // No salt, no extensions.
        return (fields, name, version, chainId, verifyingContract, salt, extensions);
    }

    /// @inheritdoc IRollup
    function currentSlot() external view returns (Slot) {
        return Slot.wrap(_currentSlot());
    }

    /// @inheritdoc IRollup
    function currentEpoch() external view returns (Epoch) {
        return Epoch.wrap(_epochOf(_currentSlot()));
    }

    /// @inheritdoc IRollup
    function provenTip() external view returns (Tip memory) {
        return Tip(tips.provenHash, Slot.wrap(tips.provenNextSlot));
    }

    /// @inheritdoc IRollup
    function pendingTip() external view returns (Tip memory) {
        //= spec/clauses/VIEW.md#view-1
        //# A view of the rollup MUST answer as if everything that time has made due had been carried out.
        Chain memory chain = _effectiveChain();
        return Tip(_tipHash(chain), Slot.wrap(chain.pendingNextSlot));
    }

    /// @inheritdoc IRollup
    function epochEnd() external view returns (Tip memory) {
        Chain memory chain = _effectiveChain();
        return Tip(_epochEndHash(chain), Slot.wrap(chain.epochEndNextSlot));
    }

    /// @inheritdoc IRollup
    function claim() external view returns (Claim memory live) {
        Chain memory chain = _effectiveChain();
        if (chain.claimedProver == address(0)) return live;
        live.epochToProve = Epoch.wrap(chain.claimedEpoch);
        live.proverAddress = chain.claimedProver;
        live.bondAmount = ESCROW.storedStakeOf(chain.claimedProver);
        live.basisPointFee = liveClaim.basisPointFee;
        live.claimant = liveClaim.claimant;
    }

    /// @inheritdoc IRollup
    function pruneIsDue() external view returns (bool) {
        return _effectiveChain().pruneDue;
    }

    /// @inheritdoc IRollup
    function slashDue() external view onlyEscrow returns (address prover) {
        return _effectiveChain().slashedProver;
    }

    /// @inheritdoc IRollup
    function postingOf(Slot slot) external view returns (bytes32) {
        uint256 blockSlot = Slot.unwrap(slot);
        return _isPending(_effectiveChain(), blockSlot) ? _kept(blockSlot) : bytes32(0);
    }

    /// @inheritdoc IRollup
    function isChallengeable(Slot slot) external view returns (bool) {
        Chain memory chain = _effectiveChain();
        uint256 blockSlot = Slot.unwrap(slot);
        return _isPending(chain, blockSlot) && Rules.challengeIsInTime(chain.slot, blockSlot, CHALLENGE_SLOTS);
    }

    /// @inheritdoc IRollup
    function inFallback() external view returns (bool) {
        return _inFallback(_effectiveChain().timing);
    }

    /// @inheritdoc IRollup
    function fallbackState() external view returns (FallbackState memory) {
        Timing memory timing = _effectiveChain().timing;
        return
            FallbackState(
                Slot.wrap(timing.countedFromNext), Slot.wrap(timing.enteredNext), Slot.wrap(timing.advancedNext)
            );
    }

    /// @inheritdoc IRollup
    function taken() external view returns (uint256 effective, uint256 proven) {
        Chain memory chain = _effectiveChain();
        return (chain.pendingTaken, chain.provenTaken);
    }

    /// @inheritdoc IRollup
    function queueLength() external view returns (uint256) {
        return tips.queueLength;
    }

    /// @inheritdoc IRollup
    function queueEntry(uint256 index) external view returns (ForcedTransaction memory) {
        if (index >= tips.queueLength) revert QueueEntryAbsent(index, tips.queueLength);
        QueueEntry storage entry = queue[index + 1];
        // QUEUE-8.
        return ForcedTransaction(entry.hash, Epoch.wrap(entry.includedByEpoch), index < _effectiveChain().pendingTaken);
    }

    /// @inheritdoc IRollup
    function sampleInForce(Epoch epoch) external view returns (Sample memory sample, bool isFinal) {
        sample = _sampleOf(Epoch.unwrap(epoch));
        isFinal = _isFinal(Epoch.unwrap(epoch), _epochOf(_currentSlot()));
    }

    /// @inheritdoc IRollup
    function proposerOf(Slot slot, bytes calldata committee) external view returns (address proposer, bool isFinal) {
        uint256 epoch = _epochOf(Slot.unwrap(slot));
        Sample memory sample = _sampleOf(epoch);
        bytes memory members = Members.copy(committee);
        bytes32 given = keccak256(members);
        if (!Rules.committeeIsInForce(given, sample.committee)) revert CommitteeMismatch(given, sample.committee);
        proposer = _proposerUnder(members, sample.seed, epoch, Slot.unwrap(slot));
        isFinal = _isFinal(epoch, _epochOf(_currentSlot()));
    }

    /// @inheritdoc IRollup
    function holderOf(bytes32 committee) external view returns (address) {
        return published[committee];
    }

    /// @inheritdoc IRollup
    function committeeFor(Epoch epoch, uint256 prevrandao)
        external
        view
        returns (address[] memory committee, bool isFinal)
    {
        uint256 frozenEpoch = _epochOf(_currentSlot());
        committee = _draw(_seedOf(Epoch.unwrap(epoch), prevrandao), frozenEpoch);
        // VIEW-5: every other epoch is sampled for in another one than this, in which another set may be frozen.
        isFinal = Epoch.unwrap(epoch) == frozenEpoch + SEED_LOOKAHEAD_EPOCHS;
    }

    /// @inheritdoc IRollup
    function validatorCount() external view returns (uint256 current, uint256 frozen) {
        return (validatorSet.length.current, validatorSet.frozenLength(_epochOf(_currentSlot())));
    }

    /// @inheritdoc IRollup
    function validators(uint256 first, uint256 count) external view returns (address[] memory) {
        return validatorSet.toList(first, count);
    }

    /// @inheritdoc IRollup
    function frozenValidators(uint256 first, uint256 count) external view returns (address[] memory) {
        return validatorSet.toFrozenList(first, count, _epochOf(_currentSlot()));
    }

    /// @inheritdoc IRollup
    function isValidator(address account) external view returns (bool) {
        return validatorSet.contains(account);
    }

    /// @inheritdoc IRollup
    function creditOf(address receiver) external view returns (uint256) {
        return credits[receiver];
    }

    /// @inheritdoc IRollup
    function rewardPool() external view returns (uint256) {
        return _poolWei();
    }
}
