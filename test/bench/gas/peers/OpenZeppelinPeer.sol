// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {ERC721} from "@openzeppelin/contracts/token/ERC721/ERC721.sol";
import {ERC721Burnable} from "@openzeppelin/contracts/token/ERC721/extensions/ERC721Burnable.sol";
import {PRICE, WrongPayment, paySeller} from "./Sale.sol";

/// @title OpenZeppelin's token with the least payable mint
contract OpenZeppelinPeer is ERC721Burnable {
    uint256 private _sold;

    constructor() ERC721("Peer", "PEER") {}

    /// @notice Sells one.
    function mint() external payable {
        if (msg.value != PRICE) revert WrongPayment();
        _mint(msg.sender, _sold++);
        paySeller(msg.value);
    }

    /// @notice Sells several.
    function mint(uint256 quantity) external payable {
        if (msg.value != PRICE * quantity) revert WrongPayment();
        uint256 first = _sold;
        _sold = first + quantity;
        for (uint256 i = 0; i < quantity; ++i) _mint(msg.sender, first + i);
        paySeller(msg.value);
    }
}
