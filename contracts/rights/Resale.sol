// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {IResale} from "../interfaces/IResale.sol";
import {Receiver} from "../libraries/Receiver.sol";
import {Signatures} from "../libraries/Signatures.sol";
import {TypedData} from "../libraries/TypedData.sol";
import {Offer} from "../types/Offer.sol";
import {Price} from "../types/Price.sol";
import {RightState} from "../types/RightState.sol";
import {RightWord, RightWordLib} from "../types/RightWord.sol";
import {TermsWord} from "../types/TermsWord.sol";
import {Payments} from "./Payments.sol";

/// @title Resale
/// @notice See `IResale`.
abstract contract Resale is Payments {
    uint256 private constant BPS = 10_000;

    /// @inheritdoc IResale
    function list(uint256 id, uint32 price, address taker, uint256 until) external {
        Right storage right = _rights[id];
        RightWord word = right.word;
        if (!word.isHeldBy(msg.sender)) {
            word = _held(id);
            _require(id, word, word.isTransferable());
        }
        if (!Price.isCanonical(price)) revert PriceOutOfForm(price);
        _requireAhead(until);
        uint256 flags = 0;
        if (taker != address(0)) {
            _aux[id] = bytes32(uint256(uint160(taker)));
            flags = RightWordLib.AUX_LIVE;
        }
        _enter(id, right, word.entering(RightState.Listed, flags, until, price));
    }

    /// @inheritdoc IResale
    function unlist(uint256 id) external {
        RightWord word = _held(id);
        _require(id, word, word.isIn(RightState.Listed));
        _enter(id, word.entering(RightState.Held, 0, 0));
    }

    /// @inheritdoc IResale
    function take(uint256 id, uint32 nonce, uint256 maxPrice, address to) external payable {
        RightWord word = _alive(id);
        _require(id, word, word.isIn(RightState.Listed));
        if (word.nonce() != nonce) revert NonceStale(id, word.nonce());
        if (word.auxLive() != 0 && _aux[id] != bytes32(uint256(uint160(to)))) revert NotTaker(id, to);
        uint256 price = Price.unpack(word.price());
        if (price > maxPrice) revert PriceAboveMaximum(price);
        (address currency, uint256 royaltyBps, address issuer) = _dealOf(id, word);
        _resell(id, word, currency, price, royaltyBps, issuer, to);
    }

    /// @inheritdoc IResale
    function takeOffer(Offer calldata offer, bytes calldata signature, address to) external payable {
        uint256 id = offer.id;
        RightWord word = _alive(id);
        _require(id, word, word.isIn(RightState.Held));
        if (offer.taker != address(0) && offer.taker != to) revert NotTaker(id, to);
        if (offer.price == 0) revert PriceOutOfForm(0);
        _requireBefore(offer.until);
        (address currency, uint256 royaltyBps, address issuer) = _dealOf(id, word);
        bytes32 digest = TypedData.offer(offer, _signedNonce(id, word), word.owner(), currency);
        if (!Signatures.isBy(word.owner(), digest, signature)) revert SignatureInvalid(word.owner());
        emit OfferTaken(id, offer.price);
        _resell(id, word, currency, offer.price, royaltyBps, issuer, to);
    }

    /// @inheritdoc IResale
    function cancel(uint256 id) external {
        RightWord word = _held(id);
        _require(id, word, word.isIn(RightState.Held));
        _enter(id, word.entering(RightState.Held, 0, 0));
    }

    /// @dev The right moves, the caller pays: the royalty to the issuer, the rest to the holder. Free when the price is zero.
    function _resell(
        uint256 id,
        RightWord word,
        address currency,
        uint256 price,
        uint256 royaltyBps,
        address issuer,
        address to
    ) internal {
        if (to == address(0)) revert ERC721InvalidReceiver(to);
        _lock();
        _move(id, word, to);
        _requireValue(currency, price);
        address holder = word.owner();
        if (price != 0) {
            uint256 royalty = 0;
            if (royaltyBps != 0) {
                royalty = (price * royaltyBps) / BPS;
                _payThird(currency, msg.sender, issuer, royalty);
            }
            _pay(currency, msg.sender, holder, price - royalty);
        }
        if (to != msg.sender) Receiver.check(holder, to, id, "");
        _unlock();
    }

    /// @dev What a resale is paid in, and who has a part in it; all zero for a PLAIN right. Refuses past the redeem-by day.
    function _dealOf(
        uint256 id,
        RightWord word
    ) internal view returns (address currency, uint256 royaltyBps, address issuer) {
        if (word.has(RightWordLib.PLAIN)) return (address(0), 0, address(0));
        bytes24 seriesId = _seriesIdOf(id);
        TermsWord terms = _terms[seriesId];
        if (terms.isPastRedeemBy(block.timestamp)) revert PastRedeemBy(id);
        royaltyBps = terms.royaltyBps();
        if (royaltyBps != 0) issuer = _series[seriesId].issuer();
        return (terms.currency(), royaltyBps, issuer);
    }

    function _royalty(bytes24 seriesId, uint256 price) internal view returns (uint256) {
        // Divided first where multiplying would overflow: nobody's price, but a caller's number.
        uint256 bps = _terms[seriesId].royaltyBps();
        return price > type(uint256).max / BPS ? (price / BPS) * bps : (price * bps) / BPS;
    }
}
