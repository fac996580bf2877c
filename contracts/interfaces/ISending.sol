// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

/// @title Send and claim
/// @notice A holder reserves a right for whoever has a claim key, free or for a price, and can take it back until it is
///         claimed. Nothing is claimed from the redeem-by day on.
interface ISending {
    /// @notice Reserves a held right for a claim key.
    /// @dev The key is any account: a fresh one whose private key travels in the link (open), or the recipient's own (bound).
    /// @param id A right that the caller holds.
    /// @param claimKey The account that signs the claim.
    /// @param price What the recipient pays, packed as in `Price.sol`; zero makes it a gift.
    /// @param until Unix seconds: the first second at which the send is over.
    function send(uint256 id, address claimKey, uint32 price, uint256 until) external;

    /// @notice Several at once, all or none.
    /// @param ids Rights that the caller holds.
    /// @param claimKeys One for each.
    /// @param price For each.
    /// @param until For all.
    function sendMany(uint256[] calldata ids, address[] calldata claimKeys, uint32 price, uint256 until) external;

    /// @notice Takes a send back; old links die.
    /// @param id A right that the caller holds and has sent.
    function takeBack(uint256 id) external;

    /// @notice Gives a sent right to its recipient. Anyone may submit it, nobody can redirect it. A price is the caller's to
    ///         pay, to the holder, less the royalty.
    /// @dev Signed by the claim key as EIP-712 `Claim(uint256 id,uint256 nonce,address recipient,address currency,
    ///      uint256 price,uint256 deadline)`; currency is zero for the chain's own coin. A caller who *is* the claim key may
    ///      leave the signature out: `vs` is zero then, and `r` the most that he pays.
    /// @param id The right.
    /// @param recipient Who gets it.
    /// @param deadline Unix seconds: the first second at which this claim is over.
    /// @param r The signature's r.
    /// @param vs Its s, at most half the curve's order, with the parity in the highest bit (EIP-2098).
    function claim(uint256 id, address recipient, uint256 deadline, bytes32 r, bytes32 vs) external payable;

    /// @notice Hands the good of a sent gift over at the issuer's desk, to a recipient without a wallet, and burns the right.
    ///         The issuer's or staff's.
    /// @dev Signed by the claim key as EIP-712 `GiftHandOver(uint256 id,uint256 nonce,address issuer,uint256 expiry)`.
    /// @param id The right.
    /// @param expiry Unix seconds: the first second at which the signature is over, at most 10 minutes ahead.
    /// @param r The signature's r.
    /// @param vs Its s with the parity, as in `claim`.
    function handOverGift(uint256 id, uint256 expiry, bytes32 r, bytes32 vs) external;
}
