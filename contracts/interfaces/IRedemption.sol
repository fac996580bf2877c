// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {Acceptance} from "../types/Acceptance.sol";
import {Way} from "../types/Way.sol";

/// @title Redemption
/// @notice Exchanges a right for its good. The right is locked when it is asked for and burns when the good is handed over,
///         never before. Silence and refusal leave it with its holder, unserved, which it stays until it burns.
interface IRedemption {
    /// @notice Locks a right to get its good; the issuer has the terms' answer period for it.
    /// @param id A right that the caller holds.
    /// @param way How the holder wants the good.
    /// @param commitment `keccak256(abi.encode(chain id, this contract, id, holder, secret))` of a secret of 128 random bits;
    ///        zero for none, and then only the holder's `confirm` burns the right.
    function request(uint256 id, Way way, bytes32 commitment) external;

    /// @notice Several at once, all or none. One secret may serve for all: each commitment still names its right.
    /// @param ids Rights that the caller holds.
    /// @param way For all.
    /// @param commitments One for each.
    function requestMany(uint256[] calldata ids, Way way, bytes32[] calldata commitments) external;

    /// @notice Locks a right on the issuer's signed acceptance, straight into Accepted, and pays the agreed fee to the issuer.
    /// @param acceptance What the issuer signed.
    /// @param signature The issuer's or staff's, as in `takeOffer`.
    function requestAccepted(Acceptance calldata acceptance, bytes calldata signature) external payable;

    /// @notice Takes a request back, as long as nobody has accepted it.
    /// @param id A right that the caller holds and has requested.
    function withdrawRequest(uint256 id) external;

    /// @notice Promises to hand the good over until a time, and not later than the terms' hand-over period from now. The
    ///         issuer's or staff's.
    /// @param id A requested right.
    /// @param handOverBy Unix seconds; zero for the whole period.
    function accept(uint256 id, uint256 handOverBy) external;

    /// @notice Says no to a request, or to an acceptance that cannot be kept. The right is the holder's to move again, and
    ///         unserved. The issuer's or staff's.
    /// @param id A requested or accepted right.
    /// @param reason A number that clients have words for.
    function refuse(uint256 id, uint8 reason) external;

    /// @notice Says that the good of an accepted delivery is on its way; the holder has the terms' dispute period from now.
    ///         The issuer's or staff's.
    /// @param id The right.
    /// @param trackingHash Hash of what the carrier calls the parcel.
    function ship(uint256 id, bytes32 trackingHash) external;

    /// @notice The holder says that the good is there, and burns the right.
    /// @param id A requested, accepted or shipped right that the caller holds.
    function confirm(uint256 id) external;

    /// @notice Burns a right whose good was shipped and not complained about. Anyone's, past the dispute period.
    /// @param id The right.
    function complete(uint256 id) external;

    /// @notice Burns a right against its secret: the good has been handed over. The secret alone is the authority, so the
    ///         effect is the same whoever sends it.
    /// @param secret What the holder showed against the good.
    /// @param id A requested, accepted, shipped or disputed right with a commitment.
    function handOver(uint128 secret, uint256 id) external;

    /// @notice Several rights with one secret, all or none.
    /// @param secret What the holders committed to.
    /// @param ids The rights.
    function handOverMany(uint128 secret, uint256[] calldata ids) external;

    /// @notice Burns a held right at the desk, in one step, on the holder's signature. For goods that are handed over while
    ///         both stand there. The issuer's or staff's.
    /// @dev Signed as EIP-712 `Redemption(uint256 id,uint256 nonce,address holder,address issuer,uint8 way,uint256 expiry)`.
    /// @param id The right.
    /// @param way How the holder gets the good.
    /// @param expiry Unix seconds: the first second at which the signature is over, at most 10 minutes ahead.
    /// @param signature The holder's, as in `takeOffer`.
    function redeem(uint256 id, Way way, uint64 expiry, bytes calldata signature) external;
}
