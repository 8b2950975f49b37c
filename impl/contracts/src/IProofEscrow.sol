// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.8;

import {Slot} from "./Units.sol";

/// Funds of a prover, in wei of the bond token.
struct Account {
    uint256 availableWei;
    /// At stake for the live claim; the whole amount is its bond.
    uint256 stakedWei;
    uint256 withdrawingWei;
    /// First slot in which the withdrawing amount is paid; 0 when there is none.
    Slot unlockSlot;
}

/// Holds the bonds of provers. A claim may stake what is available and what is being withdrawn. Tokens that are
/// transferred to it without a deposit belong to no account and stay (ESCROW-10).
///
/// Every view answers as if what is due in the rollup had been carried out: a bond that is due to be slashed is slashed.
/// `deposit` and `collectSlashed` carry it out.
interface IProofEscrow {
    /// Only the rollup directs stakes.
    error CallerNotRollup(address caller);

    // The rollup tells when a bond is staked (EpochProofRightClaimed) and given back (EpochProven).
    event Deposited(address indexed prover, uint256 amountWei);
    event WithdrawalStarted(address indexed prover, uint256 amountWei, Slot unlockSlot);
    event WithdrawalExecuted(address indexed prover, address indexed receiver, uint256 amountWei);
    event BondSlashed(address indexed prover, uint256 bondAmount);
    event SlashedCollected(uint256 amountWei);

    /// Moves tokens of the caller, who has approved them, to its available amount.
    /// @custom:throws AmountZero, TokenBalanceInsufficient, EscrowCapExceeded, TokenTransferFailed,
    /// TokenAmountMismatch, TokenBalanceUnavailable, Reentered, SlotBeyondRange
    /// @custom:clauses ESCROW-1 to ESCROW-4, PRUNE-4
    function deposit(uint256 amountWei) external;

    /// Moves an amount from available to withdrawing.
    /// @custom:throws NotStarted, AmountZero, AvailableInsufficient, WithdrawalPending
    /// @custom:clauses ESCROW-1, ESCROW-5 to ESCROW-7
    function startWithdrawal(uint256 amountWei) external;

    /// Pays the withdrawing amount of the caller to whom it names.
    /// @param receiver anybody but the zero address and the escrow
    /// @custom:throws NotStarted, WithdrawalLocked, NoWithdrawal, ReceiverInvalid, TokenTransferFailed, Reentered
    /// @custom:clauses ESCROW-7, ESCROW-8, ESCROW-14
    function executeWithdrawal(address receiver) external;

    /// Pays what was slashed, and what is due to be, to the sink. Anyone may call.
    /// @custom:throws NothingSlashed, TokenTransferFailed, Reentered, SlotBeyondRange
    /// @custom:clauses ESCROW-9, PRUNE-4
    function collectSlashed() external;

    /// Puts a bond at stake, from the available amount first.
    /// @custom:throws CallerNotRollup, EscrowInsufficient
    /// @custom:clauses CLAIM-8, CLAIM-10
    function stake(address prover, uint256 bondAmount) external;

    /// Gives the staked bond back.
    /// @custom:throws CallerNotRollup
    /// @custom:clauses PROOF-7
    function unstake(address prover) external;

    /// Forfeits the staked bond.
    /// @custom:throws CallerNotRollup
    /// @custom:clauses PRUNE-3
    function slash(address prover) external;

    /// What is at stake, for the rollup, which knows whether it is due to be slashed.
    /// @custom:throws CallerNotRollup
    /// @custom:clauses ESCROW-15
    function storedStakeOf(address prover) external view returns (uint256);

    function accountOf(address prover) external view returns (Account memory);
    /// Until when a bond of a quote can be relied on, whatever the prover does, unless another claim is made.
    /// @param bondAmount wei of the bond token
    /// @return the slot after the last one in which the account covers the bond; 0 if it does not, or covers it with what
    /// is unlocked and can be withdrawn before the claim is made
    /// @custom:clauses VIEW-4
    function coveredNextSlot(address prover, uint256 bondAmount) external view returns (Slot);
    /// Slashed and not collected yet, in wei.
    function slashedWei() external view returns (uint256);
    /// Who receives what was slashed.
    function sink() external view returns (address);
    /// keccak256 of parameters and genesis timestamp, by which the rollup sees that both run by the same clock.
    function deploymentHash() external view returns (bytes32);
    /// Who alone directs stakes (`IRollup`).
    function rollup() external view returns (address);
    /// Of bonds (ERC-20), the rollup's as well.
    function token() external view returns (address);
}
