// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {IERC721Receiver} from "@openzeppelin/contracts/interfaces/IERC721Receiver.sol";

/// @title An account with code that does as told
/// @notice For tests: issuer, buyer, payee or receiver that accepts, refuses, answers nonsense or calls back.
contract Puppet {
    enum Manner {
        Accept,
        Refuse,
        WrongWord,
        Nothing,
        Bomb,
        Echo,
        BurnGas
    }

    Manner public onMoney;
    Manner public onRight;
    Manner public onSignature;
    address private _signer;
    address private _target;
    bytes private _input;
    uint256 private _value;
    bool public calledBack;
    bytes public answer;
    uint256 public received;
    /// @notice The arguments of the last receiver check, encoded.
    bytes public asked;

    error Unwilling();

    receive() external payable {
        _callBackOnce();
        _behave(onMoney);
    }

    function behave(Manner onMoney_, Manner onRight_) external {
        onMoney = onMoney_;
        onRight = onRight_;
    }

    /// @notice From now on this account signs with somebody's key (64 bytes: r, vs), as a wallet with an owner does.
    function signWith(address signer, Manner onSignature_) external {
        _signer = signer;
        onSignature = onSignature_;
    }

    /// @notice Calls this once, from inside the next payment or receiver check; from inside every signature check, which
    ///         then says yes where the call worked.
    function callBack(address target, uint256 value, bytes calldata input) external {
        _target = target;
        _value = value;
        _input = input;
    }

    /// @notice Calls somebody as this account, and hands on how it failed.
    function act(address target, uint256 value, bytes calldata input) external payable {
        (bool succeeded, bytes memory result) = target.call{value: value}(input);
        if (succeeded) return;
        assembly ("memory-safe") {
            revert(add(result, 32), mload(result))
        }
    }

    /// @notice The same call twice in one transaction.
    function actTwice(address target, uint256 value, bytes calldata input) external payable {
        (bool first, ) = target.call{value: value}(input);
        (bool second, ) = target.call{value: value}(input);
        if (!first || !second) revert Unwilling();
    }

    function onERC721Received(
        address operator,
        address from,
        uint256 id,
        bytes calldata note
    ) external returns (bytes4) {
        ++received;
        asked = abi.encode(operator, from, id, note);
        _callBackOnce();
        _behave(onRight);
        return IERC721Receiver.onERC721Received.selector;
    }

    /// @notice ERC-1271. Not a view, so that it can try to do more than it may.
    function isValidSignature(bytes32 digest, bytes calldata signature) external returns (bytes4) {
        if (_target != address(0)) {
            (bool succeeded, ) = _target.call(_input);
            return succeeded ? this.isValidSignature.selector : bytes4(0);
        }
        _behave(onSignature);
        if (signature.length != 64) return bytes4(0);
        (bytes32 r, bytes32 vs) = abi.decode(signature, (bytes32, bytes32));
        bytes32 s = vs & bytes32(type(uint256).max >> 1);
        address signer = ecrecover(digest, uint8(uint256(vs >> 255)) + 27, r, s);
        return signer != address(0) && signer == _signer ? this.isValidSignature.selector : bytes4(0);
    }

    function _callBackOnce() private {
        address target = _target;
        if (target == address(0)) return;
        _target = address(0);
        (calledBack, answer) = target.call{value: _value}(_input);
    }

    function _behave(Manner manner) private pure {
        if (manner == Manner.Accept) return;
        if (manner == Manner.Refuse) revert Unwilling();
        if (manner == Manner.Echo) {
            assembly ("memory-safe") {
                let start := mload(0x40)
                calldatacopy(start, 0, calldatasize())
                return(start, calldatasize())
            }
        }
        if (manner == Manner.BurnGas) {
            assembly ("memory-safe") {
                invalid()
            }
        }
        uint256 size = manner == Manner.Bomb ? 200_000 : manner == Manner.Nothing ? 0 : 32;
        bool fails = manner == Manner.Bomb;
        assembly ("memory-safe") {
            let start := mload(0x40)
            mstore(start, shl(224, 0xdeadbeef))
            switch fails
            case 0 {
                return(start, size)
            }
            default {
                revert(start, size)
            }
        }
    }
}
