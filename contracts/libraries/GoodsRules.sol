// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {IRightsErrors} from "../interfaces/IRightsErrors.sol";
import {Goods} from "../types/Goods.sol";

/// @notice Which goods data may be published.
library GoodsRules {
    uint256 private constant MAX_LENGTH = type(uint8).max;

    /// @notice Reverts unless category, product number, specification, production and name are there, name and product number
    ///         are short enough to be inscribed, and the picture is somewhere that a client may safely open.
    function check(Goods calldata goods) internal pure {
        bool complete = goods.category != 0 &&
            bytes(goods.productNumber).length != 0 &&
            bytes(goods.specification).length != 0 &&
            bytes(goods.production).length != 0 &&
            bytes(goods.name).length != 0;
        if (!complete) revert IRightsErrors.GoodsIncomplete();
        if (bytes(goods.name).length > MAX_LENGTH || bytes(goods.productNumber).length > MAX_LENGTH) {
            revert IRightsErrors.GoodsTooLong();
        }
        bytes calldata url = bytes(goods.pictureUrl);
        if (url.length == 0) return;
        if (!_startsWith(url, "https://") && !_startsWith(url, "ipfs://")) revert IRightsErrors.PictureUrlNotAllowed();
    }

    function _startsWith(bytes calldata text, bytes memory start) private pure returns (bool) {
        return text.length > start.length && keccak256(text[:start.length]) == keccak256(start);
    }
}
