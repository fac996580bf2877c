// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {Way} from "./Way.sol";

/// @notice An issuer's promise, signed before the holder locks anything, to hand one right's good over for a fee.
/// @dev Signed as EIP-712 `Acceptance(uint256 id,uint256 nonce,address holder,uint8 way,bytes32 commitment,address currency,
///      uint256 fee,uint256 expiry)`; nonce, holder and currency are those that count at the moment. `by` is the issuer or
///      one of the staff.
struct Acceptance {
    uint256 id;
    Way way;
    bytes32 commitment;
    uint256 fee;
    uint256 expiry;
    address by;
}
