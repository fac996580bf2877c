// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {IRights} from "../interfaces/IRights.sol";

/// @notice What every purchase of a series needs, in one storage slot. From the lowest bit up:
///         issuer 160 | price 32 | sold 20 | limit 20 | sale-end day 16 | flags 8.
type SeriesWord is uint256;

using SeriesWordLib for SeriesWord global;

/// @notice Reads and makes series words.
library SeriesWordLib {
    /// @notice Paid in the chain's own coin: the terms word need not be read for a purchase.
    uint256 internal constant NATIVE = 1;

    uint256 private constant MAX_COUNT = (1 << 20) - 1;

    function pack(
        address issuer_,
        uint32 price_,
        uint256 limit_,
        uint16 saleEndDay_,
        uint256 flags
    ) internal pure returns (SeriesWord) {
        if (limit_ > MAX_COUNT) revert IRights.FieldSpill();
        return
            SeriesWord.wrap(
                uint256(uint160(issuer_)) |
                    (uint256(price_) << 160) |
                    (limit_ << 212) |
                    (uint256(saleEndDay_) << 232) |
                    (flags << 248)
            );
    }

    function issuer(SeriesWord word) internal pure returns (address) {
        return address(uint160(SeriesWord.unwrap(word)));
    }

    function price(SeriesWord word) internal pure returns (uint32) {
        return uint32(SeriesWord.unwrap(word) >> 160);
    }

    function sold(SeriesWord word) internal pure returns (uint256) {
        return (SeriesWord.unwrap(word) >> 192) & MAX_COUNT;
    }

    function limit(SeriesWord word) internal pure returns (uint256) {
        return (SeriesWord.unwrap(word) >> 212) & MAX_COUNT;
    }

    function saleEndDay(SeriesWord word) internal pure returns (uint16) {
        return uint16(SeriesWord.unwrap(word) >> 232);
    }

    function has(SeriesWord word, uint256 flag) internal pure returns (bool) {
        return (SeriesWord.unwrap(word) >> 248) & flag != 0;
    }

    /// @dev The caller has checked that the sum stays within the limit, so it cannot reach the next field.
    function plusSold(SeriesWord word, uint256 quantity) internal pure returns (SeriesWord) {
        unchecked {
            return SeriesWord.wrap(SeriesWord.unwrap(word) + (quantity << 192));
        }
    }
}
