// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {ERC721A} from "erc721a/contracts/ERC721A.sol";
import {PRICE, WrongPayment, paySeller} from "./Sale.sol";

/// @title ERC721A with the least payable mint
contract Erc721aPeer is ERC721A {
    constructor() ERC721A("Peer", "PEER") {}

    /// @notice Sells one.
    function mint() external payable {
        if (msg.value != PRICE) revert WrongPayment();
        _mint(msg.sender, 1);
        paySeller(msg.value);
    }

    /// @notice Sells several.
    function mint(uint256 quantity) external payable {
        if (msg.value != PRICE * quantity) revert WrongPayment();
        _mint(msg.sender, quantity);
        paySeller(msg.value);
    }

    /// @notice Burns what the caller holds or was approved for.
    function burn(uint256 id) external {
        _burn(id, true);
    }
}
