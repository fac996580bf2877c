// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {Inscription} from "../types/Inscription.sol";

/// @title What `Rights` can be asked
/// @notice Words as they are. `RightsLens` reads them and answers what a card needs in one call.
interface IRightsViews {
    /// @notice A right's word as it counts at this moment: states that ran out are Held with the next nonce.
    /// @param id The right.
    /// @return The word, its tombstone when it burned, zero when it was never minted.
    function wordOf(uint256 id) external view returns (uint256);

    /// @notice What belongs to a right's present state: a commitment, a claim key or a private taker.
    /// @param id The right.
    /// @return The word, zero when there is none at this moment.
    function auxiliaryOf(uint256 id) external view returns (bytes32);

    /// @notice A series' two words. See `SeriesWord.sol` and `TermsWord.sol`.
    /// @param seriesId The series.
    /// @return series What a purchase needs, zero for an unknown series.
    /// @return terms The rest.
    function seriesWordsOf(bytes24 seriesId) external view returns (uint256 series, uint256 terms);

    /// @notice What of a series' terms and goods data the chain keeps readable. Reverts for an unknown series.
    /// @param seriesId The series.
    /// @return The inscription; its specification is cut to at most 96 bytes.
    function inscriptionOf(bytes24 seriesId) external view returns (Inscription memory);

    /// @notice Serves this account at this issuer's desk?
    /// @param issuer Whose desk.
    /// @param account Who.
    /// @return Whether.
    function isStaff(address issuer, address account) external view returns (bool);

    /// @notice Money that waits for somebody who could not be paid.
    /// @param currency The coin, zero for the chain's own.
    /// @param owner Whose money.
    /// @return In the coin's smallest unit.
    function creditIn(address currency, address owner) external view returns (uint256);

    /// @notice What every signed message about a right is bound to, recomputed on every call (EIP-712).
    /// @return The domain separator of name "Rights", version "1", this chain and this contract.
    function domainSeparator() external view returns (bytes32);

    /// @notice The collection as marketplaces show it (ERC-7572).
    /// @return A data URI with JSON.
    function contractURI() external view returns (string memory);
}
