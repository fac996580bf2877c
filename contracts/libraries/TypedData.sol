// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {Acceptance} from "../types/Acceptance.sol";
import {Offer} from "../types/Offer.sol";
import {Way} from "../types/Way.sol";

/// @notice The EIP-712 messages about rights, each bound to chain, contract, right and nonce.
library TypedData {
    /// @notice Between whom, and in what money.
    struct Parties {
        address holder;
        address issuer;
        address currency;
    }

    bytes32 private constant DOMAIN =
        keccak256("EIP712Domain(string name,string version,uint256 chainId,address verifyingContract)");
    bytes32 private constant NAME = keccak256("Rights");
    bytes32 private constant VERSION = keccak256("1");

    bytes32 private constant OFFER =
        keccak256(
            "Offer(uint256 id,uint256 nonce,address holder,address taker,address currency,uint256 price,uint256 until)"
        );
    bytes32 private constant CLAIM =
        keccak256(
            "Claim(uint256 id,uint256 nonce,address recipient,address currency,uint256 price,uint256 deadline)"
        );
    bytes32 private constant GIFT_HAND_OVER =
        keccak256("GiftHandOver(uint256 id,uint256 nonce,address issuer,uint256 expiry)");
    bytes32 private constant ACCEPTANCE =
        keccak256(
            "Acceptance(uint256 id,uint256 nonce,address holder,uint8 way,bytes32 commitment,address currency,"
            "uint256 fee,uint256 expiry)"
        );
    bytes32 private constant REDEMPTION =
        keccak256("Redemption(uint256 id,uint256 nonce,address holder,address issuer,uint8 way,uint256 expiry)");
    bytes32 private constant SETTLEMENT =
        keccak256(
            "Settlement(uint256 id,uint256 nonce,address holder,address issuer,address currency,"
            "uint256 toHolder,uint256 toIssuer,uint256 expiry)"
        );

    /// @dev Recomputed on every call, so that it is right after a fork that changed the chain's id.
    function domainSeparator() internal view returns (bytes32 separator) {
        (bytes32 domain, bytes32 name, bytes32 version) = (DOMAIN, NAME, VERSION);
        // The same as `keccak256(abi.encode(domain, name, version, block.chainid, address(this)))`, without allocating.
        // solhint-disable-next-line no-inline-assembly
        assembly ("memory-safe") {
            let start := mload(0x40)
            mstore(start, domain)
            mstore(add(start, 32), name)
            mstore(add(start, 64), version)
            mstore(add(start, 96), chainid())
            mstore(add(start, 128), address())
            separator := keccak256(start, 160)
        }
    }

    function offer(
        Offer calldata offered,
        uint256 nonce,
        address holder,
        address currency
    ) internal view returns (bytes32) {
        return
            _digest(
                keccak256(
                    abi.encode(
                        OFFER,
                        offered.id,
                        nonce,
                        holder,
                        offered.taker,
                        currency,
                        offered.price,
                        offered.until
                    )
                )
            );
    }

    function claim(
        uint256 id,
        uint256 nonce,
        address recipient,
        address currency,
        uint256 price,
        uint256 deadline
    ) internal view returns (bytes32) {
        return _digest(keccak256(abi.encode(CLAIM, id, nonce, recipient, currency, price, deadline)));
    }

    function giftHandOver(
        uint256 id,
        uint256 nonce,
        address issuer,
        uint256 expiry
    ) internal view returns (bytes32) {
        return _digest(keccak256(abi.encode(GIFT_HAND_OVER, id, nonce, issuer, expiry)));
    }

    function acceptance(
        Acceptance calldata accepted,
        uint256 nonce,
        address holder,
        address currency
    ) internal view returns (bytes32) {
        return
            _digest(
                keccak256(
                    abi.encode(
                        ACCEPTANCE,
                        accepted.id,
                        nonce,
                        holder,
                        accepted.way,
                        accepted.commitment,
                        currency,
                        accepted.fee,
                        accepted.expiry
                    )
                )
            );
    }

    function redemption(
        uint256 id,
        uint256 nonce,
        address holder,
        address issuer,
        Way way,
        uint256 expiry
    ) internal view returns (bytes32) {
        return _digest(keccak256(abi.encode(REDEMPTION, id, nonce, holder, issuer, way, expiry)));
    }

    function settlement(
        uint256 id,
        uint256 nonce,
        Parties memory parties,
        uint256 toHolder,
        uint256 toIssuer,
        uint256 expiry
    ) internal view returns (bytes32) {
        return _digest(keccak256(abi.encode(SETTLEMENT, id, nonce, parties, toHolder, toIssuer, expiry)));
    }

    function _digest(bytes32 structHash) private view returns (bytes32 digest) {
        bytes32 separator = domainSeparator();
        // The same as `keccak256(abi.encodePacked(hex"1901", separator, structHash))`, in scratch space.
        // solhint-disable-next-line no-inline-assembly
        assembly ("memory-safe") {
            mstore(0, hex"1901")
            mstore(2, separator)
            mstore(34, structHash)
            digest := keccak256(0, 66)
            // The first bytes of the free memory pointer, which are always zero.
            mstore(34, 0)
        }
    }
}
