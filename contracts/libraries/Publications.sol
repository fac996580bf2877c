// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {Goods} from "../types/Goods.sol";
import {InscriptionWord} from "../types/InscriptionWord.sol";
import {Terms} from "../types/Terms.sol";
import {GoodsRules} from "./GoodsRules.sol";
import {Inscriptions} from "./Inscriptions.sol";
import {TermsRules} from "./TermsRules.sol";

/// @notice What of publishing needs no storage. Linked, not built in: `Rights` would not fit into the size that chains accept.
library Publications {
    /// @notice Reverts for terms or goods data that may not be published; writes the inscription of those that may.
    /// @return What `Rights` keeps of it.
    function inscribe(Terms calldata terms, Goods calldata goods, uint256 limit) external returns (InscriptionWord) {
        TermsRules.check(terms, limit);
        GoodsRules.check(goods);
        return Inscriptions.write(terms, goods);
    }
}
