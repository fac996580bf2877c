// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {IRedemption} from "../interfaces/IRedemption.sol";
import {Commitments} from "../libraries/Commitments.sol";
import {Signatures} from "../libraries/Signatures.sol";
import {TypedData} from "../libraries/TypedData.sol";
import {Acceptance} from "../types/Acceptance.sol";
import {RightState} from "../types/RightState.sol";
import {RightWord, RightWordLib} from "../types/RightWord.sol";
import {SeriesWord} from "../types/SeriesWord.sol";
import {TermsWord} from "../types/TermsWord.sol";
import {Way} from "../types/Way.sol";
import {Payments} from "./Payments.sol";

/// @title Redemption
/// @notice See `IRedemption`.
abstract contract Redemption is Payments {
    /// @dev What is signed at a desk is used at once or never.
    uint256 private constant DESK_SECONDS = 10 minutes;

    /// @inheritdoc IRedemption
    function request(uint256 id, Way way, bytes32 commitment) external {
        _request(id, uint256(way), commitment);
    }

    /// @inheritdoc IRedemption
    function requestMany(uint256[] calldata ids, Way way, bytes32[] calldata commitments) external {
        if (ids.length == 0 || ids.length != commitments.length) revert ListsDiffer();
        for (uint256 i = 0; i < ids.length; ++i) _request(ids[i], uint256(way), commitments[i]);
    }

    /// @inheritdoc IRedemption
    function requestAccepted(Acceptance calldata acceptance, bytes calldata signature) external payable {
        uint256 id = acceptance.id;
        (Right storage right, RightWord word) = _inHand(id);
        TermsWord terms = _requireAskable(id, word, uint256(acceptance.way));
        _requireBefore(acceptance.expiry);
        address issuer = _series[_seriesIdOf(id)].issuer();
        address by = acceptance.by;
        if (by != issuer && !_staff[issuer][by]) revert NotDesk(id, by);
        bytes32 digest = TypedData.acceptance(acceptance, _signedNonce(id, word), msg.sender, terms.currency());
        if (!Signatures.isBy(by, digest, signature)) revert SignatureInvalid(by);
        _ask(id, right, word, RightState.AcceptedPickUp, uint256(acceptance.way), acceptance.commitment, terms.handOverDays());
        _requireValue(terms.currency(), acceptance.fee);
        if (acceptance.fee == 0) return;
        _lock();
        _pay(terms.currency(), msg.sender, issuer, acceptance.fee);
        _unlock();
    }

    /// @inheritdoc IRedemption
    function withdrawRequest(uint256 id) external {
        RightWord word = _held(id);
        _require(id, word, word.isRequested());
        if (word.auxLive() != 0) delete _aux[id];
        _enter(id, word.entering(RightState.Held, 0, 0));
    }

    /// @inheritdoc IRedemption
    function accept(uint256 id, uint256 handOverBy) external {
        RightWord word = _alive(id);
        _requireDesk(id, _series[_seriesIdOf(id)].issuer());
        _require(id, word, word.isRequested());
        uint256 latest = _daysAhead(_terms[_seriesIdOf(id)].handOverDays());
        uint256 until = handOverBy == 0 ? latest : handOverBy;
        if (until <= block.timestamp || until > latest) revert UntilOutOfBounds(until);
        RightState next = word.isIn(RightState.RequestedPickUp)
            ? RightState.AcceptedPickUp
            : RightState.AcceptedDelivery;
        _enter(id, word.entering(next, word.auxLive(), until));
    }

    /// @inheritdoc IRedemption
    function refuse(uint256 id, uint8 reason) external {
        RightWord word = _alive(id);
        _requireDesk(id, _series[_seriesIdOf(id)].issuer());
        _require(id, word, word.isWithin(RightState.RequestedPickUp, RightState.AcceptedDelivery));
        if (word.auxLive() != 0) delete _aux[id];
        emit Refused(id, reason);
        _enter(id, word.entering(RightState.Held, RightWordLib.UNSERVED, 0));
    }

    /// @inheritdoc IRedemption
    function ship(uint256 id, bytes32 trackingHash) external {
        RightWord word = _alive(id);
        _requireDesk(id, _series[_seriesIdOf(id)].issuer());
        _require(id, word, word.isIn(RightState.AcceptedDelivery));
        emit Shipped(id, trackingHash);
        uint256 disputeBy = _daysAhead(_terms[_seriesIdOf(id)].disputeDays());
        _enter(id, word.entering(RightState.Shipped, word.auxLive(), disputeBy));
    }

    /// @inheritdoc IRedemption
    function confirm(uint256 id) external {
        RightWord word = _held(id);
        _require(id, word, word.isWithin(RightState.RequestedPickUp, RightState.Shipped));
        _handOver(id, word);
    }

    /// @inheritdoc IRedemption
    function complete(uint256 id) external {
        RightWord word = _alive(id);
        _require(id, word, word.isIn(RightState.Shipped));
        if (block.timestamp < word.until()) revert DeadlineAhead(id, word.until());
        _handOver(id, word);
    }

    /// @inheritdoc IRedemption
    function handOver(uint128 secret, uint256 id) external {
        _handOverBySecret(secret, id);
    }

    /// @inheritdoc IRedemption
    function handOverMany(uint128 secret, uint256[] calldata ids) external {
        if (ids.length == 0) revert ListsDiffer();
        for (uint256 i = 0; i < ids.length; ++i) _handOverBySecret(secret, ids[i]);
    }

    /// @inheritdoc IRedemption
    function redeem(uint256 id, Way way, uint64 expiry, bytes calldata signature) external {
        RightWord word = _alive(id);
        SeriesWord series = _series[_seriesIdOf(id)];
        address issuer = series.issuer();
        _requireDesk(id, issuer);
        _require(id, word, word.isIn(RightState.Held));
        if (word.unserved() == 0) _requireRedeemable(id, series);
        _requireSoon(expiry);
        address holder = word.owner();
        bytes32 digest = TypedData.redemption(id, _signedNonce(id, word), holder, issuer, way, expiry);
        if (!Signatures.isBy(holder, digest, signature)) revert SignatureInvalid(holder);
        _handOver(id, word);
    }

    /// @dev The good is where it belongs: the right burns, and what was in escrow is the issuer's.
    function _handOver(uint256 id, RightWord word) internal {
        _burn(id, word, RightState.Redeemed);
        _release(id, word, address(0));
    }

    function _requireSoon(uint256 expiry) internal view {
        if (block.timestamp >= expiry || expiry > block.timestamp + DESK_SECONDS) revert SignatureExpired(expiry);
    }

    function _request(uint256 id, uint256 way, bytes32 commitment) private {
        (Right storage right, RightWord word) = _inHand(id);
        TermsWord terms = _requireAskable(id, word, way);
        _ask(id, right, word, RightState.RequestedPickUp, way, commitment, terms.answerDays());
    }

    /// @dev `byPickUp` is the state for the first way; that for each other way stands behind it. Ways are numbers in here: the
    ///      compiler would check an enum again at every turn.
    function _ask(
        uint256 id,
        Right storage right,
        RightWord word,
        RightState byPickUp,
        uint256 way,
        bytes32 commitment,
        uint256 days_
    ) private {
        uint256 flags = 0;
        if (commitment != 0) {
            _aux[id] = commitment;
            flags = RightWordLib.AUX_LIVE;
        }
        uint256 next;
        unchecked {
            next = uint256(byPickUp) + way;
        }
        _enter(id, right, word.entering(next, flags, _daysAhead(days_)));
    }

    function _handOverBySecret(uint128 secret, uint256 id) private {
        RightWord word = _alive(id);
        _require(id, word, word.isWithin(RightState.RequestedPickUp, RightState.Disputed));
        // Past the ruling period the only way out of a dispute is the refund.
        if (word.isIn(RightState.Disputed) && block.timestamp >= word.until()) revert DeadlinePassed(id, word.until());
        bool isRight = word.auxLive() != 0 && Commitments.hash(id, word.owner(), secret) == _aux[id];
        if (!isRight) revert SecretWrong(id);
        _handOver(id, word);
    }

    /// @dev The way is offered, and it is not too late; for who was left unserved it never is.
    function _requireAskable(uint256 id, RightWord word, uint256 way) private view returns (TermsWord terms) {
        terms = _terms[_seriesIdOf(id)];
        if ((terms.ways() >> way) & 1 == 0) revert WayNotOffered(id, Way(way));
        if (word.unserved() == 0 && terms.isPastRedeemBy(block.timestamp)) revert PastRedeemBy(id);
    }
}
