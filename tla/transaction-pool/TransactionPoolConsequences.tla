-------------------- MODULE TransactionPoolConsequences ---------------------
(***************************************************************************)
(* What follows from the rules and is not one of them: what can always be  *)
(* done.                                                                   *)
(***************************************************************************)
EXTENDS TransactionPoolInstances

Accepts(e) == Refusals(State, e) = {}

CopyFrom(transaction, from) == [transaction |-> transaction, from |-> from]
\* Nothing of it is held or being verified of this sender.
IsNewFrom(transaction, from) ==
    transaction \notin Elements(stored) /\ CopyFrom(transaction, from) \notin Elements(verifying)
HasAPlace(from) ==
    from \in Elements(Peers) =>
        Cardinality({c \in Elements(verifying) : c.from = from}) < VerifyingMaximum

-----------------------------------------------------------------------------
\* Invariants.

\* What pointwise evaluation assumes of states.
StatesAreCoherent == Coherent(State)

\* TX-4, TX-5, TX-9, TX-12, TX-14: what is new is verified, whoever else sent it with
\* whatever proof, while there is a place for it.
NewIsTaken ==
    Cardinality(WaitingNow) < PoolMaximum =>
        \A t \in Elements(Transactions) \ Elements(view.root) : \A from \in Sending :
            IsNewFrom(t, from) /\ HasAPlace(from) => Accepts(BaseOfTransaction(t, from))

\* TX-5, TX-12, TX-14: what a proposal lists is taken of everybody.
AskedIsTaken ==
    \A t \in Elements(asked) : \A from \in Sending :
        IsNewFrom(t, from) => Accepts(BaseOfTransaction(t, from))

\* TX-1, TX-15: a right proof is found to be one, whatever became of the view meanwhile.
RightProofsAreTaken ==
    \A c \in Elements(verifying) :
        Accepts([name |-> "verified", transaction |-> c.transaction, from |-> c.from, valid |-> TRUE])

\* TX-16: a role can ask for what it lacks.
LackedIsAskedFor ==
    \A t \in Elements(Asks) \ (Elements(stored) \cup Elements(asked)) :
        Accepts([name |-> "ask", transaction |-> t])

\* TX-17, TX-18: what is held and no secret is given to every peer, spent or not.
HeldIsServed ==
    \A t \in Elements(Requests) \cap (Elements(stored) \ Elements(stashed)) : \A p \in Elements(Peers) :
        [transaction |-> t, to |-> p] \notin Elements(answered) => Accepts(BaseOfRequest(State, t, p))
=============================================================================
