// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {Authorization, Permit, Purchase} from "../types/Purchase.sol";

/// @title Buying
/// @notice Pays and mints in one call. A direct series pays the issuer, and the contributor's share, at once; an escrow
///         series keeps exactly the price with each right. Only the caller's own coins, or those of whoever signed an
///         authorization for exactly this purchase, are ever moved.
interface IBuying {
    /// @notice Buys one right for the caller, through nobody.
    /// @param seriesId The series.
    function buyRight(bytes24 seriesId) external payable;

    /// @notice Buys rights, for the caller or for somebody else, to use or as a gift. The chain's own coin comes with the
    ///         call, any other by allowance to this contract. A contract that receives rights from somebody else is asked
    ///         whether it takes each.
    /// @param purchase What, for whom, through whom. (About 330 rights of a gift fit into one transaction.)
    function buy(Purchase calldata purchase) external payable;

    /// @notice The same, with an ERC-2612 permit instead of an earlier allowance. A permit that somebody else has already
    ///         used does no harm: what counts is the allowance.
    /// @param purchase What, for whom, through whom.
    /// @param permit_ The caller's permit.
    function buyWithPermit(Purchase calldata purchase, Permit calldata permit_) external;

    /// @notice The same, paid by whoever signed an EIP-3009 authorization to receive for exactly this purchase. Anyone may
    ///         submit it, and nobody can change it.
    /// @param purchase What, for whom, through whom.
    /// @param authorization The payer's.
    function buyWithAuthorization(Purchase calldata purchase, Authorization calldata authorization) external;
}
