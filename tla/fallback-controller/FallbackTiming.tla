--------------------------- MODULE FallbackTiming ---------------------------
(***************************************************************************)
(* When fallback is entered and left: pure operators of what is counted,   *)
(* for the controller alone and for the rollup, of which it is a part.     *)
(*                                                                         *)
(* What is counted is a record c of three slots, -1 for none:              *)
(*   countedFrom   the slot counted from, outside of a session;            *)
(*   entered       the entry of the session;                               *)
(*   advanced      the last advance in it, its entry before the first one. *)
(*                                                                         *)
(* Time is a fold: an operator says what one slot does, and time does that *)
(* slot by slot.  Whoever needs it in one step has to find the closed form *)
(* and is compared with this.                                              *)
(*                                                                         *)
(* Left out: what waits, claims and the queue. Who extends this module     *)
(* says when something begins to wait, when the proven chain advances,     *)
(* until when a claim lives, and whether anything waits.                   *)
(***************************************************************************)
EXTENDS Integers

CONSTANTS
    FallbackEnterSlots,         \* count of slots: T_enter, FALLBACK-1; 0 for no fallback
    FallbackExitSlots,          \* count of slots: T_exit, FALLBACK-6
    FallbackExitActivitySlots   \* count of slots: T_activity, FALLBACK-7

ASSUME TimesAreCounts ==
    {FallbackEnterSlots, FallbackExitSlots, FallbackExitActivitySlots} \subseteq Nat
\* FALLBACK-18: or a session would have no slot, or end before it is unused.
ASSUME SessionsHaveSlots ==
    FallbackEnterSlots > 0 =>
        FallbackExitActivitySlots \in 1..FallbackExitSlots

-----------------------------------------------------------------------------
\* Values.

NoSlot == -1

Idle == [countedFrom |-> NoSlot, entered |-> NoSlot, advanced |-> NoSlot]

\* FALLBACK-1: a deployment without fallback counts nothing.
CountedFrom(slot) ==
    IF FallbackEnterSlots = 0 THEN Idle ELSE [Idle EXCEPT !.countedFrom = slot]
SessionSince(slot) == [Idle EXCEPT !.entered = slot, !.advanced = slot]

InSession(c) == c.entered # NoSlot
IsCounted(c) == c.countedFrom # NoSlot
IsIdle(c) == ~InSession(c) /\ ~IsCounted(c)

\* Typed, and nothing of it is later than now. Not every such record is one that
\* time leads to.
IsTiming(c, now) ==
    /\ {c.countedFrom, c.entered, c.advanced} \subseteq NoSlot..now
    /\ IsCounted(c) => ~InSession(c) /\ FallbackEnterSlots > 0
    /\ InSession(c) <=> c.advanced # NoSlot
    /\ InSession(c) => FallbackEnterSlots > 0
    \* FALLBACK-6, FALLBACK-7: an advance was one of this session.
    /\ InSession(c) =>
        /\ c.entered <= c.advanced
        /\ c.advanced < c.entered + FallbackExitSlots

-----------------------------------------------------------------------------
\* What happens to it.

\* FALLBACK-2: something begins to wait in this slot. What waited before it, or
\* is waited for in a session, is counted as it is.
Waits(c, slot) == IF InSession(c) \/ IsCounted(c) THEN c ELSE CountedFrom(slot)

\* FALLBACK-2, FALLBACK-7: the proven chain advances in this slot, and afterwards
\* something waits or not.
Advances(c, slot, waits) ==
    IF InSession(c) THEN [c EXCEPT !.advanced = slot]
    ELSE IF waits THEN CountedFrom(slot)
    ELSE Idle

-----------------------------------------------------------------------------
\* What one slot does. `deadline` is the first slot in which a live claim can no
\* longer be proven, or NoSlot.

EntryDue(c, slot, deadline) ==
    /\ IsCounted(c)
    /\ slot >= c.countedFrom + FallbackEnterSlots          \* FALLBACK-1
    /\ deadline = NoSlot \/ slot >= deadline               \* FALLBACK-3

ExitDue(c, slot) ==
    /\ InSession(c)
    /\ \/ slot >= c.entered + FallbackExitSlots            \* FALLBACK-6
       \/ slot >= c.advanced + FallbackExitActivitySlots   \* FALLBACK-7

\* FALLBACK-8: after an exit only what waits is counted.
Exited(slot, waits) == IF waits THEN CountedFrom(slot) ELSE Idle

\* Of an entry and an exit at most one is due in a slot (FALLBACK-18).
SlotPassed(c, slot, deadline, waits) ==
    IF EntryDue(c, slot, deadline) THEN SessionSince(slot)
    ELSE IF ExitDue(c, slot) THEN Exited(slot, waits)
    ELSE c

-----------------------------------------------------------------------------
\* Time, FALLBACK-8: every entry and every exit up to and including the slot
\* `until`. `forced`: the queue has an entry that no proven block took, which is
\* all that can wait at an exit (FALLBACK-4).

\*
\* Slot by slot: what the first half of the slots leads to is where the second
\* half begins, or TLC would nest as deep as there are slots.
RECURSIVE SlotsPassed(_, _, _, _, _)
SlotsPassed(c, slot, until, deadline, forced) ==
    IF slot > until \/ IsIdle(c) THEN c
    ELSE IF slot = until THEN SlotPassed(c, slot, deadline, forced)
    ELSE LET middle == (slot + until) \div 2
         IN SlotsPassed(SlotsPassed(c, slot, middle, deadline, forced),
                        middle + 1, until, deadline, forced)

\* The first slot in which time may do something to it: nothing happens before
\* the slot that it names.
StartOf(c) == IF InSession(c) THEN c.advanced ELSE c.countedFrom

Timed(c, until, deadline, forced) == SlotsPassed(c, StartOf(c), until, deadline, forced)
=============================================================================
