// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {ERC721} from "solady/src/tokens/ERC721.sol";
import {PRICE, WrongPayment, paySeller} from "./Sale.sol";

/// @title Solady's token with the least payable mint
contract SoladyPeer is ERC721 {
    uint256 private _sold;

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

    /// @notice Burns what the caller holds or was approved for.
    function burn(uint256 id) external {
        _burn(msg.sender, id);
    }

    function name() public pure override returns (string memory) {
        return "Peer";
    }

    function symbol() public pure override returns (string memory) {
        return "PEER";
    }

    function tokenURI(uint256) public pure override returns (string memory) {
        return "";
    }
}
