// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {IERC20} from "@openzeppelin/contracts/interfaces/IERC20.sol";
import {IRights} from "../interfaces/IRights.sol";

/// @title Reads much in one call
/// @notice For tests that compare everything often.
contract Census {
    /// @notice The words of rights, what belongs to their states, and who is approved; nobody for one that does not exist.
    function rightsOf(
        IRights rights,
        uint256[] calldata ids
    ) external view returns (uint256[] memory words, bytes32[] memory aux, address[] memory approved) {
        words = new uint256[](ids.length);
        aux = new bytes32[](ids.length);
        approved = new address[](ids.length);
        for (uint256 i = 0; i < ids.length; ++i) {
            words[i] = rights.wordOf(ids[i]);
            aux[i] = rights.auxiliaryOf(ids[i]);
            try rights.getApproved(ids[i]) returns (address found) {
                approved[i] = found;
            } catch {
                continue;
            }
        }
    }

    /// @notice Both words of series, one after the other.
    function seriesOf(IRights rights, bytes24[] calldata ids) external view returns (uint256[2][] memory words) {
        words = new uint256[2][](ids.length);
        for (uint256 i = 0; i < ids.length; ++i) {
            (words[i][0], words[i][1]) = rights.seriesWordsOf(ids[i]);
        }
    }

    /// @notice For each account and currency (zero is the chain's own): what it has, and what waits for it.
    function moneyOf(
        IRights rights,
        address[] calldata accounts,
        address[] calldata currencies
    ) external view returns (uint256[2][] memory amounts) {
        amounts = new uint256[2][](accounts.length * currencies.length);
        for (uint256 i = 0; i < amounts.length; ++i) {
            address account = accounts[i / currencies.length];
            address currency = currencies[i % currencies.length];
            amounts[i][0] = currency == address(0) ? account.balance : IERC20(currency).balanceOf(account);
            amounts[i][1] = rights.creditIn(currency, account);
        }
    }

    /// @notice How many rights each account has.
    function holdingsOf(IRights rights, address[] calldata accounts) external view returns (uint256[] memory counts) {
        counts = new uint256[](accounts.length);
        for (uint256 i = 0; i < accounts.length; ++i) counts[i] = rights.balanceOf(accounts[i]);
    }
}
