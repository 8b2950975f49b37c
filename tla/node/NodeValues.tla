----------------------------- MODULE NodeValues -----------------------------
(***************************************************************************)
(* What all roles of a node have in common, whatever they know of          *)
(* committees: sequences, blocks, how a check is written and how an effect *)
(* looks.  No constants.  Shapes are told in spec/actors/attester.md.      *)
(***************************************************************************)
EXTENDS Integers, Sequences, FiniteSets, TLC

Elements(q) == {q[i] : i \in DOMAIN q}
HasNothingTwice(q) == \A i, j \in DOMAIN q : q[i] = q[j] => i = j

IsSequence(q) == DOMAIN q = 1..Len(q)
IsNames(q) == IsSequence(q) /\ Elements(q) \subseteq STRING

Genesis == [slot |-> -1, root |-> <<>>]

IsBlock(b) ==
    /\ DOMAIN b = {"slot", "root"}
    /\ b.slot \in {-1} \cup Nat
    /\ IsNames(b.root)

-----------------------------------------------------------------------------
\* Checks.

\* The set of the names of the checks that fail: each check is one line.
Require(check, refusal) == IF check THEN {} ELSE {refusal}

\* Of the view, alike wherever it is asked.
NoAlarm(s) == Require(~s.view.alarm, "AlarmRaised")                           \* FOLLOW-5
NoFallback(s) == Require(~s.view.fallback, "FallbackActive")                  \* ATTEST-1, BUILD-1, QUOTE-7

-----------------------------------------------------------------------------
\* What is sent out.

RECURSIVE Joined(_)
Joined(names) == IF Len(names) = 1 THEN names[1] ELSE names[1] \o "+" \o Joined(Tail(names))
SequenceId(names) == IF names = <<>> THEN "-" ELSE Joined(names)
BlockId(block) == ToString(block.slot) \o ":" \o SequenceId(block.root)

Effect(kind, id, body, slot) == [kind |-> kind, id |-> id, body |-> body, expiresSlot |-> slot]
=============================================================================
