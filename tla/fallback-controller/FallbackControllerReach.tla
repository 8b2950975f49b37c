----------------------- MODULE FallbackControllerReach -----------------------
(***************************************************************************)
(* States that a check of the properties must have seen, and what readings *)
(* give up.  Each `Never…` claims that its state is never reached, and a   *)
(* Reach model shows that it is, in the profile that the first line above  *)
(* it names.                                                               *)
(***************************************************************************)
EXTENDS MCFallbackController

\* Of the history, what the states below ask for.
ReachView == <<State, since, idleEntries>>

\* Reached in profile default.
\* FALLBACK-3: a claim has put the entry off.
NeverPutOff == ~(Open(live) /\ countedFrom # NoSlot /\ live.entered > countedFrom + FallbackEnterSlots)

\* Reached in profile default.
\* FALLBACK-3: an epoch is proven after the slot in which, without its claim, the
\* entry would have dropped it.
NeverProvenWhilePutOff ==
    ~(/\ live.countedFrom # NoSlot
      /\ slot >= live.countedFrom + FallbackEnterSlots
      /\ Accepts(Proof(FALSE)))

\* Reached in profile default.
\* FALLBACK-8: two sessions have come, and nobody has acted.
NeverSecondSessionUnseen ==
    ~(/\ countedFrom # NoSlot
      /\ live.entered >= countedFrom + 2 * FallbackEnterSlots + FallbackExitActivitySlots)

\* Reached in profile default.
\* FALLBACK-6: a session that was used to the end is over.
NeverLongestSession ==
    ~(/\ Open(State)
      /\ ~Open(live)
      /\ entered + FallbackExitSlots < advanced + FallbackExitActivitySlots)

\* Reached in profile default.
\* FALLBACK-12: two blocks in a session, the first of a slot long before its own.
NeverEarlierSlotsUsed ==
    ~(Open(live) /\ provenSlot # NoSlot /\ provenSlot + 1 < live.entered /\ live.advanced > live.entered)

\* Reached in profile slashed.
\* FALLBACK-3: a bond is lost though its proof could still come.
NeverHonestBondLost == ~(slot < claimDeadline /\ live.bonds.slashed > bonds.slashed)

\* Reached in profile returned.
\* FALLBACK-3: an epoch was claimed and let go, and the bond is back.
NeverLetGoForNothing == live.bonds.returned = 0

\* Reached in profile counts.
\* FALLBACK-2: a chain in which nothing ever waited has been in fallback twice.
NeverSwings == idleEntries < 2

\* Reached in profile counts.
\* FALLBACK-2, FALLBACK-17: the entry drops a block in the slot after it, whatever
\* T_enter is.
NeverFreshBlockDropped == ~(pending # NoSlot /\ pending = slot - 1 /\ live.entered = slot)

\* Reached in profile whilePending.
\* FALLBACK-2: a committee that proposes nothing lets something forced wait for
\* thrice T_enter.
NeverForcedIgnored ==
    ~(forced /\ provenSlot = NoSlot /\ since # NoSlot /\ slot >= since + 3 * FallbackEnterSlots)
=============================================================================
