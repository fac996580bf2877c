// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {IPayments} from "../interfaces/IPayments.sol";
import {BoundedCall} from "../libraries/BoundedCall.sol";
import {Money} from "../libraries/Money.sol";
import {Price} from "../types/Price.sol";
import {RightWord, RightWordLib} from "../types/RightWord.sol";
import {SeriesWord} from "../types/SeriesWord.sol";
import {Ledger} from "./Ledger.sol";

/// @title Who pays whom
/// @dev Two kinds of payees. The *counterparty* of the caller (issuer of what is sold, holder of what is resold) has chosen
///      this coin: a coin that shuts him out ends the deal, nobody loses anything. A *third party* (contributor, royalty, the
///      owner of what leaves escrow) must never be able to stop others: what cannot be paid waits as a credit.
///      The chain's own coin becomes a credit in both cases.
abstract contract Payments is Ledger {
    /// @inheritdoc IPayments
    function withdraw(address currency, address owner) external {
        _withdraw(currency, owner, owner);
    }

    /// @inheritdoc IPayments
    function withdrawTo(address currency, address to) external {
        _withdraw(currency, msg.sender, to);
    }

    /// @dev The chain's own coin comes with the call, exactly; for any other none does.
    function _requireValue(address currency, uint256 due) internal view {
        uint256 expected = currency == address(0) ? due : 0;
        if (msg.value != expected) revert WrongValue(expected, msg.value);
    }

    /// @dev Money from `from` (this contract, for what is here already) to the counterparty.
    function _pay(address currency, address from, address to, uint256 amount) internal {
        if (currency == address(0)) return _payNative(to, amount);
        if (!_moves(currency, from, to, amount)) revert CoinRefused(currency);
    }

    /// @dev The chain's own coin to anybody; it waits for who cannot take it.
    function _payNative(address to, uint256 amount) internal {
        if (!Money.pushNative(to, amount)) _credit(address(0), to, amount);
    }

    /// @dev Money from `from` to a third party.
    function _payThird(address currency, address from, address to, uint256 amount) internal {
        if (amount == 0) return;
        if (currency == address(0)) return _payNative(to, amount);
        if (_moves(currency, from, to, amount)) return;
        if (from != address(this)) _takeIn(currency, from, amount);
        _credit(currency, to, amount);
    }

    /// @dev Money into this contract: all of it, or nothing happens. Coins that keep a fee cannot be held for others.
    function _takeIn(address currency, address from, uint256 amount) internal {
        uint256 before = Money.held(currency);
        if (!Money.pull(currency, from, address(this), amount)) revert CoinRefused(currency);
        _requireArrived(currency, before, amount);
    }

    function _requireArrived(address currency, uint256 before, uint256 amount) internal view {
        uint256 now_ = Money.held(currency);
        if (now_ < before || now_ - before != amount) revert CoinRefused(currency);
    }

    /// @dev What is in escrow for a burned right goes to one payee, whole; zero means the issuer. Nothing where the issuer was
    ///      paid at once.
    function _release(uint256 id, RightWord word, address to) internal {
        if (!word.has(RightWordLib.ESCROWED)) return;
        SeriesWord series = _series[_seriesIdOf(id)];
        if (to == address(0)) to = series.issuer();
        _requireUnlocked();
        _payThird(_currencyOf(_seriesIdOf(id), series), address(this), to, Price.unpack(series.price()));
    }

    function _moves(address currency, address from, address to, uint256 amount) private returns (bool) {
        return from == address(this) ? Money.push(currency, to, amount) : Money.pull(currency, from, to, amount);
    }

    function _credit(address currency, address owner, uint256 amount) private {
        _credits[currency][owner] += amount;
        emit Credited(owner, currency, amount);
    }

    function _withdraw(address currency, address owner, address to) private {
        _lock();
        uint256 amount = _credits[currency][owner];
        if (amount == 0) revert NothingToWithdraw(owner, currency);
        delete _credits[currency][owner];
        emit Withdrawn(owner, currency, to, amount);
        // Who calls pays for the payee's code, so that no credit can need more than it may use.
        bool isPaid = currency == address(0)
            ? BoundedCall.tryPay(to, amount, gasleft())
            : Money.push(currency, to, amount);
        if (!isPaid) revert PayeeRefused(to);
        _unlock();
    }
}
