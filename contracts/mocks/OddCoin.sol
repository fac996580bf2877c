// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

/// @title A coin that misbehaves as told
/// @notice For tests: answers like the coins that do not keep to ERC-20, shuts accounts out, calls back.
contract OddCoin {
    /// @notice How a transfer ends. All but `False` and `Revert` move the coins.
    enum Manner {
        True,
        Nothing,
        False,
        Two,
        Short,
        Bomb,
        Revert
    }

    Manner public manner;
    address public shutOut;
    /// @notice What the coin keeps of each transfer, in hundredths of a per cent.
    uint256 public feeBps;
    address private _target;
    bytes private _input;
    bool public calledBack;
    bytes public answer;

    mapping(address owner => uint256) public balanceOf;
    mapping(address owner => mapping(address spender => uint256)) public allowance;

    event CalledBack(bool succeeded, bytes answer);

    error ShutOut();
    error Unwilling();

    function behave(Manner manner_) external {
        manner = manner_;
    }

    function shut(address account) external {
        shutOut = account;
    }

    function takeFee(uint256 feeBps_) external {
        feeBps = feeBps_;
    }

    /// @notice Changes what an account has, as a rebasing coin does.
    function rebase(address account, uint256 balance) external {
        balanceOf[account] = balance;
    }

    /// @notice Calls this once, from inside the next transfer.
    function callBack(address target, bytes calldata input) external {
        _target = target;
        _input = input;
    }

    function mint(address to, uint256 amount) external {
        balanceOf[to] += amount;
    }

    function approve(address spender, uint256 amount) external returns (bool) {
        allowance[msg.sender][spender] = amount;
        return true;
    }

    function transfer(address to, uint256 amount) external {
        _transfer(msg.sender, to, amount);
    }

    function transferFrom(address from, address to, uint256 amount) external {
        allowance[from][msg.sender] -= amount;
        _transfer(from, to, amount);
    }

    function _transfer(address from, address to, uint256 amount) private {
        if (to == shutOut) revert ShutOut();
        _callBackOnce();
        if (manner == Manner.Revert) revert Unwilling();
        if (manner != Manner.False) {
            balanceOf[from] -= amount;
            balanceOf[to] += amount - (amount * feeBps) / 10_000;
        }
        _answer(manner);
    }

    function _callBackOnce() private {
        address target = _target;
        if (target == address(0)) return;
        _target = address(0);
        (calledBack, answer) = target.call(_input);
        emit CalledBack(calledBack, answer);
    }

    function _answer(Manner as_) private pure {
        if (as_ == Manner.Nothing) return;
        uint256 size = as_ == Manner.Short ? 31 : as_ == Manner.Bomb ? 200_000 : 32;
        uint256 word = as_ == Manner.False ? 0 : as_ == Manner.Two ? 2 : 1;
        assembly ("memory-safe") {
            let start := mload(0x40)
            mstore(start, word)
            return(start, size)
        }
    }
}
