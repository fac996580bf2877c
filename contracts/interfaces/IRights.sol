// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {IERC721} from "@openzeppelin/contracts/interfaces/IERC721.sol";
import {IERC721Errors} from "@openzeppelin/contracts/interfaces/draft-IERC6093.sol";
import {IERC5192} from "./IERC5192.sol";
import {Goods} from "../types/Goods.sol";
import {RightState} from "../types/RightState.sol";
import {Terms} from "../types/Terms.sol";
import {Way} from "../types/Way.sol";

/// @title Rights to goods
/// @notice Each token is a right to one physical good of a series. Anyone may issue; nobody owns, pauses or changes this
///         contract, and it takes no fee. A token's id is `seriesId << 64 | serial`, serials from 1 in order of sale, and
///         the series id is a hash of the terms and the goods data, so the number itself proves what the right stands for.
/// @dev Any call may carry extra bytes behind its arguments; they are ignored. Clients put a reference of 8 bytes there.
interface IRights is IERC721, IERC721Errors, IERC5192 {
    /// @notice A series as it is now. `price` is packed; see `Price.sol`.
    struct Series {
        address issuer;
        address currency;
        uint32 price;
        uint32 sold;
        uint32 limit;
        uint16 saleEndDay;
        uint16 redeemByDay;
        uint8 answerDays;
        uint8 handOverDays;
        uint8 disputeDays;
        uint8 ways;
    }

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

    /// @notice A right entered another state without changing hands, or burned. Follows `Transfer` when it burned.
    /// @param id The right.
    /// @param word Its whole word; see `RightWord.sol`.
    event Moved(uint256 indexed id, uint256 word);

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

    /// @notice A number is too large for its place in a packed word.
    error FieldSpill();
    /// @notice A paying function was entered again from inside itself.
    error Reentered();

    /// @notice These terms ask for something that this contract does not carry out.
    error TermsNotSupported();
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
    /// @notice Category, product number, specification, production or name is missing.
    error GoodsIncomplete();
    /// @notice The picture's address starts neither with https:// nor with ipfs://.
    error PictureUrlNotAllowed();
    /// @notice The same issuer has published exactly this before.
    error SeriesExists(bytes24 seriesId);

    /// @notice No such series.
    error SeriesUnknown(bytes24 seriesId);
    /// @notice A purchase is of 1 to 500 rights.
    error QuantityOutOfBounds(uint256 quantity);
    /// @notice Fewer than that are left.
    error SoldOut(bytes24 seriesId, uint256 left);
    /// @notice The sale-end day has begun.
    error SaleEnded(bytes24 seriesId);
    /// @notice The call must carry exactly the due amount of the chain's own coin, and none for a series in another coin.
    error WrongValue(uint256 due, uint256 given);
    /// @notice The coin did not move the money from the buyer to the issuer.
    error CoinRefused(address currency);
    /// @notice No money waits for this account.
    error NothingToWithdraw(address owner, address currency);
    /// @notice The account still cannot be paid.
    error PayeeRefused(address to);

    /// @notice The right cannot be transferred or approved in its present state.
    error RightLocked(uint256 id, RightState state);
    /// @notice Only the holder may do this; no operator, no approved account.
    error NotHolder(uint256 id, address caller);
    /// @notice This cannot be done in the right's present state.
    error WrongState(uint256 id, RightState state);
    /// @notice The series does not offer this way of getting the good.
    error WayNotOffered(uint256 id, Way way);
    /// @notice The series' redeem-by day has begun.
    error PastRedeemBy(uint256 id);
    /// @notice A request needs a commitment.
    error CommitmentMissing();
    /// @notice This is not the secret that the holder committed to.
    error SecretWrong(uint256 id);

    /// @notice Publishes a series under `bytes24(keccak256(abi.encode(chain id, this contract, caller,
    ///         keccak256(abi.encode(terms)), keccak256(abi.encode(goods)), salt)))`. The caller is the issuer.
    /// @param terms What is promised and asked for.
    /// @param goods What each right stands for.
    /// @param limit How many may be sold for now, up to the supply.
    /// @param salt Makes otherwise equal series different.
    /// @return seriesId The new series.
    function publish(
        Terms calldata terms,
        Goods calldata goods,
        uint256 limit,
        bytes32 salt
    ) external returns (bytes24 seriesId);

    /// @notice Buys one right for the caller. Pays the issuer in the same call: the chain's own coin with the call, any
    ///         other by allowance to this contract.
    /// @param seriesId The series.
    function buy(bytes24 seriesId) external payable;

    /// @notice Buys several rights, for the caller or for somebody else. A contract that receives them from somebody else is
    ///         asked whether it takes each.
    /// @param seriesId The series.
    /// @param quantity 1 to 500.
    /// @param to Who gets them.
    function buy(bytes24 seriesId, uint256 quantity, address to) external payable;

    /// @notice Locks a right to get its good; the issuer has the terms' answer period for it. Ends by `handOver`, by
    ///         `withdrawRequest`, or by itself when the period is over, which leaves the right unserved.
    /// @param id A right that the caller holds.
    /// @param way How the holder wants the good.
    /// @param commitment `keccak256(abi.encode(chain id, this contract, id, holder, secret))` of a secret of 16 random bytes.
    function request(uint256 id, Way way, bytes32 commitment) external;

    /// @notice Takes a request back; the right is the holder's to move again.
    /// @param id A right that the caller holds and has requested.
    function withdrawRequest(uint256 id) external;

    /// @notice Burns a requested right: the good has been handed over. The secret alone is the authority, so the effect is
    ///         the same whoever sends it.
    /// @param id The right.
    /// @param secret What the holder showed against the good.
    function handOver(uint256 id, bytes16 secret) external;

    /// @notice Pays waiting money to its owner. Anyone may call.
    /// @param currency The coin, zero for the chain's own.
    /// @param owner Whose money it is, and where it goes.
    function withdraw(address currency, address owner) external;

    /// @notice Pays the caller's waiting money to another address.
    /// @param currency The coin, zero for the chain's own.
    /// @param to Where it goes.
    function withdrawTo(address currency, address to) external;

    /// @notice The collection's name.
    /// @return The name.
    function name() external view returns (string memory);

    /// @notice The collection's short name.
    /// @return The short name.
    function symbol() external view returns (string memory);

    /// @notice A right's word as it counts at this moment: states that ran out are Held with the next nonce.
    /// @param id The right.
    /// @return The word, its tombstone when it burned, zero when it was never minted.
    function wordOf(uint256 id) external view returns (uint256);

    /// @notice What the holder of a requested right committed to.
    /// @param id The right.
    /// @return The commitment, zero when there is none at this moment.
    function commitmentOf(uint256 id) external view returns (bytes32);

    /// @notice A series as it is now. Reverts for an unknown one.
    /// @param seriesId The series.
    /// @return The series.
    function seriesOf(bytes24 seriesId) external view returns (Series memory);

    /// @notice Money that waits for somebody who could not be paid.
    /// @param currency The coin, zero for the chain's own.
    /// @param owner Whose money.
    /// @return In the coin's smallest unit.
    function creditOf(address currency, address owner) external view returns (uint256);
}
