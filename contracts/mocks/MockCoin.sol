// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {ERC20} from "@openzeppelin/contracts/token/ERC20/ERC20.sol";

/// @title Test coin
/// @notice A coin of six decimals that anyone may mint. For tests and the sandbox only.
contract MockCoin is ERC20 {
    constructor() ERC20("USD Coin (test)", "USDC") {}

    /// @notice Makes coins from nothing.
    function mint(address to, uint256 amount) external {
        _mint(to, amount);
    }

    /// @notice Six, as most dollar coins have.
    function decimals() public pure override returns (uint8) {
        return 6;
    }
}
