// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {IRightsErrors} from "../interfaces/IRightsErrors.sol";
import {Payout, Terms} from "../types/Terms.sol";
import {Price} from "../types/Price.sol";
import {Way} from "../types/Way.sol";

/// @notice Which terms may be published.
/// @dev What is promised here must be kept here: a term that would mean nothing is refused, never taken in silence.
library TermsRules {
    uint256 private constant MAX_SUPPLY = (1 << 20) - 1;
    uint256 private constant ALL_WAYS = 3;
    uint256 private constant DELIVERY = 1 << uint256(Way.Delivery);
    uint256 private constant MIN_DISPUTE_DAYS = 21;
    uint256 private constant MAX_SHARE_BPS = 5_000;
    uint256 private constant MAX_ROYALTY_BPS = 1_000;

    /// @notice Reverts unless the terms are within bounds and agree with each other.
    function check(Terms calldata terms, uint256 limit) internal view {
        if (!Price.isCanonical(terms.price)) revert IRightsErrors.PriceOutOfForm(terms.price);
        if (terms.supply == 0 || terms.supply > MAX_SUPPLY || limit > terms.supply) {
            revert IRightsErrors.SupplyOutOfBounds(terms.supply, limit);
        }
        if (terms.ways == 0 || terms.ways > ALL_WAYS) revert IRightsErrors.WaysUnknown(terms.ways);
        _checkTimes(terms);
        _checkCurrency(terms.currency);
        if (terms.shareBps > MAX_SHARE_BPS || terms.royaltyBps > MAX_ROYALTY_BPS) {
            revert IRightsErrors.ShareOutOfBounds(terms.shareBps, terms.royaltyBps);
        }
        _checkPeople(terms, limit);
    }

    function _checkTimes(Terms calldata terms) private view {
        if (terms.answerDays == 0 || terms.handOverDays == 0) revert IRightsErrors.PeriodOutOfBounds();
        if (_delivers(terms) ? terms.disputeDays < MIN_DISPUTE_DAYS : terms.disputeDays != 0) {
            revert IRightsErrors.PeriodOutOfBounds();
        }
        uint256 saleEnd = terms.saleEndDay;
        if (saleEnd != 0 && saleEnd * 1 days <= block.timestamp) revert IRightsErrors.SaleEndTooEarly();
        if (terms.redeemByDay == 0) return;
        // Who buys in the last second can still ask, be answered and be served.
        uint256 earliest = saleEnd + terms.answerDays + terms.handOverDays;
        if (saleEnd == 0 || terms.redeemByDay < earliest) revert IRightsErrors.RedeemByTooEarly();
    }

    /// @dev This contract answers to `transferFrom` as well, and must not be taken for a coin.
    function _checkCurrency(address currency) private view {
        if (currency == address(0)) return;
        if (currency == address(this) || currency.code.length == 0) revert IRightsErrors.CurrencyNotACoin(currency);
    }

    function _checkPeople(Terms calldata terms, uint256 limit) private view {
        bool inEscrow = terms.payout == Payout.Escrow;
        if (inEscrow && (terms.redeemByDay == 0 || terms.shareBps != 0)) revert IRightsErrors.EscrowOutOfForm();
        bool needsArbiter = inEscrow && _delivers(terms);
        if (needsArbiter != (terms.arbiter != address(0)) || terms.arbiter == msg.sender) {
            revert IRightsErrors.ArbiterOutOfForm(terms.arbiter);
        }
        if (terms.attestor == address(0)) return;
        if (terms.attestor == msg.sender || limit != 0) revert IRightsErrors.AttestorOutOfForm(terms.attestor);
    }

    function _delivers(Terms calldata terms) private pure returns (bool) {
        return terms.ways & DELIVERY != 0;
    }
}
