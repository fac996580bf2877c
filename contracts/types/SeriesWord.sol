// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {IRightsErrors} from "../interfaces/IRightsErrors.sol";

/// @notice What every purchase of a series needs, in one storage slot. From the lowest bit up:
///         issuer 160 | price 32 | sold 20 | limit 20 | sale-end day 16 | flags 8.
type SeriesWord is uint256;

using SeriesWordLib for SeriesWord global;

/// @notice Reads and makes series words.
library SeriesWordLib {
    /// @notice Paid in the chain's own coin: the terms word need not be read for a purchase.
    uint256 internal constant NATIVE = 1;
    /// @notice The price waits here until the right burns.
    uint256 internal constant ESCROW = 2;
    /// @notice The issuer has closed the sale for good.
    uint256 internal constant CLOSED = 4;
    /// @notice The terms promise a contributor's share.
    uint256 internal constant SHARE = 8;
    /// @notice The terms ask for a royalty.
    uint256 internal constant ROYALTY = 16;
    /// @notice The terms have a redeem-by day.
    uint256 internal constant REDEEM_BY = 32;
    /// @notice Only the attestor raises the limit.
    uint256 internal constant ATTESTED = 64;

    uint256 private constant NOT_PLAIN = ROYALTY | REDEEM_BY;
    uint256 private constant MAX_COUNT = (1 << 20) - 1;

    function pack(
        address issuer_,
        uint32 price_,
        uint256 limit_,
        uint16 saleEndDay_,
        uint256 flags
    ) internal pure returns (SeriesWord) {
        if (limit_ > MAX_COUNT) revert IRightsErrors.FieldSpill();
        return SeriesWord.wrap(
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

    /// @notice Has the sale-end day begun? Never, when there is none.
    function isPastSaleEnd(SeriesWord word, uint256 time) internal pure returns (bool) {
        unchecked {
            // No day wraps to the end of time.
            return time / 1 days > uint256(word.saleEndDay()) - 1;
        }
    }

    /// @notice Is a right of this series PLAIN?
    function isPlain(SeriesWord word) internal pure returns (bool) {
        return (SeriesWord.unwrap(word) >> 248) & (NATIVE | NOT_PLAIN) == NATIVE;
    }

    /// @notice Does a purchase go to the issuer at once, in the chain's own coin?
    function isPaidAtOnce(SeriesWord word) internal pure returns (bool) {
        return (SeriesWord.unwrap(word) >> 248) & (NATIVE | ESCROW) == NATIVE;
    }

    /// @dev The caller has checked that the sum stays within the limit, so it cannot reach the next field.
    function plusSold(SeriesWord word, uint256 quantity) internal pure returns (SeriesWord) {
        unchecked {
            return SeriesWord.wrap(SeriesWord.unwrap(word) + (quantity << 192));
        }
    }

    /// @notice The same series with another limit.
    function withLimit(SeriesWord word, uint256 limit_) internal pure returns (SeriesWord) {
        if (limit_ > MAX_COUNT) revert IRightsErrors.FieldSpill();
        return SeriesWord.wrap((SeriesWord.unwrap(word) & ~(MAX_COUNT << 212)) | (limit_ << 212));
    }

    /// @notice The same series, sold out for good.
    function closed(SeriesWord word) internal pure returns (SeriesWord) {
        return SeriesWord.wrap(SeriesWord.unwrap(word.withLimit(word.sold())) | (CLOSED << 248));
    }
}
