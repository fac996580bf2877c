// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {RightView, SeriesView, SpaceView} from "../types/Views.sol";
import {IRights} from "./IRights.sol";

/// @title What a card needs, in one call
/// @notice Holds nothing and knows nobody: reads any true copy of `Rights`. Everything is as of the block that is asked.
interface IRightsLens {
    /// @notice A series with its stock, and whether it can be bought. Reverts for an unknown one.
    /// @param rights The contract to read.
    /// @param seriesId The series.
    /// @return The series.
    function seriesOf(IRights rights, bytes24 seriesId) external view returns (SeriesView memory);

    /// @notice A right with its series, its deadline, what covers it, and what an account may do with it now.
    /// @param rights The contract to read.
    /// @param id The right. One that was never minted has no holder.
    /// @param account Who looks.
    /// @return right The right.
    /// @return series Its series.
    function rightOf(
        IRights rights,
        uint256 id,
        address account
    ) external view returns (RightView memory right, SeriesView memory series);

    /// @notice The record of a space: what of the named series and rights the account would see, and money that waits for it.
    /// @param rights The contract to read.
    /// @param account Whose space.
    /// @param seriesIds Series to show.
    /// @param ids Rights to show.
    /// @param currencies Coins to look for waiting money in, zero for the chain's own.
    /// @return The record.
    function spaceOf(
        IRights rights,
        address account,
        bytes24[] calldata seriesIds,
        uint256[] calldata ids,
        address[] calldata currencies
    ) external view returns (SpaceView memory);
}
