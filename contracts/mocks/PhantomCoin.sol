// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {ERC20} from "@openzeppelin/contracts/token/ERC20/ERC20.sol";

/// @title A coin that swallows every call that it does not know
/// @notice For tests: says yes to permits and authorizations, and does nothing about them, as wrapped coins of old do.
contract PhantomCoin is ERC20("Phantom coin", "BOO") {
    // solhint-disable-next-line no-empty-blocks
    fallback() external {}

    function mint(address to, uint256 amount) external {
        _mint(to, amount);
    }
}
