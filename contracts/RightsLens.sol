// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

/// @title Lens (being written)
contract RightsLens {
    function version() external pure returns (uint256) {
        return 1;
    }
}
