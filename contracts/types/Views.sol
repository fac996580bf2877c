// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {Payout} from "./Terms.sol";
import {RightState} from "./RightState.sol";

/// @notice A series as a card shows it. Prices in the currency's smallest unit; days are whole days since 1970, zero for none.
/// @dev `buying` is zero when one right can be bought now, else the selector of the error that a purchase would meet.
struct SeriesView {
    bytes24 seriesId;
    address issuer;
    address currency;
    uint256 price;
    uint256 sold;
    uint256 limit;
    uint256 supply;
    uint256 saleEndDay;
    uint256 redeemByDay;
    uint256 answerDays;
    uint256 handOverDays;
    uint256 disputeDays;
    uint256 ways;
    Payout payout;
    uint256 shareBps;
    uint256 royaltyBps;
    address arbiter;
    address attestor;
    bool closed;
    uint256 category;
    bytes32 pictureHash;
    string name;
    string productNumber;
    string specification;
    bytes4 buying;
}

/// @notice A right as it counts now, as a card shows it to one account.
/// @dev `price` is what a listing or a send asks for; `covered` is what waits in escrow for this right; `aux` is the private
///      taker, claim key or commitment. `reasons` has one entry for each `Action`, in its order: zero when this account may
///      do it now (given the right signature, secret or money), else the selector of the error that it would meet.
struct RightView {
    uint256 id;
    RightState state;
    address holder;
    uint256 nonce;
    uint256 until;
    uint256 price;
    uint256 covered;
    bool unserved;
    bool transferable;
    bytes32 aux;
    bytes4[] reasons;
}

/// @notice What one account offers and holds, of what the caller named.
/// @dev `held` counts all rights of the account; `credits` has one entry for each currency asked for, in order.
struct SpaceView {
    uint256 held;
    uint256[] credits;
    SeriesView[] series;
    RightView[] rights;
}

/// @notice What can be done with a right. The numbers are the places in `RightView.reasons` and never change.
enum Action {
    Transfer,
    List,
    Unlist,
    Take,
    Cancel,
    Send,
    TakeBack,
    Claim,
    HandOverGift,
    RequestPickUp,
    RequestDelivery,
    WithdrawRequest,
    Accept,
    Refuse,
    Ship,
    Confirm,
    Complete,
    HandOver,
    Redeem,
    Dispute,
    Rule,
    Settle,
    Refund,
    Lapse
}
