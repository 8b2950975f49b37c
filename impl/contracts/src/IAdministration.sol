// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.8;

/// The administrator registers validators. The role is handed over in two steps, and never given up.
interface IAdministration {
    /// The administration was not offered to the caller, or is no more.
    error CallerNotPendingAdministrator(address caller, address pendingAdministrator);

    /// @param pendingAdministrator the zero address if the offer before is withdrawn
    event AdministrationOffered(address indexed administrator, address indexed pendingAdministrator);
    /// @param administrator the one from now on
    event AdministrationTransferred(address indexed previousAdministrator, address indexed administrator);

    /// Offers the administration, in place of any offer before. Nothing else changes until it is accepted.
    /// @param pendingAdministrator_ who may accept; the zero address withdraws the offer
    /// @custom:throws CallerNotAdministrator
    /// @custom:clauses VALIDATOR-6, VALIDATOR-8
    function transferAdministration(address pendingAdministrator_) external;

    /// Makes the caller, to whom it was offered, the administrator.
    /// @custom:throws CallerNotPendingAdministrator
    /// @custom:clauses VALIDATOR-7, VALIDATOR-8
    function acceptAdministration() external;

    function administrator() external view returns (address);
    /// Who may accept the administration; the zero address while nothing is offered.
    function pendingAdministrator() external view returns (address);
}
