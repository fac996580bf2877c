// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {IERC1271} from "@openzeppelin/contracts/interfaces/IERC1271.sol";
import {IERC721Receiver} from "@openzeppelin/contracts/interfaces/IERC721Receiver.sol";

/// @title An account with code and a key behind it
/// @notice For tests: acts as its key's owner wants, signs by ERC-1271, refuses money or rights as told, and can call back
///         from inside a receiver check.
contract Actor is IERC1271, IERC721Receiver {
    address private immutable KEY;
    bool private _refusesMoney;
    bool private _refusesRights;
    address private _target;
    bytes private _input;

    event CalledBack(bool succeeded, bytes answer);

    error Unwilling();

    constructor(address key) {
        KEY = key;
    }

    receive() external payable {
        if (_refusesMoney) revert Unwilling();
    }

    function behave(bool refusesMoney, bool refusesRights) external {
        _refusesMoney = refusesMoney;
        _refusesRights = refusesRights;
    }

    /// @notice Calls this once, from inside the next receiver check.
    function callBack(address target, bytes calldata input) external {
        _target = target;
        _input = input;
    }

    /// @notice Calls somebody as this account, and hands on how it failed.
    function act(address target, uint256 value, bytes calldata input) external {
        (bool succeeded, bytes memory result) = target.call{value: value}(input);
        if (succeeded) return;
        assembly ("memory-safe") {
            revert(add(result, 32), mload(result))
        }
    }

    function onERC721Received(address, address, uint256, bytes calldata) external returns (bytes4) {
        if (_refusesRights) revert Unwilling();
        address target = _target;
        if (target != address(0)) {
            _target = address(0);
            (bool succeeded, bytes memory answer) = target.call(_input);
            emit CalledBack(succeeded, answer);
        }
        return IERC721Receiver.onERC721Received.selector;
    }

    function isValidSignature(bytes32 digest, bytes calldata signature) external view returns (bytes4) {
        if (signature.length != 64) return 0xffffffff;
        bytes32 vs = bytes32(signature[32:]);
        bytes32 s = vs & bytes32(type(uint256).max >> 1);
        address signer = ecrecover(digest, uint8(27 + (uint256(vs) >> 255)), bytes32(signature[:32]), s);
        return signer == KEY ? IERC1271.isValidSignature.selector : bytes4(0xffffffff);
    }
}
