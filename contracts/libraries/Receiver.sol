// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {IERC721Errors} from "@openzeppelin/contracts/interfaces/draft-IERC6093.sol";
import {IERC721Receiver} from "@openzeppelin/contracts/interfaces/IERC721Receiver.sol";
import {BoundedCall} from "./BoundedCall.sol";

/// @notice Asks a contract whether it takes a right (ERC-721's receiver check).
library Receiver {
    /// @notice Reverts unless `to` has no code or accepts the right.
    function check(address from, address to, uint256 id, bytes memory note) internal {
        if (to.code.length == 0) return;
        (bool succeeded, , bytes32 word) = BoundedCall.tryCall(
            to,
            0,
            abi.encodeCall(IERC721Receiver.onERC721Received, (msg.sender, from, id, note)),
            gasleft()
        );
        bool accepted = succeeded && word == bytes32(IERC721Receiver.onERC721Received.selector);
        if (!accepted) revert IERC721Errors.ERC721InvalidReceiver(to);
    }
}
