// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {IRights} from "../interfaces/IRights.sol";
import {RightState} from "./RightState.sol";

/// @notice All that is known of one right, in one storage slot. From the lowest bit up:
///         owner 160 | state 4 | flags 4 | nonce 24 | until 32 | price 32.
/// @dev `until` is the first second at which the present state is over; after burning, the second it burned at.
///      `price` is used by Listed and Sent only.
type RightWord is uint256;

using RightWordLib for RightWord global;

/// @notice Reads and makes right words. Nothing else shifts their bits.
library RightWordLib {
    uint256 internal constant APPROVED = 1;
    uint256 internal constant AUX_LIVE = 2;
    uint256 internal constant UNSERVED = 4;

    uint256 private constant MAX_NONCE = type(uint24).max;

    /// @notice A right as it leaves a sale.
    function minted(address to) internal pure returns (RightWord) {
        return _pack(to, RightState.Held, 0, 0, 0);
    }

    function owner(RightWord word) internal pure returns (address) {
        return address(uint160(RightWord.unwrap(word)));
    }

    function state(RightWord word) internal pure returns (RightState) {
        return RightState((RightWord.unwrap(word) >> 160) & 0xf);
    }

    function has(RightWord word, uint256 flag) internal pure returns (bool) {
        return (RightWord.unwrap(word) >> 164) & flag != 0;
    }

    function nonce(RightWord word) internal pure returns (uint256) {
        return uint24(RightWord.unwrap(word) >> 168);
    }

    function until(RightWord word) internal pure returns (uint256) {
        return uint32(RightWord.unwrap(word) >> 192);
    }

    /// @notice Has been minted and is not burned.
    function isAlive(RightWord word) internal pure returns (bool) {
        return word._isWithin(RightState.Held, RightState.Disputed);
    }

    function isHeld(RightWord word) internal pure returns (bool) {
        return word._isWithin(RightState.Held, RightState.Held);
    }

    function isTransferable(RightWord word) internal pure returns (bool) {
        return word._isWithin(RightState.Held, RightState.Listed);
    }

    function isRequested(RightWord word) internal pure returns (bool) {
        return word._isWithin(RightState.RequestedPickUp, RightState.RequestedDelivery);
    }

    /// @notice The word as it counts at a time: a state past its `until` is Held again with the next nonce, and a request
    ///         or acceptance that ran out is unserved. Nothing has to be sent for that.
    function at(RightWord word, uint256 time) internal pure returns (RightWord) {
        if (!word._isWithin(RightState.Listed, RightState.AcceptedDelivery)) return word;
        if (time < word.until()) return word;
        bool wasAsked = word._isWithin(RightState.RequestedPickUp, RightState.AcceptedDelivery);
        uint256 flags = wasAsked ? UNSERVED : word._kept();
        return _pack(word.owner(), RightState.Held, flags, word._nextNonce(), 0);
    }

    /// @notice The same right in other hands. No approval and no state survives a move; having been left unserved does.
    function movedTo(RightWord word, address to) internal pure returns (RightWord) {
        return _pack(to, RightState.Held, word._kept(), word._nextNonce(), 0);
    }

    /// @notice The same holder, another state until a time.
    function entering(
        RightWord word,
        RightState next,
        uint256 flags,
        uint256 until_
    ) internal pure returns (RightWord) {
        return _pack(word.owner(), next, flags, word._nextNonce(), until_);
    }

    /// @notice The same word with or without an approved account.
    function approvedIf(RightWord word, bool isApproved) internal pure returns (RightWord) {
        uint256 bit = APPROVED << 164;
        uint256 bits = RightWord.unwrap(word);
        return RightWord.wrap(isApproved ? bits | bit : bits & ~bit);
    }

    /// @dev Compares the bits: turning them into the enum first would check them every time.
    function _isWithin(RightWord word, RightState first, RightState last) internal pure returns (bool) {
        uint256 code = (RightWord.unwrap(word) >> 160) & 0xf;
        return code >= uint256(first) && code <= uint256(last);
    }

    function _kept(RightWord word) internal pure returns (uint256) {
        return (RightWord.unwrap(word) >> 164) & UNSERVED;
    }

    /// @dev Saturates: a nonce that wrapped would bring old signatures back to life.
    function _nextNonce(RightWord word) internal pure returns (uint256) {
        uint256 old = word.nonce();
        unchecked {
            return old == MAX_NONCE ? old : old + 1;
        }
    }

    function _pack(
        address owner_,
        RightState state_,
        uint256 flags,
        uint256 nonce_,
        uint256 until_
    ) private pure returns (RightWord) {
        if (until_ > type(uint32).max) revert IRights.FieldSpill();
        return
            RightWord.wrap(
                uint256(uint160(owner_)) |
                    (uint256(state_) << 160) |
                    (flags << 164) |
                    (nonce_ << 168) |
                    (until_ << 192)
            );
    }
}
