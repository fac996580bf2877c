// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {IDisputes} from "../interfaces/IDisputes.sol";
import {Inscriptions} from "../libraries/Inscriptions.sol";
import {Signatures} from "../libraries/Signatures.sol";
import {TypedData} from "../libraries/TypedData.sol";
import {Price} from "../types/Price.sol";
import {RightState} from "../types/RightState.sol";
import {RightWord, RightWordLib} from "../types/RightWord.sol";
import {SeriesWord} from "../types/SeriesWord.sol";
import {Payments} from "./Payments.sol";

/// @title Disputes, refunds and lapse
/// @notice See `IDisputes`.
abstract contract Disputes is Payments {
    /// @inheritdoc IDisputes
    function dispute(uint256 id, bytes32 statementHash) external {
        RightWord word = _held(id);
        _require(id, word, word.isIn(RightState.Shipped));
        if (!word.has(RightWordLib.ESCROWED)) revert NotInEscrow(id);
        if (block.timestamp >= word.until()) revert DeadlinePassed(id, word.until());
        emit DisputeOpened(id, statementHash);
        uint256 ruleBy = _daysAhead(_terms[_seriesIdOf(id)].disputeDays());
        _enter(id, word.entering(RightState.Disputed, word.auxLive(), ruleBy));
    }

    /// @inheritdoc IDisputes
    function rule(uint256 id, uint256 toHolder) external {
        RightWord word = _alive(id);
        bytes24 seriesId = _seriesIdOf(id);
        if (msg.sender != Inscriptions.arbiterOf(_inscriptions[seriesId])) revert NotArbiter(id, msg.sender);
        _require(id, word, word.isIn(RightState.Disputed));
        SeriesWord series = _series[seriesId];
        uint256 toIssuer = _rest(series, toHolder);
        _requireOpen(id, word);
        _divide(id, word, series, toHolder, toIssuer);
    }

    /// @inheritdoc IDisputes
    function settle(
        uint256 id,
        uint256 toHolder,
        uint256 expiry,
        bytes calldata byHolder,
        bytes calldata byIssuer
    ) external {
        RightWord word = _alive(id);
        _require(id, word, word.isIn(RightState.Disputed));
        SeriesWord series = _series[_seriesIdOf(id)];
        uint256 toIssuer = _rest(series, toHolder);
        _requireOpen(id, word);
        _requireBefore(expiry);
        bytes32 digest = _digestOf(id, word, series, toHolder, toIssuer, expiry);
        _requireParty(word.owner(), digest, byHolder);
        _requireParty(series.issuer(), digest, byIssuer);
        _divide(id, word, series, toHolder, toIssuer);
    }

    /// @inheritdoc IDisputes
    function refund(uint256 id) external payable {
        RightWord word = _alive(id);
        bytes24 seriesId = _seriesIdOf(id);
        SeriesWord series = _series[seriesId];
        if (!_mayRefund(word, series)) revert NotRefundable(id, msg.sender);
        address holder = word.owner();
        address currency = _currencyOf(seriesId, series);
        bool fromEscrow = word.has(RightWordLib.ESCROWED);
        uint256 price = Price.unpack(series.price());
        _requireValue(currency, fromEscrow ? 0 : price);
        _burn(id, word, RightState.Refunded);
        _lock();
        _payThird(currency, fromEscrow ? address(this) : msg.sender, holder, price);
        _unlock();
    }

    /// @inheritdoc IDisputes
    function lapse(uint256 id) external {
        RightWord word = _alive(id);
        _require(id, word, word.isWithin(RightState.Held, RightState.Sent));
        bytes24 seriesId = _seriesIdOf(id);
        bool isOver = word.unserved() == 0 && _terms[seriesId].isPastRedeemBy(block.timestamp);
        if (!isOver) revert NotLapsed(id);
        _burn(id, word, RightState.Lapsed);
        _release(id, word, word.owner());
    }

    function _divide(uint256 id, RightWord word, SeriesWord series, uint256 toHolder, uint256 toIssuer) private {
        RightState outcome = RightState.Settled;
        if (toHolder == 0) outcome = RightState.Redeemed;
        if (toIssuer == 0) outcome = RightState.Refunded;
        _burn(id, word, outcome);
        emit Divided(id, toHolder, toIssuer);
        address currency = _currencyOf(_seriesIdOf(id), series);
        _lock();
        _payThird(currency, address(this), word.owner(), toHolder);
        _payThird(currency, address(this), series.issuer(), toIssuer);
        _unlock();
    }

    function _digestOf(
        uint256 id,
        RightWord word,
        SeriesWord series,
        uint256 toHolder,
        uint256 toIssuer,
        uint256 expiry
    ) private view returns (bytes32) {
        TypedData.Parties memory parties = TypedData.Parties(
            word.owner(),
            series.issuer(),
            _currencyOf(_seriesIdOf(id), series)
        );
        return TypedData.settlement(id, _signedNonce(id, word), parties, toHolder, toIssuer, expiry);
    }

    function _mayRefund(RightWord word, SeriesWord series) private view returns (bool) {
        if (msg.sender == series.issuer()) return true;
        if (word.isIn(RightState.Disputed)) return block.timestamp >= word.until();
        bool isUnserved = word.isIn(RightState.Held) && word.unserved() != 0;
        return isUnserved && word.has(RightWordLib.ESCROWED) && msg.sender == word.owner();
    }

    /// @dev A party who calls has agreed by calling.
    function _requireParty(address party, bytes32 digest, bytes calldata signature) private view {
        if (msg.sender == party) return;
        if (!Signatures.isBy(party, digest, signature)) revert SignatureInvalid(party);
    }

    function _requireOpen(uint256 id, RightWord word) private view {
        if (block.timestamp >= word.until()) revert DeadlinePassed(id, word.until());
    }

    function _rest(SeriesWord series, uint256 toHolder) private pure returns (uint256) {
        uint256 held = Price.unpack(series.price());
        if (toHolder > held) revert SplitOutOfBounds(toHolder, held);
        return held - toHolder;
    }
}
