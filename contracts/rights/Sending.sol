// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {ISending} from "../interfaces/ISending.sol";
import {Signatures} from "../libraries/Signatures.sol";
import {TypedData} from "../libraries/TypedData.sol";
import {Price} from "../types/Price.sol";
import {RightState} from "../types/RightState.sol";
import {RightWord, RightWordLib} from "../types/RightWord.sol";
import {SeriesWord} from "../types/SeriesWord.sol";
import {Redemption} from "./Redemption.sol";
import {Resale} from "./Resale.sol";

/// @title Send and claim
/// @notice See `ISending`.
abstract contract Sending is Resale, Redemption {
    /// @inheritdoc ISending
    function send(uint256 id, address claimKey, uint32 price, uint256 until) external {
        _send(id, claimKey, price, until);
    }

    /// @inheritdoc ISending
    function sendMany(uint256[] calldata ids, address[] calldata claimKeys, uint32 price, uint256 until) external {
        if (ids.length == 0 || ids.length != claimKeys.length) revert ListsDiffer();
        for (uint256 i = 0; i < ids.length; ++i) _send(ids[i], claimKeys[i], price, until);
    }

    /// @inheritdoc ISending
    function takeBack(uint256 id) external {
        RightWord word = _held(id);
        _require(id, word, word.isIn(RightState.Sent));
        delete _aux[id];
        _enter(id, word.entering(RightState.Held, 0, 0));
    }

    /// @inheritdoc ISending
    function claim(uint256 id, address recipient, uint256 deadline, bytes32 r, bytes32 vs) external payable {
        RightWord word = _alive(id);
        _require(id, word, word.isIn(RightState.Sent));
        _requireBefore(deadline);
        (address currency, uint256 royaltyBps, address issuer) = _dealOf(id, word);
        uint256 price = Price.unpack(word.price());
        address key = _claimKeyOf(id);
        if (msg.sender == key && vs == 0) {
            // Nothing else says what this caller agreed to: the send may have been opened anew for another price.
            if (price > uint256(r)) revert PriceAboveMaximum(price);
        } else {
            bytes32 digest = TypedData.claim(id, _signedNonce(id, word), recipient, currency, price, deadline);
            if (Signatures.recover(digest, r, vs) != key) revert SignatureInvalid(key);
        }
        delete _aux[id];
        _resell(id, word, currency, price, royaltyBps, issuer, recipient);
    }

    /// @inheritdoc ISending
    function handOverGift(uint256 id, uint256 expiry, bytes32 r, bytes32 vs) external {
        RightWord word = _alive(id);
        SeriesWord series = _series[_seriesIdOf(id)];
        _requireDesk(id, series.issuer());
        _require(id, word, word.isIn(RightState.Sent));
        if (word.price() != 0) revert NotAGift(id);
        _requireSoon(expiry);
        if (word.unserved() == 0) _requireRedeemable(id, series);
        address key = _claimKeyOf(id);
        bytes32 digest = TypedData.giftHandOver(id, _signedNonce(id, word), series.issuer(), expiry);
        if (Signatures.recover(digest, r, vs) != key) revert SignatureInvalid(key);
        _handOver(id, word);
    }

    function _send(uint256 id, address claimKey, uint32 price, uint256 until) private {
        (Right storage right, RightWord word) = _inHand(id);
        if (claimKey == address(0)) revert ClaimKeyMissing();
        if (price != 0 && !Price.isCanonical(price)) revert PriceOutOfForm(price);
        _requireAhead(until);
        RightWord sent = word.entering(RightState.Sent, RightWordLib.AUX_LIVE, until, price);
        // Where the nonce no longer grows, an old link would open this send.
        _signedNonce(id, sent);
        _aux[id] = bytes32(uint256(uint160(claimKey)));
        _enter(id, right, sent);
    }

    function _claimKeyOf(uint256 id) private view returns (address) {
        return address(uint160(uint256(_aux[id])));
    }
}
