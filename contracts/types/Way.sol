// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

/// @notice How the holder gets the good. The terms' `ways` has one bit for each, at the place of its number.
enum Way {
    PickUp,
    Delivery
}
