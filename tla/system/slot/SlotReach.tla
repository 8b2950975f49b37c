------------------------------ MODULE SlotReach ------------------------------
(***************************************************************************)
(* States that a check of the properties must have seen.  Each `Never…`    *)
(* claims that its state is never reached, and a Reach model shows that it *)
(* is, in the profiles that the first line above it names.                 *)
(***************************************************************************)
EXTENDS MCSlot

\* As the properties are checked: of several last events that lead to one state the first
\* is seen.
ReachView == View

Now == {p \in EverAttested : p.slot = slot}

-----------------------------------------------------------------------------
\* An honest proposer.

\* Reached in profile calm.
\* PROPOSE-12: what was built, attested and published is on L1.
NeverTaken == chain = <<>>

\* Reached in profile calm.
\* BUILD-21, PROPOSE-11: the honest members are a quorum without the Byzantine one.
NeverTakenWithoutTheByzantine ==
    \A b \in Blocks : b.signers \cap Byzantine # {}

\* Reached in profile calm.
\* ATTEST-14: what was proposed cannot be published, because a member lacks a transaction
\* of it and the Byzantine one is silent.
NeverWithheld ==
    ~(/\ phase = "closed"
      /\ submitted = {}
      /\ crashed = NoCrash
      /\ \E p \in Now :
          /\ AttestedBy(p) = {"m1", "m2"}
          /\ attester["m3"].work = p
          /\ Attester("m3")!Missing(attester["m3"]) = <<"t2">>)

\* Reached in profile single.
\* ATTEST-7, BUILD-21: a member signs and loses its store, and its attestation is published.
NeverPublishedAfterTheLoss ==
    ~(/\ event.name = "publish"
      /\ crashed.store = "lost"
      /\ crashed.signed \in Now
      /\ attester[crashed.node].signed = NoProposal
      /\ \E b \in submitted : crashed.node \in b.signers)

\* Reached in profile single.
\* BUILD-22, ATTEST-19: the node of the proposer signs, starts again, and publishes.
NeverPublishedAfterTheRestart ==
    ~(event = [name |-> "publish", node |-> crashed.node] /\ crashed.signed \in Now)

\* Reached in profile calm.
\* BUILD-23: what was handed over in time did not land.
NeverSubmittedInVain == ~(phase = "closed" /\ submitted # {} /\ chain = <<>>)

\* Reached in profile single.
\* BUILD-5: a proposer that loses its store loses its slot, though a quorum attested.
NeverQuorumInVain ==
    ~(/\ phase = "closed"
      /\ crashed.store = "lost"
      /\ crashed.node = "m1"
      /\ submitted = {}
      /\ \E p \in Now : AttestedBy(p) = Honest)

-----------------------------------------------------------------------------
\* A Byzantine proposer.

\* Reached in profiles equivocating, overrun.
\* ATTEST-10: the second proposal of one slot is refused, for this alone.
NeverAlreadySigned ==
    \A m \in Honest : \A it \in Proposals :
        AttesterRefusals(m, attester[m],
            [name |-> "receiveProposal", form |-> "fits", signer |-> it.signer, proposal |-> it.proposal])
        # {"AlreadySigned"}

\* Reached in profile equivocating.
\* ATTEST-10: and is refused after a crash too.
NeverAlreadySignedAfterTheRestart ==
    \A m \in Honest : \A it \in Proposals :
        m = crashed.node =>
            AttesterRefusals(m, attester[m],
                [name |-> "receiveProposal", form |-> "fits", signer |-> it.signer, proposal |-> it.proposal])
            # {"AlreadySigned"}

\* Reached in profile equivocating.
\* ATTEST-10: two proposals share the honest members, and one of them is taken.
NeverSharedAndTaken == ~(Cardinality(Now) = 2 /\ chain # <<>>)

\* Reached in profile restored.
\* ATTEST-14: fewer honest members than q - f hold what L1 took, since one lost its store.
NeverFewerHold ==
    \A b \in Blocks :
        Cardinality({m \in Honest : OwnOf(b.proposal) \subseteq Elements(attester[m].held)})
            >= LeastQuorum(slot) - Cardinality(Byzantine)

\* Reached in profile overrun.
\* PROPOSE-11: as many Byzantine members as two quorums share give each of two blocks one.
NeverTwoQuorums == Cardinality(WithQuorum(slot)) < 2

-----------------------------------------------------------------------------
\* The queue.

\* Reached in profile forced.
\* TX-8: L1 takes a block with a forced transaction that nobody holds.
NeverForcedUnheld ==
    \A b \in Blocks :
        b.proposal.forced > 0 => \E m \in Honest : "t2" \in Elements(attester[m].held)

-----------------------------------------------------------------------------
\* Two slots.

\* Reached in profile second.
\* PROPOSE-12: a block in each slot, the second on the first.
NeverTwoBlocks == Len(chain) < 2

\* Reached in profile second.
\* ATTEST-9: the block of slot 0 did not land, and that of slot 1 stands on genesis.
NeverSecondAlone == ~(Len(chain) = 1 /\ chain[1].proposal.slot = 1 /\ submitted # Blocks)

\* Reached in profile restored.
\* ATTEST-7: a member that lost its store in slot 0 attests in slot 1.
NeverSignedAfterTheLoss ==
    \A m \in Honest : ~(attester[m].signsFrom = 1 /\ attester[m].signed.slot = 1)
=============================================================================
