// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {IERC2981} from "@openzeppelin/contracts/interfaces/IERC2981.sol";
import {IERC721Metadata} from "@openzeppelin/contracts/interfaces/IERC721Metadata.sol";
import {IRightsViews} from "./interfaces/IRightsViews.sol";
import {Inscriptions} from "./libraries/Inscriptions.sol";
import {Metadata} from "./libraries/Metadata.sol";
import {TypedData} from "./libraries/TypedData.sol";
import {Buying} from "./rights/Buying.sol";
import {Disputes} from "./rights/Disputes.sol";
import {Publishing} from "./rights/Publishing.sol";
import {Sending} from "./rights/Sending.sol";
import {Token} from "./rights/Token.sol";
import {Inscription} from "./types/Inscription.sol";
import {RightWord} from "./types/RightWord.sol";
import {SeriesWord} from "./types/SeriesWord.sol";
import {TermsWord} from "./types/TermsWord.sol";

/// @title Rights
/// @notice See `IRights`.
contract Rights is Token, Publishing, Buying, Sending, Disputes {
    /// @inheritdoc IERC721Metadata
    string public name;
    /// @inheritdoc IERC721Metadata
    string public symbol;

    constructor(string memory name_, string memory symbol_) {
        name = name_;
        symbol = symbol_;
    }

    /// @inheritdoc IERC721Metadata
    function tokenURI(uint256 tokenId) external view returns (string memory) {
        RightWord word = _alive(tokenId);
        bytes24 seriesId = _seriesIdOf(tokenId);
        return Metadata.tokenUri(tokenId, word, _terms[seriesId].redeemByDay(), Inscriptions.read(_inscriptions[seriesId]));
    }

    /// @inheritdoc IRightsViews
    function contractURI() external view returns (string memory) {
        return Metadata.contractUri(name);
    }

    /// @inheritdoc IERC2981
    function royaltyInfo(uint256 tokenId, uint256 salePrice) external view returns (address, uint256) {
        bytes24 seriesId = _seriesIdOf(tokenId);
        SeriesWord series = _known(seriesId);
        return (series.issuer(), _royalty(seriesId, salePrice));
    }

    /// @inheritdoc IRightsViews
    function wordOf(uint256 id) external view returns (uint256) {
        return RightWord.unwrap(_rights[id].word.at(block.timestamp));
    }

    /// @inheritdoc IRightsViews
    function auxiliaryOf(uint256 id) external view returns (bytes32) {
        return _rights[id].word.at(block.timestamp).auxLive() != 0 ? _aux[id] : bytes32(0);
    }

    /// @inheritdoc IRightsViews
    function seriesWordsOf(bytes24 seriesId) external view returns (uint256 series, uint256 terms) {
        return (SeriesWord.unwrap(_series[seriesId]), TermsWord.unwrap(_terms[seriesId]));
    }

    /// @inheritdoc IRightsViews
    function inscriptionOf(bytes24 seriesId) external view returns (Inscription memory) {
        _known(seriesId);
        return Inscriptions.read(_inscriptions[seriesId]);
    }

    /// @inheritdoc IRightsViews
    function isStaff(address issuer, address account) external view returns (bool) {
        return _staff[issuer][account];
    }

    /// @inheritdoc IRightsViews
    function creditIn(address currency, address owner) external view returns (uint256) {
        return _credits[currency][owner];
    }

    /// @inheritdoc IRightsViews
    function domainSeparator() external view returns (bytes32) {
        return TypedData.domainSeparator();
    }
}
