----------------------------- MODULE LiveEscrow -----------------------------
(***************************************************************************)
(* The accounts of the escrow with time that never ends.  Slots are kept   *)
(* relative to the current epoch, and an unlock slot that has passed stays *)
(* at 0: the rules only compare them, so the graph is finite without being *)
(* cut.                                                                    *)
(*                                                                         *)
(* Who behaves is what `Assumed` says:                                     *)
(*   "time"    slots pass for ever;                                        *)
(*   "holder"  whoever started a withdrawal executes it when it can.       *)
(*                                                                         *)
(* Left out: blocks, claims and what they stake, rewards, sampling,        *)
(* changes of the validators.  The constants are those of profile escrow.  *)
(***************************************************************************)
EXTENDS L1RollupTables, EscrowValues

CONSTANT Assumed   \* which of the assumptions hold
ASSUME Assumed \subseteq {"time", "holder"}

VARIABLE event   \* the event that was accepted last
vars == <<rollupVariables, event>>

-----------------------------------------------------------------------------
Account(p) == At(accounts, p, NoAccount)

Deposits(p) == \E a \in 1..At(tokens, p, 0) :
    LET e == [name |-> "deposit", caller |-> p, amount |-> a] IN Step(e) /\ event' = e

Starts(p) == \E a \in 1..Account(p).available :
    LET e == [name |-> "startWithdrawal", caller |-> p, amount |-> a] IN Step(e) /\ event' = e

Executes(p) ==
    LET e == [name |-> "executeWithdrawal", caller |-> p, receiver |-> p] IN Step(e) /\ event' = e

\* AdvanceSlot, counted from the current epoch.
SlotPasses ==
    LET epochs == IF Offset(slot + 1) = 0 THEN 1 ELSE 0
        slots == epochs * SlotsPerEpoch
        Shifted(s) == IF s < slots THEN 0 ELSE s - slots
    IN
    /\ slot' = slot + 1 - slots
    /\ accounts' = [p \in DOMAIN accounts |-> [accounts[p] EXCEPT !.unlockSlot = Shifted(@)]]
    /\ event' = [name |-> "advanceSlot"]
    /\ UNCHANGED <<proven, pending, claim, slashed, tokens, credits, validators, samples, queue, taken, posted, fallback>>

LiveInit == Init /\ event = [name |-> "init"]

LiveNext ==
    \/ SlotPasses
    \/ \E p \in Provers : Deposits(p) \/ Starts(p) \/ Executes(p)

\* An action that an assumption is missing for is never enabled, so that its
\* fairness asks for nothing.
Fairness ==
    /\ WF_vars("time" \in Assumed /\ SlotPasses)
    /\ \A p \in Provers : WF_vars("holder" \in Assumed /\ Executes(p))

EscrowSpec == LiveInit /\ [][LiveNext]_vars /\ Fairness

-----------------------------------------------------------------------------
\* ESCROW-8, ESCROW-12: a withdrawal is paid out in the end.
WithdrawalsEnd == \A p \in Provers : Account(p).withdrawing > 0 ~> Account(p).withdrawing = 0

\* Relative time is bounded.
LiveTypeOK ==
    /\ slot \in 0..SlotsPerEpoch - 1
    /\ \A p \in DOMAIN accounts : accounts[p].unlockSlot \in 0..SlotsPerEpoch - 1 + WithdrawalDelaySlots
=============================================================================
