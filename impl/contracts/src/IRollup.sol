// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.8;

import {IAdministration} from "./IAdministration.sol";
import {Parameters} from "./generated/Parameters.sol";
import {Epoch, Slot} from "./Units.sol";

/// An ECDSA signature in the compact form of EIP-2098: `vs` is s with the parity of y in its top bit.
/// A type of fixed size, so that a signature of another length cannot be written down.
struct Signature {
    bytes32 r;
    bytes32 vs;
}

/// Header of an L2 block. Its EIP-712 digest, for this chain and this rollup, is the identity of the block.
struct Header {
    bytes32 parentHash;
    Slot slot;
    /// Seconds since 1970: when the slot starts.
    uint256 timestamp;
    bytes32 stateRoot;
    bytes32 transactionsHash;
    /// How many transactions the block takes from the front of the forced-inclusion queue.
    uint256 forcedCount;
    /// Commitment to the queue up to the last entry that the chain has taken with this block (`queueEntry`); 0 if there
    /// is none.
    bytes32 forcedHash;
    /// Whether the block has transactions beside those of the queue.
    bool hasOthers;
    /// Versioned hashes of the blobs that carry the body, in the order of the transaction.
    bytes32[] blobHashes;
}

/// Attestations of a committee over a header.
struct Attestations {
    /// Bit i is set when the member of seat i attests.
    uint256 markedSeats;
    /// One signature per marked seat, in the order of the seats.
    Signature[] signatures;
}

/// What a block was proposed with, and where it stands in its chain. Whoever challenges finds it in the calldata of the
/// proposal and of those before it.
struct Posting {
    bytes32 blockHash;
    bytes32 parentHash;
    /// The slot after that of the parent; 0 for genesis.
    Slot parentNextSlot;
    /// How many entries of the forced-inclusion queue the chain up to the parent had taken.
    uint256 parentTaken;
    /// Members of the committee that was in force, in their order, 20 bytes each.
    bytes committee;
    Attestations attestations;
}

/// A bid for the right to prove an epoch, signed by the prover.
struct EpochProofQuote {
    Signature signature;
    address proverAddress;
    Epoch epochToProve;
    /// Last slot in which the quote can be claimed.
    Slot validUntilSlot;
    /// Wei of the bond token.
    uint256 bondAmount;
    /// Share of the proving reward for the prover, in hundredths of a percent.
    uint32 basisPointFee;
}

/// A block as the tip of a chain.
struct Tip {
    bytes32 blockHash;
    /// The slot after that of the block; 0 for genesis, which lies before slot 0.
    Slot nextSlot;
}

/// The live claim. All zero when there is none.
struct Claim {
    Epoch epochToProve;
    address proverAddress;
    /// Wei of the bond token.
    uint256 bondAmount;
    uint256 basisPointFee;
    /// The proposer that made the claim and shares in the reward.
    address claimant;
}

/// Who builds the chain, and since when. `…Next` is the slot after the one that it is about, 0 for none.
struct FallbackState {
    /// The slot from which the slots to the next entry are counted; none in a session and while nothing is counted.
    Slot countedFromNext;
    /// Entry of the session; none while the committee is in force.
    Slot enteredNext;
    /// Last advance of the proven chain in the session, its entry before the first one; none while the committee is in
    /// force.
    Slot advancedNext;
}

/// An entry of the forced-inclusion queue. Its data is in the calldata of the transaction that entered it.
struct ForcedTransaction {
    /// keccak256 of three words: the hash of the entry before, or 0; keccak256 of the data; includedByEpoch.
    bytes32 hash;
    Epoch includedByEpoch;
    /// Whether a block of the effective chain took it. It is final if less than the proven `taken` precede it.
    bool included;
}

/// What `setupEpoch` records for an epoch.
struct Sample {
    Epoch epoch;
    bytes32 seed;
    /// Commitment to the members (EPOCH-13).
    bytes32 committee;
    uint256 size;
}

/// The L1 side of the rollup: blocks are proposed to the pending chain, epochs of it are claimed, proven, and become
/// the proven chain, or are pruned. When the proven chain stands still, anybody extends it with blocks that come with
/// their proofs (based fallback). Who is not served enters a transaction into a queue that every block has to take from.
///
/// What time alone makes due (a prune, a slash, an entry into fallback or an exit) is carried out by the next accepted
/// event that reads it (`propose`, `challenge`, `claimEpochProofRight`, `submitEpochProof`, `proposeWithProof`,
/// `forceInclusion`, `prune`, and of the escrow `deposit` and `collectSlashed`). Every view answers as if it had been carried out already.
///
/// Attestations are verified by `propose`, or, in a deployment whose `challengeSlots` is above 0, only posted, and a block
/// with a false one is dropped when somebody challenges it.
///
/// Refusals are the custom errors of `generated/Refusals.sol`. Where several would apply, the first in the order of the
/// clauses is reported. A refused call changes nothing.
interface IRollup is IAdministration {
    /// The marks and the signatures of attestations do not fit each other, or a mark is beyond the committee.
    error AttestationsMalformed(uint256 marks, uint256 signatures, uint256 seats);
    /// The committee of an epoch before the oldest recorded sample is forgotten.
    error SampleForgotten(Epoch epoch, Epoch oldestRecorded);

    /// No transaction ever entered the queue at this index.
    error QueueEntryAbsent(uint256 index, uint256 length);
    /// More members were given to publish than the code of an account holds: 1,228.
    error CommitteeTooLarge();
    /// Only the escrow asks for what is due to be carried out, and whose bond it is.
    error CallerNotEscrow(address caller);

    /// With what the header says of body and state, so that whoever follows logs alone finds and checks both.
    /// @param proposer who called
    /// @param blobHashes versioned hashes of the blobs that carry the body, in their order
    event L2PendingBlockProcessed(
        bytes32 indexed blockHash,
        Slot indexed slot,
        address indexed proposer,
        bytes32 parentHash,
        bytes32 stateRoot,
        bytes32 transactionsHash,
        bytes32[] blobHashes
    );
    /// As L2PendingBlockProcessed, of a block that came with its proof.
    event L2ProvenBlockProcessed(
        bytes32 indexed blockHash,
        Slot indexed slot,
        address indexed proposer,
        bytes32 parentHash,
        bytes32 stateRoot,
        bytes32 transactionsHash,
        bytes32[] blobHashes
    );
    event EpochProofRightClaimed(
        Epoch indexed epochToProve,
        address indexed proverAddress,
        address indexed claimant,
        uint256 bondAmount,
        uint256 basisPointFee
    );
    /// @param prover whose bond is given back, the zero address if the epoch was not claimed
    event EpochProven(Epoch indexed epoch, bytes32 indexed blockHash, address indexed prover);
    event RewardCredited(address indexed receiver, uint256 amountWei);
    event RewardCollected(address indexed receiver, uint256 amountWei);
    /// @param tipHash the proven tip, from where the pending chain starts again
    event PendingChainPruned(bytes32 indexed tipHash);
    /// @param tipHash the tip that is left, from where the pending chain goes on
    /// @param slot that of the block that was challenged
    /// @param seat at which its attestation is false, counted from 0
    event PendingChainCut(bytes32 indexed tipHash, Slot indexed slot, uint256 seat);
    /// The claim has ended because its epoch has no block any more.
    event BondReturned(address indexed prover, uint256 bondAmount);
    /// @param active whether a session is in force
    /// @param since slot of the last entry or exit
    /// @param entries how many time has made since the last event that settled
    event FallbackChanged(bool active, Slot since, uint256 entries);
    /// @param transactionHash keccak256 of its data
    /// @param index in the queue, counted from 0
    event TransactionForced(bytes32 indexed transactionHash, uint256 indexed index, Epoch includedByEpoch);
    /// The constructor's is that of epoch 0.
    /// @param committee commitment to the members (EPOCH-13)
    event EpochSetUp(Epoch indexed epoch, bytes32 seed, bytes32 committee);
    /// The members of a committee, where they are not those of the sample before.
    /// @param committee commitment to them
    /// @param members as the calls that need them are given them (EPOCH-13)
    event CommitteeDrawn(bytes32 indexed committee, bytes members);
    /// The constructor emits one for each initial validator, in their order, before all other logs.
    event ValidatorAdded(address indexed validator);
    event ValidatorRemoved(address indexed validator);

    // Chain

    /// Appends a block to the pending chain, in the transaction that publishes its body in blobs.
    /// @param committee members of the committee in force, in their order, 20 bytes each (EPOCH-13)
    /// @custom:throws NotStarted, FallbackActive, CommitteeEmpty, CommitteeMismatch, SlotNotCurrent, TimestampMismatch, ParentNotTip,
    /// SlotTaken, CallerNotProposer, BlobsMissing, BlobHashesMismatch, ForcedBeyondQueue, ForcedHashMismatch,
    /// ForcedTransactionsDue, ForcedBelowMinimum, AttestationsMalformed, AttestationInvalid (where signatures are
    /// verified), QuorumNotReached, SlotBeyondRange
    /// @custom:clauses PROPOSE, FALLBACK-5, QUEUE-4 to QUEUE-7, CHALLENGE-1, CHALLENGE-2
    function propose(Header calldata header, bytes calldata committee, Attestations calldata attestations) external;

    /// `propose` with the published members of the committee in force, with nobody while they are not published.
    /// @custom:throws what `propose` does
    /// @custom:clauses EPOCH-15, PROPOSE
    function proposeByPublished(Header calldata header, Attestations calldata attestations) external;

    /// Keeps members for `proposeByPublished`, whoever they are. Anyone may call.
    /// @param committee addresses in their order, 20 bytes each (EPOCH-13)
    /// @custom:throws CommitteeTooLarge
    /// @custom:clauses EPOCH-14
    function publishCommittee(bytes calldata committee) external;

    /// Whose code holds the members of a committee after a first byte; the zero address while nobody published them.
    /// @param committee commitment to the members (EPOCH-13)
    /// @custom:clauses EPOCH-14
    function holderOf(bytes32 committee) external view returns (address);

    /// Drops a pending block of which an attestation is false, and all that stands on it. Anyone may call; the next block
    /// on the tip that is left can be proposed in the same slot.
    /// @param slot that of the block
    /// @param seat at which the attestation is false, counted from 0
    /// @custom:throws NotStarted, NothingToChallenge, PostingMismatch, ChallengeTooLate, ChallengeUnfounded,
    /// SlotBeyondRange
    /// @custom:clauses CHALLENGE
    function challenge(Slot slot, Posting calldata posting, uint256 seat) external;

    /// Gives the right to prove the preceding epoch to the prover of a quote, and puts its bond at stake.
    /// @param committee members of the committee in force, in their order, 20 bytes each (EPOCH-13)
    /// @custom:throws NotStarted, FallbackActive, ClaimWindowClosed, NothingToClaim, QuoteForOtherEpoch, ClaimAlreadyMade,
    /// CommitteeEmpty, CommitteeMismatch, CallerNotProposer, QuoteExpired, BondBelowMinimum, FeeAboveMaximum,
    /// EscrowInsufficient, QuoteSignatureInvalid
    /// @custom:clauses CLAIM, FALLBACK-5
    function claimEpochProofRight(EpochProofQuote calldata quote, bytes calldata committee) external;

    /// Makes the oldest unproven epoch proven. Anyone may submit; bond and fee go to the claimed prover.
    /// @param fromHash the proven tip
    /// @param toHash the last block of the oldest unproven epoch
    /// @custom:throws NotStarted, NothingToProve, EpochNotEnded, ChallengeOpen, ProofStartMismatch, ProofEndMismatch,
    /// ProofInvalid, Reentered, SlotBeyondRange
    /// @custom:clauses PROOF, REWARD, CHALLENGE-9
    function submitEpochProof(bytes32 fromHash, bytes32 toHash, bytes calldata proof) external;

    /// Appends a block to the proven chain while fallback is in force, in the transaction that publishes its body in
    /// blobs. Anyone may call, and is paid.
    /// @param proof shows that executing the block after the proven tip is correct
    /// @custom:throws NotStarted, FallbackNotActive, SlotInFuture, TimestampMismatch, ParentNotTip, SlotTaken, BlobsMissing,
    /// BlobHashesMismatch, ForcedBeyondQueue, ForcedHashMismatch, ForcedTransactionsDue, ForcedBelowMinimum,
    /// ProofInvalid, Reentered, SlotBeyondRange
    /// @custom:clauses FALLBACK, QUEUE-4 to QUEUE-7
    function proposeWithProof(Header calldata header, bytes calldata proof) external;

    /// Appends a transaction to the forced-inclusion queue. Anyone may call; the same transaction may enter again.
    /// @param transaction all of its data
    /// @param proof shows that the transaction is valid for this chain and this rollup
    /// @custom:throws NotStarted, ForcedDataUnfit, ForcedProofInvalid, QueueFull, SlotBeyondRange
    /// @custom:clauses QUEUE
    function forceInclusion(bytes calldata transaction, bytes calldata proof) external;

    /// Drops the pending chain when that is due, and carries out all else that is. Anyone may call.
    /// @custom:throws NotStarted, NothingToPrune, SlotBeyondRange
    /// @custom:clauses PRUNE
    function prune() external;

    /// Carries out all that is due, if anything is, for an event of the escrow.
    /// @custom:throws CallerNotEscrow, SlotBeyondRange
    /// @custom:clauses PRUNE-4, ESCROW-15
    function settle() external;
    /// Whose bond is due to be slashed, the zero address if none is.
    /// @custom:throws CallerNotEscrow
    /// @custom:clauses VIEW-2, ESCROW-15
    function slashDue() external view returns (address prover);

    // Epochs and validators

    /// Samples the seed and draws the committee of the next epoch. Anyone may call, once per epoch.
    /// @custom:throws NotStarted, EpochAlreadySampled
    /// @custom:clauses EPOCH
    function setupEpoch() external;

    /// @custom:throws NotStarted, CallerNotAdministrator, ValidatorZero, ValidatorAlreadyRegistered, SetFull
    /// @custom:clauses VALIDATOR
    function addValidator(address validator) external;
    /// As so many calls of `addValidator` in a row, or none of them.
    /// @param batch in their order; one transaction pays for some 340 (EIP-7825)
    /// @custom:throws what `addValidator` does
    /// @custom:clauses VALIDATOR-9
    function addValidators(address[] calldata batch) external;

    /// @custom:throws NotStarted, CallerNotAdministrator, ValidatorNotRegistered
    /// @custom:clauses VALIDATOR
    function removeValidator(address validator) external;
    /// As so many calls of `removeValidator` in a row, or none of them.
    /// @custom:throws what `removeValidator` does
    /// @custom:clauses VALIDATOR-9
    function removeValidators(address[] calldata batch) external;

    // Rewards

    /// Pays all credit of the caller to the caller.
    /// @custom:throws NothingToCollect, TokenTransferFailed, Reentered
    /// @custom:clauses REWARD
    function collectReward() external;

    // Views

    function parameters() external view returns (Parameters memory);
    /// Seconds since 1970.
    function genesisTimestamp() external view returns (uint256);
    /// Holds the bonds of provers (`IProofEscrow`), for this rollup alone.
    function escrow() external view returns (address);
    /// Of bonds and rewards (ERC-20), the escrow's as well.
    function token() external view returns (address);
    /// Verifies proofs of epochs and of fallback blocks (`IEpochProofVerifier`).
    function verifier() external view returns (address);
    /// Verifies proofs of forced transactions (`ITxProofVerifier`).
    function txVerifier() external view returns (address);
    /// The domain of all that is signed and of the hashes of blocks, in the form of EIP-5267.
    /// @return fields which of the others the domain has, from the lowest bit on: here the first four
    /// @return name of the protocol
    /// @return version of what is signed
    /// @return chainId of the chain that this is asked on: a fork changes it
    /// @return verifyingContract this rollup
    /// @return salt unused, 0
    /// @return extensions none
    /// @custom:clauses PROPOSE-10, PROPOSE-13, PROPOSE-14, CLAIM-9
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
        );
    /// 0 before genesis, as for all views.
    function currentSlot() external view returns (Slot);
    function currentEpoch() external view returns (Epoch);
    function provenTip() external view returns (Tip memory);
    /// The effective pending tip; the proven tip when the pending chain is empty.
    function pendingTip() external view returns (Tip memory);
    /// The last block of the oldest unproven epoch, which a proof must end with; the proven tip if there is none.
    function epochEnd() external view returns (Tip memory);
    function claim() external view returns (Claim memory);
    /// Whether `prune` would be accepted.
    function pruneIsDue() external view returns (bool);

    /// What the block of a slot was proposed with: keccak256 of seven words, which are the slot, the block hash, the parent
    /// hash, the parent's next slot, what the chain up to the parent had taken, keccak256 of the packed members, and
    /// keccak256 of the marks and the packed signatures.
    /// @return 0 if there is nothing to challenge: where signatures are verified, and for a slot without a pending block
    function postingOf(Slot slot) external view returns (bytes32);
    /// Whether the block of a slot is pending and can still be challenged, if an attestation of it is false.
    function isChallengeable(Slot slot) external view returns (bool);

    /// Whether fallback is in force: `proposeWithProof` is open, and the committee stands aside.
    function inFallback() external view returns (bool);
    function fallbackState() external view returns (FallbackState memory);

    /// How many entries of the forced-inclusion queue, from its front, the chain has taken.
    /// @return effective up to the effective pending tip
    /// @return proven up to the proven tip, and for good
    function taken() external view returns (uint256 effective, uint256 proven);
    /// How many transactions ever entered the queue.
    function queueLength() external view returns (uint256);
    /// @param index counted from 0
    /// @custom:throws QueueEntryAbsent
    function queueEntry(uint256 index) external view returns (ForcedTransaction memory);

    /// @return sample in force in an epoch by what is recorded now
    /// @return isFinal whether no `setupEpoch` to come can change it: for epochs up to the current one, and for the next
    /// one once it was set up
    /// @custom:throws SampleForgotten
    /// @custom:clauses EPOCH-5, EPOCH-6, VIEW-5
    function sampleInForce(Epoch epoch) external view returns (Sample memory sample, bool isFinal);
    /// The proposer of a slot by what is recorded now.
    /// @param committee members of the committee in force in the epoch of the slot, in their order, 20 bytes each (EPOCH-13)
    /// @return proposer the zero address if the committee is empty
    /// @return isFinal as for the sample of the epoch of the slot
    /// @custom:throws SampleForgotten, CommitteeMismatch
    /// @custom:clauses EPOCH-8, VIEW-5
    function proposerOf(Slot slot, bytes calldata committee) external view returns (address proposer, bool isFinal);
    /// @param epoch that is sampled for
    /// @return committee that `setupEpoch` would record with this randomness, from the set that is frozen now
    /// @return isFinal whether that is what it records, with this randomness: for the epoch that is sampled for now, which
    /// is the next one. Those of later ones are drawn from sets that may be others
    /// @custom:clauses EPOCH-3, EPOCH-4, VIEW-5
    function committeeFor(Epoch epoch, uint256 prevrandao)
        external
        view
        returns (address[] memory committee, bool isFinal);

    /// @return current how many are registered
    /// @return frozen how many `setupEpoch` draws from
    function validatorCount() external view returns (uint256 current, uint256 frozen);
    /// The set as registered, in its order.
    /// @param first index of the first one, from 0
    /// @param count how many at most: fewer where the set ends
    function validators(uint256 first, uint256 count) external view returns (address[] memory);
    /// The set as it was before the first change in the current epoch or the one before it, from which `setupEpoch`
    /// draws.
    /// @param first index of the first one, from 0
    /// @param count how many at most: fewer where the set ends
    function frozenValidators(uint256 first, uint256 count) external view returns (address[] memory);
    function isValidator(address account) external view returns (bool);

    /// Rewards that were not collected yet, in wei.
    function creditOf(address receiver) external view returns (uint256);
    /// What the rollup holds of the token beyond the credits that it owes, in wei.
    function rewardPool() external view returns (uint256);
}
