----------------------------- MODULE NodeValues -----------------------------
(***************************************************************************)
(* What the roles of a node tell each other, and what a list of            *)
(* transactions comes to: nothing here depends on parameters.  Shapes are  *)
(* told in spec/actors/attester.md.                                        *)
(*                                                                         *)
(* Transactions are names: each has one nullifier, and two have none in    *)
(* common.  A root is the sequence of those that have had their effects.   *)
(***************************************************************************)
EXTENDS NodeBasics, TLC

Lesser(a, b) == IF a < b THEN a ELSE b

-----------------------------------------------------------------------------
\* Values.

Genesis == [slot |-> -1, root |-> <<>>]
NoView == [follows |-> "nothing", tip |-> Genesis, alarm |-> FALSE, fallback |-> FALSE, queue |-> <<>>]

IsBlock(b) ==
    /\ DOMAIN b = {"slot", "root"}
    /\ b.slot \in {-1} \cup Nat
    /\ IsNames(b.root)

IsView(v) ==
    /\ DOMAIN v = DOMAIN NoView
    /\ v.follows \in {"nothing", "behind", "level"}
    /\ IsBlock(v.tip)
    /\ {v.alarm, v.fallback} \subseteq BOOLEAN
    /\ IsNames(v.queue)

-----------------------------------------------------------------------------
\* Of the view, alike wherever it is asked.

NoAlarm(s) == Require(~s.view.alarm, "AlarmRaised")                           \* FOLLOW-5
NoFallback(s) == Require(~s.view.fallback, "FallbackActive")                  \* ATTEST-1, BUILD-1, QUOTE-4, QUOTE-7

-----------------------------------------------------------------------------
\* Lists.

\* ATTEST-18, BUILD-18: a forced one that is spent is passed over, so that no list is
\* without a root.
Root(parent, L, forced) == Appended(parent.root, L)

\* ATTEST-16, FOLLOW-13: L has `forced` transactions of the queue in front, which may be spent.
Executable(parent, L, forced) ==
    \A i \in forced + 1..Len(L) :
        L[i] \notin Elements(parent.root) /\ \A j \in 1..i - 1 : L[j] # L[i]

\* The length of the longest common front.
CommonFront(L, queue) ==
    CHOOSE n \in 0..Lesser(Len(L), Len(queue)) :
        /\ \A i \in 1..n : L[i] = queue[i]
        /\ n < Lesser(Len(L), Len(queue)) => L[n + 1] # queue[n + 1]

-----------------------------------------------------------------------------
\* Ids.

RECURSIVE Joined(_)
Joined(names) == IF Len(names) = 1 THEN names[1] ELSE names[1] \o "+" \o Joined(Tail(names))
SequenceId(names) == IF names = <<>> THEN "-" ELSE Joined(names)
BlockId(block) == ToString(block.slot) \o ":" \o SequenceId(block.root)
=============================================================================
