// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

/// @title Disputes, refunds and lapse
/// @notice The ways a right ends without its good. Each burns it and lets its escrow out once, whole.
interface IDisputes {
    /// @notice Disputes a shipped good, within the dispute period. Escrow series only. The arbiter has the same period again.
    /// @param id A right that the caller holds.
    /// @param statementHash Hash of what the holder says.
    function dispute(uint256 id, bytes32 statementHash) external;

    /// @notice Divides what is in escrow, by the arbiter, before the ruling period is over. All to the holder counts as
    ///         Refunded, all to the issuer as Redeemed, anything between as Settled.
    /// @param id A disputed right.
    /// @param toHolder The holder's part, in the smallest unit of the series' currency.
    function rule(uint256 id, uint256 toHolder) external;

    /// @notice Divides what is in escrow as both parties have signed. A party who calls need not sign.
    /// @dev Signed as EIP-712 `Settlement(uint256 id,uint256 nonce,address holder,address issuer,address currency,
    ///      uint256 toHolder,uint256 toIssuer,uint256 expiry)`.
    /// @param id A disputed right.
    /// @param toHolder The holder's part, in the smallest unit of the series' currency.
    /// @param expiry Unix seconds: the first second at which the signatures are over.
    /// @param byHolder The holder's signature, as in `takeOffer`.
    /// @param byIssuer The issuer's.
    function settle(
        uint256 id,
        uint256 toHolder,
        uint256 expiry,
        bytes calldata byHolder,
        bytes calldata byIssuer
    ) external;

    /// @notice Gives the series' price back to the present holder and burns the right. The issuer may at any time: from
    ///         escrow, or with the call. The holder may when an escrow right was left unserved. Anyone may when a dispute was
    ///         not ruled on in time.
    /// @param id The right.
    function refund(uint256 id) external payable;

    /// @notice Ends a right that nobody asked for before its redeem-by day; escrow goes back to the holder. Anyone's. A right
    ///         that was left unserved never lapses.
    /// @param id The right.
    function lapse(uint256 id) external;
}
