--------------------------- MODULE LifecycleReach ---------------------------
(***************************************************************************)
(* States that a check of the properties must have seen.  Each `Never…`    *)
(* claims that its state is never reached, and a Reach model shows that it *)
(* is, in the profiles that the first line above it names.                 *)
(***************************************************************************)
EXTENDS MCLifecycle

ReachView == View

\* Reached in profile finality.
\* PROOF-6: what an honest committee attested is proven.
NeverProven == proven.slot < 0

\* Reached in profile finality.
\* PROPOSE-5: a committee builds on a block that was proven meanwhile.
NeverBuiltOnProven == ~(proven.slot >= 0 /\ pending # <<>>)

\* Reached in profile rebuilt.
\* PRUNE-1, ATTEST-9: what nobody claimed is gone, and the next committee builds on what is
\* left.
NeverRebuilt == ~(pending # <<>> /\ attested[0].slot = -1 /\ pending[1].slot > 0 /\ Len(chain) = 1)

\* Reached in profile withheld.
\* QUOTE-11: the committee holds what the prover does not, and nobody quotes.
NeverUnquoted == ~(pending # <<>> /\ offered = {} /\ E!EpochOf(slot) > E!EpochOf(pending[1].slot))
=============================================================================
