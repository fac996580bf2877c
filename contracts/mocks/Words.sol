// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {Money} from "../libraries/Money.sol";
import {Signatures} from "../libraries/Signatures.sol";
import {Utf8} from "../libraries/Utf8.sol";
import {Price} from "../types/Price.sol";
import {RightState} from "../types/RightState.sol";
import {RightWord} from "../types/RightWord.sol";
import {SeriesWord, SeriesWordLib} from "../types/SeriesWord.sol";

/// @title Window on the internal libraries
/// @notice For tests: the packed words and money moves by themselves.
contract Words {
    receive() external payable {}

    function push(address currency, address to, uint256 amount) external returns (bool) {
        return Money.push(currency, to, amount);
    }

    function recover(bytes32 digest, bytes32 r, bytes32 vs) external view returns (address) {
        return Signatures.recover(digest, r, vs);
    }

    function start(bytes calldata text, uint256 most) external pure returns (bytes memory) {
        return Utf8.start(text, most);
    }

    function at(uint256 word, uint256 time) external pure returns (uint256) {
        return RightWord.unwrap(RightWord.wrap(word).at(time));
    }

    function movedTo(uint256 word, address to) external pure returns (uint256) {
        return RightWord.unwrap(RightWord.wrap(word).movedTo(to));
    }

    function entering(uint256 word, RightState next, uint256 flags, uint256 until) external pure returns (uint256) {
        return RightWord.unwrap(RightWord.wrap(word).entering(next, flags << 164, until));
    }

    function withLimit(uint256 word, uint256 limit) external pure returns (uint256) {
        return SeriesWord.unwrap(SeriesWord.wrap(word).withLimit(limit));
    }

    function packSeries(address issuer, uint32 price, uint256 limit, uint16 day) external pure returns (uint256) {
        return SeriesWord.unwrap(SeriesWordLib.pack(issuer, price, limit, day, 0));
    }

    function unpackPrice(uint32 packed) external pure returns (uint256) {
        return Price.unpack(packed);
    }

    function isCanonical(uint32 packed) external pure returns (bool) {
        return Price.isCanonical(packed);
    }
}
