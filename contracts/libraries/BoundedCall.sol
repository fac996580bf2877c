// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

/// @notice Calls somebody else's code and copies at most one word of its answer, however long that is.
library BoundedCall {
    /// @param gasLimit The most the callee may use; less where less is left.
    /// @return succeeded Whether the call came back without a revert.
    /// @return size How long the whole answer was, in bytes.
    /// @return word The answer's first 32 bytes, zero where it was shorter.
    function tryCall(
        address target,
        uint256 value,
        bytes memory input,
        uint256 gasLimit
    ) internal returns (bool succeeded, uint256 size, bytes32 word) {
        // Solidity's own call copies the whole answer, at the caller's cost, even when nobody looks at it.
        // solhint-disable-next-line no-inline-assembly
        assembly ("memory-safe") {
            mstore(0, 0)
            succeeded := call(gasLimit, target, value, add(input, 32), mload(input), 0, 32)
            size := returndatasize()
            word := mload(0)
        }
    }

    /// @notice Sends the chain's own coin, and copies nothing of the answer.
    function tryPay(address target, uint256 value, uint256 gasLimit) internal returns (bool succeeded) {
        // solhint-disable-next-line no-inline-assembly
        assembly ("memory-safe") {
            succeeded := call(gasLimit, target, value, 0, 0, 0, 0)
        }
    }

    /// @notice The same without any effect on state.
    function tryStaticCall(address target, bytes memory input) internal view returns (bool succeeded, bytes32 word) {
        // solhint-disable-next-line no-inline-assembly
        assembly ("memory-safe") {
            mstore(0, 0)
            succeeded := staticcall(gas(), target, add(input, 32), mload(input), 0, 32)
            word := mload(0)
        }
    }
}
