// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {Goods} from "../types/Goods.sol";
import {Publication} from "../types/Publication.sol";
import {Terms} from "../types/Terms.sol";

/// @title Publishing
/// @notice What an issuer does before and while selling. Terms and goods data never change after `publish`; what can change
///         is here, and only in the buyers' or holders' favour.
interface IPublishing {
    /// @notice Publishes a series under `bytes24(keccak256(abi.encode(chain id, this contract, caller,
    ///         keccak256(abi.encode(terms)), keccak256(abi.encode(goods)), salt)))`. The caller is the issuer.
    /// @param terms What is promised and asked for.
    /// @param goods What each right stands for.
    /// @param limit How many may be sold for now, up to the supply. Zero where the terms name an attestor.
    /// @param salt Makes otherwise equal series different.
    /// @return seriesId The new series.
    function publish(
        Terms calldata terms,
        Goods calldata goods,
        uint256 limit,
        bytes32 salt
    ) external returns (bytes24 seriesId);

    /// @notice Publishes several series, all or none.
    /// @param publications At least one.
    /// @return seriesIds The new series, in the same order.
    function publishMany(Publication[] calldata publications) external returns (bytes24[] memory seriesIds);

    /// @notice Ends the sale for good. What was sold is all there will ever be. The issuer's alone.
    /// @param seriesId The series.
    function close(bytes24 seriesId) external;

    /// @notice Lets more be sold, up to the supply. The issuer's; where the terms name an attestor, only the attestor's, so
    ///         that rights cannot outrun attested goods.
    /// @param seriesId The series.
    /// @param limit How many in all, above the present limit.
    function raiseLimit(bytes24 seriesId, uint256 limit) external;

    /// @notice Moves the redeem-by day later, for all rights of a series. The issuer's alone; never with money in escrow.
    /// @param seriesId The series.
    /// @param redeemByDay Whole days since 1970, later than the present one.
    function extend(bytes24 seriesId, uint16 redeemByDay) external;

    /// @notice Says who serves at the caller's desk: may accept, refuse, ship, and hand over, for all of the caller's series.
    ///         Staff never publish, extend, refund or receive money.
    /// @param account Who.
    /// @param isStaff Whether from now on.
    function setStaff(address account, bool isStaff) external;
}
