// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {IRightsErrors} from "../interfaces/IRightsErrors.sol";
import {RightState} from "./RightState.sol";

/// @notice All that is known of one right, in one storage slot. From the lowest bit up:
///         owner 160 | state 4 | flags 5 | nonce 23 | until 32 | price 32.
/// @dev `until` is the first second at which the present state is over; after burning, the second it burned at.
///      `price` is used by Listed and Sent only, packed as in `Price.sol`, zero for a free send.
type RightWord is uint256;

using RightWordLib for RightWord global;

/// @notice Reads and makes right words. Nothing else shifts their bits.
library RightWordLib {
    /// @notice Somebody may move the right besides its holder and the holder's operators.
    uint256 internal constant APPROVED = 1 << 164;
    /// @notice A claim key, a private taker or a commitment belongs to the present state.
    uint256 internal constant AUX_LIVE = 2 << 164;
    /// @notice Was left unserved once: refused, or not answered. Stays until the right burns.
    uint256 internal constant UNSERVED = 4 << 164;
    /// @notice The series' price waits here for this right. Set at the sale, never changed.
    uint256 internal constant ESCROWED = 8 << 164;
    /// @notice Paid in the chain's own coin, no royalty, no redeem-by day: a resale need not read the series at all. Set at the
    ///         sale, never changed.
    uint256 internal constant PLAIN = 16 << 164;

    /// @notice The nonce that never grows: a word that has reached it accepts no signature any more.
    uint256 internal constant MAX_NONCE = (1 << 23) - 1;

    uint256 private constant NONCE = MAX_NONCE << 169;
    uint256 private constant LASTING = type(uint160).max | ESCROWED | PLAIN | UNSERVED;

    /// @notice A right as it leaves a sale, with the flags that last.
    function minted(address to, uint256 flags) internal pure returns (RightWord) {
        return RightWord.wrap(uint256(uint160(to)) | (uint256(RightState.Held) << 160) | flags);
    }

    function owner(RightWord word) internal pure returns (address) {
        return address(uint160(RightWord.unwrap(word)));
    }

    function state(RightWord word) internal pure returns (RightState) {
        return RightState((RightWord.unwrap(word) >> 160) & 0xf);
    }

    function has(RightWord word, uint256 flag) internal pure returns (bool) {
        return RightWord.unwrap(word) & flag != 0;
    }

    function nonce(RightWord word) internal pure returns (uint256) {
        return (RightWord.unwrap(word) >> 169) & MAX_NONCE;
    }

    function until(RightWord word) internal pure returns (uint256) {
        return uint32(RightWord.unwrap(word) >> 192);
    }

    function price(RightWord word) internal pure returns (uint32) {
        return uint32(RightWord.unwrap(word) >> 224);
    }

    /// @notice Is the right in this state?
    /// @dev Compares the bits: turning them into the enum first would check them every time.
    function isIn(RightWord word, RightState wanted) internal pure returns (bool) {
        return (RightWord.unwrap(word) >> 160) & 0xf == uint256(wanted);
    }

    /// @notice Is the right Held, by this account?
    function isHeldBy(RightWord word, address account) internal pure returns (bool) {
        // Owner and state are the lowest 164 bits; where the owner is right, only the state's is left.
        return (RightWord.unwrap(word) ^ uint256(uint160(account))) << 92 == uint256(RightState.Held) << 252;
    }

    /// @notice Has been minted and is not burned.
    function isAlive(RightWord word) internal pure returns (bool) {
        return word.isWithin(RightState.Held, RightState.Disputed);
    }

    function isTransferable(RightWord word) internal pure returns (bool) {
        return word.isWithin(RightState.Held, RightState.Listed);
    }

    function isRequested(RightWord word) internal pure returns (bool) {
        return word.isWithin(RightState.RequestedPickUp, RightState.RequestedDelivery);
    }

    /// @notice Is the state one of these neighbours, both included?
    function isWithin(RightWord word, RightState first, RightState last) internal pure returns (bool) {
        unchecked {
            // Below `first` it wraps far above.
            return ((RightWord.unwrap(word) >> 160) & 0xf) - uint256(first) <= uint256(last) - uint256(first);
        }
    }

    /// @notice The word as it counts at a time: a state past its `until` is Held again with the next nonce, and a request
    ///         or acceptance that ran out is unserved. Nothing has to be sent for that.
    function at(RightWord word, uint256 time) internal pure returns (RightWord) {
        if (!word.isWithin(RightState.Listed, RightState.AcceptedDelivery)) return word;
        if (time < word.until()) return word;
        bool wasAsked = word.isWithin(RightState.RequestedPickUp, RightState.AcceptedDelivery);
        return _pack(word, uint256(RightState.Held), wasAsked ? UNSERVED : 0);
    }

    /// @notice The same right in other hands. No approval and no state survives a move; having been left unserved does.
    function movedTo(RightWord word, address to) internal pure returns (RightWord) {
        uint256 held = RightWord.unwrap(_pack(word, uint256(RightState.Held), 0));
        return RightWord.wrap(((held >> 160) << 160) | uint256(uint160(to)));
    }

    /// @notice The same holder, another state until a time.
    function entering(
        RightWord word,
        RightState next,
        uint256 flags,
        uint256 until_
    ) internal pure returns (RightWord) {
        return word.entering(uint256(next), flags, until_);
    }

    /// @notice The same, for a state that is known by its number.
    function entering(
        RightWord word,
        uint256 next,
        uint256 flags,
        uint256 until_
    ) internal pure returns (RightWord) {
        if (until_ > type(uint32).max) revert IRightsErrors.FieldSpill();
        return RightWord.wrap(RightWord.unwrap(_pack(word, next, flags)) | (until_ << 192));
    }

    /// @notice The same holder, a priced state until a time that the caller has checked.
    function entering(
        RightWord word,
        RightState next,
        uint256 flags,
        uint256 until_,
        uint32 price_
    ) internal pure returns (RightWord) {
        return RightWord.wrap(
            RightWord.unwrap(word.entering(next, flags, until_)) | (uint256(price_) << 224)
        );
    }

    /// @notice What is left of a right that burned. Its time wraps after 2106, and nothing reads it but people.
    function ended(RightWord word, RightState outcome, uint256 time) internal pure returns (RightWord) {
        RightWord last = word.entering(outcome, 0, uint32(time));
        return RightWord.wrap(RightWord.unwrap(last) & ~UNSERVED);
    }

    /// @notice The same word with or without an approved account.
    function approvedIf(RightWord word, bool isApproved) internal pure returns (RightWord) {
        uint256 bits = RightWord.unwrap(word);
        return RightWord.wrap(isApproved ? bits | APPROVED : bits & ~APPROVED);
    }

    /// @notice The flag of having been left unserved, when it is set.
    function unserved(RightWord word) internal pure returns (uint256) {
        return RightWord.unwrap(word) & UNSERVED;
    }

    /// @notice The flag of an aux word that belongs to the present state, when it is set.
    function auxLive(RightWord word) internal pure returns (uint256) {
        return RightWord.unwrap(word) & AUX_LIVE;
    }

    /// @dev The nonce saturates: one that wrapped would bring old signatures back to life.
    function _pack(RightWord word, uint256 state_, uint256 flags) private pure returns (RightWord) {
        uint256 bits = RightWord.unwrap(word);
        uint256 next = bits & NONCE;
        // The same as `if (next != NONCE) next += 1 << 169;`, without a jump.
        // solhint-disable-next-line no-inline-assembly
        assembly ("memory-safe") {
            next := add(next, shl(169, lt(shr(169, next), 0x7fffff)))
        }
        return RightWord.wrap((bits & LASTING) | (state_ << 160) | flags | next);
    }
}
