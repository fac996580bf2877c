// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

/// @notice Cuts text without cutting a character in two.
library Utf8 {
    /// @notice The longest start of a text that has at most so many bytes and does not end inside a character.
    function start(bytes calldata text, uint256 most) internal pure returns (bytes calldata) {
        if (text.length <= most) return text;
        uint256 end = most;
        // Bytes that go on with a character begin with the bits 10.
        while (end > 0 && uint8(text[end]) & 0xc0 == 0x80) --end;
        return text[:end];
    }
}
