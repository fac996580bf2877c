// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

/// @notice What a right stands for. Never changes; its hash is part of the series id.
/// @dev `category` is a number of the Google product taxonomy. `unitsRoot` commits to the serial numbers of single units
///      (leaf n = serial n), zero when they are all alike. `pictureHash` says whether the picture behind the URL is the one.
struct Goods {
    uint32 category;
    string productNumber;
    string specification;
    string production;
    string name;
    string description;
    string pictureUrl;
    bytes32 pictureHash;
    bytes32 unitsRoot;
}
