// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {IPublishing} from "../interfaces/IPublishing.sol";
import {Inscriptions} from "../libraries/Inscriptions.sol";
import {Publications} from "../libraries/Publications.sol";
import {Goods} from "../types/Goods.sol";
import {Publication} from "../types/Publication.sol";
import {SeriesWord, SeriesWordLib} from "../types/SeriesWord.sol";
import {Payout, Terms} from "../types/Terms.sol";
import {TermsWord, TermsWordLib} from "../types/TermsWord.sol";
import {Ledger} from "./Ledger.sol";

/// @title Publishing
/// @notice See `IPublishing`.
abstract contract Publishing is Ledger {
    /// @inheritdoc IPublishing
    function publish(
        Terms calldata terms,
        Goods calldata goods,
        uint256 limit,
        bytes32 salt
    ) external returns (bytes24 seriesId) {
        return _publish(terms, goods, limit, salt);
    }

    /// @inheritdoc IPublishing
    function publishMany(Publication[] calldata publications) external returns (bytes24[] memory seriesIds) {
        if (publications.length == 0) revert ListsDiffer();
        seriesIds = new bytes24[](publications.length);
        for (uint256 i = 0; i < publications.length; ++i) {
            Publication calldata each = publications[i];
            seriesIds[i] = _publish(each.terms, each.goods, each.limit, each.salt);
        }
    }

    /// @inheritdoc IPublishing
    function close(bytes24 seriesId) external {
        SeriesWord series = _ofIssuer(seriesId);
        if (series.has(SeriesWordLib.CLOSED)) revert SeriesClosed(seriesId);
        _series[seriesId] = series.closed();
        emit Closed(seriesId, series.sold());
    }

    /// @inheritdoc IPublishing
    function raiseLimit(bytes24 seriesId, uint256 limit) external {
        SeriesWord series = _known(seriesId);
        if (series.has(SeriesWordLib.ATTESTED)) {
            if (msg.sender != Inscriptions.attestorOf(_inscriptions[seriesId])) revert NotAttestor(seriesId, msg.sender);
        } else if (msg.sender != series.issuer()) {
            revert NotIssuer(seriesId, msg.sender);
        }
        if (series.has(SeriesWordLib.CLOSED)) revert SeriesClosed(seriesId);
        if (limit <= series.limit() || limit > _inscriptions[seriesId].supply()) revert LimitOutOfBounds(limit);
        _series[seriesId] = series.withLimit(limit);
        emit LimitRaised(seriesId, limit);
    }

    /// @inheritdoc IPublishing
    function extend(bytes24 seriesId, uint16 redeemByDay) external {
        SeriesWord series = _ofIssuer(seriesId);
        TermsWord terms = _terms[seriesId];
        bool isLater = terms.redeemByDay() != 0 && redeemByDay > terms.redeemByDay();
        if (!isLater || series.has(SeriesWordLib.ESCROW)) revert RedeemByFixed(seriesId);
        _terms[seriesId] = terms.withRedeemBy(redeemByDay);
        emit Extended(seriesId, redeemByDay);
    }

    /// @inheritdoc IPublishing
    function setStaff(address account, bool isStaff_) external {
        _staff[msg.sender][account] = isStaff_;
        emit StaffSet(msg.sender, account, isStaff_);
    }

    function _known(bytes24 seriesId) internal view returns (SeriesWord series) {
        series = _series[seriesId];
        if (series.issuer() == address(0)) revert SeriesUnknown(seriesId);
    }

    function _publish(
        Terms calldata terms,
        Goods calldata goods,
        uint256 limit,
        bytes32 salt
    ) private returns (bytes24 seriesId) {
        bytes32 termsHash = keccak256(abi.encode(terms));
        bytes32 goodsHash = keccak256(abi.encode(goods));
        seriesId = bytes24(
            keccak256(abi.encode(block.chainid, address(this), msg.sender, termsHash, goodsHash, salt))
        );
        if (SeriesWord.unwrap(_series[seriesId]) != 0) revert SeriesExists(seriesId);
        _inscriptions[seriesId] = Publications.inscribe(terms, goods, limit);
        _series[seriesId] = SeriesWordLib.pack(msg.sender, terms.price, limit, terms.saleEndDay, _flags(terms));
        _terms[seriesId] = TermsWordLib.pack(terms);
        emit Published(seriesId, msg.sender, goods.category, terms, goods, limit, salt);
    }

    function _flags(Terms calldata terms) private pure returns (uint256 flags) {
        if (terms.currency == address(0)) flags |= SeriesWordLib.NATIVE;
        if (terms.payout == Payout.Escrow) flags |= SeriesWordLib.ESCROW;
        if (terms.shareBps != 0) flags |= SeriesWordLib.SHARE;
        if (terms.royaltyBps != 0) flags |= SeriesWordLib.ROYALTY;
        if (terms.redeemByDay != 0) flags |= SeriesWordLib.REDEEM_BY;
        if (terms.attestor != address(0)) flags |= SeriesWordLib.ATTESTED;
    }

    function _ofIssuer(bytes24 seriesId) private view returns (SeriesWord series) {
        series = _known(seriesId);
        if (msg.sender != series.issuer()) revert NotIssuer(seriesId, msg.sender);
    }
}
