------------------------ MODULE NodeStatusProperties ------------------------
(***************************************************************************)
(* What must hold of every answer to where a transaction stands, whatever  *)
(* the node: nothing here looks at conditions or at their order.  Blocks   *)
(* are told by their bodies, not by their roots.  A status and what it     *)
(* says hold together both ways: nothing has it without that, and where    *)
(* that holds the answer is no lesser one.                                 *)
(*                                                                         *)
(* Every definition of the section Invariants is checked of every node of  *)
(* the domain.  Each has a model in tla/node/bug that violates it, and     *)
(* each conjunct one that only it sees.                                    *)
(***************************************************************************)
EXTENDS NodeStatusDomain

VARIABLE node   \* who is asked; see NodeStatus
VARIABLE told   \* what it answers, of each transaction

Answers(n) == [t \in Asked |-> Status(t, n, Given)]
At(t) == told[t]

-----------------------------------------------------------------------------
\* What a node can show.

\* FOLLOW-7: the blocks that L1 shows, without those that a prune has dropped by now.
Shown ==
    LET view == node.follower.view IN
    {i \in DOMAIN view.chain : view.prunesAt \notin 0..node.follower.slot \/ i <= view.proven}

\* FOLLOW-3: the transaction is in the body of one of the first n, and that is applied with all before it.
HasEffects(t, n) ==
    LET chain == node.follower.view.chain
        applied == node.follower.applied
    IN \E i \in Shown \cap 1..n :
        /\ \A j \in 1..i : j \in DOMAIN applied /\ applied[j] = chain[j]
        /\ t \in Elements(chain[i].body)

Rivals(t) == {u \in Asked \ {t} : Given.nullifiers[u] = Given.nullifiers[t]}

Lists(role, proposal, t) == proposal.slot = role.slot /\ t \in Elements(proposal.transactions)
OwnLists(t) == Lists(node.proposer, node.proposer.proposed, t)
SeenLists(t) == \E p \in {node.attester.signed, node.attester.work} : Lists(node.attester, p, t)

\* BUILD-21: of three members more than two.
MostAttest ==
    3 * Len(node.proposer.attestations) > 2 * Len(Given.committees[node.proposer.slot + 1])

-----------------------------------------------------------------------------
\* Invariants.

\* TX-11: one of eight.
AnswerIsAStatus ==
    \A t \in Asked : At(t) \in {
        "final", "dropped", "proven", "published", "attested", "proposed", "received", "unknown"}

\* TX-11: what is in a final block that is applied.
FinalIsFinal == \A t \in Asked : At(t) = "final" <=> HasEffects(t, node.follower.view.final)

\* TX-11, TX-13: whoever spends the same as a final one, so that nothing is both.
DroppedIsForAnother == \A t \in Asked : At(t) = "dropped" <=> \E u \in Rivals(t) : At(u) = "final"

\* TX-11: what is in a proven block that is applied.
ProvenIsProven ==
    \A t \in Asked :
        /\ At(t) = "proven" => HasEffects(t, node.follower.view.proven)
        /\ HasEffects(t, node.follower.view.proven) => At(t) \in {"final", "dropped", "proven"}

\* TX-11: what is in a block that L1 shows and that is applied.
PublishedIsShown ==
    \A t \in Asked :
        LET isShown == \E n \in Shown : HasEffects(t, n) IN
        /\ At(t) = "published" => isShown
        /\ isShown => At(t) \notin {"attested", "proposed", "received", "unknown"}

\* TX-11: a quorum counts in its slot, and for the node's own proposal.
AttestedHasAQuorum ==
    \A t \in Asked :
        /\ At(t) = "attested" => OwnLists(t)
        /\ At(t) = "attested" => MostAttest
        /\ OwnLists(t) /\ MostAttest => At(t) \notin {"proposed", "received", "unknown"}

\* TX-11: a proposal counts in its slot, be it in work, signed or the node's own.
ProposedIsOfTheSlot ==
    \A t \in Asked :
        /\ At(t) = "proposed" => OwnLists(t) \/ SeenLists(t)
        /\ OwnLists(t) \/ SeenLists(t) => At(t) \notin {"received", "unknown"}

\* TX-11: what the pool holds, and no more.
ReceivedIsHeld ==
    \A t \in Asked :
        /\ At(t) = "received" => t \in Elements(node.pool.stored)
        /\ t \in Elements(node.pool.stored) => At(t) # "unknown"
=============================================================================
