// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {IRights} from "../interfaces/IRights.sol";
import {IRightsErrors} from "../interfaces/IRightsErrors.sol";
import {IRightsLens} from "../interfaces/IRightsLens.sol";
import {Inscription} from "../types/Inscription.sol";
import {Price} from "../types/Price.sol";
import {RightWord, RightWordLib} from "../types/RightWord.sol";
import {SeriesWord, SeriesWordLib} from "../types/SeriesWord.sol";
import {Payout} from "../types/Terms.sol";
import {TermsWord} from "../types/TermsWord.sol";
import {Action, RightView, SeriesView, SpaceView} from "../types/Views.sol";
import {ActionRules} from "./ActionRules.sol";

/// @title RightsLens
/// @notice See `IRightsLens`.
contract RightsLens is IRightsLens {
    /// @inheritdoc IRightsLens
    function seriesOf(IRights rights, bytes24 seriesId) external view returns (SeriesView memory) {
        return _series(rights, seriesId);
    }

    /// @inheritdoc IRightsLens
    function rightOf(
        IRights rights,
        uint256 id,
        address account
    ) external view returns (RightView memory right, SeriesView memory series) {
        return (_right(rights, id, account), _series(rights, _seriesIdOf(id)));
    }

    /// @inheritdoc IRightsLens
    function spaceOf(
        IRights rights,
        address account,
        bytes24[] calldata seriesIds,
        uint256[] calldata ids,
        address[] calldata currencies
    ) external view returns (SpaceView memory space) {
        space.held = rights.balanceOf(account);
        space.credits = new uint256[](currencies.length);
        for (uint256 i = 0; i < currencies.length; ++i) space.credits[i] = rights.creditIn(currencies[i], account);
        space.series = new SeriesView[](seriesIds.length);
        for (uint256 i = 0; i < seriesIds.length; ++i) space.series[i] = _series(rights, seriesIds[i]);
        space.rights = new RightView[](ids.length);
        for (uint256 i = 0; i < ids.length; ++i) space.rights[i] = _right(rights, ids[i], account);
    }

    function _series(IRights rights, bytes24 seriesId) private view returns (SeriesView memory shown) {
        (SeriesWord series, TermsWord terms) = _words(rights, seriesId);
        Inscription memory inscription = rights.inscriptionOf(seriesId);
        shown.seriesId = seriesId;
        shown.issuer = series.issuer();
        shown.currency = terms.currency();
        shown.price = Price.unpack(series.price());
        shown.sold = series.sold();
        shown.limit = series.limit();
        shown.supply = inscription.supply;
        shown.saleEndDay = series.saleEndDay();
        shown.redeemByDay = terms.redeemByDay();
        shown.answerDays = terms.answerDays();
        shown.handOverDays = terms.handOverDays();
        shown.disputeDays = terms.disputeDays();
        shown.ways = terms.ways();
        shown.payout = series.has(SeriesWordLib.ESCROW) ? Payout.Escrow : Payout.Direct;
        shown.shareBps = terms.shareBps();
        shown.royaltyBps = terms.royaltyBps();
        shown.arbiter = inscription.arbiter;
        shown.attestor = inscription.attestor;
        shown.closed = series.has(SeriesWordLib.CLOSED);
        shown.category = inscription.category;
        shown.pictureHash = inscription.pictureHash;
        shown.name = inscription.name;
        shown.productNumber = inscription.productNumber;
        shown.specification = inscription.specification;
        if (series.isPastSaleEnd(block.timestamp)) shown.buying = IRightsErrors.SaleEnded.selector;
        else if (series.sold() == series.limit()) shown.buying = IRightsErrors.SoldOut.selector;
    }

    function _right(IRights rights, uint256 id, address account) private view returns (RightView memory shown) {
        ActionRules.Facts memory facts = _facts(rights, id, account);
        RightWord word = facts.word;
        shown.id = id;
        shown.state = word.state();
        shown.holder = word.owner();
        shown.nonce = word.nonce();
        shown.until = word.until();
        shown.price = Price.unpack(word.price());
        bool isCovered = word.isAlive() && word.has(RightWordLib.ESCROWED);
        shown.covered = isCovered ? Price.unpack(facts.series.price()) : 0;
        shown.unserved = word.unserved() != 0;
        shown.transferable = word.isTransferable();
        shown.aux = facts.aux;
        uint256 count = uint256(type(Action).max) + 1;
        shown.reasons = new bytes4[](count);
        for (uint256 i = 0; i < count; ++i) shown.reasons[i] = ActionRules.reason(facts, Action(i));
    }

    function _facts(
        IRights rights,
        uint256 id,
        address account
    ) private view returns (ActionRules.Facts memory facts) {
        bytes24 seriesId = _seriesIdOf(id);
        (facts.series, facts.terms) = _words(rights, seriesId);
        facts.word = RightWord.wrap(rights.wordOf(id));
        facts.aux = rights.auxiliaryOf(id);
        facts.account = account;
        facts.time = block.timestamp;
        address issuer = facts.series.issuer();
        if (issuer == address(0)) return facts;
        facts.arbiter = rights.inscriptionOf(seriesId).arbiter;
        facts.isDesk = account == issuer || rights.isStaff(issuer, account);
        if (!facts.word.isAlive()) return facts;
        facts.isAllowed =
            rights.isApprovedForAll(facts.word.owner(), account) ||
            rights.getApproved(id) == account;
    }

    function _words(IRights rights, bytes24 seriesId) private view returns (SeriesWord, TermsWord) {
        (uint256 series, uint256 terms) = rights.seriesWordsOf(seriesId);
        return (SeriesWord.wrap(series), TermsWord.wrap(terms));
    }

    function _seriesIdOf(uint256 id) private pure returns (bytes24) {
        return bytes24(uint192(id >> 64));
    }
}
