// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

/// @notice What is bought, for whom, and through whom.
/// @dev Without claim keys the rights are `to`'s to use. With claim keys, one for each right, they are a gift: `to` holds
///      them in Sent until `until`, each claimable by whoever has its key. `contributor` zero means nobody.
struct Purchase {
    bytes24 seriesId;
    uint256 quantity;
    address to;
    address contributor;
    uint256 until;
    address[] claimKeys;
}

/// @notice An ERC-2612 permit of the caller's, for exactly what is due.
struct Permit {
    uint256 value;
    uint256 deadline;
    uint8 v;
    bytes32 r;
    bytes32 s;
}

/// @notice An EIP-3009 `receiveWithAuthorization` of the payer's, for exactly what is due.
/// @dev Its nonce is the purchase: `keccak256(abi.encode(chain id, this contract, purchase, salt))`.
struct Authorization {
    address payer;
    uint256 validAfter;
    uint256 validBefore;
    bytes32 salt;
    uint8 v;
    bytes32 r;
    bytes32 s;
}
