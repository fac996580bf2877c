// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {IERC721Errors} from "@openzeppelin/contracts/interfaces/draft-IERC6093.sol";
import {IRightsErrors} from "../interfaces/IRightsErrors.sol";
import {RightState} from "../types/RightState.sol";
import {RightWord, RightWordLib} from "../types/RightWord.sol";
import {SeriesWord} from "../types/SeriesWord.sol";
import {TermsWord} from "../types/TermsWord.sol";
import {Action} from "../types/Views.sol";
import {Way} from "../types/Way.sol";

/// @notice Says why an account could not do something with a right now. The rules of `Rights`, in their order, without the
///         signatures, secrets and money that only the call itself brings; a test compares the two.
library ActionRules {
    /// @dev All that the rules look at. `word` is as it counts at `time`.
    struct Facts {
        RightWord word;
        SeriesWord series;
        TermsWord terms;
        bytes32 aux;
        address arbiter;
        address account;
        bool isDesk;
        bool isAllowed;
        uint256 time;
    }

    /// @notice The selector of the error that the call would meet, zero for none.
    function reason(Facts memory facts, Action action) internal pure returns (bytes4) {
        if (!facts.word.isAlive()) return IERC721Errors.ERC721NonexistentToken.selector;
        if (action <= Action.Cancel) return _onToken(facts, action);
        if (action <= Action.HandOverGift) return _onSend(facts, action);
        if (action <= Action.Redeem) return _onRedemption(facts, action);
        return _onDispute(facts, action);
    }

    function _onToken(Facts memory facts, Action action) private pure returns (bytes4) {
        RightWord word = facts.word;
        if (action == Action.Transfer) {
            if (!_isHolder(facts) && !facts.isAllowed) return IERC721Errors.ERC721InsufficientApproval.selector;
            return word.isTransferable() ? bytes4(0) : IRightsErrors.RightLocked.selector;
        }
        if (action == Action.Take) {
            if (!word.isIn(RightState.Listed)) return IRightsErrors.WrongState.selector;
            bool isTaker = word.auxLive() == 0 || facts.aux == bytes32(uint256(uint160(facts.account)));
            if (!isTaker) return IRightsErrors.NotTaker.selector;
            return _isPast(facts) ? IRightsErrors.PastRedeemBy.selector : bytes4(0);
        }
        if (!_isHolder(facts)) return IRightsErrors.NotHolder.selector;
        if (action == Action.List) return _ifState(word.isTransferable());
        return _ifState(word.isIn(action == Action.Unlist ? RightState.Listed : RightState.Held));
    }

    function _onSend(Facts memory facts, Action action) private pure returns (bytes4) {
        RightWord word = facts.word;
        bool isExhausted = word.nonce() == RightWordLib.MAX_NONCE;
        if (action == Action.Claim) {
            if (!word.isIn(RightState.Sent)) return IRightsErrors.WrongState.selector;
            if (_isPast(facts)) return IRightsErrors.PastRedeemBy.selector;
            return isExhausted ? IRightsErrors.NonceExhausted.selector : bytes4(0);
        }
        if (action == Action.HandOverGift) {
            if (!facts.isDesk) return IRightsErrors.NotDesk.selector;
            if (!word.isIn(RightState.Sent)) return IRightsErrors.WrongState.selector;
            if (word.price() != 0) return IRightsErrors.NotAGift.selector;
            if (_isTooLate(facts)) return IRightsErrors.PastRedeemBy.selector;
            return isExhausted ? IRightsErrors.NonceExhausted.selector : bytes4(0);
        }
        if (!_isHolder(facts)) return IRightsErrors.NotHolder.selector;
        if (action == Action.TakeBack) return _ifState(word.isIn(RightState.Sent));
        if (!word.isIn(RightState.Held)) return IRightsErrors.WrongState.selector;
        bool willBeExhausted = word.nonce() >= RightWordLib.MAX_NONCE - 1;
        return willBeExhausted ? IRightsErrors.NonceExhausted.selector : bytes4(0);
    }

    function _onRedemption(Facts memory facts, Action action) private pure returns (bytes4) {
        RightWord word = facts.word;
        if (action == Action.RequestPickUp) return _request(facts, Way.PickUp);
        if (action == Action.RequestDelivery) return _request(facts, Way.Delivery);
        if (action == Action.Complete) {
            if (!word.isIn(RightState.Shipped)) return IRightsErrors.WrongState.selector;
            return facts.time < word.until() ? IRightsErrors.DeadlineAhead.selector : bytes4(0);
        }
        if (action == Action.HandOver) {
            if (!word.isWithin(RightState.RequestedPickUp, RightState.Disputed)) return IRightsErrors.WrongState.selector;
            if (word.isIn(RightState.Disputed) && facts.time >= word.until()) {
                return IRightsErrors.DeadlinePassed.selector;
            }
            return word.auxLive() == 0 ? IRightsErrors.SecretWrong.selector : bytes4(0);
        }
        if (action == Action.WithdrawRequest || action == Action.Confirm) {
            if (!_isHolder(facts)) return IRightsErrors.NotHolder.selector;
            if (action == Action.WithdrawRequest) return _ifState(word.isRequested());
            return _ifState(word.isWithin(RightState.RequestedPickUp, RightState.Shipped));
        }
        return _onDesk(facts, action);
    }

    function _onDesk(Facts memory facts, Action action) private pure returns (bytes4) {
        RightWord word = facts.word;
        if (!facts.isDesk) return IRightsErrors.NotDesk.selector;
        if (action == Action.Accept) return _ifState(word.isRequested());
        if (action == Action.Refuse) {
            return _ifState(word.isWithin(RightState.RequestedPickUp, RightState.AcceptedDelivery));
        }
        if (action == Action.Ship) return _ifState(word.isIn(RightState.AcceptedDelivery));
        if (!word.isIn(RightState.Held)) return IRightsErrors.WrongState.selector;
        if (_isTooLate(facts)) return IRightsErrors.PastRedeemBy.selector;
        return word.nonce() == RightWordLib.MAX_NONCE ? IRightsErrors.NonceExhausted.selector : bytes4(0);
    }

    function _onDispute(Facts memory facts, Action action) private pure returns (bytes4) {
        RightWord word = facts.word;
        bool isPast = facts.time >= word.until();
        if (action == Action.Lapse) {
            if (!word.isWithin(RightState.Held, RightState.Sent)) return IRightsErrors.WrongState.selector;
            return word.unserved() == 0 && _isPast(facts) ? bytes4(0) : IRightsErrors.NotLapsed.selector;
        }
        if (action == Action.Refund) {
            return _mayRefund(facts, isPast) ? bytes4(0) : IRightsErrors.NotRefundable.selector;
        }
        if (action == Action.Dispute) {
            if (!_isHolder(facts)) return IRightsErrors.NotHolder.selector;
            if (!word.isIn(RightState.Shipped)) return IRightsErrors.WrongState.selector;
            if (!word.has(RightWordLib.ESCROWED)) return IRightsErrors.NotInEscrow.selector;
            return isPast ? IRightsErrors.DeadlinePassed.selector : bytes4(0);
        }
        if (action == Action.Rule && facts.account != facts.arbiter) return IRightsErrors.NotArbiter.selector;
        if (!word.isIn(RightState.Disputed)) return IRightsErrors.WrongState.selector;
        if (isPast) return IRightsErrors.DeadlinePassed.selector;
        bool isExhausted = action == Action.Settle && word.nonce() == RightWordLib.MAX_NONCE;
        return isExhausted ? IRightsErrors.NonceExhausted.selector : bytes4(0);
    }

    function _request(Facts memory facts, Way way) private pure returns (bytes4) {
        if (!_isHolder(facts)) return IRightsErrors.NotHolder.selector;
        if (!facts.word.isIn(RightState.Held)) return IRightsErrors.WrongState.selector;
        if ((facts.terms.ways() >> uint256(way)) & 1 == 0) return IRightsErrors.WayNotOffered.selector;
        return _isTooLate(facts) ? IRightsErrors.PastRedeemBy.selector : bytes4(0);
    }

    function _mayRefund(Facts memory facts, bool isPast) private pure returns (bool) {
        RightWord word = facts.word;
        if (facts.account == facts.series.issuer()) return true;
        if (word.isIn(RightState.Disputed)) return isPast;
        bool isUnserved = word.isIn(RightState.Held) && word.unserved() != 0;
        return isUnserved && word.has(RightWordLib.ESCROWED) && _isHolder(facts);
    }

    function _ifState(bool isRightState) private pure returns (bytes4) {
        return isRightState ? bytes4(0) : IRightsErrors.WrongState.selector;
    }

    function _isHolder(Facts memory facts) private pure returns (bool) {
        return facts.account == facts.word.owner();
    }

    function _isPast(Facts memory facts) private pure returns (bool) {
        return facts.terms.isPastRedeemBy(facts.time);
    }

    /// @dev Too late to ask for the good; for who was left unserved it never is.
    function _isTooLate(Facts memory facts) private pure returns (bool) {
        return facts.word.unserved() == 0 && _isPast(facts);
    }
}
