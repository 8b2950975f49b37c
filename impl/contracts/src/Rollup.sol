// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Blobs} from "./Blobs.sol";
import {Clock} from "./Clock.sol";
import {Committees} from "./Committees.sol";
import {Deployment} from "./Deployment.sol";
import {IEpochProofVerifier} from "./IEpochProofVerifier.sol";
import {Account, IProofEscrow} from "./IProofEscrow.sol";
import {Attestations, Claim, EpochProofQuote, Header, IRollup, Sample, Tip} from "./IRollup.sol";
import {Lock} from "./Lock.sol";
import {PendingChain} from "./PendingChain.sol";
import {Rewards} from "./Rewards.sol";
import {Signatures} from "./Signatures.sol";
import {IERC20, Token} from "./Token.sol";
import {TypedData} from "./TypedData.sol";
import {Epoch, Slot} from "./Units.sol";
import {ValidatorSet} from "./ValidatorSet.sol";
import {Checks} from "./generated/Checks.sol";
import {Parameters} from "./generated/Parameters.sol";
import {CommitteeMismatch} from "./generated/Refusals.sol";
import {Rules} from "./generated/Rules.sol";

/// Whom a rollup is deployed with.
struct Actors {
    address administrator;
    IERC20 token;
    IProofEscrow escrow;
    IEpochProofVerifier verifier;
}

/// See IRollup. Every entry point reads: check, derive, store, emit, interact.
contract Rollup is IRollup, PendingChain, Committees, Rewards, Lock {
    using Token for IERC20;
    using ValidatorSet for ValidatorSet.Set;

    /// The committee is sampled for this many epochs ahead (EPOCH-2).
    uint256 private constant SEED_LOOKAHEAD_EPOCHS = 1;

    /// Stands for the block before the first, which has no header.
    bytes32 private constant GENESIS_HASH = keccak256("Lockstep genesis");

    address private immutable ADMINISTRATOR;
    IProofEscrow private immutable ESCROW;
    IEpochProofVerifier private immutable VERIFIER;
    uint256 private immutable WITHDRAWAL_DELAY_SLOTS;
    uint256 private immutable MINIMUM_BOND_WEI;
    uint256 private immutable ESCROW_CAP_WEI;

    /// @param genesisTimestamp_ when slot 0 starts, seconds since 1970
    /// @param prevrandao randomness of the sample of epoch 0
    /// @param initialValidators in their order
    /// @custom:throws ParameterUnfit, AddressUnfit, ValidatorZero, ValidatorAlreadyRegistered
    constructor(
        Parameters memory p,
        uint256 genesisTimestamp_,
        uint256 prevrandao,
        address[] memory initialValidators,
        Actors memory actors
    )
        Clock(genesisTimestamp_, p.slotDurationSeconds)
        PendingChain(p.slotsPerEpoch, p.claimWindowSlots)
        Committees(p.targetCommitteeSize, p.shuffleRounds)
        Rewards(actors.token, p.epochRewardWei)
    {
        Deployment.requireFit(p);
        Deployment.requireNonZero(actors.administrator, "administrator");
        Deployment.requireContract(address(actors.token), "token");
        Deployment.requireContract(address(actors.escrow), "escrow");
        Deployment.requireContract(address(actors.verifier), "verifier");
        if (actors.escrow.rollup() != address(this)) revert Deployment.AddressUnfit("escrow");
        if (actors.escrow.token() != address(actors.token)) revert Deployment.AddressUnfit("token");
        ADMINISTRATOR = actors.administrator;
        ESCROW = actors.escrow;
        VERIFIER = actors.verifier;
        WITHDRAWAL_DELAY_SLOTS = p.withdrawalDelaySlots;
        MINIMUM_BOND_WEI = p.minimumBondWei;
        ESCROW_CAP_WEI = p.escrowCapWei;

        for (uint256 index = 0; index < initialValidators.length; index++) {
            address validator = initialValidators[index];
            bool isRegistered = validatorSet.contains(validator);
            Checks.addValidator(actors.administrator, actors.administrator, validator, isRegistered);
            validatorSet.addInitially(validator);
        }
        tips.provenHash = tips.epochEndHash = tips.pendingHash = GENESIS_HASH;
        //= spec/clauses/EPOCH.md#epoch-7
        //# The constructor MUST record the sample of epoch 0 from its own randomness and its initial validator set.
        bytes32 seed = _seedOf(0, prevrandao);
        address[] memory members = _draw(seed, 0);
        _record(0, seed, members);
        emit EpochSetUp(Epoch.wrap(0), seed, members);
    }

    /// @inheritdoc IRollup
    function propose(Header calldata header, address[] calldata committee, Attestations calldata attestations)
        external
    {
        Chain memory chain = _effectiveChain();
        bytes32 seed = _requireCommittee(chain, committee);
        _requireFits(chain, header, _proposerUnder(committee, seed, chain.currentEpoch, chain.slot));
        bytes32 headerBlobs = Blobs.commitmentTo(header.blobHashes);
        (uint256 publishedBlobs, bytes32 publishedBlobsHash) = Blobs.published();
        Checks.proposeBlobs(publishedBlobs, headerBlobs, publishedBlobsHash);
        bytes32 blockHash = TypedData.hashOf(header, headerBlobs);
        _requireAttested(blockHash, committee, attestations);

        //= spec/clauses/PRUNE.md#prune-4
        //# An accepted `propose`, `claimEpochProofRight`, `submitEpochProof` or `prune` MUST be checked against the effective state, and MUST store the effective state together with its own change.
        _settle(chain);
        //= spec/clauses/PROPOSE.md#propose-12
        //# An accepted `propose` MUST append the block to the effective pending chain and emit L2PendingBlockProcessed with its hash, slot and parent.
        _append(chain, blockHash);
        emit L2PendingBlockProcessed(blockHash, header.slot, header.parentHash);
        _slash(chain);
    }

    /// @inheritdoc IRollup
    function claimEpochProofRight(EpochProofQuote calldata quote, address[] calldata committee) external {
        Chain memory chain = _effectiveChain();
        _requireClaimable(chain, quote, committee);

        // PRUNE-4: an effective chain with something to claim is one of which nothing was due.
        // CLAIM-10, the bond being recorded by the escrow.
        liveClaim = LiveClaim(
            quote.proverAddress, uint64(chain.oldestUnprovenEpoch), uint16(quote.basisPointFee), msg.sender
        );
        emit EpochProofRightClaimed(
            quote.epochToProve, quote.proverAddress, msg.sender, quote.bondAmount, quote.basisPointFee
        );
        ESCROW.stake(quote.proverAddress, quote.bondAmount);
    }

    /// @inheritdoc IRollup
    function submitEpochProof(bytes32 fromHash, bytes32 toHash, bytes calldata proof) external nonReentrant {
        Chain memory chain = _effectiveChain();
        Checks.submitEpochProofEpoch(chain.hasUnproven, chain.oldestUnprovenEpoch, chain.currentEpoch);
        Checks.submitEpochProofBlocks(fromHash, tips.provenHash, toHash, _epochEndHash(chain));
        Checks.submitEpochProofVerification(_verified(fromHash, toHash, proof));

        // PRUNE-4: an effective chain with something to prove is one of which nothing was due.
        //= spec/clauses/PROOF.md#proof-6
        //# An accepted proof, which anyone may submit, MUST make the last block of the epoch the proven tip, leave the later pending blocks pending, and emit EpochProven.
        _finalise();
        emit EpochProven(Epoch.wrap(chain.oldestUnprovenEpoch), toHash, chain.claimedProver);
        if (chain.claimedProver == address(0)) return;

        address claimant = liveClaim.claimant;
        (uint256 proverWei, uint256 claimantWei) =
            _distribute(chain.claimedProver, claimant, liveClaim.basisPointFee);
        delete liveClaim;
        emit RewardCredited(chain.claimedProver, proverWei);
        emit RewardCredited(claimant, claimantWei);
        //= spec/clauses/PROOF.md#proof-7
        //# An accepted proof MUST end the live claim, when there is one, and move its bond from the staked to the available amount of the bonded prover, whoever submitted the proof.
        ESCROW.unstake(chain.claimedProver);
    }

    /// @inheritdoc IRollup
    function prune() external {
        Chain memory stored = _storedChain();
        Checks.prune(
            stored.hasUnproven,
            stored.oldestUnprovenEpoch,
            stored.claimedProver,
            stored.currentEpoch,
            stored.offset,
            CLAIM_WINDOW_SLOTS
        );

        Chain memory chain = _effectiveChain();
        _settle(chain);
        _slash(chain);
    }

    /// @inheritdoc IRollup
    function setupEpoch() external {
        uint256 epoch = _epochOf(_currentSlot());
        uint256 sampledEpoch = epoch + SEED_LOOKAHEAD_EPOCHS;
        Checks.setupEpoch(samples.lastEpoch, sampledEpoch);

        bytes32 seed = _seedOf(sampledEpoch, block.prevrandao);
        address[] memory members = _draw(seed, epoch);
        _record(sampledEpoch, seed, members);
        emit EpochSetUp(Epoch.wrap(sampledEpoch), seed, members);
    }

    /// @inheritdoc IRollup
    function addValidator(address validator) external {
        Checks.addValidator(msg.sender, ADMINISTRATOR, validator, validatorSet.contains(validator));

        //= spec/clauses/VALIDATOR.md#validator-3
        //# `addValidator` MUST be refused with ValidatorAlreadyRegistered when the validator is in the current set, and otherwise append it.
        validatorSet.add(validator, _epochOf(_currentSlot()));
        emit ValidatorAdded(validator);
    }

    /// @inheritdoc IRollup
    function removeValidator(address validator) external {
        Checks.removeValidator(msg.sender, ADMINISTRATOR, validator, validatorSet.contains(validator));

        //= spec/clauses/VALIDATOR.md#validator-4
        //# `removeValidator` MUST be refused with ValidatorNotRegistered when the validator is not in the current set, and otherwise move the last entry into its place.
        validatorSet.remove(validator, _epochOf(_currentSlot()));
        emit ValidatorRemoved(validator);
    }

    /// @inheritdoc IRollup
    function collectReward() external nonReentrant {
        uint256 creditWei = credits[msg.sender];
        Checks.collectReward(creditWei);

        //= spec/clauses/REWARD.md#reward-5
        //# `collectReward` MUST be refused with NothingToCollect when the credit of the caller is 0, and otherwise pay it all to the caller.
        _clearCredit(msg.sender, creditWei);
        emit RewardCollected(msg.sender, creditWei);
        TOKEN.push(msg.sender, creditWei);
    }

    /// PROPOSE-1, PROPOSE-2.
    /// @return seed of the sample in force
    function _requireCommittee(Chain memory chain, address[] calldata committee) private view returns (bytes32 seed) {
        bytes32 committeeInForce;
        uint256 committeeSize;
        (seed, committeeInForce, committeeSize) = _inForce(chain.currentEpoch);
        Checks.proposeCommittee(committeeSize, _commitmentTo(committee), committeeInForce);
    }

    /// PROPOSE-3 to PROPOSE-7.
    function _requireFits(Chain memory chain, Header calldata header, address proposer) private view {
        uint256 headerSlot = Slot.unwrap(header.slot);
        Checks.proposeHeader(
            headerSlot,
            chain.slot,
            header.timestamp,
            _startOf(headerSlot),
            header.parentHash,
            _tipHash(chain),
            _tipNextSlot(chain),
            msg.sender,
            proposer
        );
    }

    /// PROPOSE-10, PROPOSE-11.
    function _requireAttested(bytes32 blockHash, address[] calldata committee, Attestations calldata attestations)
        private
        view
    {
        uint256 seats = committee.length;
        uint256 marks = Signatures.countMarks(attestations.markedSeats);
        uint256 signatures = attestations.signatures.length;
        // A mark beyond the committee is an attestation by nobody, not one at an empty seat.
        if (marks != signatures || (seats < 256 && attestations.markedSeats >> seats != 0)) {
            revert AttestationsMalformed(marks, signatures, seats);
        }
        uint256 invalidSeat = Signatures.firstInvalidSeat(
            TypedData.digestOf(blockHash), committee, attestations.markedSeats, attestations.signatures
        );
        Checks.proposeAttestations(invalidSeat, seats, marks);
    }

    /// CLAIM-1 to CLAIM-9, PROPOSE-1, PROPOSE-2, PROPOSE-7.
    function _requireClaimable(Chain memory chain, EpochProofQuote calldata quote, address[] calldata committee)
        private
        view
    {
        Checks.claimEpochProofRightEpoch(
            chain.offset,
            CLAIM_WINDOW_SLOTS,
            chain.hasUnproven,
            chain.oldestUnprovenEpoch,
            chain.currentEpoch,
            Epoch.unwrap(quote.epochToProve),
            chain.claimedProver
        );
        _requireClaimant(chain, committee);
        Checks.claimEpochProofRightQuote(
            chain.slot, Slot.unwrap(quote.validUntilSlot), quote.bondAmount, MINIMUM_BOND_WEI, quote.basisPointFee
        );
        Account memory account = ESCROW.accountOf(quote.proverAddress);
        Checks.claimEpochProofRightBond(account.availableWei, account.withdrawingWei, quote.bondAmount);
        bytes32 digest = TypedData.digestOf(TypedData.hashOf(quote));
        Checks.claimEpochProofRightSignature(Signatures.signerOf(digest, quote.signature), quote.proverAddress);
    }

    /// PROPOSE-1, PROPOSE-2, PROPOSE-7.
    function _requireClaimant(Chain memory chain, address[] calldata committee) private view {
        (bytes32 seed, bytes32 committeeInForce, uint256 committeeSize) = _inForce(chain.currentEpoch);
        address proposer = _proposerUnder(committee, seed, chain.currentEpoch, chain.slot);
        Checks.claimEpochProofRightClaimant(
            committeeSize, _commitmentTo(committee), committeeInForce, msg.sender, proposer
        );
    }

    /// When a slot starts. A slot that no clock reaches starts never, instead of overflowing.
    function _startOf(uint256 slot) private view returns (uint256) {
        if (slot > type(uint64).max) return type(uint256).max;
        return Rules.startOf(slot, GENESIS_TIMESTAMP, SLOT_DURATION_SECONDS);
    }

    /// A verifier that reverts has not accepted.
    function _verified(bytes32 fromHash, bytes32 toHash, bytes calldata proof) private view returns (bool) {
        try VERIFIER.verify(fromHash, toHash, proof) returns (bool accepted) {
            return accepted;
        } catch {
            return false;
        }
    }

    /// Stores and tells what was due, but for the slash in the escrow.
    function _settle(Chain memory effective) private {
        if (effective.pruneDue) emit PendingChainPruned(_dropPending());
        if (effective.slashedProver != address(0)) delete liveClaim;
    }

    /// Carries a due slash out in the escrow, which moves no token.
    function _slash(Chain memory effective) private {
        //= spec/clauses/PRUNE.md#prune-3
        //# When a claim for epoch N is live and the current epoch is later than N+1, the whole bond MUST be due to move from the staked amount of its prover to the slashed amount, and the claim MUST be due to end.
        if (effective.slashedProver != address(0)) ESCROW.slash(effective.slashedProver);
    }

    // Views

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
    }

    /// @inheritdoc IRollup
    function genesisTimestamp() external view returns (uint256) {
        return GENESIS_TIMESTAMP;
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
        Chain memory chain = _effectiveChain();
        return Tip(_tipHash(chain), Slot.wrap(_tipNextSlot(chain)));
    }

    /// @inheritdoc IRollup
    function epochEnd() external view returns (Tip memory) {
        Chain memory chain = _effectiveChain();
        return Tip(_epochEndHash(chain), Slot.wrap(_epochEndNextSlot(chain)));
    }

    /// @inheritdoc IRollup
    function claim() external view returns (Claim memory live) {
        Chain memory chain = _effectiveChain();
        if (chain.claimedProver == address(0)) return live;
        live.epoch = Epoch.wrap(liveClaim.epoch);
        live.prover = chain.claimedProver;
        live.bondWei = ESCROW.accountOf(chain.claimedProver).stakedWei;
        live.basisPointFee = liveClaim.basisPointFee;
        live.claimant = liveClaim.claimant;
    }

    /// @inheritdoc IRollup
    function pruneIsDue() external view returns (bool) {
        return _effectiveChain().pruneDue;
    }

    /// @inheritdoc IRollup
    function sampleInForce(Epoch epoch) external view returns (Sample memory) {
        return _sampleOf(Epoch.unwrap(epoch));
    }

    /// @inheritdoc IRollup
    function proposerOf(Slot slot, address[] calldata committee) external view returns (address) {
        uint256 epoch = _epochOf(Slot.unwrap(slot));
        Sample memory sample = _sampleOf(epoch);
        bytes32 given = _commitmentTo(committee);
        if (!Rules.committeeIsInForce(given, sample.committee)) revert CommitteeMismatch(given, sample.committee);
        return _proposerUnder(committee, sample.seed, epoch, Slot.unwrap(slot));
    }

    /// @inheritdoc IRollup
    function committeeFor(Epoch epoch, uint256 prevrandao) external view returns (address[] memory) {
        bytes32 seed = _seedOf(Epoch.unwrap(epoch), prevrandao);
        return _draw(seed, _epochOf(_currentSlot()));
    }

    /// @inheritdoc IRollup
    function administrator() external view returns (address) {
        return ADMINISTRATOR;
    }

    /// @inheritdoc IRollup
    function validators() external view returns (address[] memory) {
        return validatorSet.toList();
    }

    /// @inheritdoc IRollup
    function frozenValidators() external view returns (address[] memory) {
        return validatorSet.toFrozenList(_epochOf(_currentSlot()));
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
