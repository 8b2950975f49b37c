----------------------------- MODULE NodeStatus -----------------------------
(***************************************************************************)
(* What a node answers when it is asked where a transaction stands         *)
(* (TX-11): a function of the states of its roles, as spec/status.md tells *)
(* it.  There are no variables and no parameters here, so that any states  *)
(* of four roles can be asked about, whichever profiles they are from.     *)
(*                                                                         *)
(* `node`: {follower, pool, attester, proposer}, the state of each.        *)
(* `given`: {committees, nullifiers}, per slot its committee and of each   *)
(* transaction its nullifier.                                              *)
(***************************************************************************)
EXTENDS NodeBasics

\* Nothing that is asked here rests on how old a view may be, or on epochs.
FollowerRole == INSTANCE FollowerRules WITH MaxViewAge <- 0, SlotsPerEpoch <- 1

\* Of a proposer all that is asked for is its quorum, which rests on committees alone.
ProposerRole(committees) == INSTANCE ProposerRules WITH
    Self              <- "nobody",
    Committees        <- committees,
    Proposers         <- [i \in DOMAIN committees |-> "nobody"],
    KnownTransactions <- <<>>,
    InitialHeld       <- <<>>,
    MinTxPerBlock     <- 0,
    ForcedMinimum     <- 0

-----------------------------------------------------------------------------
\* What a status is made of.

\* The state behind the first n blocks that L1 shows, as far as this node has applied them.
RootOfFirst(follower, n) ==
    LET known == AtMost(FollowerRole!Right(follower), n)
    IN IF known = <<>> THEN <<>> ELSE known[Len(known)].root
FinalRoot(node) == RootOfFirst(node.follower, node.follower.view.final)
ProvenRoot(node) == RootOfFirst(node.follower, node.follower.view.proven)
TipRoot(node) == FollowerRole!Tip(node.follower).root

\* A proposal counts in its slot.
IsListed(t, proposal, slot) == proposal.slot = slot /\ t \in Elements(proposal.transactions)

IsOwn(t, proposer) == IsListed(t, proposer.proposed, proposer.slot)
IsSeen(t, attester) ==
    IsListed(t, attester.signed, attester.slot) \/ IsListed(t, attester.work, attester.slot)

HasQuorum(proposer, committees) ==
    Len(proposer.attestations) >= ProposerRole(committees)!Quorum(proposer)

-----------------------------------------------------------------------------
\* The conditions.

IsFinal(t, node) == t \in Elements(FinalRoot(node))
IsDropped(t, node, given) == IsSpentIn(t, FinalRoot(node), given.nullifiers)   \* TX-13
IsProven(t, node) == t \in Elements(ProvenRoot(node))
IsPublished(t, node) == t \in Elements(TipRoot(node))
IsAttested(t, node, given) == IsOwn(t, node.proposer) /\ HasQuorum(node.proposer, given.committees)
IsProposed(t, node) == IsOwn(t, node.proposer) \/ IsSeen(t, node.attester)
IsReceived(t, node) == t \in Elements(node.pool.stored)

-----------------------------------------------------------------------------
\* TX-11: the first that is fulfilled.

Statuses == <<"final", "dropped", "proven", "published", "attested", "proposed", "received", "unknown">>

IsFulfilled(status, t, node, given) ==
    CASE status = "final"     -> IsFinal(t, node)
      [] status = "dropped"   -> IsDropped(t, node, given)
      [] status = "proven"    -> IsProven(t, node)
      [] status = "published" -> IsPublished(t, node)
      [] status = "attested"  -> IsAttested(t, node, given)
      [] status = "proposed"  -> IsProposed(t, node)
      [] status = "received"  -> IsReceived(t, node)
      [] status = "unknown"   -> TRUE

RECURSIVE FirstOf(_, _, _, _)
FirstOf(statuses, t, node, given) ==
    IF IsFulfilled(Head(statuses), t, node, given) THEN Head(statuses)
    ELSE FirstOf(Tail(statuses), t, node, given)

Status(t, node, given) == FirstOf(Statuses, t, node, given)
=============================================================================
