// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {IERC721Errors} from "@openzeppelin/contracts/interfaces/draft-IERC6093.sol";
import {RightState} from "../types/RightState.sol";
import {Way} from "../types/Way.sol";

/// @title Why `Rights` refuses
/// @notice Every refusal has its own error. Checks come in one order: does it exist, may this caller, is it in the right
///         state, the call's own values, the clock, the signature, and last who receives and the money. (The transfers of
///         ERC-721 look at their addresses first, as everybody does.)
interface IRightsErrors is IERC721Errors {
    // Of any call

    /// @notice A number is too large for its place in a packed word.
    error FieldSpill();
    /// @notice A function that moves money was entered again from inside itself.
    error Reentered();
    /// @notice The call is for no rights at all, or its lists differ in length.
    error ListsDiffer();

    // Publishing

    /// @notice The price is zero or not written in its one form.
    error PriceOutOfForm(uint32 price);
    /// @notice The supply is zero or above 1,048,575, or the limit is above the supply.
    error SupplyOutOfBounds(uint256 supply, uint256 limit);
    /// @notice No way of getting the good is offered, or an unknown one.
    error WaysUnknown(uint8 ways);
    /// @notice Answer and hand-over take at least one day each; disputes 21 days with delivery and none without.
    error PeriodOutOfBounds();
    /// @notice The sale would be over already.
    error SaleEndTooEarly();
    /// @notice Who buys last could not ask, be answered and be served before the redeem-by day.
    error RedeemByTooEarly();
    /// @notice The currency has no code, or is this contract.
    error CurrencyNotACoin(address currency);
    /// @notice The contributor's share is above half, or the royalty above a tenth, of a price.
    error ShareOutOfBounds(uint16 shareBps, uint16 royaltyBps);
    /// @notice Escrow needs a redeem-by day and promises no share: the money is not there to be shared before the good is.
    error EscrowOutOfForm();
    /// @notice An arbiter, who is not the issuer, is named exactly where there can be a dispute: in escrow with delivery.
    error ArbiterOutOfForm(address arbiter);
    /// @notice The attestor is somebody else than the issuer, and what is attested starts with a limit of zero.
    error AttestorOutOfForm(address attestor);
    /// @notice Category, product number, specification, production or name is missing.
    error GoodsIncomplete();
    /// @notice Name or product number is longer than 255 bytes.
    error GoodsTooLong();
    /// @notice The picture's address starts neither with https:// nor with ipfs://.
    error PictureUrlNotAllowed();
    /// @notice The same issuer has published exactly this before.
    error SeriesExists(bytes24 seriesId);
    /// @notice No such series.
    error SeriesUnknown(bytes24 seriesId);
    /// @notice Only the issuer of the series may do this.
    error NotIssuer(bytes24 seriesId, address caller);
    /// @notice Only the attestor named by the terms raises this limit.
    error NotAttestor(bytes24 seriesId, address caller);
    /// @notice The issuer has closed the sale for good.
    error SeriesClosed(bytes24 seriesId);
    /// @notice A limit only grows, and only up to the supply.
    error LimitOutOfBounds(uint256 limit);
    /// @notice A redeem-by day only moves later, only where there is one, and never with money in escrow.
    error RedeemByFixed(bytes24 seriesId);

    // Buying

    /// @notice A purchase is of 1 to 500 rights.
    error QuantityOutOfBounds(uint256 quantity);
    /// @notice Fewer than that are left.
    error SoldOut(bytes24 seriesId, uint256 left);
    /// @notice The sale-end day has begun.
    error SaleEnded(bytes24 seriesId);

    // Money

    /// @notice The call must carry exactly the due amount of the chain's own coin, and none for a series in another coin.
    error WrongValue(uint256 due, uint256 given);
    /// @notice The coin did not move the money, or not all of it.
    error CoinRefused(address currency);
    /// @notice A permit or an authorization is for coins; this series is paid in the chain's own.
    error NotPaidInCoin(bytes24 seriesId);
    /// @notice No money waits for this account.
    error NothingToWithdraw(address owner, address currency);
    /// @notice The account still cannot be paid.
    error PayeeRefused(address to);

    // Rights

    /// @notice The right cannot be transferred or approved in its present state.
    error RightLocked(uint256 id, RightState state);
    /// @notice Only the holder may do this; no operator, no approved account.
    error NotHolder(uint256 id, address caller);
    /// @notice Only the issuer or one of the issuer's staff may do this.
    error NotDesk(uint256 id, address caller);
    /// @notice Only the arbiter named by the terms may rule.
    error NotArbiter(uint256 id, address caller);
    /// @notice This cannot be done in the right's present state.
    error WrongState(uint256 id, RightState state);
    /// @notice The right has changed since: this is about another nonce.
    error NonceStale(uint256 id, uint256 nonce);
    /// @notice The right has changed 16 million times, and takes no signature any more.
    error NonceExhausted(uint256 id);
    /// @notice The end must lie ahead, and at most 366 days.
    error UntilOutOfBounds(uint256 until);
    /// @notice The series' redeem-by day has begun.
    error PastRedeemBy(uint256 id);

    // Resale, send and claim

    /// @notice It costs more than the caller was ready to pay.
    error PriceAboveMaximum(uint256 price);
    /// @notice The right is for sale to somebody else.
    error NotTaker(uint256 id, address to);
    /// @notice A send needs a claim key.
    error ClaimKeyMissing();
    /// @notice Only a gift can be handed over at a desk by its claim key; this one has a price.
    error NotAGift(uint256 id);

    // Signatures

    /// @notice Not a signature of this account over exactly this.
    error SignatureInvalid(address signer);
    /// @notice The time until which it was signed is over, or too far ahead for what it allows.
    error SignatureExpired(uint256 expiry);

    // Redemption

    /// @notice The series does not offer this way of getting the good.
    error WayNotOffered(uint256 id, Way way);
    /// @notice This is not the secret that the holder committed to.
    error SecretWrong(uint256 id);
    /// @notice Too early: the present deadline has not passed.
    error DeadlineAhead(uint256 id, uint256 until);
    /// @notice Too late: the present deadline has passed.
    error DeadlinePassed(uint256 id, uint256 until);
    /// @notice Nothing of this right is in escrow, so there is nothing to dispute about here.
    error NotInEscrow(uint256 id);
    /// @notice The parts do not add up to what is in escrow for this right.
    error SplitOutOfBounds(uint256 toHolder, uint256 held);
    /// @notice This caller can have no refund of this right now.
    error NotRefundable(uint256 id, address caller);
    /// @notice The right lapses only past a redeem-by day, and never after it was left unserved.
    error NotLapsed(uint256 id);
}
