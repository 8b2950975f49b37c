--------------------------- MODULE ChallengedReach ---------------------------
(***************************************************************************)
(* States that a check of the properties must have seen.  Each `Never…`    *)
(* claims that its state is never reached, and a Reach model shows that it *)
(* is, in the profiles that the first line above it names.                 *)
(***************************************************************************)
EXTENDS MCChallenged

\* As the properties are checked: of several last events that lead to one state the first
\* is seen.
ReachView == View

\* A block that is refused alone, and accepted with its challenge.
Replaces(b) == PostRefusals(b, chain) # {} /\ PostRefusals(b, LeftFor(b)) = {}

\* Reached in profile next.
\* CHALLENGE-1: a block that no honest member attested is on L1, and its slot is over.
NeverFalse ==
    ~(\E i \in DOMAIN chain : IsFalse(chain[i]) /\ chain[i].proposal.slot < slot)

\* Reached in profile next.
\* F-48: the next proposer challenges it and builds, in one transaction.
NeverReplaced == ~(\E b \in submitted : Replaces(b))

\* Reached in profile late.
\* F-48: members attest a block whose parent is not the one that L1 shows.
NeverAttestedBesideTheFalse ==
    \A i \in DOMAIN chain :
        \A m \in Honest : \A p \in attested[m] :
            ~(chain[i].proposal.slot < p.slot /\ p.parent # TipOf(chain) /\ p.slot = slot)

\* Reached in profile late.
\* CHALLENGE-5: the honest proposer whose turn it was was not heard, d slots are over, and
\* a false block has a true one on it: it needed no signature but its proposer's.
NeverTooLate ==
    ~(\E i, j \in DOMAIN chain : i < j /\ IsFalse(chain[i]) /\ chain[j].caller \in Honest)

\* Reached in profile twice.
\* CHALLENGE-7: one challenge of two false blocks, and a true one in their place.
NeverBothReplaced ==
    ~(Len(chain) = 2 /\ (\A i \in DOMAIN chain : IsFalse(chain[i])) /\ \E b \in submitted : Replaces(b))
=============================================================================
