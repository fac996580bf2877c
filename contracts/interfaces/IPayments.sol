// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

/// @title Money that waits
/// @notice A payee who cannot receive never blocks others: the money waits here.
interface IPayments {
    /// @notice Pays waiting money to its owner. Anyone may call.
    /// @param currency The coin, zero for the chain's own.
    /// @param owner Whose money it is, and where it goes.
    function withdraw(address currency, address owner) external;

    /// @notice Pays the caller's waiting money to another address.
    /// @param currency The coin, zero for the chain's own.
    /// @param to Where it goes.
    function withdrawTo(address currency, address to) external;
}
