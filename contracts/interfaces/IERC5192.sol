// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

/// @title ERC-5192
/// @notice Says which tokens cannot be transferred at present.
/// @dev The standard's two events are left out: a lock that runs out makes none, so a stream of them could never be the
///      truth. `Moved` tells every change of state, and `locked` answers by the clock.
interface IERC5192 {
    /// @notice Can the right not be transferred at this moment? Reverts for one that does not exist.
    /// @param tokenId The right.
    /// @return Whether it is locked.
    function locked(uint256 tokenId) external view returns (bool);
}
