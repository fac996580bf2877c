// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {IERC20Permit} from "@openzeppelin/contracts/token/ERC20/extensions/IERC20Permit.sol";
import {IBuying} from "../interfaces/IBuying.sol";
import {BoundedCall} from "../libraries/BoundedCall.sol";
import {Money} from "../libraries/Money.sol";
import {Receiver} from "../libraries/Receiver.sol";
import {Price} from "../types/Price.sol";
import {Authorization, Permit, Purchase} from "../types/Purchase.sol";
import {RightState} from "../types/RightState.sol";
import {RightWord, RightWordLib} from "../types/RightWord.sol";
import {SeriesWord, SeriesWordLib} from "../types/SeriesWord.sol";
import {Payments} from "./Payments.sol";

/// @title Buying
/// @notice See `IBuying`.
abstract contract Buying is Payments {
    /// @dev Above about 690 a purchase would not fit into one transaction; above about 330, a gift.
    uint256 private constant MAX_QUANTITY = 500;
    uint256 private constant BPS = 10_000;

    /// @inheritdoc IBuying
    function buyRight(bytes24 seriesId) external payable {
        _lock();
        (SeriesWord series, uint256 first) = _sell(seriesId, 1);
        _mint(msg.sender, first, 1, _fresh(msg.sender, series));
        uint256 due = Price.unpack(series.price());
        if (series.isPaidAtOnce()) {
            if (msg.value != due) revert WrongValue(due, msg.value);
            _payNative(series.issuer(), due);
        } else {
            address currency = _currencyOf(seriesId, series);
            _requireValue(currency, due);
            _settlePrice(series, currency, msg.sender, due);
        }
        _unlock();
    }

    /// @inheritdoc IBuying
    function buy(Purchase calldata purchase) external payable {
        _lock();
        (SeriesWord series, uint256 first) = _mintPurchase(purchase);
        address currency = _currencyOf(purchase.seriesId, series);
        uint256 due = Price.unpack(series.price()) * purchase.quantity;
        _requireValue(currency, due);
        _share(purchase, series, currency, msg.sender, due);
        _finish(purchase, first, msg.sender);
    }

    /// @inheritdoc IBuying
    function buyWithPermit(Purchase calldata purchase, Permit calldata permit_) external {
        _lock();
        (SeriesWord series, uint256 first) = _mintPurchase(purchase);
        address currency = _coinOf(purchase.seriesId, series);
        // Whether it worked is seen at the transfer: somebody may have used the same permit already, which is as good.
        BoundedCall.tryCall(
            currency,
            0,
            abi.encodeCall(
                IERC20Permit.permit,
                (msg.sender, address(this), permit_.value, permit_.deadline, permit_.v, permit_.r, permit_.s)
            ),
            gasleft()
        );
        _share(purchase, series, currency, msg.sender, Price.unpack(series.price()) * purchase.quantity);
        _finish(purchase, first, msg.sender);
    }

    /// @inheritdoc IBuying
    function buyWithAuthorization(Purchase calldata purchase, Authorization calldata authorization) external {
        _lock();
        (SeriesWord series, uint256 first) = _mintPurchase(purchase);
        address currency = _coinOf(purchase.seriesId, series);
        uint256 due = Price.unpack(series.price()) * purchase.quantity;
        bytes32 nonce = keccak256(abi.encode(block.chainid, address(this), purchase, authorization.salt));
        uint256 before = Money.held(currency);
        if (!Money.receiveAuthorized(currency, due, nonce, authorization)) revert CoinRefused(currency);
        _requireArrived(currency, before, due);
        _share(purchase, series, currency, address(this), due);
        _finish(purchase, first, authorization.payer);
    }

    /// @dev Counts rights as sold and says where they begin.
    function _sell(bytes24 seriesId, uint256 quantity) private returns (SeriesWord series, uint256 first) {
        series = _series[seriesId];
        if (series.issuer() == address(0)) revert SeriesUnknown(seriesId);
        if (series.isPastSaleEnd(block.timestamp)) revert SaleEnded(seriesId);
        uint256 sold = series.sold();
        unchecked {
            // A limit is never below what was sold, and no count passes 2^20.
            uint256 left = series.limit() - sold;
            if (quantity > left) revert SoldOut(seriesId, left);
            first = (uint256(uint192(seriesId)) << 64) | (sold + 1);
        }
        _series[seriesId] = series.plusSold(quantity);
    }

    function _fresh(address to, SeriesWord series) private pure returns (RightWord) {
        uint256 flags = series.isPlain() ? RightWordLib.PLAIN : 0;
        if (series.has(SeriesWordLib.ESCROW)) flags = RightWordLib.ESCROWED;
        return RightWordLib.minted(to, flags);
    }

    function _mintPurchase(Purchase calldata purchase) private returns (SeriesWord series, uint256 first) {
        uint256 quantity = purchase.quantity;
        if (quantity == 0 || quantity > MAX_QUANTITY) revert QuantityOutOfBounds(quantity);
        address to = purchase.to;
        if (to == address(0)) revert ERC721InvalidReceiver(to);
        (series, first) = _sell(purchase.seriesId, quantity);
        RightWord fresh = _fresh(to, series);
        if (purchase.claimKeys.length == 0) {
            if (purchase.until != 0) revert UntilOutOfBounds(purchase.until);
            _mint(to, first, quantity, fresh);
            return (series, first);
        }
        if (purchase.claimKeys.length != quantity) revert ListsDiffer();
        _requireAhead(purchase.until);
        _mint(to, first, quantity, fresh);
        _sendAll(purchase, first, fresh.entering(RightState.Sent, RightWordLib.AUX_LIVE, purchase.until, 0));
    }

    /// @dev The rights of a gift are on their way as soon as they exist.
    function _sendAll(Purchase calldata purchase, uint256 first, RightWord word) private {
        for (uint256 i = 0; i < purchase.claimKeys.length; ++i) {
            address key = purchase.claimKeys[i];
            if (key == address(0)) revert ClaimKeyMissing();
            _aux[first + i] = bytes32(uint256(uint160(key)));
            _enter(first + i, word);
        }
    }

    /// @dev Splits the price between issuer and contributor; rounding is the issuer's.
    function _share(
        Purchase calldata purchase,
        SeriesWord series,
        address currency,
        address from,
        uint256 due
    ) private {
        address contributor = purchase.contributor;
        uint256 share = 0;
        if (contributor != address(0)) {
            if (series.has(SeriesWordLib.SHARE)) {
                share = (due * _terms[purchase.seriesId].shareBps()) / BPS;
            }
            emit Contributed(purchase.seriesId, contributor, purchase.quantity, share);
        }
        _settlePrice(series, currency, from, due - share);
        _payThird(currency, from, contributor, share);
    }

    /// @dev To the issuer at once, or into escrow.
    function _settlePrice(SeriesWord series, address currency, address from, uint256 amount) private {
        if (!series.has(SeriesWordLib.ESCROW)) return _pay(currency, from, series.issuer(), amount);
        if (currency != address(0) && from != address(this)) _takeIn(currency, from, amount);
    }

    /// @dev Whoever pays for himself has shown that he can; end users' accounts may have code that knows no receiver check.
    function _finish(Purchase calldata purchase, uint256 first, address payer) private {
        address to = purchase.to;
        if (to != payer) {
            for (uint256 id = first; id < first + purchase.quantity; ++id) Receiver.check(address(0), to, id, "");
        }
        _unlock();
    }

    function _coinOf(bytes24 seriesId, SeriesWord series) private view returns (address) {
        if (series.has(SeriesWordLib.NATIVE)) revert NotPaidInCoin(seriesId);
        return _terms[seriesId].currency();
    }
}
