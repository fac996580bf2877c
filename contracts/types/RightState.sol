// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

/// @notice What a right is in. Four bits of its word; the numbers never change.
/// @dev Everything before `Redeemed` is alive; from there on the token is burned and the word is its tombstone.
enum RightState {
    None,
    Held,
    Listed,
    Sent,
    RequestedPickUp,
    RequestedDelivery,
    AcceptedPickUp,
    AcceptedDelivery,
    Shipped,
    Disputed,
    Redeemed,
    Refunded,
    Lapsed,
    Settled
}
