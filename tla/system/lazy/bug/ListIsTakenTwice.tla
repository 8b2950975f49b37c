-------------------------- MODULE ListIsTakenTwice --------------------------
\* Violates OrderIsKept.
\* L1 takes the list of a block twice over (PROPOSE-12).
EXTENDS Conflict

TwiceOver(p) == [p EXCEPT !.transactions = @ \o @, !.root = p.parent.root \o p.transactions \o p.transactions]

BuggyTake(b) ==
    /\ L1Refusals(b) = {}
    /\ chain' = Append(chain, [b EXCEPT !.proposal = TwiceOver(@)])
    /\ UNCHANGED <<slot, phase, attester, proposer, attested, offered, submitted, crashed>>
=============================================================================
