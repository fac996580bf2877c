// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {IERC165} from "@openzeppelin/contracts/interfaces/IERC165.sol";
import {IERC721} from "@openzeppelin/contracts/interfaces/IERC721.sol";
import {IERC5192} from "./interfaces/IERC5192.sol";
import {IRights} from "./interfaces/IRights.sol";
import {GoodsRules} from "./libraries/GoodsRules.sol";
import {Money} from "./libraries/Money.sol";
import {Receiver} from "./libraries/Receiver.sol";
import {TermsRules} from "./libraries/TermsRules.sol";
import {Goods} from "./types/Goods.sol";
import {Price} from "./types/Price.sol";
import {RightState} from "./types/RightState.sol";
import {RightWord, RightWordLib} from "./types/RightWord.sol";
import {SeriesWord, SeriesWordLib} from "./types/SeriesWord.sol";
import {Terms} from "./types/Terms.sol";
import {TermsWord, TermsWordLib} from "./types/TermsWord.sol";
import {Way} from "./types/Way.sol";

/// @title Rights
/// @notice See `IRights`.
/// @dev Rules for whoever adds to this: every read of a right goes through `_alive` or `at`, every move through `_move`, every
///      burn through `_burn`; state is final before any call to others; what is signed binds chain, contract, id and nonce.
contract Rights is IRights {
    /// @dev Above about 690 a purchase would not fit into one transaction.
    uint256 private constant MAX_QUANTITY = 500;

    /// @dev Used for the lock and nothing else, and cleared on the way out: two purchases may share a transaction.
    uint256 private transient _entered;

    mapping(uint256 id => RightWord) private _rights;
    mapping(address owner => uint256) private _balances;
    mapping(bytes24 seriesId => SeriesWord) private _series;
    mapping(bytes24 seriesId => TermsWord) private _terms;
    /// @dev Live only under the word's AUX_LIVE flag; may hold something stale otherwise. Deleting gives gas back, no more.
    mapping(uint256 id => bytes32) private _aux;
    /// @dev Live only under the word's APPROVED flag.
    mapping(uint256 id => address) private _approved;
    mapping(address owner => mapping(address operator => bool)) private _operators;
    mapping(address currency => mapping(address owner => uint256)) private _credits;

    /// @inheritdoc IRights
    string public name;
    /// @inheritdoc IRights
    string public symbol;

    modifier once() {
        if (_entered != 0) revert Reentered();
        _entered = 1;
        _;
        _entered = 0;
    }

    constructor(string memory name_, string memory symbol_) {
        name = name_;
        symbol = symbol_;
    }

    // Selling

    /// @inheritdoc IRights
    function publish(
        Terms calldata terms,
        Goods calldata goods,
        uint256 limit,
        bytes32 salt
    ) external returns (bytes24 seriesId) {
        TermsRules.check(terms, limit);
        GoodsRules.check(goods);
        bytes32 termsHash = keccak256(abi.encode(terms));
        bytes32 goodsHash = keccak256(abi.encode(goods));
        seriesId = bytes24(
            keccak256(abi.encode(block.chainid, address(this), msg.sender, termsHash, goodsHash, salt))
        );
        if (SeriesWord.unwrap(_series[seriesId]) != 0) revert SeriesExists(seriesId);

        uint256 flags = terms.currency == address(0) ? SeriesWordLib.NATIVE : 0;
        _series[seriesId] = SeriesWordLib.pack(msg.sender, terms.price, limit, terms.saleEndDay, flags);
        _terms[seriesId] = TermsWordLib.pack(terms);
        emit Published(seriesId, msg.sender, goods.category, terms, goods, limit, salt);
    }

    /// @inheritdoc IRights
    function buy(bytes24 seriesId) external payable once {
        _buy(seriesId, 1, msg.sender);
    }

    /// @inheritdoc IRights
    function buy(bytes24 seriesId, uint256 quantity, address to) external payable once {
        if (to == address(0)) revert ERC721InvalidReceiver(to);
        if (quantity == 0 || quantity > MAX_QUANTITY) revert QuantityOutOfBounds(quantity);
        _buy(seriesId, quantity, to);
    }

    // Getting the good

    /// @inheritdoc IRights
    function request(uint256 id, Way way, bytes32 commitment) external {
        RightWord word = _alive(id);
        if (word.owner() != msg.sender) revert NotHolder(id, msg.sender);
        if (!word.isHeld()) revert WrongState(id, word.state());
        if (commitment == 0) revert CommitmentMissing();
        TermsWord terms = _terms[_seriesIdOf(id)];
        if ((terms.ways() >> uint256(way)) & 1 == 0) revert WayNotOffered(id, way);
        uint256 redeemBy = uint256(terms.redeemByDay()) * 1 days;
        // Who was left unserved may ask again, however late it has become.
        if (redeemBy != 0 && block.timestamp >= redeemBy && !word.has(RightWordLib.UNSERVED)) {
            revert PastRedeemBy(id);
        }

        RightState next = way == Way.PickUp ? RightState.RequestedPickUp : RightState.RequestedDelivery;
        uint256 answerBy = block.timestamp + uint256(terms.answerDays()) * 1 days;
        _aux[id] = commitment;
        _enter(id, word.entering(next, RightWordLib.AUX_LIVE, answerBy));
        emit Locked(id);
    }

    /// @inheritdoc IRights
    function withdrawRequest(uint256 id) external {
        RightWord word = _alive(id);
        if (word.owner() != msg.sender) revert NotHolder(id, msg.sender);
        if (!word.isRequested()) revert WrongState(id, word.state());
        delete _aux[id];
        _enter(id, word.entering(RightState.Held, 0, 0));
        emit Unlocked(id);
    }

    /// @inheritdoc IRights
    function handOver(uint256 id, bytes16 secret) external {
        RightWord word = _alive(id);
        if (!word.isRequested()) revert WrongState(id, word.state());
        bytes32 shown = keccak256(abi.encode(block.chainid, address(this), id, word.owner(), secret));
        if (shown != _aux[id]) revert SecretWrong(id);
        _burn(id, word, RightState.Redeemed);
    }

    // Money that waits

    /// @inheritdoc IRights
    function withdraw(address currency, address owner) external once {
        _withdraw(currency, owner, owner);
    }

    /// @inheritdoc IRights
    function withdrawTo(address currency, address to) external once {
        _withdraw(currency, msg.sender, to);
    }

    // ERC-721

    /// @inheritdoc IERC721
    function transferFrom(address from, address to, uint256 tokenId) external {
        _transfer(from, to, tokenId);
    }

    /// @inheritdoc IERC721
    function safeTransferFrom(address from, address to, uint256 tokenId) external {
        _transfer(from, to, tokenId);
        Receiver.check(from, to, tokenId, "");
    }

    /// @inheritdoc IERC721
    function safeTransferFrom(address from, address to, uint256 tokenId, bytes calldata data) external {
        _transfer(from, to, tokenId);
        Receiver.check(from, to, tokenId, data);
    }

    /// @inheritdoc IERC721
    function approve(address to, uint256 tokenId) external {
        RightWord word = _alive(tokenId);
        address owner = word.owner();
        if (msg.sender != owner && !_operators[owner][msg.sender]) revert ERC721InvalidApprover(msg.sender);
        if (!word.isTransferable()) revert RightLocked(tokenId, word.state());
        _rights[tokenId] = word.approvedIf(to != address(0));
        _approved[tokenId] = to;
        emit Approval(owner, to, tokenId);
    }

    /// @inheritdoc IERC721
    function setApprovalForAll(address operator, bool approved) external {
        if (operator == address(0)) revert ERC721InvalidOperator(operator);
        _operators[msg.sender][operator] = approved;
        emit ApprovalForAll(msg.sender, operator, approved);
    }

    /// @inheritdoc IERC721
    function balanceOf(address owner) external view returns (uint256) {
        if (owner == address(0)) revert ERC721InvalidOwner(owner);
        return _balances[owner];
    }

    /// @inheritdoc IERC721
    function ownerOf(uint256 tokenId) external view returns (address) {
        return _alive(tokenId).owner();
    }

    /// @inheritdoc IERC721
    function getApproved(uint256 tokenId) external view returns (address) {
        return _alive(tokenId).has(RightWordLib.APPROVED) ? _approved[tokenId] : address(0);
    }

    /// @inheritdoc IERC721
    function isApprovedForAll(address owner, address operator) external view returns (bool) {
        return _operators[owner][operator];
    }

    /// @inheritdoc IERC5192
    function locked(uint256 tokenId) external view returns (bool) {
        return !_alive(tokenId).isTransferable();
    }

    // Views

    /// @inheritdoc IRights
    function wordOf(uint256 id) external view returns (uint256) {
        return RightWord.unwrap(_rights[id].at(block.timestamp));
    }

    /// @inheritdoc IRights
    function commitmentOf(uint256 id) external view returns (bytes32) {
        RightWord word = _rights[id].at(block.timestamp);
        return word.isRequested() && word.has(RightWordLib.AUX_LIVE) ? _aux[id] : bytes32(0);
    }

    /// @inheritdoc IRights
    function seriesOf(bytes24 seriesId) external view returns (Series memory) {
        SeriesWord series = _series[seriesId];
        if (series.issuer() == address(0)) revert SeriesUnknown(seriesId);
        TermsWord terms = _terms[seriesId];
        return
            Series({
                issuer: series.issuer(),
                currency: terms.currency(),
                price: series.price(),
                sold: uint32(series.sold()),
                limit: uint32(series.limit()),
                saleEndDay: series.saleEndDay(),
                redeemByDay: terms.redeemByDay(),
                answerDays: terms.answerDays(),
                handOverDays: terms.handOverDays(),
                disputeDays: terms.disputeDays(),
                ways: terms.ways()
            });
    }

    /// @inheritdoc IRights
    function creditOf(address currency, address owner) external view returns (uint256) {
        return _credits[currency][owner];
    }

    /// @inheritdoc IERC165
    function supportsInterface(bytes4 interfaceId) external pure returns (bool) {
        return
            interfaceId == type(IERC165).interfaceId ||
            interfaceId == type(IERC721).interfaceId ||
            interfaceId == type(IERC5192).interfaceId;
    }

    // Inside

    function _buy(bytes24 seriesId, uint256 quantity, address to) private {
        SeriesWord series = _series[seriesId];
        if (series.issuer() == address(0)) revert SeriesUnknown(seriesId);
        uint256 saleEnd = uint256(series.saleEndDay()) * 1 days;
        if (saleEnd != 0 && block.timestamp >= saleEnd) revert SaleEnded(seriesId);
        uint256 left = series.limit() - series.sold();
        if (quantity > left) revert SoldOut(seriesId, left);

        uint256 first;
        uint256 end;
        unchecked {
            // No count here passes 2^20, nor a balance the number of all rights.
            first = (uint256(uint192(seriesId)) << 64) | (series.sold() + 1);
            end = first + quantity;
            _balances[to] += quantity;
        }
        _series[seriesId] = series.plusSold(quantity);
        RightWord fresh = RightWordLib.minted(to);
        for (uint256 id = first; id < end; ++id) {
            _rights[id] = fresh;
            emit Transfer(address(0), to, id);
        }

        _pay(seriesId, series, Price.unpack(series.price()) * quantity);
        // Who acts for himself has shown that he can; end users' accounts may have code that knows no receiver check.
        if (to == msg.sender) return;
        for (uint256 id = first; id < end; ++id) {
            Receiver.check(address(0), to, id, "");
        }
    }

    /// @dev A native payee who cannot receive gets a credit: his trouble must not stop the sale. A coin that refuses stops it:
    ///      the buyer keeps his money, nobody else is touched, and no money is held here for somebody whom the coin shuts out.
    function _pay(bytes24 seriesId, SeriesWord series, uint256 due) private {
        address issuer = series.issuer();
        if (!series.has(SeriesWordLib.NATIVE)) {
            if (msg.value != 0) revert WrongValue(0, msg.value);
            address currency = _terms[seriesId].currency();
            if (!Money.pull(currency, msg.sender, issuer, due)) revert CoinRefused(currency);
            return;
        }
        if (msg.value != due) revert WrongValue(due, msg.value);
        if (Money.push(address(0), issuer, due)) return;
        _credits[address(0)][issuer] += due;
        emit Credited(issuer, address(0), due);
    }

    function _withdraw(address currency, address owner, address to) private {
        uint256 amount = _credits[currency][owner];
        if (amount == 0) revert NothingToWithdraw(owner, currency);
        delete _credits[currency][owner];
        emit Withdrawn(owner, currency, to, amount);
        if (!Money.push(currency, to, amount)) revert PayeeRefused(to);
    }

    function _transfer(address from, address to, uint256 id) private {
        if (to == address(0)) revert ERC721InvalidReceiver(to);
        RightWord word = _alive(id);
        address owner = word.owner();
        if (owner != from) revert ERC721IncorrectOwner(from, id, owner);
        if (!_mayTransfer(msg.sender, owner, id, word)) revert ERC721InsufficientApproval(msg.sender, id);
        if (!word.isTransferable()) revert RightLocked(id, word.state());
        _move(id, word, to);
    }

    function _mayTransfer(address caller, address owner, uint256 id, RightWord word) private view returns (bool) {
        return
            caller == owner ||
            _operators[owner][caller] ||
            (word.has(RightWordLib.APPROVED) && _approved[id] == caller);
    }

    /// @dev The only place where a right changes hands.
    function _move(uint256 id, RightWord word, address to) private {
        address from = word.owner();
        _rights[id] = word.movedTo(to);
        unchecked {
            // Each balance counts rights that exist, and `from` has at least this one.
            --_balances[from];
            ++_balances[to];
        }
        emit Transfer(from, to, id);
    }

    /// @dev The only place where a right ends. The word stays as its tombstone, so that the serial is never minted again.
    function _burn(uint256 id, RightWord word, RightState outcome) private {
        address owner = word.owner();
        delete _aux[id];
        --_balances[owner];
        emit Transfer(owner, address(0), id);
        _enter(id, word.entering(outcome, 0, block.timestamp));
    }

    function _enter(uint256 id, RightWord word) private {
        _rights[id] = word;
        emit Moved(id, RightWord.unwrap(word));
    }

    /// @dev The word as it counts now, of a right that exists.
    function _alive(uint256 id) private view returns (RightWord word) {
        word = _rights[id].at(block.timestamp);
        if (!word.isAlive()) revert ERC721NonexistentToken(id);
    }

    function _seriesIdOf(uint256 id) private pure returns (bytes24) {
        return bytes24(uint192(id >> 64));
    }
}
