// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

// It only joins the others.
// solhint-disable no-empty-blocks

import {IERC2981} from "@openzeppelin/contracts/interfaces/IERC2981.sol";
import {IERC721Metadata} from "@openzeppelin/contracts/interfaces/IERC721Metadata.sol";
import {IERC5192} from "./IERC5192.sol";
import {IBuying} from "./IBuying.sol";
import {IDisputes} from "./IDisputes.sol";
import {IPayments} from "./IPayments.sol";
import {IPublishing} from "./IPublishing.sol";
import {IRedemption} from "./IRedemption.sol";
import {IResale} from "./IResale.sol";
import {IRightsErrors} from "./IRightsErrors.sol";
import {IRightsEvents} from "./IRightsEvents.sol";
import {IRightsViews} from "./IRightsViews.sol";
import {ISending} from "./ISending.sol";

/// @title Rights to goods
/// @notice Each token is a right to one physical good of a series. Anyone may issue; nobody owns, pauses or changes this
///         contract, and it takes no fee. A token's id is `seriesId << 64 | serial`, serials from 1 in order of sale, and
///         the series id is a hash of the terms and the goods data, so the number itself proves what the right stands for.
/// @dev Any call may carry extra bytes behind its arguments; they are ignored. Clients put a reference of 8 bytes there.
interface IRights is
    IERC721Metadata,
    IERC2981,
    IERC5192,
    IRightsErrors,
    IRightsEvents,
    IPublishing,
    IBuying,
    IResale,
    ISending,
    IRedemption,
    IDisputes,
    IPayments,
    IRightsViews
{}
