-------------------------- MODULE OneCopyIsEnough ---------------------------
\* Violates AskedIsTaken.
\* What a proposal lists is taken beyond the bound of one peer alone (TX-14).
EXTENDS Gossip

BuggyIsBusy(s, e) ==
    /\ e.from \in Elements(Peers)
    /\ Len(CopiesFrom(s, e.from)) >= VerifyingMaximum
    /\ IsAsked(s, e) => e.transaction \in {c.transaction : c \in Elements(s.verifying)}
=============================================================================
