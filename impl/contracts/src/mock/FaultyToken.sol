// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

/// What a token may do instead of what it should. For tests only.
enum Fault {
    None,
    ReturnsFalse,
    ReturnsNothing,
    /// Returns a word that is neither true nor false.
    ReturnsTwo,
    ReturnsMegabyte,
    Reverts,
    /// Returns true and moves nothing.
    MovesNothing,
    /// Keeps one wei of every transfer.
    TakesFee,
    /// Makes another call before it moves anything, and keeps what came of it.
    Reenters,
    BalanceReverts,
    BalanceReturnsNothing,
    BalanceBurnsGas,
    BalanceOverstates
}

/// An ERC-20 token that behaves until it is told not to. For tests only.
contract FaultyToken {
    error Refused();

    Fault public fault;
    address public target;
    bytes public reentry;
    /// What the other call answered, and whether it was accepted.
    bytes public answer;
    bool public accepted;

    /// Nothing moves from here or to here.
    mapping(address holder => bool) public isBlocked;
    mapping(address holder => uint256) private held;
    mapping(address holder => mapping(address spender => uint256)) private allowed;

    function misbehave(Fault fault_) external {
        fault = fault_;
    }

    /// @param target_ called with `data` by the next transfer, as this token
    function reenter(address target_, bytes calldata data) external {
        fault = Fault.Reenters;
        target = target_;
        reentry = data;
    }

    function blockHolder(address holder) external {
        isBlocked[holder] = true;
    }

    function mint(address to, uint256 amount) external {
        held[to] += amount;
    }

    function approve(address spender, uint256 amount) external returns (bool) {
        allowed[msg.sender][spender] = amount;
        return true;
    }

    function balanceOf(address holder) external view returns (uint256) {
        if (fault == Fault.BalanceReverts) revert Refused();
        if (fault == Fault.BalanceOverstates) return type(uint256).max;
        if (fault == Fault.BalanceReturnsNothing) {
            assembly {
                return(0, 0)
            }
        }
        while (fault == Fault.BalanceBurnsGas) {}
        return held[holder];
    }

    function transfer(address to, uint256 amount) external returns (bool) {
        _move(msg.sender, to, amount);
        return true;
    }

    function transferFrom(address from, address to, uint256 amount) external returns (bool) {
        allowed[from][msg.sender] -= amount;
        _move(from, to, amount);
        return true;
    }

    function _move(address from, address to, uint256 amount) private {
        if (fault == Fault.Reverts || isBlocked[from] || isBlocked[to]) revert Refused();
        if (fault == Fault.MovesNothing) return;
        if (fault == Fault.Reenters) _reenter();
        held[from] -= amount;
        held[to] += fault == Fault.TakesFee ? amount - 1 : amount;
        if (fault == Fault.ReturnsFalse) _answer(0, 32);
        if (fault == Fault.ReturnsTwo) _answer(2, 32);
        if (fault == Fault.ReturnsNothing) _answer(0, 0);
        if (fault == Fault.ReturnsMegabyte) _answer(1, 1 << 20);
    }

    function _reenter() private {
        fault = Fault.None;
        (accepted, answer) = target.call(reentry);
    }

    function _answer(uint256 word, uint256 size) private pure {
        assembly {
            mstore(0, word)
            return(0, size)
        }
    }
}
