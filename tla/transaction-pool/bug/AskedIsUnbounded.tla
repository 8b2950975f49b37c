-------------------------- MODULE AskedIsUnbounded --------------------------
\* Violates PeersAreBounded.
\* Of what a proposal lists a peer has verified as many proofs as it likes (TX-14).
EXTENDS Gossip

BuggyIsBusy(s, e) ==
    /\ e.from \in Elements(Peers)
    /\ Len(CopiesFrom(s, e.from)) >= VerifyingMaximum
    /\ ~IsAsked(s, e)
=============================================================================
