--------------------------- MODULE LazyProperties ---------------------------
(***************************************************************************)
(* What is left where nobody executes before a block is ordered.  Of Slot  *)
(* SignedRootsAreComputed falls: there is no root.  What falls with it,    *)
(* LazyReach shows.                                                        *)
(***************************************************************************)
EXTENDS Lazy

Outcomes == INSTANCE NodeOutcomes

Blocks == Elements(chain)
EverAttested == UNION {attested[m] : m \in Honest}

-----------------------------------------------------------------------------
\* Invariants.

\* The order is that of the lists, with no transaction twice by its name.
OrderIsKept ==
    \A i \in DOMAIN chain :
        LET p == chain[i].proposal IN
        /\ p.root = OrderOf(SubSeq(chain, 1, i - 1)) \o p.transactions
        /\ HasNothingTwice(p.root)

\* ATTEST-14: what L1 takes was held by whoever honest attested it.
AttestedIsHeld ==
    \A m \in Honest : \A p \in attested[m] :
        Outcomes!OwnOf(p.transactions, p.forced) \subseteq Elements(attester[m].held)

\* An answer is the state of what was executed.
AnswersAreRight == told.state = StateAfter(SubSeq(chain, 1, told.blocks))

\* PROOF-4: whatever was ordered can be proven.
OrderedIsProvable == IsProvable(chain)
=============================================================================
