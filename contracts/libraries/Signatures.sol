// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {IERC1271} from "@openzeppelin/contracts/interfaces/IERC1271.sol";
import {BoundedCall} from "./BoundedCall.sol";

/// @notice Says whether an account has signed. One form for keys: r and vs (EIP-2098), s at most half the curve's order.
library Signatures {
    uint256 private constant HALF_ORDER = 0x7FFFFFFFFFFFFFFFFFFFFFFFFFFFFFFF5D576E7357A4501DDFE92F46681B20A0;

    /// @notice The account whose key signed, or zero, which is nobody's.
    function recover(bytes32 digest, bytes32 r, bytes32 vs) internal view returns (address signer) {
        uint256 s = uint256(vs) & (type(uint256).max >> 1);
        if (s > HALF_ORDER) return address(0);
        // Solidity's ecrecover allocates; this costs a third less around the precompile.
        // solhint-disable-next-line no-inline-assembly
        assembly ("memory-safe") {
            let start := mload(0x40)
            mstore(start, digest)
            mstore(add(start, 32), add(27, shr(255, vs)))
            mstore(add(start, 64), r)
            mstore(add(start, 96), s)
            mstore(0, 0)
            pop(staticcall(gas(), 1, start, 128, 0, 32))
            signer := mload(0)
        }
    }

    /// @notice Has the account signed, with its key or by its code (ERC-1271)?
    /// @dev The key comes first: a person's account that has lent itself some code (EIP-7702) still signs with it.
    function isBy(address signer, bytes32 digest, bytes calldata signature) internal view returns (bool) {
        if (signature.length == 64) {
            bytes32 r;
            bytes32 vs;
            // solhint-disable-next-line no-inline-assembly
            assembly ("memory-safe") {
                r := calldataload(signature.offset)
                vs := calldataload(add(signature.offset, 32))
            }
            // Zero is what nobody's signature recovers to; nobody has signed nothing.
            if (signer != address(0) && recover(digest, r, vs) == signer) return true;
        }
        if (signer.code.length == 0) return false;
        (bool succeeded, bytes32 word) = BoundedCall.tryStaticCall(
            signer,
            abi.encodeCall(IERC1271.isValidSignature, (digest, signature))
        );
        // The whole word: one that merely sends back what it was asked has not agreed.
        return succeeded && word == bytes32(IERC1271.isValidSignature.selector);
    }
}
