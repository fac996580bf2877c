// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {Offer} from "../types/Offer.sol";

/// @title Resale
/// @notice A holder sells a right, in the currency of its series. The royalty that the terms ask for goes to the issuer, the
///         rest to the holder, in the call that moves the right. Nothing is taken from the redeem-by day on.
interface IResale {
    /// @notice Offers a held right, or changes the offer. It stays transferable; a transfer ends the offer.
    /// @param id A right that the caller holds.
    /// @param price Packed as in `Price.sol`, in its one form, above zero.
    /// @param taker Who may take it, zero for anyone.
    /// @param until Unix seconds: the first second at which the offer is over.
    function list(uint256 id, uint32 price, address taker, uint256 until) external;

    /// @notice Takes an offer back.
    /// @param id A right that the caller holds and has listed.
    function unlist(uint256 id) external;

    /// @notice Buys a listed right. The caller pays; the right goes to `to`.
    /// @param id The right.
    /// @param nonce Its nonce when the caller looked: an offer that changed since is not taken.
    /// @param maxPrice The most the caller pays, in the smallest unit of the series' currency.
    /// @param to Who gets the right; the named taker, where the offer names one.
    function take(uint256 id, uint32 nonce, uint256 maxPrice, address to) external payable;

    /// @notice Buys a held right on its holder's signature. Nothing is on chain before; the first who takes it has it.
    /// @param offer What the holder signed.
    /// @param signature The holder's: 64 bytes (r, vs) of a key, any of a contract (ERC-1271).
    /// @param to Who gets the right; the named taker, where the offer names one.
    function takeOffer(Offer calldata offer, bytes calldata signature, address to) external payable;

    /// @notice Ends every signed message about a right: its nonce moves on.
    /// @param id A right that the caller holds.
    function cancel(uint256 id) external;
}
