// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

/// @notice A holder's signed offer to sell one right.
/// @dev Signed as EIP-712 `Offer(uint256 id,uint256 nonce,address holder,address taker,address currency,uint256 price,
///      uint256 until)`; nonce, holder and currency are those that count at the moment, so any change of the right ends the
///      offer. `price` is in the smallest unit of the series' currency, above zero; `taker` zero means anyone; `until` is the
///      first second at which the offer is over.
struct Offer {
    uint256 id;
    address taker;
    uint256 price;
    uint32 until;
}
