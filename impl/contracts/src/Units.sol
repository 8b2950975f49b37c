// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.8;

/// Slot counted from 0 at the genesis timestamp (TIME-1).
type Slot is uint256;

/// Epoch counted from 0 (TIME-2).
type Epoch is uint256;
