// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {Terms} from "./Terms.sol";

/// @notice The terms that are needed less often, in one storage slot. From the lowest bit up:
///         currency 160 | share 16 | royalty 16 | redeem-by day 16 | answer 8, hand-over 8, dispute 8 days | ways 8 | free 16.
type TermsWord is uint256;

using TermsWordLib for TermsWord global;

/// @notice Reads and makes terms words.
library TermsWordLib {
    function pack(Terms calldata terms) internal pure returns (TermsWord) {
        return TermsWord.wrap(
            uint256(uint160(terms.currency)) |
                (uint256(terms.shareBps) << 160) |
                (uint256(terms.royaltyBps) << 176) |
                (uint256(terms.redeemByDay) << 192) |
                (uint256(terms.answerDays) << 208) |
                (uint256(terms.handOverDays) << 216) |
                (uint256(terms.disputeDays) << 224) |
                (uint256(terms.ways) << 232)
        );
    }

    function currency(TermsWord word) internal pure returns (address) {
        return address(uint160(TermsWord.unwrap(word)));
    }

    function shareBps(TermsWord word) internal pure returns (uint16) {
        return uint16(TermsWord.unwrap(word) >> 160);
    }

    function royaltyBps(TermsWord word) internal pure returns (uint16) {
        return uint16(TermsWord.unwrap(word) >> 176);
    }

    function redeemByDay(TermsWord word) internal pure returns (uint16) {
        return uint16(TermsWord.unwrap(word) >> 192);
    }

    function answerDays(TermsWord word) internal pure returns (uint8) {
        return uint8(TermsWord.unwrap(word) >> 208);
    }

    function handOverDays(TermsWord word) internal pure returns (uint8) {
        return uint8(TermsWord.unwrap(word) >> 216);
    }

    function disputeDays(TermsWord word) internal pure returns (uint8) {
        return uint8(TermsWord.unwrap(word) >> 224);
    }

    function ways(TermsWord word) internal pure returns (uint8) {
        return uint8(TermsWord.unwrap(word) >> 232);
    }

    /// @notice Has the redeem-by day begun? Never, when there is none.
    function isPastRedeemBy(TermsWord word, uint256 time) internal pure returns (bool) {
        unchecked {
            // No day wraps to the end of time.
            return time / 1 days > uint256(word.redeemByDay()) - 1;
        }
    }

    /// @notice The same terms with another redeem-by day.
    function withRedeemBy(TermsWord word, uint16 day) internal pure returns (TermsWord) {
        uint256 cleared = TermsWord.unwrap(word) & ~(uint256(type(uint16).max) << 192);
        return TermsWord.wrap(cleared | (uint256(day) << 192));
    }
}
