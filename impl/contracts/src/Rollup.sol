// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Blobs} from "./Blobs.sol";
import {Account} from "./IProofEscrow.sol";
import {Attestations, EpochProofQuote, Header, IRollup} from "./IRollup.sol";
import {Lock} from "./Lock.sol";
import {Actors, RollupViews} from "./RollupViews.sol";
import {Signatures} from "./Signatures.sol";
import {IERC20, Token} from "./Token.sol";
import {TypedData} from "./TypedData.sol";
import {Epoch, Slot} from "./Units.sol";
import {ValidatorSet} from "./ValidatorSet.sol";
import {Checks} from "./generated/Checks.sol";
import {Parameters, SEED_LOOKAHEAD_EPOCHS} from "./generated/Parameters.sol";
import {Rules} from "./generated/Rules.sol";

/// See IRollup. Every entry point reads: check, derive, store, emit, interact.
contract Rollup is RollupViews, Lock {
    using Token for IERC20;
    using ValidatorSet for ValidatorSet.Set;

    /// @param genesisTimestamp_ when slot 0 starts, seconds since 1970
    /// @param genesisStateRoot the state that the first block is built on
    /// @param prevrandao randomness of the sample of epoch 0
    /// @param initialValidators in their order
    /// @custom:throws ParameterUnfit, AddressUnfit, ValidatorZero, ValidatorAlreadyRegistered
    constructor(
        Parameters memory p,
        uint256 genesisTimestamp_,
        bytes32 genesisStateRoot,
        uint256 prevrandao,
        address[] memory initialValidators,
        Actors memory actors
    )
        RollupViews(p, genesisTimestamp_, actors)
    {
        for (uint256 index = 0; index < initialValidators.length; index++) {
            address validator = initialValidators[index];
            Checks.addValidatorRegistration({
                caller: actors.administrator,
                administrator: actors.administrator,
                validator: validator,
                isRegistered: validatorSet.contains(validator)
            });
            validatorSet.addInitially(validator);
        }
        tips.provenHash = tips.epochEndHash = tips.pendingHash = TypedData.genesisDigestOf(genesisStateRoot);
        //= spec/clauses/EPOCH.md#epoch-7
        //# The constructor MUST record the sample of epoch 0 from its own randomness and its initial
        //# validator set.
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
        Checks.proposeBlobs({
            publishedBlobs: publishedBlobs, headerBlobs: headerBlobs, publishedBlobsHash: publishedBlobsHash
        });
        bytes32 blockHash = TypedData.digestOf(header, headerBlobs);
        _requireAttested(blockHash, committee, attestations);

        //= spec/clauses/PRUNE.md#prune-4
        //# An accepted `propose`, `claimEpochProofRight`, `submitEpochProof` or `prune` MUST be checked
        //# against the effective state and store the effective state together with its own change.
        _settle(chain);
        //= spec/clauses/PROPOSE.md#propose-12
        //# An accepted `propose` MUST append the block to the effective pending chain and emit
        //# L2PendingBlockProcessed with its hash, slot and parent.
        _append(chain, blockHash);
        emit L2PendingBlockProcessed(blockHash, header.slot, header.parentHash);
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
        // LOG-3.
        emit EpochProofRightClaimed(
            quote.epochToProve, quote.proverAddress, msg.sender, quote.bondAmount, quote.basisPointFee
        );
        ESCROW.stake(quote.proverAddress, quote.bondAmount);
    }

    /// @inheritdoc IRollup
    function submitEpochProof(bytes32 fromHash, bytes32 toHash, bytes calldata proof) external nonReentrant {
        Chain memory chain = _effectiveChain();
        Checks.submitEpochProofEpoch({
            timestamp: block.timestamp,
            genesisTimestamp: GENESIS_TIMESTAMP,
            hasUnproven: chain.hasUnproven,
            oldestUnprovenEpoch: chain.oldestUnprovenEpoch,
            currentEpoch: chain.currentEpoch
        });
        Checks.submitEpochProofBlocks({
            fromHash: fromHash, provenHash: tips.provenHash, toHash: toHash, epochEndHash: _epochEndHash(chain)
        });
        Checks.submitEpochProofVerification({
            verified: _verified(fromHash, toHash, proof),
            // PROOF-10: the reading `anyone`.
            submissionIsOpen: true,
            caller: msg.sender,
            claimedProver: chain.claimedProver
        });

        // PRUNE-4: an effective chain with something to prove is one of which nothing was due.
        //= spec/clauses/PROOF.md#proof-6
        //# An accepted proof MUST make the last block of the epoch the proven tip, leave the later pending
        //# blocks pending, and emit EpochProven.
        _finalise();
        // LOG-1, LOG-4: credits follow.
        emit EpochProven(Epoch.wrap(chain.oldestUnprovenEpoch), toHash, chain.claimedProver);
        //= spec/clauses/PROOF.md#proof-8
        //# A proof MUST NOT be refused for the lack of a claim.
        //= spec/clauses/REWARD.md#reward-4
        //# A proof of an unclaimed epoch MUST NOT credit any prover.
        if (chain.claimedProver == address(0)) return;

        _distribute(chain.claimedProver, liveClaim.claimant, liveClaim.basisPointFee);
        delete liveClaim;
        //= spec/clauses/PROOF.md#proof-7
        //# An accepted proof MUST end the live claim, when there is one, and move its bond from the staked to
        //# the available amount of the bonded prover, whoever submitted the proof.
        ESCROW.unstake(chain.claimedProver);
    }

    /// @inheritdoc IRollup
    function prune() external {
        // Of the effective chain nothing is due, so the stored one is asked.
        Chain memory stored = _storedChain();
        Checks.prune({
            timestamp: block.timestamp,
            genesisTimestamp: GENESIS_TIMESTAMP,
            hasUnproven: stored.hasUnproven,
            oldestUnprovenEpoch: stored.oldestUnprovenEpoch,
            claimedProver: stored.claimedProver,
            currentEpoch: stored.currentEpoch,
            offset: stored.offset,
            claimWindowSlots: CLAIM_WINDOW_SLOTS
        });

        _settle(_effectiveChain());
    }

    /// @inheritdoc IRollup
    function setupEpoch() external {
        uint256 epoch = _epochOf(_currentSlot());
        uint256 sampledEpoch = epoch + SEED_LOOKAHEAD_EPOCHS;
        Checks.setupEpoch({
            timestamp: block.timestamp,
            genesisTimestamp: GENESIS_TIMESTAMP,
            lastSampledEpoch: samples.lastEpoch,
            sampledEpoch: sampledEpoch
        });

        bytes32 seed = _seedOf(sampledEpoch, block.prevrandao);
        address[] memory members = _draw(seed, epoch);
        _record(sampledEpoch, seed, members);
        // LOG-5.
        emit EpochSetUp(Epoch.wrap(sampledEpoch), seed, members);
    }

    /// @inheritdoc IRollup
    function addValidator(address validator) external {
        Checks.addValidatorTime({timestamp: block.timestamp, genesisTimestamp: GENESIS_TIMESTAMP});
        Checks.addValidatorRegistration({
            caller: msg.sender,
            administrator: ADMINISTRATOR,
            validator: validator,
            isRegistered: validatorSet.contains(validator)
        });

        //= spec/clauses/VALIDATOR.md#validator-3
        //# `addValidator` MUST be refused with ValidatorAlreadyRegistered when the validator is in the
        //# current set, and otherwise append it.
        validatorSet.add(validator, _epochOf(_currentSlot()));
        // LOG-6.
        emit ValidatorAdded(validator);
    }

    /// @inheritdoc IRollup
    function removeValidator(address validator) external {
        Checks.removeValidator({
            timestamp: block.timestamp,
            genesisTimestamp: GENESIS_TIMESTAMP,
            caller: msg.sender,
            administrator: ADMINISTRATOR,
            validator: validator,
            isRegistered: validatorSet.contains(validator)
        });

        //= spec/clauses/VALIDATOR.md#validator-4
        //# `removeValidator` MUST be refused with ValidatorNotRegistered when the validator is not in the
        //# current set, and otherwise move the last entry into its place.
        validatorSet.remove(validator, _epochOf(_currentSlot()));
        // LOG-6.
        emit ValidatorRemoved(validator);
    }

    /// @inheritdoc IRollup
    function collectReward() external nonReentrant {
        uint256 creditWei = credits[msg.sender];
        Checks.collectReward({creditWei: creditWei});

        //= spec/clauses/REWARD.md#reward-5
        //# `collectReward` MUST be refused with NothingToCollect when the credit of the caller is 0, and
        //# otherwise pay it all to the caller.
        _clearCredit(msg.sender, creditWei);
        // LOG-8, LOG-9: the token announces its move after this.
        emit RewardCollected(msg.sender, creditWei);
        TOKEN.push(msg.sender, creditWei);
    }

    /// TIME-4, PROPOSE-1, PROPOSE-2.
    /// @return seed of the sample in force
    function _requireCommittee(Chain memory chain, address[] calldata committee) private view returns (bytes32 seed) {
        bytes32 committeeInForce;
        uint256 committeeSize;
        (seed, committeeInForce, committeeSize) = _inForce(chain.currentEpoch);
        Checks.proposeCommittee({
            timestamp: block.timestamp,
            genesisTimestamp: GENESIS_TIMESTAMP,
            committeeSize: committeeSize,
            givenCommittee: _commitmentTo(committee),
            committeeInForce: committeeInForce
        });
    }

    /// PROPOSE-3 to PROPOSE-7.
    function _requireFits(Chain memory chain, Header calldata header, address proposer) private view {
        uint256 headerSlot = Slot.unwrap(header.slot);
        Checks.proposeHeader({
            headerSlot: headerSlot,
            slot: chain.slot,
            headerTimestamp: header.timestamp,
            startOfHeaderSlot: _startOf(headerSlot),
            parentHash: header.parentHash,
            tipHash: _tipHash(chain),
            nextSlot: _tipNextSlot(chain),
            caller: msg.sender,
            proposer: proposer
        });
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
        if (marks != signatures || attestations.markedSeats >> seats != 0) {
            revert AttestationsMalformed(marks, signatures, seats);
        }
        uint256 invalidSeat = Signatures.firstInvalidSeat(
            blockHash, committee, attestations.markedSeats, attestations.signatures
        );
        Checks.proposeAttestations({invalidSeat: invalidSeat, seats: seats, attestations: marks});
    }

    /// TIME-4, CLAIM-1 to CLAIM-9, PROPOSE-1, PROPOSE-2, PROPOSE-7.
    function _requireClaimable(Chain memory chain, EpochProofQuote calldata quote, address[] calldata committee)
        private
        view
    {
        Checks.claimEpochProofRightEpoch({
            timestamp: block.timestamp,
            genesisTimestamp: GENESIS_TIMESTAMP,
            offset: chain.offset,
            claimWindowSlots: CLAIM_WINDOW_SLOTS,
            hasUnproven: chain.hasUnproven,
            oldestUnprovenEpoch: chain.oldestUnprovenEpoch,
            currentEpoch: chain.currentEpoch,
            epochToProve: Epoch.unwrap(quote.epochToProve),
            claimedProver: chain.claimedProver
        });
        _requireClaimant(chain, committee);
        Checks.claimEpochProofRightQuote({
            slot: chain.slot,
            validUntilSlot: Slot.unwrap(quote.validUntilSlot),
            bondAmount: quote.bondAmount,
            minimumBondWei: MINIMUM_BOND_WEI,
            basisPointFee: quote.basisPointFee
        });
        Account memory account = ESCROW.accountOf(quote.proverAddress);
        Checks.claimEpochProofRightBond({
            availableWei: account.availableWei, withdrawingWei: account.withdrawingWei, bondAmount: quote.bondAmount
        });
        address signer = Signatures.signerOf(TypedData.digestOf(quote), quote.signature);
        Checks.claimEpochProofRightSignature({signer: signer, proverAddress: quote.proverAddress});
    }

    /// PROPOSE-1, PROPOSE-2, PROPOSE-7.
    function _requireClaimant(Chain memory chain, address[] calldata committee) private view {
        (bytes32 seed, bytes32 committeeInForce, uint256 committeeSize) = _inForce(chain.currentEpoch);
        address proposer = _proposerUnder(committee, seed, chain.currentEpoch, chain.slot);
        Checks.claimEpochProofRightClaimant({
            committeeSize: committeeSize,
            givenCommittee: _commitmentTo(committee),
            committeeInForce: committeeInForce,
            caller: msg.sender,
            proposer: proposer
        });
    }

    /// When a slot starts. A slot that no clock reaches starts never, instead of overflowing.
    function _startOf(uint256 slot) private view returns (uint256) {
        if (slot > type(uint64).max) return type(uint256).max;
        return Rules.startOf(slot, GENESIS_TIMESTAMP, SLOT_DURATION_SECONDS);
    }

    /// A verifier that reverts, or answers anything but true, has not accepted.
    function _verified(bytes32 fromHash, bytes32 toHash, bytes calldata proof) private view returns (bool) {
        (bool done, bytes memory answer) =
            address(VERIFIER).staticcall(abi.encodeCall(VERIFIER.verify, (fromHash, toHash, proof)));
        return done && answer.length == 32 && uint256(bytes32(answer)) == 1;
    }

    /// Carries out and tells what was due, before the event's own change (LOG-2). A slash moves no token.
    function _settle(Chain memory effective) private {
        if (effective.pruneDue) emit PendingChainPruned(_dropPending());
        if (effective.slashedProver == address(0)) return;
        delete liveClaim;
        //= spec/clauses/PRUNE.md#prune-3
        //# When a claim for epoch N is live and the current epoch is later than N+1, the whole bond MUST be
        //# due to move from the staked amount of its prover to the slashed amount, and the claim to end.
        ESCROW.slash(effective.slashedProver);
    }
}
