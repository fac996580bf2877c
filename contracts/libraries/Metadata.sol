// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

// JSON is full of double quotes.
// solhint-disable quotes

import {Base64} from "@openzeppelin/contracts/utils/Base64.sol";
import {Strings} from "@openzeppelin/contracts/utils/Strings.sol";
import {Inscription} from "../types/Inscription.sol";
import {RightState} from "../types/RightState.sol";
import {RightWord, RightWordLib} from "../types/RightWord.sol";

/// @notice Writes the JSON that wallets and marketplaces show, from what the chain keeps. Linked, not built in: `Rights` would
///         not fit into the size that chains accept.
/// @dev Every text of an issuer is escaped; no picture of an issuer's is embedded, only its hash.
library Metadata {
    /// @notice One right, as a data URI.
    function tokenUri(
        uint256 id,
        RightWord word,
        uint16 redeemByDay,
        Inscription memory series
    ) external pure returns (string memory) {
        string memory serial = Strings.toString(uint64(id));
        bytes memory head = abi.encodePacked(
            '{"name":"',
            Strings.escapeJSON(series.name),
            " #",
            serial,
            '","description":"A right to one physical good: ',
            Strings.escapeJSON(series.specification),
            '. Burned when the good is handed over.","attributes":[',
            _text("State", _stateName(word.state())),
            _text("Product number", Strings.escapeJSON(series.productNumber)),
            _text("Specification", Strings.escapeJSON(series.specification))
        );
        return
            _uri(
                abi.encodePacked(
                    head,
                    _number("Category", series.category),
                    redeemByDay == 0 ? bytes("") : _date("Redeem by", uint256(redeemByDay) * 1 days),
                    word.has(RightWordLib.UNSERVED) ? _text("Unserved", "yes") : bytes(""),
                    _text("Picture keccak256", Strings.toHexString(uint256(series.pictureHash), 32)),
                    '{"trait_type":"Serial","display_type":"number","value":',
                    serial,
                    "}]}"
                )
            );
    }

    /// @notice The collection, as a data URI (ERC-7572).
    function contractUri(string memory name) external pure returns (string memory) {
        return
            _uri(
                abi.encodePacked(
                    '{"name":"',
                    Strings.escapeJSON(name),
                    '","description":"Rights to physical goods. Each token is a right to one good, ',
                    'and is burned when the good is handed over."}'
                )
            );
    }

    function _uri(bytes memory json) private pure returns (string memory) {
        return string.concat("data:application/json;base64,", Base64.encode(json));
    }

    function _text(string memory trait, string memory value) private pure returns (bytes memory) {
        return abi.encodePacked('{"trait_type":"', trait, '","value":"', value, '"},');
    }

    function _number(string memory trait, uint256 value) private pure returns (bytes memory) {
        return abi.encodePacked('{"trait_type":"', trait, '","value":', Strings.toString(value), "},");
    }

    function _date(string memory trait, uint256 value) private pure returns (bytes memory) {
        return
            abi.encodePacked(
                '{"trait_type":"',
                trait,
                '","display_type":"date","value":',
                Strings.toString(value),
                "},"
            );
    }

    function _stateName(RightState state) private pure returns (string memory) {
        if (state == RightState.Held) return "held";
        if (state == RightState.Listed) return "listed";
        if (state == RightState.Sent) return "sent";
        if (state <= RightState.RequestedDelivery) return "requested";
        if (state <= RightState.AcceptedDelivery) return "accepted";
        return state == RightState.Shipped ? "shipped" : "disputed";
    }
}
