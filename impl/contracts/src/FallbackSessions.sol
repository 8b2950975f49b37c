// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Rules} from "./generated/Rules.sol";

/// When based fallback is entered and left. `…Next` is the slot after the one that it is about, 0 for none.
abstract contract FallbackSessions {
    /// All zero outside of a session.
    struct Session {
        uint32 enteredNext;
        /// Of the last advance of the proven chain; of the entry before the first one.
        uint32 advancedNext;
    }

    /// Who builds the chain, and since when.
    struct Timing {
        /// 0 in a session, and while nothing is counted.
        uint256 countedFromNext;
        /// 0 while the committee is in force.
        uint256 enteredNext;
        /// 0 while the committee is in force.
        uint256 advancedNext;
        /// How many sessions time has entered since the stored state.
        uint256 entries;
        /// Of the last entry or exit since the stored state.
        uint256 changedNext;
    }

    /// 0: a deployment without fallback.
    uint256 internal immutable FALLBACK_ENTER_SLOTS;
    uint256 internal immutable FALLBACK_EXIT_SLOTS;
    uint256 internal immutable FALLBACK_EXIT_ACTIVITY_SLOTS;

    /// A word of its own, which is read and written in fallback only: whether there is a session stands with the tips.
    Session internal session;

    constructor(uint256 fallbackEnterSlots, uint256 fallbackExitSlots, uint256 fallbackExitActivitySlots) {
        FALLBACK_ENTER_SLOTS = fallbackEnterSlots;
        FALLBACK_EXIT_SLOTS = fallbackExitSlots;
        FALLBACK_EXIT_ACTIVITY_SLOTS = fallbackExitActivitySlots;
    }

    function _inFallback(Timing memory timing) internal pure returns (bool) {
        return timing.enteredNext != 0;
    }

    /// Carries out every entry and every exit that time alone has made due, by computation and not slot by slot.
    /// @param timing as stored
    /// @param claimDeadline first slot in which the epoch of the live claim can no longer be proven, 0 if none is live
    /// @param queueWaits whether the queue has an entry that no proven block took
    function _carryOut(Timing memory timing, uint256 slot, uint256 claimDeadline, bool queueWaits) internal view {
        uint256 countedFromNext = timing.countedFromNext;
        uint256 endNext = _endNext(timing);
        uint256 baseNext =
            Rules.countedNext({countedFromNext: countedFromNext, endNext: endNext, slot: slot, queueWaits: queueWaits});
        //= spec/clauses/FALLBACK.md#fallback-1
        //# Based fallback MUST be due to be entered in the slot that is T_enter after the slot counted from
        //# (FALLBACK-2), or in the slot of FALLBACK-3 if that is later.
        //= spec/clauses/FALLBACK.md#fallback-3
        //# While a claim for epoch N is live, fallback MUST NOT be entered before the first slot of epoch N+2.
        uint256 entryNext = Rules.firstEntryNext({
            baseNext: baseNext, fallbackEnterSlots: FALLBACK_ENTER_SLOTS, claimDeadline: claimDeadline
        });
        //= spec/clauses/FALLBACK.md#fallback-8
        //# The effective state MUST be the one that results from every entry and every exit in its slot,
        //# whether or not anybody acted between them; an exit counts anew from its own slot if the queue
        //# waits, and leaves the chain idle if not.
        uint256 cycleSlots = _slotsPerCycle();
        uint256 entries =
            Rules.entriesPassed({entryNext: entryNext, slot: slot, queueWaits: queueWaits, cycleSlots: cycleSlots});
        if (entries == 0 && Rules.leftNext({endNext: endNext, slot: slot}) == 0) return;

        timing.entries = entries;
        if (entries > 0) {
            timing.enteredNext = Rules.lastEntryNext({entryNext: entryNext, entries: entries, cycleSlots: cycleSlots});
            timing.advancedNext = timing.enteredNext;
            endNext = _endNext(timing);
        }
        timing.countedFromNext =
            Rules.countedNext({countedFromNext: countedFromNext, endNext: endNext, slot: slot, queueWaits: queueWaits});
        if (Rules.sessionInForce({endNext: endNext, slot: slot})) {
            timing.changedNext = timing.enteredNext;
        } else {
            (timing.changedNext, timing.enteredNext, timing.advancedNext) = (endNext, 0, 0);
        }
    }

    /// Something waits from this slot on.
    function _startCount(Timing memory timing, uint256 slot) internal view {
        //= spec/clauses/FALLBACK.md#fallback-2
        //# The slots MUST be counted from the latest of the last advance of the proven chain, the last exit and
        //# the slot in which something began to wait, and not at all while nothing has waited since the last
        //# advance or exit, nor without fallback.
        bool isCounted = _inFallback(timing) || timing.countedFromNext != 0;
        if (!isCounted && FALLBACK_ENTER_SLOTS != 0) timing.countedFromNext = slot + 1;
    }

    /// The proven chain advances in this slot.
    /// @param waits whether something waits after it
    function _countAdvance(Timing memory timing, uint256 slot, bool waits) internal view {
        if (_inFallback(timing)) {
            timing.advancedNext = slot + 1;
            return;
        }
        timing.countedFromNext = 0;
        if (waits) _startCount(timing, slot);
    }

    /// A challenge ends the live claim in this slot.
    function _putEntryOff(Timing memory timing, uint256 slot) internal view {
        //= spec/clauses/CHALLENGE.md#challenge-13
        //# An accepted `challenge` that ends a claim in slot s MUST leave the slots counted from no earlier slot
        //# than s + 1 − T_enter, if any are counted (FALLBACK-2).
        timing.countedFromNext = Rules.releasedNext({
            countedFromNext: timing.countedFromNext, fallbackEnterSlots: FALLBACK_ENTER_SLOTS, slot: slot
        });
    }

    function _loadSession(Timing memory timing) internal view {
        (timing.enteredNext, timing.advancedNext) = (session.enteredNext, session.advancedNext);
    }

    /// Stores the session, or that there is none. No slot of it is later than the current one.
    function _storeSession(Timing memory timing) internal {
        session = Session(uint32(timing.enteredNext), uint32(timing.advancedNext));
    }

    function _slotsPerCycle() private view returns (uint256) {
        return Rules.slotsPerCycle({
            fallbackEnterSlots: FALLBACK_ENTER_SLOTS,
            fallbackExitSlots: FALLBACK_EXIT_SLOTS,
            fallbackExitActivitySlots: FALLBACK_EXIT_ACTIVITY_SLOTS
        });
    }

    /// The slot after that of the exit if nobody advances any more; 0 without a session.
    function _endNext(Timing memory timing) private view returns (uint256) {
        //= spec/clauses/FALLBACK.md#fallback-6
        //# A session MUST be due to end in the slot that is T_exit after its entry.
        //= spec/clauses/FALLBACK.md#fallback-7
        //# A session MUST be due to end in the slot that is T_activity after its last advance, or after its
        //# entry if it had none.
        return Rules.sessionEndNext({
            enteredNext: timing.enteredNext,
            advancedNext: timing.advancedNext,
            fallbackExitSlots: FALLBACK_EXIT_SLOTS,
            fallbackExitActivitySlots: FALLBACK_EXIT_ACTIVITY_SLOTS
        });
    }
}
