// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {Money} from "../libraries/Money.sol";
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

    function at(uint256 word, uint256 time) external pure returns (uint256) {
        return RightWord.unwrap(RightWord.wrap(word).at(time));
    }

    function movedTo(uint256 word, address to) external pure returns (uint256) {
        return RightWord.unwrap(RightWord.wrap(word).movedTo(to));
    }

    function entering(uint256 word, RightState next, uint256 flags, uint256 until) external pure returns (uint256) {
        return RightWord.unwrap(RightWord.wrap(word).entering(next, flags, until));
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
