// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

/// @notice What of a series is needed rarely and never changes. From the lowest bit up: address of the code with the rest 160 |
///         supply 32 | category 32 | free 32.
type InscriptionWord is uint256;

using InscriptionWordLib for InscriptionWord global;

/// @notice Reads and makes inscription words.
library InscriptionWordLib {
    function pack(address code_, uint32 supply_, uint32 category_) internal pure returns (InscriptionWord) {
        return InscriptionWord.wrap(
            uint256(uint160(code_)) | (uint256(supply_) << 160) | (uint256(category_) << 192)
        );
    }

    function code(InscriptionWord word) internal pure returns (address) {
        return address(uint160(InscriptionWord.unwrap(word)));
    }

    function supply(InscriptionWord word) internal pure returns (uint32) {
        return uint32(InscriptionWord.unwrap(word) >> 160);
    }

    function category(InscriptionWord word) internal pure returns (uint32) {
        return uint32(InscriptionWord.unwrap(word) >> 192);
    }
}
