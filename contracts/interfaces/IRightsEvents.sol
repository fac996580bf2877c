// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {Goods} from "../types/Goods.sol";
import {Terms} from "../types/Terms.sol";

/// @title What `Rights` says
/// @notice Together with `Transfer` and `Approval`, the logs rebuild every word of every right and series. A mint is a
///         `Transfer` from zero, a burn one to zero followed by `Moved`. Running out of a deadline says nothing: readers ask
///         the clock.
interface IRightsEvents {
    /// @notice A series exists from now on. This event is the place where its terms and goods data are kept; the id proves
    ///         them.
    /// @param seriesId The series.
    /// @param issuer Who promises the goods.
    /// @param category The goods' category, for those who follow one.
    /// @param terms Exactly what was hashed.
    /// @param goods Exactly what was hashed.
    /// @param limit How many may be sold for now.
    /// @param salt What the issuer made the id different with.
    event Published(
        bytes24 indexed seriesId,
        address indexed issuer,
        uint32 indexed category,
        Terms terms,
        Goods goods,
        uint256 limit,
        bytes32 salt
    );

    /// @notice More may be sold.
    /// @param seriesId The series.
    /// @param limit How many in all.
    event LimitRaised(bytes24 indexed seriesId, uint256 limit);

    /// @notice No more will ever be sold.
    /// @param seriesId The series.
    /// @param sold How many were.
    event Closed(bytes24 indexed seriesId, uint256 sold);

    /// @notice The redeem-by day of a whole series moved later.
    /// @param seriesId The series.
    /// @param redeemByDay Whole days since 1970.
    event Extended(bytes24 indexed seriesId, uint16 redeemByDay);

    /// @notice Somebody serves, or no longer serves, at an issuer's desk.
    /// @param issuer Whose desk.
    /// @param account Who.
    /// @param isStaff Whether from now on.
    event StaffSet(address indexed issuer, address indexed account, bool isStaff);

    /// @notice A purchase came through somebody. The amount was paid or credited in the same transaction.
    /// @param seriesId The series.
    /// @param contributor Who brought the buyer.
    /// @param quantity How many rights.
    /// @param amount The share, in the smallest unit of the series' currency; zero where the terms promise none.
    event Contributed(bytes24 indexed seriesId, address indexed contributor, uint256 quantity, uint256 amount);

    /// @notice A right entered another state without changing hands, or burned.
    /// @param id The right.
    /// @param word Its whole word; see `RightWord.sol`.
    event Moved(uint256 indexed id, uint256 word);

    /// @notice A signed offer was taken. (What a listing or a send was taken for is in its word.)
    /// @param id The right.
    /// @param price What was paid, in the smallest unit of the series' currency.
    event OfferTaken(uint256 indexed id, uint256 price);

    /// @notice A request or an acceptance ended unserved.
    /// @param id The right.
    /// @param reason A number that clients have words for.
    event Refused(uint256 indexed id, uint8 reason);

    /// @notice A good is on its way.
    /// @param id The right.
    /// @param trackingHash Hash of what the carrier calls the parcel; says later whether a tracking number is the one.
    event Shipped(uint256 indexed id, bytes32 trackingHash);

    /// @notice A holder disputes a delivery.
    /// @param id The right.
    /// @param statementHash Hash of what the holder says.
    event DisputeOpened(uint256 indexed id, bytes32 statementHash);

    /// @notice What was in escrow for a right was divided, by ruling or by agreement.
    /// @param id The right.
    /// @param toHolder To the holder, in the smallest unit of the series' currency.
    /// @param toIssuer To the issuer.
    event Divided(uint256 indexed id, uint256 toHolder, uint256 toIssuer);

    /// @notice Somebody could not be paid; the money waits for them here.
    /// @param owner Whose it is.
    /// @param currency The coin, zero for the chain's own.
    /// @param amount In its smallest unit.
    event Credited(address indexed owner, address indexed currency, uint256 amount);

    /// @notice Waiting money left.
    /// @param owner Whose it was.
    /// @param currency The coin, zero for the chain's own.
    /// @param to Where it went.
    /// @param amount In its smallest unit.
    event Withdrawn(address indexed owner, address indexed currency, address to, uint256 amount);
}
