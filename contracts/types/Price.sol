// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

/// @notice An amount of the currency's smallest unit in 32 bits: 27-bit mantissa (low) times ten to a 5-bit exponent (high).
/// @dev The caller packs; nothing is searched for here. The largest amount is below 2^131, so 500 times it cannot overflow.
library Price {
    /// @notice The amount that the packed price means.
    function unpack(uint32 packed) internal pure returns (uint256) {
        unchecked {
            // 2^27 times 10^31 is far from overflowing, and a checked power costs more than all the rest.
            return uint256(packed & 0x7ffffff) * 10 ** uint256(packed >> 27);
        }
    }

    /// @notice Is the price above zero and written in its one form, with the smallest mantissa?
    /// @dev One price, one form: otherwise equal terms would have different hashes.
    function isCanonical(uint32 packed) internal pure returns (bool) {
        uint32 mantissa = packed & 0x7ffffff;
        return mantissa != 0 && (mantissa % 10 != 0 || packed >> 27 == 31);
    }
}
