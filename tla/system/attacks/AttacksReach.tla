---------------------------- MODULE AttacksReach ----------------------------
(***************************************************************************)
(* What attackers of a slot get.  Each `Never…` claims that they do not,   *)
(* and a Reach model shows that they do, in the profiles that the first    *)
(* line above it names.                                                    *)
(***************************************************************************)
EXTENDS MCAttacks

ReachView == View

Now == {p \in EverAttested : p.slot = slot}
IsComputed(p) == Outcomes!IsOutcome(p.root, p.parent.root, p.transactions)

-----------------------------------------------------------------------------
\* A bribed committee.

\* Reached in profile bribed.
\* PROPOSE-11: q bribed members, 33 of 48, have any root on L1. They get what its state
\* gives them until the epoch is to be proven: no prover can (PROOF), every follower raises
\* its alarm when the body is there (FOLLOW-4), and two epochs are pruned. Each signature is
\* on L1 and names who gave it.
NeverWrongRootTaken == \A b \in Blocks : IsComputed(b.proposal)

\* Reached in profile bribed.
\* ATTEST-14: they have a block of a transaction on L1 that no honest node ever got, which
\* withholds it from whoever is to prove it.
NeverTakenUnheld ==
    \A b \in Blocks : \E m \in Honest : OwnOf(b.proposal) \subseteq Elements(attester[m].held)

\* Reached in profile silent.
\* BUILD-21: k - q + 1 silent members, 16 of 48, leave the slot of an honest proposer empty
\* though everybody else attested. They get no block, sign nothing and leave no evidence;
\* forced transactions then wait for fallback.
NeverCensored ==
    ~(/\ phase = "closed"
      /\ submitted = {}
      /\ \E p \in Now : AttestedBy(p) = Honest)

-----------------------------------------------------------------------------
\* An equivocating proposer with fewer than 2q - k liars.

\* Reached in profile split.
\* ATTEST-10: two proposals share the honest members, neither has a quorum, the slot is
\* empty. It costs the proposer its own slot, and leaves two signed proposals as evidence.
NeverSplit ==
    ~(/\ slot = 0
      /\ phase = "closed"
      /\ chain = <<>>
      /\ Cardinality(Now) = 2
      /\ UNION {AttestedBy(p) : p \in Now} = Honest
      /\ \A p \in Now : ~IsQuorum(AttestedBy(p) \cup Byzantine, 0))

\* Reached in profile split.
\* ATTEST-10: and no more than its slot: the next has the block of its honest proposer.
NeverTakenAfterTheSplit ==
    ~(/\ Len(chain) = 1
      /\ chain[1].proposal.slot = 1
      /\ Cardinality({p \in EverAttested : p.slot = 0}) = 2)
=============================================================================
