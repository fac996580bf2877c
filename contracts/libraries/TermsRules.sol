// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {IRights} from "../interfaces/IRights.sol";
import {Payout, Terms} from "../types/Terms.sol";
import {Price} from "../types/Price.sol";
import {Way} from "../types/Way.sol";

/// @notice Which terms may be published.
library TermsRules {
    uint256 private constant MAX_SUPPLY = (1 << 20) - 1;
    uint256 private constant ALL_WAYS = 3;
    uint256 private constant DELIVERY = 1 << uint256(Way.Delivery);
    uint256 private constant MIN_DISPUTE_DAYS = 21;

    /// @notice Reverts unless the terms are within bounds, agree with each other and are supported.
    function check(Terms calldata terms, uint256 limit) internal view {
        if (!_isSupported(terms)) revert IRights.TermsNotSupported();
        if (!Price.isCanonical(terms.price)) revert IRights.PriceOutOfForm(terms.price);
        if (terms.supply == 0 || terms.supply > MAX_SUPPLY || limit > terms.supply) {
            revert IRights.SupplyOutOfBounds(terms.supply, limit);
        }
        if (terms.ways == 0 || terms.ways > ALL_WAYS) revert IRights.WaysUnknown(terms.ways);
        _checkTimes(terms);
        _checkCurrency(terms.currency);
    }

    /// @dev What is promised here must be kept here: a term that this code does not carry out is never taken in silence.
    function _isSupported(Terms calldata terms) private pure returns (bool) {
        return
            terms.payout == Payout.Direct &&
            terms.shareBps == 0 &&
            terms.royaltyBps == 0 &&
            terms.arbiter == address(0) &&
            terms.attestor == address(0);
    }

    function _checkTimes(Terms calldata terms) private view {
        if (terms.answerDays == 0 || terms.handOverDays == 0) revert IRights.PeriodOutOfBounds();
        bool delivers = terms.ways & DELIVERY != 0;
        if (delivers ? terms.disputeDays < MIN_DISPUTE_DAYS : terms.disputeDays != 0) {
            revert IRights.PeriodOutOfBounds();
        }
        uint256 saleEnd = terms.saleEndDay;
        if (saleEnd != 0 && saleEnd * 1 days <= block.timestamp) revert IRights.SaleEndTooEarly();
        if (terms.redeemByDay == 0) return;
        // Who buys in the last second can still ask, be answered and be served.
        uint256 earliest = saleEnd + terms.answerDays + terms.handOverDays;
        if (saleEnd == 0 || terms.redeemByDay < earliest) revert IRights.RedeemByTooEarly();
    }

    /// @dev This contract answers to `transferFrom` as well, and must not be taken for a coin.
    function _checkCurrency(address currency) private view {
        if (currency == address(0)) return;
        if (currency == address(this) || currency.code.length == 0) revert IRights.CurrencyNotACoin(currency);
    }
}
