// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {Goods} from "./Goods.sol";
import {Terms} from "./Terms.sol";

/// @notice One series to publish.
struct Publication {
    Terms terms;
    Goods goods;
    uint256 limit;
    bytes32 salt;
}
