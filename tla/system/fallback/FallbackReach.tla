---------------------------- MODULE FallbackReach ----------------------------
(***************************************************************************)
(* States that a check of the properties must have seen.  Each `Never…`    *)
(* claims that its state is never reached, and a Reach model shows that it *)
(* is, in the profiles that the first line above it names.                 *)
(***************************************************************************)
EXTENDS MCFallback

\* As the properties are checked: of several last events that lead to one state the first
\* is seen.
ReachView == View

\* Reached in profile racing.
\* FALLBACK-14: a forced transaction that the committee left alone is proven by an honest node.
NeverProvenInFallback == ~(\E b \in handed : ledger # <<>> /\ ledger[1].header = HeaderOf(b.block))
=============================================================================
