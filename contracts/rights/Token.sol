// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {IERC165} from "@openzeppelin/contracts/interfaces/IERC165.sol";
import {IERC2981} from "@openzeppelin/contracts/interfaces/IERC2981.sol";
import {IERC721} from "@openzeppelin/contracts/interfaces/IERC721.sol";
import {IERC721Metadata} from "@openzeppelin/contracts/interfaces/IERC721Metadata.sol";
import {IERC5192} from "../interfaces/IERC5192.sol";
import {Receiver} from "../libraries/Receiver.sol";
import {RightWord, RightWordLib} from "../types/RightWord.sol";
import {Ledger} from "./Ledger.sol";

/// @title The token
/// @notice ERC-721 as wallets and marketplaces know it. Locked rights do not move; a move ends an offer.
abstract contract Token is Ledger {
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
        _rights[tokenId].word = word.approvedIf(to != address(0));
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

    /// @inheritdoc IERC165
    function supportsInterface(bytes4 interfaceId) external pure returns (bool) {
        return
            interfaceId == type(IERC165).interfaceId ||
            interfaceId == type(IERC721).interfaceId ||
            interfaceId == type(IERC721Metadata).interfaceId ||
            interfaceId == type(IERC2981).interfaceId ||
            interfaceId == type(IERC5192).interfaceId;
    }

    function _transfer(address from, address to, uint256 id) private {
        if (to == address(0)) revert ERC721InvalidReceiver(to);
        RightWord word = _rights[id].word;
        // The common case in one comparison.
        if (from == msg.sender && word.isHeldBy(from)) return _move(id, word, to);
        word = _alive(id);
        address owner = word.owner();
        if (owner != from) revert ERC721IncorrectOwner(from, id, owner);
        if (msg.sender != owner && !_isAllowed(owner, id, word)) revert ERC721InsufficientApproval(msg.sender, id);
        if (!word.isTransferable()) revert RightLocked(id, word.state());
        _move(id, word, to);
    }

    function _isAllowed(address owner, uint256 id, RightWord word) private view returns (bool) {
        return _operators[owner][msg.sender] || (word.has(RightWordLib.APPROVED) && _approved[id] == msg.sender);
    }
}
