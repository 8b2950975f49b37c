-------------------- MODULE TransactionPoolConsequences ---------------------
(***************************************************************************)
(* What follows from the rules and is not one of them: what can always be  *)
(* done.                                                                   *)
(***************************************************************************)
EXTENDS TransactionPoolInstances

Accepts(e) == Refusals(State, e) = {}

\* Nothing of it is held, and it is not being verified.
IsNew(copy) == copy.transaction \notin Elements(stored) /\ copy \notin Elements(verifying)
\* TX-14: of a peer, within the bound or as the first one that was asked for.
HasAPlace(copy) ==
    LET copies == {c \in Elements(verifying) : c.from = copy.from} IN
    \/ copy.from \notin Elements(Peers)
    \/ Cardinality(copies) < VerifyingMaximum
    \/ /\ copy.transaction \in Elements(asked)
       /\ \A c \in copies : c.transaction # copy.transaction

-----------------------------------------------------------------------------
\* Invariants.

\* What pointwise evaluation assumes of states.
StatesAreCoherent == Coherent(State)

\* TX-4, TX-5, TX-12, TX-13, TX-14, TX-19: what is new is verified, whoever else sent it
\* with whatever proof, and whatever is held that spends the same, while there is a place
\* for it.
NewIsTaken ==
    Cardinality(WaitingNow) < PoolMaximum =>
        \A c \in CopiesThatCome :
            c.transaction \notin SpentBy(view.root) \cup Elements(asked) =>
                (IsNew(c) /\ HasAPlace(c) => Accepts(BaseOfTransaction(c)))

\* TX-5, TX-12, TX-14: what a proposal lists is taken of everybody, until it is spent for
\* good.
AskedIsTaken ==
    \A c \in CopiesThatCome :
        c.transaction \in Elements(asked) \ SpentBy(view.final) /\ IsNew(c) /\ HasAPlace(c) =>
            Accepts(BaseOfTransaction(c))

\* TX-19: exactly the same proof of the same sender is pending. With a bound of one
\* another proof of a peer is refused all the same (TX-14).
PendingIsTheSame ==
    \A c \in CopiesThatCome :
        "VerificationPending" \in Refusals(State, BaseOfTransaction(c)) => c \in Elements(verifying)

\* TX-1, TX-15: a right proof is found to be one, whatever became of the view meanwhile.
RightProofsAreTaken ==
    \A c \in Elements(verifying) :
        Accepts([name |-> "verified",
                 transaction |-> c.transaction, proof |-> c.proof, from |-> c.from, valid |-> TRUE])

\* TX-16: a role can ask for what it lacks, whether this node holds it or not.
LackedIsAskedFor ==
    \A t \in Elements(Asks) \ Elements(asked) : Accepts([name |-> "ask", transaction |-> t])

\* TX-17, TX-18: what is held and no secret is given to every peer, spent or not.
HeldIsServed ==
    \A t \in Elements(Requests) \cap (Elements(stored) \ Elements(stashed)) : \A p \in Elements(Peers) :
        [transaction |-> t, to |-> p] \notin Elements(answered) => Accepts(BaseOfRequest(State, t, p))
=============================================================================
