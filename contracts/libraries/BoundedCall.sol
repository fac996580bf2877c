// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

/// @notice Calls somebody else's code and copies at most one word of its answer, however long that is.
library BoundedCall {
    /// @return succeeded Whether the call came back without a revert.
    /// @return size How long the whole answer was, in bytes.
    /// @return word The answer's first 32 bytes, zero where it was shorter.
    function tryCall(
        address target,
        uint256 value,
        bytes memory input
    ) internal returns (bool succeeded, uint256 size, bytes32 word) {
        // Solidity's own call copies the whole answer, at the caller's cost, even when nobody looks at it.
        // solhint-disable-next-line no-inline-assembly
        assembly ("memory-safe") {
            mstore(0, 0)
            succeeded := call(gas(), target, value, add(input, 32), mload(input), 0, 32)
            size := returndatasize()
            word := mload(0)
        }
    }
}
