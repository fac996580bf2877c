// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

/// @notice What a holder commits to when asking for the good.
library Commitments {
    /// @notice `keccak256(abi.encode(chain id, this contract, id, holder, secret))`.
    /// @dev Without allocating: what is written behind the free memory pointer is nobody's.
    function hash(uint256 id, address holder, uint128 secret) internal view returns (bytes32 commitment) {
        // solhint-disable-next-line no-inline-assembly
        assembly ("memory-safe") {
            let start := mload(0x40)
            mstore(start, chainid())
            mstore(add(start, 32), address())
            mstore(add(start, 64), id)
            mstore(add(start, 96), holder)
            mstore(add(start, 128), secret)
            commitment := keccak256(start, 160)
        }
    }
}
