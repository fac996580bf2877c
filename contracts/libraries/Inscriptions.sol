// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {SSTORE2} from "solady/src/utils/SSTORE2.sol";
import {Goods} from "../types/Goods.sol";
import {Inscription} from "../types/Inscription.sol";
import {InscriptionWord, InscriptionWordLib} from "../types/InscriptionWord.sol";
import {Terms} from "../types/Terms.sol";
import {Utf8} from "./Utf8.sol";

/// @notice Keeps what is needed rarely as the code of a contract that does nothing: a third of the price of storage, and any
///         length.
/// @dev Layout of the code: flags 1 | lengths of name and product number 2 | arbiter 20 | attestor 20 | picture hash 32 | name
///      | product number | specification; arbiter, attestor and picture hash only where the flags say so.
library Inscriptions {
    uint256 private constant HAS_ARBITER = 1;
    uint256 private constant HAS_ATTESTOR = 2;
    uint256 private constant HAS_PICTURE = 4;
    uint256 private constant HEAD = 3;
    uint256 private constant MAX_SPECIFICATION = 96;

    /// @notice Writes an inscription.
    function write(Terms calldata terms, Goods calldata goods) internal returns (InscriptionWord) {
        return InscriptionWordLib.pack(SSTORE2.write(_encode(terms, goods)), terms.supply, goods.category);
    }

    /// @notice Reads all of it.
    function read(InscriptionWord word) internal view returns (Inscription memory found) {
        bytes memory code = SSTORE2.read(word.code());
        found.supply = word.supply();
        found.category = word.category();
        uint256 at = HEAD;
        (found.arbiter, at) = _person(code, at, HAS_ARBITER);
        (found.attestor, at) = _person(code, at, HAS_ATTESTOR);
        if (uint8(code[0]) & HAS_PICTURE != 0) {
            found.pictureHash = _word(code, at);
            at += 32;
        }
        uint256 nameEnd = at + uint8(code[1]);
        uint256 numberEnd = nameEnd + uint8(code[2]);
        found.name = _slice(code, at, nameEnd);
        found.productNumber = _slice(code, nameEnd, numberEnd);
        found.specification = _slice(code, numberEnd, code.length);
    }

    /// @notice The arbiter that the terms name, or zero.
    function arbiterOf(InscriptionWord word) internal view returns (address arbiter) {
        (arbiter, ) = _person(SSTORE2.read(word.code()), HEAD, HAS_ARBITER);
    }

    /// @notice The attestor that the terms name, or zero.
    function attestorOf(InscriptionWord word) internal view returns (address attestor) {
        bytes memory code = SSTORE2.read(word.code());
        (, uint256 at) = _person(code, HEAD, HAS_ARBITER);
        (attestor, ) = _person(code, at, HAS_ATTESTOR);
    }

    function _encode(Terms calldata terms, Goods calldata goods) private pure returns (bytes memory) {
        bytes memory optional = "";
        uint256 flags = 0;
        if (terms.arbiter != address(0)) {
            flags |= HAS_ARBITER;
            optional = abi.encodePacked(terms.arbiter);
        }
        if (terms.attestor != address(0)) {
            flags |= HAS_ATTESTOR;
            optional = abi.encodePacked(optional, terms.attestor);
        }
        if (goods.pictureHash != 0) {
            flags |= HAS_PICTURE;
            optional = abi.encodePacked(optional, goods.pictureHash);
        }
        return
            abi.encodePacked(
                uint8(flags),
                uint8(bytes(goods.name).length),
                uint8(bytes(goods.productNumber).length),
                optional,
                goods.name,
                goods.productNumber,
                Utf8.start(bytes(goods.specification), MAX_SPECIFICATION)
            );
    }

    function _person(bytes memory code, uint256 at, uint256 flag) private pure returns (address person, uint256 end) {
        if (uint8(code[0]) & flag == 0) return (address(0), at);
        return (address(bytes20(_word(code, at))), at + 20);
    }

    function _word(bytes memory code, uint256 at) private pure returns (bytes32 word) {
        // solhint-disable-next-line no-inline-assembly
        assembly ("memory-safe") {
            word := mload(add(add(code, 32), at))
        }
    }

    function _slice(bytes memory code, uint256 at, uint256 end) private pure returns (string memory text) {
        text = new string(end - at);
        // solhint-disable-next-line no-inline-assembly
        assembly ("memory-safe") {
            mcopy(add(text, 32), add(add(code, 32), at), sub(end, at))
        }
    }
}
