// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Clock} from "./Clock.sol";
import {Deployment} from "./Deployment.sol";
import {Account, IProofEscrow} from "./IProofEscrow.sol";
import {IRollup} from "./IRollup.sol";
import {Lock} from "./Lock.sol";
import {IERC20, Token} from "./Token.sol";
import {Slot} from "./Units.sol";
import {Checks} from "./generated/Checks.sol";
import {Parameters} from "./generated/Parameters.sol";
import {Rules} from "./generated/Rules.sol";

/// See IProofEscrow.
///
/// ESCROW-10 is kept by construction: an amount enters together with its tokens, moves between the amounts of one
/// account or to the slashed amount, and leaves together with its tokens.
contract ProofEscrow is IProofEscrow, Clock, Lock {
    using Token for IERC20;

    /// Wei in 128 bits: ESCROW-3 caps their sum. A claim, its end and a deposit touch the first word only.
    struct StoredAccount {
        uint128 available;
        uint128 staked;
        uint128 withdrawing;
        /// 0 when nothing is withdrawing.
        uint64 unlockSlot;
    }

    IERC20 private immutable TOKEN;
    IRollup private immutable ROLLUP;
    address private immutable SINK;
    uint256 private immutable WITHDRAWAL_DELAY_SLOTS;
    uint256 private immutable ESCROW_CAP_WEI;
    bytes32 private immutable DEPLOYMENT_HASH;

    mapping(address prover => StoredAccount) private accounts;
    /// Wei, not collected yet.
    uint256 private slashed;

    modifier onlyRollup() {
        //= spec/clauses/ESCROW.md#escrow-13
        //# A call of the escrow that stakes, unstakes or slashes MUST be refused with CallerNotRollup unless
        //# the rollup makes it.
        if (msg.sender != address(ROLLUP)) revert CallerNotRollup(msg.sender);
        _;
    }

    /// @param p the parameters of the rollup
    /// @param genesisTimestamp that of the rollup, seconds since 1970
    /// @param rollup_ may be an address at which nothing is deployed yet
    /// @custom:throws AddressUnfit, ParameterUnfit
    constructor(Parameters memory p, uint256 genesisTimestamp, IERC20 token_, address rollup_, address sink_)
        Clock(genesisTimestamp, p.slotDurationSeconds)
    {
        Deployment.requireFit(p, genesisTimestamp);
        //= spec/clauses/DEPLOY.md#deploy-9
        //# The token, the escrow and both verifiers MUST have code, and neither the administrator nor the
        //# rollup that an escrow names be the zero address.
        Deployment.requireContract(address(token_), "token");
        Deployment.requireNonZero(rollup_, "rollup");
        //= spec/clauses/DEPLOY.md#deploy-8
        //# The sink MUST NOT be the zero address, the token, the escrow or the rollup.
        Deployment.requireNonZero(sink_, "sink");
        if (sink_ == address(this) || sink_ == rollup_ || sink_ == address(token_)) {
            revert Deployment.AddressUnfit("sink");
        }
        TOKEN = token_;
        ROLLUP = IRollup(rollup_);
        SINK = sink_;
        WITHDRAWAL_DELAY_SLOTS = p.withdrawalDelaySlots;
        ESCROW_CAP_WEI = p.escrowCapWei;
        DEPLOYMENT_HASH = keccak256(abi.encode(p, genesisTimestamp));
    }

    /// @inheritdoc IProofEscrow
    function deposit(uint256 amountWei) external nonReentrant {
        // PRUNE-4: from here on what is stored is effective. If a check fails, nothing was carried out.
        ROLLUP.settle();
        StoredAccount storage account = accounts[msg.sender];
        Checks.deposit({
            amountWei: amountWei,
            tokenBalanceWei: TOKEN.balance(msg.sender),
            heldWei: uint256(account.available) + account.withdrawing + account.staked,
            escrowCapWei: ESCROW_CAP_WEI
        });

        //= spec/clauses/ESCROW.md#escrow-4
        //# An accepted deposit MUST move the amount from the tokens of the caller to its available amount.
        account.available += uint128(amountWei);
        // LOG-7, LOG-9: the token announces its move after this.
        emit Deposited(msg.sender, amountWei);
        TOKEN.pull(msg.sender, amountWei);
    }

    /// @inheritdoc IProofEscrow
    function startWithdrawal(uint256 amountWei) external nonReentrant {
        StoredAccount storage account = accounts[msg.sender];
        Checks.startWithdrawal({
            timestamp: block.timestamp,
            genesisTimestamp: GENESIS_TIMESTAMP,
            amountWei: amountWei,
            availableWei: account.available,
            withdrawingWei: account.withdrawing
        });

        //= spec/clauses/ESCROW.md#escrow-12
        //# An accepted `startWithdrawal` in slot s MUST move the amount from available to withdrawing, with
        //# unlock slot s + the withdrawal delay.
        uint256 unlockSlot = Rules.unlockSlotOf(_currentSlot(), WITHDRAWAL_DELAY_SLOTS);
        account.available -= uint128(amountWei);
        account.withdrawing = uint128(amountWei);
        account.unlockSlot = uint64(unlockSlot);
        // LOG-7.
        emit WithdrawalStarted(msg.sender, amountWei, Slot.wrap(unlockSlot));
    }

    /// @inheritdoc IProofEscrow
    function executeWithdrawal(address receiver) external nonReentrant {
        StoredAccount storage account = accounts[msg.sender];
        uint256 withdrawingWei = account.withdrawing;
        Checks.executeWithdrawal({
            timestamp: block.timestamp,
            genesisTimestamp: GENESIS_TIMESTAMP,
            slot: _currentSlot(),
            unlockSlot: account.unlockSlot,
            withdrawingWei: withdrawingWei,
            receiver: receiver,
            escrow: address(this)
        });

        //= spec/clauses/ESCROW.md#escrow-8
        //# `executeWithdrawal` MUST be refused with NoWithdrawal when the withdrawing amount of the caller is
        //# 0, and otherwise pay it all to the receiver that the caller names.
        account.withdrawing = 0;
        account.unlockSlot = 0;
        // LOG-7, LOG-9: the token announces its move after this.
        emit WithdrawalExecuted(msg.sender, receiver, withdrawingWei);
        TOKEN.push(receiver, withdrawingWei);
    }

    /// @inheritdoc IProofEscrow
    function collectSlashed() external nonReentrant {
        // PRUNE-4: from here on what is stored is effective. If the check fails, nothing was carried out.
        ROLLUP.settle();
        uint256 amountWei = slashed;
        Checks.collectSlashed({slashedWei: amountWei});

        //= spec/clauses/ESCROW.md#escrow-9
        //# `collectSlashed`, which anyone may call, MUST be refused with NothingSlashed when the slashed
        //# amount of the effective state is 0, and otherwise pay it all to the sink.
        slashed = 0;
        // LOG-7, LOG-9: the token announces its move after this.
        emit SlashedCollected(amountWei);
        TOKEN.push(SINK, amountWei);
    }

    /// @inheritdoc IProofEscrow
    function stake(address prover, uint256 bondAmount) external onlyRollup {
        StoredAccount storage account = accounts[prover];
        (uint256 availableWei, uint256 stakedWei) = (account.available, account.staked);
        Checks.claimEpochProofRightBond({
            availableWei: availableWei, withdrawingWei: account.withdrawing, bondAmount: bondAmount
        });

        //= spec/clauses/CLAIM.md#claim-10
        //# An accepted claim MUST move bondAmount to the staked amount of the prover, from the available
        //# amount first and for the rest from the withdrawing amount, and record the epoch, the prover, the
        //# bond, the fee and the claiming proposer.
        uint256 fromAvailableWei = Rules.stakedFromAvailable(availableWei, bondAmount);
        (account.available, account.staked) =
        (uint128(availableWei - fromAvailableWei), uint128(stakedWei + bondAmount));
        if (fromAvailableWei == bondAmount) return;

        uint256 leftWei = account.withdrawing - (bondAmount - fromAvailableWei);
        account.withdrawing = uint128(leftWei);
        if (leftWei == 0) account.unlockSlot = 0;
    }

    /// @inheritdoc IProofEscrow
    function unstake(address prover) external onlyRollup {
        StoredAccount storage account = accounts[prover];
        (uint128 availableWei, uint128 bondAmount) = (account.available, account.staked);
        account.available = availableWei + bondAmount;
        account.staked = 0;
    }

    /// @inheritdoc IProofEscrow
    function slash(address prover) external onlyRollup {
        StoredAccount storage account = accounts[prover];
        uint256 bondAmount = account.staked;
        account.staked = 0;
        slashed += bondAmount;
        emit BondSlashed(prover, bondAmount);
    }

    /// @inheritdoc IProofEscrow
    function storedStakeOf(address prover) external view onlyRollup returns (uint256) {
        return accounts[prover].staked;
    }

    /// @inheritdoc IProofEscrow
    function accountOf(address prover) external view returns (Account memory) {
        StoredAccount storage account = accounts[prover];
        //= spec/clauses/VIEW.md#view-2
        //# A view of the escrow MUST answer as if everything that time has made due had been carried out.
        uint256 stakedWei = prover == ROLLUP.slashDue() ? 0 : account.staked;
        return Account(account.available, stakedWei, account.withdrawing, Slot.wrap(account.unlockSlot));
    }

    /// @inheritdoc IProofEscrow
    function slashedWei() external view returns (uint256) {
        // VIEW-2: nobody has staked anything.
        return slashed + accounts[ROLLUP.slashDue()].staked;
    }

    /// @inheritdoc IProofEscrow
    function coveredNextSlot(address prover, uint256 bondAmount) external view returns (Slot) {
        //= spec/clauses/VIEW.md#view-4
        //# `coveredNextSlot` MUST answer, of a prover and a bond, with the slot after the last one through
        //# which the bond stays covered (CLAIM-8) whatever the prover does, unless another claim is made: 0
        //# when there is none, the unlock slot when the bond needs the withdrawing amount, and otherwise the
        //# withdrawal delay after the current slot, or after the unlock slot when that is later.
        StoredAccount storage account = accounts[prover];
        return Slot.wrap(
            Rules.coveredNextSlotOf({
                availableWei: account.available,
                withdrawingWei: account.withdrawing,
                unlockSlot: account.unlockSlot,
                bondAmount: bondAmount,
                slot: _currentSlot(),
                withdrawalDelaySlots: WITHDRAWAL_DELAY_SLOTS
            })
        );
    }

    /// @inheritdoc IProofEscrow
    function sink() external view returns (address) {
        return SINK;
    }

    /// @inheritdoc IProofEscrow
    function rollup() external view returns (address) {
        return address(ROLLUP);
    }

    /// @inheritdoc IProofEscrow
    function deploymentHash() external view returns (bytes32) {
        return DEPLOYMENT_HASH;
    }

    /// @inheritdoc IProofEscrow
    function token() external view returns (address) {
        return address(TOKEN);
    }
}
