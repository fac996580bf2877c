// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {IERC20} from "@openzeppelin/contracts/interfaces/IERC20.sol";
import {BoundedCall} from "./BoundedCall.sol";

/// @notice Moves coins and says whether they moved; never reverts on its own.
library Money {
    /// @notice Sends the chain's own coin (currency zero) or a coin that this contract has.
    function push(address currency, address to, uint256 amount) internal returns (bool) {
        if (currency == address(0)) {
            (bool succeeded, , ) = BoundedCall.tryCall(to, amount, "");
            return succeeded;
        }
        return _coinCall(currency, abi.encodeCall(IERC20.transfer, (to, amount)));
    }

    /// @notice Moves a coin that its owner has allowed this contract to move.
    function pull(address currency, address from, address to, uint256 amount) internal returns (bool) {
        return _coinCall(currency, abi.encodeCall(IERC20.transferFrom, (from, to, amount)));
    }

    /// @dev Coins may answer true or nothing. An address without code answers nothing too, and has moved nothing.
    ///      An answer shorter than a word never reads as true: its missing end counts as zeros.
    function _coinCall(address currency, bytes memory input) private returns (bool) {
        (bool succeeded, uint256 size, bytes32 word) = BoundedCall.tryCall(currency, 0, input);
        if (!succeeded) return false;
        return size == 0 ? currency.code.length != 0 : uint256(word) == 1;
    }
}
