// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

interface IERC20 {
    function balanceOf(address holder) external view returns (uint256);
    function transfer(address to, uint256 amount) external returns (bool);
    function transferFrom(address from, address to, uint256 amount) external returns (bool);
}

/// Calls of a token that may return nothing, return false, revert, take fees or answer at any length.
library Token {
    /// The token reverted, or returned anything but true or nothing.
    error TokenTransferFailed(address from, address to, uint256 amountWei);
    /// The token moved another amount than it was told to.
    error TokenAmountMismatch(uint256 receivedWei, uint256 amountWei);
    /// The token does not say what somebody holds.
    error TokenBalanceUnavailable(address holder);

    /// Gas for asking a balance where an answer is not worth waiting for. A caller cannot make the question fail by
    /// sending little gas: what EIP-150 then leaves for the rest of the transaction would be a 63rd of this.
    uint256 private constant BALANCE_GAS = 200_000;

    /// @return What the holder has; 0 if the token does not say.
    function balanceOrZero(IERC20 token, address holder) internal view returns (uint256) {
        (bool answered, uint256 balanceWei) = _balance(token, holder, BALANCE_GAS);
        return answered ? balanceWei : 0;
    }

    /// @custom:throws TokenBalanceUnavailable
    function balance(IERC20 token, address holder) internal view returns (uint256) {
        (bool answered, uint256 balanceWei) = _balance(token, holder, gasleft());
        if (!answered) revert TokenBalanceUnavailable(holder);
        return balanceWei;
    }

    /// Moves tokens into this contract, exactly the amount.
    /// @custom:throws TokenTransferFailed, TokenAmountMismatch, TokenBalanceUnavailable
    function pull(IERC20 token, address from, uint256 amountWei) internal {
        uint256 before = balance(token, address(this));
        _call(
            token, abi.encodeCall(IERC20.transferFrom, (from, address(this), amountWei)), from, address(this), amountWei
        );
        uint256 afterwards = balance(token, address(this));
        uint256 receivedWei = afterwards > before ? afterwards - before : 0;
        if (receivedWei != amountWei) revert TokenAmountMismatch(receivedWei, amountWei);
    }

    /// Pays tokens of this contract.
    /// @custom:throws TokenTransferFailed
    function push(IERC20 token, address to, uint256 amountWei) internal {
        _call(token, abi.encodeCall(IERC20.transfer, (to, amountWei)), address(this), to, amountWei);
    }

    function _call(IERC20 token, bytes memory data, address from, address to, uint256 amountWei) private {
        bool done;
        assembly ("memory-safe") {
            // At most one word of the answer is copied, whatever its length.
            mstore(0, 0)
            done := call(gas(), token, 0, add(data, 32), mload(data), 0, 32)
            // Nothing at all is an old token's yes: that there is code at the address was seen by the constructor.
            if returndatasize() { done := and(done, and(gt(returndatasize(), 31), eq(mload(0), 1))) }
        }
        if (!done) revert TokenTransferFailed(from, to, amountWei);
    }

    function _balance(IERC20 token, address holder, uint256 gasLimit)
        private
        view
        returns (bool answered, uint256 balanceWei)
    {
        bytes memory data = abi.encodeCall(IERC20.balanceOf, (holder));
        assembly ("memory-safe") {
            answered := staticcall(gasLimit, token, add(data, 32), mload(data), 0, 32)
            answered := and(answered, gt(returndatasize(), 31))
            balanceWei := mload(0)
        }
    }
}
