// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

/// @title ERC-5192
/// @notice Says which tokens cannot be transferred at present.
interface IERC5192 {
    /// @notice The right cannot be transferred from now on. Running out of a deadline unlocks without an event.
    /// @param tokenId The right.
    event Locked(uint256 tokenId);

    /// @notice The right can be transferred again.
    /// @param tokenId The right.
    event Unlocked(uint256 tokenId);

    /// @notice Can the right not be transferred at this moment? Reverts for one that does not exist.
    /// @param tokenId The right.
    /// @return Whether it is locked.
    function locked(uint256 tokenId) external view returns (bool);
}
