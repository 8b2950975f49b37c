------------------------------ MODULE NodeHeld ------------------------------
(***************************************************************************)
(* The transactions that a node holds: those whose proof it verified.      *)
(***************************************************************************)
EXTENDS NodeValues

CONSTANTS
    KnownTransactions,  \* all that can be held, ascending by name
    InitialHeld         \* what is held at first

ASSUME HeldIsKnown ==
    /\ HasNothingTwice(KnownTransactions)
    /\ InitialHeld = SelectSeq(KnownTransactions, LAMBDA t : t \in Elements(InitialHeld))

\* Ascending by name, and none twice.
IsHeld(q) == q = SelectSeq(KnownTransactions, LAMBDA t : t \in Elements(q))

\* TX-4, TX-1.
VerifiedRefusals(s, e) == UNION {
    Require(e.transaction \notin Elements(s.held), "TransactionHeld"),
    Require(e.valid, "TransactionProofInvalid") }

Held(held, transaction) ==
    SelectSeq(KnownTransactions, LAMBDA t : t \in Elements(held) \cup {transaction})
=============================================================================
