// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {IRights} from "../interfaces/IRights.sol";
import {InscriptionWord} from "../types/InscriptionWord.sol";
import {RightState} from "../types/RightState.sol";
import {RightWord, RightWordLib} from "../types/RightWord.sol";
import {SeriesWord, SeriesWordLib} from "../types/SeriesWord.sol";
import {TermsWord} from "../types/TermsWord.sol";

/// @title What is written down, and the few ways to write it
/// @dev Rules for whoever adds to this: every read of a right goes through `_alive` or `at`, every mint through `_mint`, every
///      move through `_move`, every burn through `_burn`; state is final before any call to others; whatever takes money in is
///      under the lock, whatever only lets it out asks that nobody else is; what is signed binds chain, contract, id and nonce.
abstract contract Ledger is IRights {
    /// @dev One slot; a struct, so that a reference to it saves finding the slot again.
    struct Right {
        RightWord word;
    }

    uint256 private constant MAX_AHEAD = 366 days;

    /// @dev Used for the lock and nothing else, and cleared on the way out: two purchases may share a transaction. By
    ///      assignment: `delete` of a transient variable is miscompiled by this compiler (a check looks for it).
    uint256 private transient _entered;

    mapping(uint256 id => Right) internal _rights;
    mapping(address owner => uint256) internal _balances;
    mapping(bytes24 seriesId => SeriesWord) internal _series;
    mapping(bytes24 seriesId => TermsWord) internal _terms;
    /// @dev What is needed rarely and never changes, and where the rest of it stands as code.
    mapping(bytes24 seriesId => InscriptionWord) internal _inscriptions;
    /// @dev Live only under the word's AUX_LIVE flag; may hold something stale otherwise. Deleting gives gas back, no more.
    mapping(uint256 id => bytes32) internal _aux;
    /// @dev Live only under the word's APPROVED flag.
    mapping(uint256 id => address) internal _approved;
    mapping(address owner => mapping(address operator => bool)) internal _operators;
    mapping(address issuer => mapping(address account => bool)) internal _staff;
    mapping(address currency => mapping(address owner => uint256)) internal _credits;

    function _lock() internal {
        if (_entered != 0) revert Reentered();
        _entered = 1;
    }

    /// @dev For who pays last, when nothing is left to go wrong: not from inside of what is still going on.
    function _requireUnlocked() internal view {
        if (_entered != 0) revert Reentered();
    }

    function _unlock() internal {
        _entered = 0;
    }

    /// @dev Writes the words of new rights, one after the other. The caller has counted them as sold.
    function _mint(address to, uint256 first, uint256 quantity, RightWord fresh) internal {
        unchecked {
            // No balance passes the number of all rights.
            _balances[to] += quantity;
        }
        bytes32 transfer = Transfer.selector;
        // The same as `_rights[id].word = fresh; emit Transfer(address(0), to, id);`, for a hundred gas less each.
        // solhint-disable-next-line no-inline-assembly
        assembly ("memory-safe") {
            mstore(32, _rights.slot)
            let end := add(first, quantity)
            for {
                let id := first
            } lt(id, end) {
                id := add(id, 1)
            } {
                mstore(0, id)
                sstore(keccak256(0, 64), fresh)
                log4(0, 0, transfer, 0, to, id)
            }
        }
    }

    /// @dev The only place where a right changes hands.
    function _move(uint256 id, RightWord word, address to) internal {
        address from = word.owner();
        _rights[id].word = word.movedTo(to);
        unchecked {
            // Each balance counts rights that exist, and `from` has at least this one.
            --_balances[from];
            ++_balances[to];
        }
        emit Transfer(from, to, id);
    }

    /// @dev The only place where a right ends. The word stays as its tombstone, so that the serial is never minted again.
    function _burn(uint256 id, RightWord word, RightState outcome) internal {
        address owner = word.owner();
        if (word.auxLive() != 0) delete _aux[id];
        unchecked {
            // The owner has at least this one.
            --_balances[owner];
        }
        RightWord tombstone = word.ended(outcome, block.timestamp);
        _rights[id].word = tombstone;
        emit Transfer(owner, address(0), id);
        if (outcome != RightState.Redeemed) emit Moved(id, RightWord.unwrap(tombstone));
    }

    /// @dev The only place where a right enters a state without changing hands.
    function _enter(uint256 id, RightWord word) internal {
        _enter(id, _rights[id], word);
    }

    /// @dev The same, for who knows already where the word stands.
    function _enter(uint256 id, Right storage right, RightWord word) internal {
        right.word = word;
        emit Moved(id, RightWord.unwrap(word));
    }

    /// @dev The word as it counts now, of a right that exists.
    function _alive(uint256 id) internal view returns (RightWord word) {
        word = _rights[id].word.at(block.timestamp);
        if (!word.isAlive()) revert ERC721NonexistentToken(id);
    }

    /// @dev The same, for what only the holder may do.
    function _held(uint256 id) internal view returns (RightWord word) {
        word = _alive(id);
        if (word.owner() != msg.sender) revert NotHolder(id, msg.sender);
    }

    /// @dev The same, for a right that its holder has in hand. The common case takes one comparison; the rest finds out what
    ///      is wrong, or that a state has run out.
    function _inHand(uint256 id) internal view returns (Right storage right, RightWord word) {
        right = _rights[id];
        word = right.word;
        if (word.isHeldBy(msg.sender)) return (right, word);
        word = _held(id);
        _require(id, word, word.isIn(RightState.Held));
    }

    /// @dev Only what the state allows goes on.
    function _require(uint256 id, RightWord word, bool isRightState) internal pure {
        if (!isRightState) revert WrongState(id, word.state());
    }

    /// @dev Only the issuer and the issuer's staff go on.
    function _requireDesk(uint256 id, address issuer) internal view {
        if (msg.sender == issuer || _staff[issuer][msg.sender]) return;
        revert NotDesk(id, msg.sender);
    }

    /// @dev The nonce that signatures about a right are bound to.
    function _signedNonce(uint256 id, RightWord word) internal pure returns (uint256 nonce) {
        nonce = word.nonce();
        if (nonce == RightWordLib.MAX_NONCE) revert NonceExhausted(id);
    }

    /// @dev An end that a caller chose.
    function _requireAhead(uint256 until) internal view {
        unchecked {
            // What is over already, this second included, wraps far above.
            if (until - block.timestamp - 1 >= MAX_AHEAD) revert UntilOutOfBounds(until);
        }
    }

    /// @dev So many whole days from now.
    function _daysAhead(uint256 count) internal view returns (uint256) {
        unchecked {
            return block.timestamp + count * 1 days;
        }
    }

    function _requireBefore(uint256 expiry) internal view {
        if (block.timestamp >= expiry) revert SignatureExpired(expiry);
    }

    /// @dev Resale and claim end on the redeem-by day, and so does asking for the good of a right that was never left unserved.
    function _requireRedeemable(uint256 id, SeriesWord series) internal view {
        if (!series.has(SeriesWordLib.REDEEM_BY)) return;
        if (_terms[_seriesIdOf(id)].isPastRedeemBy(block.timestamp)) revert PastRedeemBy(id);
    }

    /// @dev What the series is paid in, zero for the chain's own coin.
    function _currencyOf(bytes24 seriesId, SeriesWord series) internal view returns (address) {
        return series.has(SeriesWordLib.NATIVE) ? address(0) : _terms[seriesId].currency();
    }

    function _seriesIdOf(uint256 id) internal pure returns (bytes24) {
        return bytes24(uint192(id >> 64));
    }
}
