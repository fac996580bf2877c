// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

/// @notice What an issuer promises and asks for. Never changes; its hash is part of the series id.
/// @dev A day is a number of whole days since 1970 and means its first second (UTC): what ends on a day is over then.
///      `price` is packed as in `Price.sol`. Zero means "none" for currency (the chain's own coin), days, shares and people.
struct Terms {
    address currency;
    uint32 price;
    uint32 supply;
    uint16 saleEndDay;
    uint16 redeemByDay;
    uint8 answerDays;
    uint8 handOverDays;
    uint8 disputeDays;
    uint8 ways;
    Payout payout;
    uint16 shareBps;
    uint16 royaltyBps;
    address arbiter;
    address attestor;
}

/// @notice When the issuer is paid: at once, or when the right burns.
enum Payout {
    Direct,
    Escrow
}
