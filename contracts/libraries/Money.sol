// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {IERC20} from "@openzeppelin/contracts/interfaces/IERC20.sol";
import {IERC3009} from "@openzeppelin/contracts/interfaces/draft-IERC3009.sol";
import {Authorization} from "../types/Purchase.sol";
import {BoundedCall} from "./BoundedCall.sol";

/// @notice Moves coins and says whether they moved; never reverts on its own.
library Money {
    /// @dev Plenty for a wallet with code, and an end for a payee who would burn all gas of whoever pays him.
    uint256 private constant PAYEE_GAS = 100_000;

    /// @notice Sends the chain's own coin (currency zero) or a coin that this contract has.
    function push(address currency, address to, uint256 amount) internal returns (bool) {
        if (currency == address(0)) return pushNative(to, amount);
        return _coinCall(currency, abi.encodeCall(IERC20.transfer, (to, amount)));
    }

    /// @notice Sends the chain's own coin.
    function pushNative(address to, uint256 amount) internal returns (bool) {
        return BoundedCall.tryPay(to, amount, PAYEE_GAS);
    }

    /// @notice Moves a coin that its owner has allowed this contract to move.
    function pull(address currency, address from, address to, uint256 amount) internal returns (bool) {
        return _coinCall(currency, abi.encodeCall(IERC20.transferFrom, (from, to, amount)));
    }

    /// @notice Moves a coin here on its owner's EIP-3009 authorization.
    function receiveAuthorized(
        address currency,
        uint256 amount,
        bytes32 nonce,
        Authorization calldata authorization
    ) internal returns (bool) {
        (bool succeeded, , ) = BoundedCall.tryCall(
            currency,
            0,
            abi.encodeCall(
                IERC3009.receiveWithAuthorization,
                (
                    authorization.payer,
                    address(this),
                    amount,
                    authorization.validAfter,
                    authorization.validBefore,
                    nonce,
                    authorization.v,
                    authorization.r,
                    authorization.s
                )
            ),
            gasleft()
        );
        return succeeded;
    }

    /// @notice How much of a coin this contract has; zero for one that does not answer.
    function held(address currency) internal view returns (uint256) {
        (bool succeeded, bytes32 word) = BoundedCall.tryStaticCall(
            currency,
            abi.encodeCall(IERC20.balanceOf, (address(this)))
        );
        return succeeded ? uint256(word) : 0;
    }

    /// @dev Coins may answer true or nothing. An address without code answers nothing too, and has moved nothing.
    ///      An answer shorter than a word never reads as true: its missing end counts as zeros.
    function _coinCall(address currency, bytes memory input) private returns (bool) {
        (bool succeeded, uint256 size, bytes32 word) = BoundedCall.tryCall(currency, 0, input, gasleft());
        if (!succeeded) return false;
        return size == 0 ? currency.code.length != 0 : uint256(word) == 1;
    }
}
