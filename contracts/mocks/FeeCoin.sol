// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {ERC20} from "@openzeppelin/contracts/token/ERC20/ERC20.sol";

/// @title A coin that loses value on its way
/// @notice For tests: keeps a hundredth of whatever moves, swallows every call that it does not know, and its owner can take
///         coins from anyone.
contract FeeCoin is ERC20("Fee coin", "FEE") {
    bool private _isFree;

    fallback() external {}

    function mint(address to, uint256 amount) external {
        _isFree = true;
        _mint(to, amount);
        _isFree = false;
    }

    function burn(address from, uint256 amount) external {
        _isFree = true;
        _burn(from, amount);
        _isFree = false;
    }

    function _update(address from, address to, uint256 amount) internal override {
        uint256 fee = _isFree ? 0 : amount / 100;
        super._update(from, to, amount - fee);
        if (fee != 0) super._update(from, address(0), fee);
    }
}
