// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Blobs} from "./Blobs.sol";
import {Hashes} from "./Hashes.sol";
import {Attestations, EpochProofQuote, Header, IRollup, Posting} from "./IRollup.sol";
import {Lock} from "./Lock.sol";
import {Members} from "./Members.sol";
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
    using Members for bytes;
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
    ) RollupViews(p, genesisTimestamp_, actors) {
        for (uint256 index = 0; index < initialValidators.length; index++) {
            address validator = initialValidators[index];
            Checks.addValidatorRegistration({
                caller: actors.administrator,
                administrator: actors.administrator,
                validator: validator,
                isRegistered: validatorSet.contains(validator)
            });
            validatorSet.addInitially(validator);
            //= spec/clauses/LOG.md#log-14
            //# The constructor MUST emit ValidatorAdded for each initial validator, in their order, and then
            //# EpochSetUp and CommitteeDrawn of epoch 0.
            emit ValidatorAdded(validator);
        }
        tips.provenHash = tips.pendingHash = TypedData.genesisDigestOf(genesisStateRoot);
        // Meaningless, and not zero: else the first epoch would pay for words that were never written.
        tips.epochEndHash = bytes32(uint256(1));
        (liveClaim.proverAddress, liveClaim.claimant) = (address(this), address(this));
        //= spec/clauses/EPOCH.md#epoch-7
        //# The constructor MUST record the sample of epoch 0 from its own randomness and its initial
        //# validator set.
        bytes32 seed = _seedOf(0, prevrandao);
        (bytes32 committee, bytes memory members) = _recordFirst(seed);
        emit EpochSetUp(Epoch.wrap(0), seed, committee);
        emit CommitteeDrawn(committee, members);
    }

    /// @inheritdoc IRollup
    function propose(Header calldata header, bytes calldata committee, Attestations calldata attestations) external {
        _propose(_effectiveChain(), header, Members.copy(committee), attestations);
    }

    /// @inheritdoc IRollup
    function proposeByPublished(Header calldata header, Attestations calldata attestations) external {
        //= spec/clauses/EPOCH.md#epoch-15
        //# `proposeByPublished` MUST do what `propose` does with the published members of the committee in
        //# force, and while they are not published what it does with no members.
        Chain memory chain = _effectiveChain();
        (, bytes32 committee,) = _inForce(chain.currentEpoch);
        _propose(chain, header, Members.publishedAt(published[committee]), attestations);
    }

    /// @inheritdoc IRollup
    function publishCommittee(bytes calldata committee) external {
        //= spec/clauses/EPOCH.md#epoch-14
        //# `publishCommittee`, which anyone may call, MUST keep the members that it is given, whoever they are,
        //# for as long as there is the rollup.
        (bytes32 commitment, address holder) = Members.publish(committee);
        published[commitment] = holder;
        if (holder == address(0)) revert CommitteeTooLarge();
    }

    function _propose(
        Chain memory chain,
        Header calldata header,
        bytes memory committee,
        Attestations calldata attestations
    ) private {
        //= spec/clauses/FALLBACK.md#fallback-5
        //# `propose` and `claimEpochProofRight` MUST be refused with FallbackActive while fallback is in
        //# force.
        Checks.proposeMode({
            timestamp: block.timestamp, genesisTimestamp: GENESIS_TIMESTAMP, inFallback: _inFallback(chain.timing)
        });
        bytes32 seed = _requireCommittee(chain, committee);
        _requireFits(chain, header, _proposerUnder(committee, seed, chain.currentEpoch, chain.slot));
        bytes32 headerBlobs = Hashes.ofList(header.blobHashes);
        (uint256 publishedBlobs, bytes32 publishedBlobsHash) = Blobs.published();
        Checks.proposeBlobs({
            publishedBlobs: publishedBlobs, headerBlobs: headerBlobs, publishedBlobsHash: publishedBlobsHash
        });
        _requireTakes(chain, header);
        bytes32 blockHash = TypedData.digestOf(header, headerBlobs);
        _requireAttested(blockHash, committee, attestations);

        //= spec/clauses/PRUNE.md#prune-4
        //# An accepted `propose`, `challenge`, `claimEpochProofRight`, `submitEpochProof`, `proposeWithProof`,
        //# `forceInclusion`, `prune`, `deposit` or `collectSlashed` MUST be checked against the effective
        //# state and store the effective state together with its own change.
        _settle(chain);
        if (Rules.signaturesAreChallenged(CHALLENGE_SLOTS)) {
            _post(chain, blockHash, header.parentHash, keccak256(committee), attestations);
        }
        //= spec/clauses/PROPOSE.md#propose-12
        //# An accepted `propose` MUST append the block to the effective pending chain and emit
        //# L2PendingBlockProcessed with its hash, slot, caller, parent, state root, transactions hash and blob
        //# hashes, so that whoever follows logs alone finds its body and can check its state.
        _append(chain, blockHash, header.forcedCount);
        emit L2PendingBlockProcessed(
            blockHash,
            header.slot,
            msg.sender,
            header.parentHash,
            header.stateRoot,
            header.transactionsHash,
            header.blobHashes
        );
    }

    /// @inheritdoc IRollup
    function challenge(Slot slot, Posting calldata posting, uint256 seat) external {
        //= spec/clauses/CHALLENGE.md#challenge-11
        //# `challenge` MUST NOT be refused for its caller nor move any other amount than the bond of
        //# CHALLENGE-8.
        Chain memory chain = _effectiveChain();
        bytes memory members = Members.copy(posting.committee);
        Post memory post = _postOf(
            Slot.unwrap(slot),
            posting.blockHash,
            Ancestor(posting.parentHash, Slot.unwrap(posting.parentNextSlot), posting.parentTaken),
            keccak256(members),
            posting.attestations
        );
        _requireFalse(chain, post, posting.attestations, members, seat);

        // PRUNE-4: an effective chain with a block to challenge is one of which nothing was due.
        //= spec/clauses/CHALLENGE.md#challenge-7
        //# An accepted `challenge` MUST remove the block and every block on it from the effective pending
        //# chain.
        _cutBack(chain, post.slot, post.parent);
        //= spec/clauses/LOG.md#log-13
        //# An accepted `challenge` MUST emit PendingChainCut with the tip that is left, the slot that was
        //# challenged and the seat, counted from 0, and then BondReturned with prover and bond, if a claim
        //# ended.
        emit PendingChainCut(post.parent.blockHash, slot, seat);
        if (chain.hasUnproven || chain.claimedProver == address(0)) return;

        //= spec/clauses/CHALLENGE.md#challenge-8
        //# An accepted `challenge` that leaves no block pending MUST end the live claim, when there is one,
        //# and move its bond from the staked to the available amount of the prover.
        liveClaim.isLive = false;
        emit BondReturned(chain.claimedProver, ESCROW.storedStakeOf(chain.claimedProver));
        ESCROW.unstake(chain.claimedProver);
    }

    /// @inheritdoc IRollup
    function claimEpochProofRight(EpochProofQuote calldata quote, bytes calldata committee) external {
        Chain memory chain = _effectiveChain();
        // FALLBACK-5.
        Checks.claimEpochProofRightMode({
            timestamp: block.timestamp, genesisTimestamp: GENESIS_TIMESTAMP, inFallback: _inFallback(chain.timing)
        });
        _requireClaimable(chain, quote, Members.copy(committee));

        // PRUNE-4: an effective chain with something to claim is one of which nothing was due.
        // CLAIM-10, the bond being recorded by the escrow.
        liveClaim = LiveClaim(
            quote.proverAddress, uint64(chain.oldestUnprovenEpoch), uint16(quote.basisPointFee), true, msg.sender
        );
        // LOG-3.
        emit EpochProofRightClaimed(
            quote.epochToProve, quote.proverAddress, msg.sender, quote.bondAmount, quote.basisPointFee
        );
    }

    /// @inheritdoc IRollup
    function submitEpochProof(bytes32 fromHash, bytes32 toHash, bytes calldata proof) external nonReentrant {
        Chain memory chain = _effectiveChain();
        Checks.submitEpochProofEpoch({
            timestamp: block.timestamp,
            genesisTimestamp: GENESIS_TIMESTAMP,
            hasUnproven: chain.hasUnproven,
            oldestUnprovenEpoch: chain.oldestUnprovenEpoch,
            currentEpoch: chain.currentEpoch,
            challengeSlots: CHALLENGE_SLOTS,
            slot: chain.slot,
            epochEndSlot: chain.hasUnproven ? chain.epochEndNextSlot - 1 : 0
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
        _finalise(chain);
        // LOG-1, LOG-4: credits follow.
        emit EpochProven(Epoch.wrap(chain.oldestUnprovenEpoch), toHash, chain.claimedProver);
        //= spec/clauses/PROOF.md#proof-8
        //# A proof MUST NOT be refused for the lack of a claim.
        //= spec/clauses/REWARD.md#reward-4
        //# A proof of an unclaimed epoch MUST NOT credit any prover.
        if (chain.claimedProver == address(0)) return;

        _distribute(chain.claimedProver, liveClaim.claimant, liveClaim.basisPointFee);
        liveClaim.isLive = false;
        //= spec/clauses/PROOF.md#proof-7
        //# An accepted proof MUST end the live claim, when there is one, and move its bond from the staked to
        //# the available amount of the bonded prover, whoever submitted the proof.
        ESCROW.unstake(chain.claimedProver);
    }

    /// @inheritdoc IRollup
    function proposeWithProof(Header calldata header, bytes calldata proof) external nonReentrant {
        //= spec/clauses/FALLBACK.md#fallback-10
        //# `proposeWithProof` MUST NOT be refused for its caller or for the lack of attestations.
        Chain memory chain = _effectiveChain();
        //= spec/clauses/FALLBACK.md#fallback-9
        //# `proposeWithProof` MUST be refused with FallbackNotActive unless fallback is in force.
        Checks.proposeWithProofMode({
            timestamp: block.timestamp, genesisTimestamp: GENESIS_TIMESTAMP, inFallback: _inFallback(chain.timing)
        });
        _requireExtends(chain, header);
        bytes32 headerBlobs = Hashes.ofList(header.blobHashes);
        (uint256 publishedBlobs, bytes32 publishedBlobsHash) = Blobs.published();
        Checks.proposeWithProofBlobs({
            publishedBlobs: publishedBlobs, headerBlobs: headerBlobs, publishedBlobsHash: publishedBlobsHash
        });
        _requireTakesInFallback(chain, header);
        bytes32 blockHash = TypedData.digestOf(header, headerBlobs);
        //= spec/clauses/FALLBACK.md#fallback-13
        //# `proposeWithProof` MUST be refused with ProofInvalid unless the verifier accepts the proof for the
        //# proven tip and this block.
        Checks.proposeWithProofVerification({verified: _verified(header.parentHash, blockHash, proof)});

        // PRUNE-4.
        _settle(chain);
        _appendProven(chain, blockHash, Slot.unwrap(header.slot), header.forcedCount);
        //= spec/clauses/LOG.md#log-12
        //# An accepted `proposeWithProof` MUST emit L2ProvenBlockProcessed with the hash, slot, caller,
        //# parent, state root, transactions hash and blob hashes of the block, and then RewardCredited with
        //# its caller, if it is credited more than 0.
        emit L2ProvenBlockProcessed(
            blockHash,
            header.slot,
            msg.sender,
            header.parentHash,
            header.stateRoot,
            header.transactionsHash,
            header.blobHashes
        );
        _rewardPublisher(msg.sender);
    }

    /// @inheritdoc IRollup
    function forceInclusion(bytes calldata transaction, bytes calldata proof) external {
        //= spec/clauses/QUEUE.md#queue-1
        //# `forceInclusion` MUST be refused with ForcedDataUnfit unless the data of the transaction has at
        //# least 1 and at most `forcedMaximumBytes` bytes.
        Checks.forceInclusionData({
            timestamp: block.timestamp,
            genesisTimestamp: GENESIS_TIMESTAMP,
            dataBytes: transaction.length,
            forcedMaximumBytes: FORCED_MAXIMUM_BYTES
        });
        //= spec/clauses/QUEUE.md#queue-12
        //# The hash of a forced transaction MUST be keccak256 of its data, computed on L1.
        bytes32 transactionHash = Hashes.ofBytes(transaction);
        //= spec/clauses/QUEUE.md#queue-2
        //# `forceInclusion` MUST be refused with ForcedProofInvalid unless the verifier of transactions
        //# accepts the proof for this transaction.
        Checks.forceInclusionVerification({
            verified: _isTrue(address(TX_VERIFIER), abi.encodeCall(TX_VERIFIER.verify, (transactionHash, proof)))
        });

        // PRUNE-4.
        Chain memory chain = _effectiveChain();
        _settle(chain);
        //= spec/clauses/QUEUE.md#queue-3
        //# An accepted `forceInclusion` MUST append the transaction with includedByEpoch the current epoch
        //# plus `forcedDelayEpochs`.
        uint256 index = chain.queueLength;
        uint256 includedByEpoch = _enter(transactionHash, index, chain.currentEpoch);
        _lengthenQueue(chain);
        //= spec/clauses/LOG.md#log-11
        //# An accepted `forceInclusion` MUST emit TransactionForced with the hash of the transaction, its
        //# index in the queue, counted from 0, and its includedByEpoch.
        emit TransactionForced(transactionHash, index, Epoch.wrap(includedByEpoch));
    }

    /// @inheritdoc IRollup
    function prune() external {
        Chain memory chain = _storedChain();
        // Of the effective chain nothing is due, so the stored one is asked.
        (bool hasUnproven, uint256 oldestUnprovenEpoch, address claimedProver) =
            (chain.hasUnproven, chain.oldestUnprovenEpoch, chain.claimedProver);
        _carryOutDue(chain);
        Checks.prune({
            timestamp: block.timestamp,
            genesisTimestamp: GENESIS_TIMESTAMP,
            hasUnproven: hasUnproven,
            fallbackEntered: chain.timing.entries > 0,
            oldestUnprovenEpoch: oldestUnprovenEpoch,
            claimedProver: claimedProver,
            currentEpoch: chain.currentEpoch,
            offset: chain.offset,
            claimWindowSlots: CLAIM_WINDOW_SLOTS
        });

        _settle(chain);
    }

    /// @inheritdoc IRollup
    function settle() external onlyEscrow {
        // PRUNE-4.
        _settle(_effectiveChain());
    }

    /// @inheritdoc IRollup
    function setupEpoch() external {
        //= spec/clauses/FALLBACK.md#fallback-16
        //# `setupEpoch` MUST NOT be refused because of fallback.
        uint256 epoch = _epochOf(_currentSlot());
        uint256 sampledEpoch = epoch + SEED_LOOKAHEAD_EPOCHS;
        Checks.setupEpoch({
            timestamp: block.timestamp,
            genesisTimestamp: GENESIS_TIMESTAMP,
            lastSampledEpoch: samples.lastEpoch,
            sampledEpoch: sampledEpoch
        });

        bytes32 seed = _seedOf(sampledEpoch, block.prevrandao);
        bytes32 lastCommittee = samples.committees[samples.lastPlace];
        (bytes32 committee, bytes memory members) = _record(sampledEpoch, seed, epoch);
        // LOG-5.
        emit EpochSetUp(Epoch.wrap(sampledEpoch), seed, committee);
        if (committee != lastCommittee) emit CommitteeDrawn(committee, members);
    }

    /// @inheritdoc IRollup
    function addValidator(address validator) external {
        _addValidator(validator);
    }

    /// @inheritdoc IRollup
    function addValidators(address[] calldata batch) external {
        //= spec/clauses/VALIDATOR.md#validator-9
        //# `addValidators` and `removeValidators` MUST do what `addValidator` and `removeValidator` would for
        //# each validator of the batch, in their order, or nothing, refused as the first of these calls that
        //# would be refused.
        for (uint256 index = 0; index < batch.length; index++) {
            _addValidator(batch[index]);
        }
    }

    /// @inheritdoc IRollup
    function removeValidator(address validator) external {
        _removeValidator(validator);
    }

    /// @inheritdoc IRollup
    function removeValidators(address[] calldata batch) external {
        for (uint256 index = 0; index < batch.length; index++) {
            _removeValidator(batch[index]);
        }
    }

    function _addValidator(address validator) private {
        Checks.addValidatorTime({timestamp: block.timestamp, genesisTimestamp: GENESIS_TIMESTAMP});
        Checks.addValidatorRegistration({
            caller: msg.sender,
            administrator: administrator,
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

    function _removeValidator(address validator) private {
        Checks.removeValidator({
            timestamp: block.timestamp,
            genesisTimestamp: GENESIS_TIMESTAMP,
            caller: msg.sender,
            administrator: administrator,
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

    /// PROPOSE-1, PROPOSE-2.
    /// @return seed of the sample in force
    function _requireCommittee(Chain memory chain, bytes memory committee) private view returns (bytes32 seed) {
        bytes32 committeeInForce;
        uint256 committeeSize;
        (seed, committeeInForce, committeeSize) = _inForce(chain.currentEpoch);
        Checks.proposeCommittee({
            committeeSize: committeeSize, givenCommittee: keccak256(committee), committeeInForce: committeeInForce
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
            nextSlot: chain.pendingNextSlot,
            caller: msg.sender,
            proposer: proposer
        });
    }

    /// FALLBACK-11, FALLBACK-12, PROPOSE-4, PROPOSE-6.
    function _requireExtends(Chain memory chain, Header calldata header) private view {
        //= spec/clauses/FALLBACK.md#fallback-12
        //# `proposeWithProof` MUST be refused with SlotInFuture when the slot of the header is later than the
        //# current one; PROPOSE-4 holds as for `propose`, and PROPOSE-6 with the proven tip in the place of the
        //# pending one.
        uint256 headerSlot = Slot.unwrap(header.slot);
        Checks.proposeWithProofHeader({
            headerSlot: headerSlot,
            slot: chain.slot,
            headerTimestamp: header.timestamp,
            startOfHeaderSlot: _startOf(headerSlot),
            parentHash: header.parentHash,
            //= spec/clauses/FALLBACK.md#fallback-11
            //# `proposeWithProof` MUST be refused with ParentNotTip unless the parent hash of the header is
            //# the hash of the proven tip.
            tipHash: tips.provenHash,
            nextSlot: chain.provenNextSlot
        });
    }

    /// QUEUE-4 to QUEUE-7.
    function _requireTakes(Chain memory chain, Header calldata header) private view {
        (bytes32 queueHash, bool isNextDue) =
            _frontAfter(chain.pendingTaken, header.forcedCount, chain.queueLength, chain.currentEpoch);
        Checks.proposeForced({
            //= spec/clauses/QUEUE.md#queue-4
            //# `propose` and `proposeWithProof` MUST be refused with ForcedBeyondQueue when the block takes
            //# more transactions than the queue holds beyond those that the effective chain has taken.
            forcedCount: header.forcedCount,
            waitingForced: chain.queueLength - chain.pendingTaken,
            //= spec/clauses/QUEUE.md#queue-5
            //# `propose` and `proposeWithProof` MUST be refused with ForcedHashMismatch unless the commitment
            //# of the header is that of the queue up to and including the last entry that the chain has taken
            //# with this block.
            forcedHash: header.forcedHash,
            queueHash: queueHash,
            //= spec/clauses/QUEUE.md#queue-6
            //# `propose` and `proposeWithProof` MUST be refused with ForcedTransactionsDue when the block has
            //# other transactions and, after it, the first entry that is not taken is due in the current
            //# epoch of L1.
            hasOthers: header.hasOthers,
            isNextDue: isNextDue,
            //= spec/clauses/QUEUE.md#queue-7
            //# `propose` and `proposeWithProof` MUST be refused with ForcedBelowMinimum when the block takes
            //# fewer than m and, after it, the first entry that is not taken is due in the current epoch of
            //# L1.
            forcedMinimum: FORCED_MINIMUM
        });
    }

    /// QUEUE-4 to QUEUE-7 for a block on the proven tip.
    function _requireTakesInFallback(Chain memory chain, Header calldata header) private view {
        (bytes32 queueHash, bool isNextDue) =
            _frontAfter(chain.provenTaken, header.forcedCount, chain.queueLength, chain.currentEpoch);
        Checks.proposeWithProofForced({
            forcedCount: header.forcedCount,
            waitingForced: chain.queueLength - chain.provenTaken,
            forcedHash: header.forcedHash,
            queueHash: queueHash,
            hasOthers: header.hasOthers,
            isNextDue: isNextDue,
            forcedMinimum: FORCED_MINIMUM
        });
    }

    /// Keeps what an accepted block is proposed with, before it is appended.
    function _post(
        Chain memory chain,
        bytes32 blockHash,
        bytes32 parentHash,
        bytes32 committee,
        Attestations calldata attestations
    ) private {
        Ancestor memory parent = Ancestor(parentHash, chain.pendingNextSlot, chain.pendingTaken);
        _keep(chain, _postOf(chain.slot, blockHash, parent, committee, attestations));
    }

    function _postOf(
        uint256 slot,
        bytes32 blockHash,
        Ancestor memory parent,
        bytes32 committee,
        Attestations calldata attestations
    ) private pure returns (Post memory post) {
        (post.slot, post.blockHash, post.parent) = (slot, blockHash, parent);
        post.committee = committee;
        post.attestations = Hashes.ofAttestations(attestations);
    }

    /// CHALLENGE-3 to CHALLENGE-6.
    /// @param post of `posting` as a block of its slot
    function _requireFalse(
        Chain memory chain,
        Post memory post,
        Attestations calldata attestations,
        bytes memory members,
        uint256 seat
    ) private view {
        Checks.challengeBlock({
            timestamp: block.timestamp,
            genesisTimestamp: GENESIS_TIMESTAMP,
            challengedSlot: post.slot,
            challengeSlots: CHALLENGE_SLOTS,
            isLive: _isPending(chain, post.slot)
        });
        Checks.challengePosting({
            givenPosting: _commitmentTo(post),
            storedPosting: _kept(post.slot),
            slot: chain.slot,
            challengedSlot: post.slot,
            challengeSlots: CHALLENGE_SLOTS
        });
        uint256 seats = members.count();
        (bool isGiven, address signer) =
            Signatures.signerAt(post.blockHash, attestations.markedSeats, attestations.signatures, seat);
        Checks.challengeAttestation({
            seat: seat,
            seats: seats,
            isGiven: isGiven,
            signer: signer,
            member: seat < seats ? members.at(seat) : address(0)
        });
    }

    /// PROPOSE-10, PROPOSE-11.
    function _requireAttested(bytes32 blockHash, bytes memory committee, Attestations calldata attestations)
        private
        view
    {
        uint256 seats = committee.count();
        uint256 marks = Signatures.countMarks(attestations.markedSeats);
        uint256 signatures = attestations.signatures.length;
        // A mark beyond the committee is an attestation by nobody, not one at an empty seat.
        if (marks != signatures || attestations.markedSeats >> seats != 0) {
            revert AttestationsMalformed(marks, signatures, seats);
        }
        //= spec/clauses/CHALLENGE.md#challenge-1
        //# PROPOSE-10 MUST refuse exactly when `challengeSlots` is 0; whatever it is, PROPOSE-11 counts the
        //# attestations that are given.
        bool areChallenged = Rules.signaturesAreChallenged(CHALLENGE_SLOTS);
        uint256 invalidSeat = areChallenged
            ? seats
            : Signatures.firstInvalidSeat(blockHash, committee, attestations.markedSeats, attestations.signatures);
        Checks.proposeAttestations({
            invalidSeat: invalidSeat, seats: seats, areChallenged: areChallenged, attestations: marks
        });
    }

    /// CLAIM-1 to CLAIM-10, PROPOSE-1, PROPOSE-2, PROPOSE-7: the bond is staked where it is checked.
    function _requireClaimable(Chain memory chain, EpochProofQuote calldata quote, bytes memory committee) private {
        Checks.claimEpochProofRightEpoch({
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
        // It refuses a bond that is not covered. A refusal after this takes it back.
        ESCROW.stake(quote.proverAddress, quote.bondAmount);
        address signer = Signatures.signerOf(TypedData.digestOf(quote), quote.signature);
        Checks.claimEpochProofRightSignature({signer: signer, proverAddress: quote.proverAddress});
    }

    /// PROPOSE-1, PROPOSE-2, PROPOSE-7.
    function _requireClaimant(Chain memory chain, bytes memory committee) private view {
        (bytes32 seed, bytes32 committeeInForce, uint256 committeeSize) = _inForce(chain.currentEpoch);
        address proposer = _proposerUnder(committee, seed, chain.currentEpoch, chain.slot);
        Checks.claimEpochProofRightClaimant({
            committeeSize: committeeSize,
            givenCommittee: keccak256(committee),
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

    function _verified(bytes32 fromHash, bytes32 toHash, bytes calldata proof) private view returns (bool) {
        return _isTrue(address(VERIFIER), abi.encodeCall(VERIFIER.verify, (fromHash, toHash, proof)));
    }

    /// Asks a verifier. One that reverts, or answers anything but true, has not accepted.
    function _isTrue(address verifier, bytes memory question) private view returns (bool) {
        (bool done, bytes memory answer) = verifier.staticcall(question);
        return done && answer.length == 32 && uint256(bytes32(answer)) == 1;
    }

    /// Carries out and tells what was due, before the event's own change (LOG-2). A slash moves no token.
    function _settle(Chain memory effective) private {
        _storeDue(effective);
        //= spec/clauses/FALLBACK.md#fallback-4
        //# From the slot of an entry on the whole pending chain beyond the proven tip MUST be due to be
        //# dropped, and what it took from the queue waits again.
        if (effective.pruneDue) emit PendingChainPruned(tips.provenHash);
        if (effective.slashedProver != address(0)) {
            liveClaim.isLive = false;
            //= spec/clauses/PRUNE.md#prune-3
            //# When a claim for epoch N is live and the current epoch is later than N+1, the whole bond MUST be
            //# due to move from the staked amount of its prover to the slashed amount, and the claim to end.
            ESCROW.slash(effective.slashedProver);
        }
        if (effective.timing.changedNext == 0) return;
        //= spec/clauses/LOG.md#log-10
        //# An event that settles entries or exits MUST emit one FallbackChanged with whether a session is in
        //# force, the slot of the last entry or exit, and the number of entries since the stored state.
        emit FallbackChanged(
            _inFallback(effective.timing), Slot.wrap(effective.timing.changedNext - 1), effective.timing.entries
        );
    }
}
