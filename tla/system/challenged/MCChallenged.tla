---------------------------- MODULE MCChallenged ----------------------------
(***************************************************************************)
(* Challenged made finite.  VIEW hides the history.                        *)
(*                                                                         *)
(* A Byzantine proposer has one block for each slot and chain, and posts   *)
(* it with the signatures that there are or with those of all members.     *)
(***************************************************************************)
EXTENDS ChallengedProperties

CONSTANTS
    Lists,       \* what Byzantine proposers build, and what honest ones do
    Crashes,     \* what a crash leaves of the store
    Horizon,     \* the last slot that is explored
    StateLimit   \* how many states there may be

ASSUME HorizonIsTheLastSlot == Horizon = Len(Committees) - 1

StatesAreWithinLimit == TLCGet("distinct") <= StateLimit

-----------------------------------------------------------------------------
\* What Byzantine members do.

Liar == ProposerOf(slot)
LiarHasTheSlot == Liar \in Byzantine

\* On what L1 shows, or on what a challenge leaves.
Parents == {TipOf(chain), TipOf(Standing(chain, slot))}
Lies ==
    {[slot          |-> slot,
      timestampSlot |-> slot,
      parent        |-> parent,
      transactions  |-> Lists[1],
      forced        |-> 0,
      root          |-> Root(parent, Lists[1], 0),
      blobs         |-> "match"] : parent \in {it \in Parents : it.slot < slot}}

Handed ==
    submitted
    \cup IF ~LiarHasTheSlot THEN {}
         ELSE {[caller |-> Liar, proposal |-> p, signers |-> who] :
                  p \in Lies,
                  who \in {Elements(CommitteeOf(slot))} \cup {Signers(q) \cap Elements(CommitteeOf(slot)) : q \in Lies}}

-----------------------------------------------------------------------------
\* History: no rule reads it.

VARIABLE event   \* what happened last, {name, node}

Happens(name, node) == event' = [name |-> name, node |-> node]

\* VIEW compares the state alone.
View == State

MCInit == Init /\ event = [name |-> "init", node |-> "nobody"]

NodeNext(m) ==
    \/ Look(m) /\ Happens("follow", m)
    \/ (\E store \in Elements(Crashes) : Crash(m, store)) /\ Happens("crash", m)
    \/ /\ \/ \E n \in HonestProposers : \E p \in offered[n] : ReceiveProposal(m, n, p)
          \/ LiarHasTheSlot /\ \E p \in Lies : ReceiveProposal(m, Liar, p)
       /\ Happens("receiveProposal", m)
    \/ Attest(m) /\ Happens("attest", m)

ProposerNext(m) ==
    \/ Build(m, Lists[2], 0) /\ Happens("build", m)
    \/ Propose(m) /\ Happens("propose", m)
    \/ /\ \E p \in offered[m] : \E n \in Honest : p \in attested[n] /\ ReceiveAttestation(m, n, p)
       /\ Happens("receiveAttestation", m)
    \/ Publish(m) /\ Happens("publish", m)

MCNext ==
    \/ \E m \in Honest : NodeNext(m)
    \/ \E m \in HonestProposers : ProposerNext(m)
    \/ \E b \in Handed :
        \/ Post(b, chain) /\ Happens("post", b.caller)
        \/ LeftFor(b) # chain /\ Post(b, LeftFor(b)) /\ Happens("challengeAndPost", b.caller)
    \/ (\E i \in DOMAIN chain : Challenge(i)) /\ Happens("challenge", "stranger")
    \/ (slot < Horizon \/ phase # "closed") /\ PassAndLook /\ Happens("tick", "time")
=============================================================================
