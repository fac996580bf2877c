// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

/// @notice What of a series is needed rarely and never changes, kept as the code of a contract that does nothing.
struct Inscription {
    uint32 supply;
    address arbiter;
    address attestor;
    uint32 category;
    bytes32 pictureHash;
    string name;
    string productNumber;
    string specification;
}
