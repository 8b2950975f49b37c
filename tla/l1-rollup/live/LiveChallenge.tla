---------------------------- MODULE LiveChallenge ----------------------------
(***************************************************************************)
(* Posted signatures with time that never ends: what honest watchers are   *)
(* good for.  Any block is proposed, with true signatures or with false    *)
(* ones, or none.  As in LiveFallback every slot settles what is due, and  *)
(* slots are kept relative to the oldest epoch that still matters, which   *)
(* is epoch 0 again: the rules only compare slots with each other.         *)
(*                                                                         *)
(* Who behaves is what `Assumed` says; everybody else does anything that   *)
(* is accepted, or nothing:                                                *)
(*   "time"        slots pass for ever;                                    *)
(*   "challenger"  somebody challenges the oldest block with a false       *)
(*                 attestation within its d slots;                         *)
(*   "claimant"    an epoch that has a block is claimed within its window; *)
(*   "prover"      a claimed epoch is proven in time.                      *)
(* To be in time is a bound on time: the slot does not pass before the     *)
(* honest have done what they promise for it.                              *)
(*                                                                         *)
(* Left out: escrow accounts (bonds are 0), rewards, sampling, changes of  *)
(* the validators, the queue.  The constants are those of profile          *)
(* postings.                                                               *)
(***************************************************************************)
EXTENDS L1RollupTables, PostingsValues

CONSTANT Assumed   \* which of the assumptions hold

ASSUME Assumed \subseteq {"time", "challenger", "claimant", "prover"}

VARIABLE event   \* the event that was accepted last
vars == <<rollupVariables, event>>

-----------------------------------------------------------------------------
\* Events: those that are meant to pass.

Members == InForce(State).members
SignedBy(signers) == [
    name          |-> "propose",
    caller        |-> Proposer(State, Members),
    committee     |-> Members,
    slot          |-> slot,
    timestampSlot |-> slot,
    parent        |-> Tip(State),
    content       |-> "a",
    blobs         |-> "match",
    forced        |-> 0,
    forcedHash    |-> "match",
    attestations  |-> signers ]
Proposals == {SignedBy(Members), SignedBy([seat \in DOMAIN Members |-> "stranger"])}

IsForged(i) == FalseSeats(posted[i]) # {}
ChallengesOf(i) ==
    {[name     |-> "challenge",
      caller   |-> "stranger",
      slot     |-> pending[i].slot,
      seat     |-> seat,
      preimage |-> "match"] : seat \in FalseSeats(posted[i])}
Challenges == UNION {ChallengesOf(i) : i \in DOMAIN posted}
ChallengesOfTheOldest ==
    UNION {ChallengesOf(i) : i \in {j \in DOMAIN posted : \A k \in 1..j - 1 : ~IsForged(k)}}

Claims == {[
    name      |-> "claimEpochProofRight",
    caller    |-> Proposer(State, Members),
    committee |-> Members,
    quote     |-> [proverAddress  |-> p,
                   epochToProve   |-> Epoch(slot) - 1,
                   validUntilSlot |-> slot,
                   bondAmount     |-> 0,
                   basisPointFee  |-> 0,
                   signer         |-> p]] : p \in Provers}

Proof == [
    name   |-> "submitEpochProof",
    caller |-> "stranger",
    from   |-> proven,
    to     |-> EpochEnd(State),
    valid  |-> TRUE ]

IsAccepted(e) == Refusals(State, e) = {}

-----------------------------------------------------------------------------
\* Time.

\* CHALLENGE-5: the last slot in which a block with a false attestation drops.
MustChallenge == \E i \in DOMAIN posted : IsForged(i) /\ slot = pending[i].slot + ChallengeSlots
MustClaim == Offset(slot) = ClaimWindowSlots - 1 /\ \E e \in Claims : IsAccepted(e)
MustProve == Offset(slot) = SlotsPerEpoch - 1 /\ claim # NoClaim /\ IsAccepted(Proof)

\* A state, counted from the epoch of its oldest pending block, or from its own.
Shifted(s) ==
    LET epochs == IF s.pending = <<>> THEN Epoch(s.slot) ELSE OldestUnprovenEpoch(s.pending)
        slots == epochs * SlotsPerEpoch
    IN [s EXCEPT
        !.slot = @ - slots,
        !.proven = Genesis,
        !.pending = [i \in DOMAIN @ |-> [@[i] EXCEPT !.slot = @ - slots]],
        !.claim = IF @ = NoClaim THEN NoClaim ELSE [@ EXCEPT !.epochToProve = @ - epochs]]

SlotPasses ==
    /\ "challenger" \in Assumed => ~MustChallenge
    /\ "claimant" \in Assumed => ~MustClaim
    /\ "prover" \in Assumed => ~MustProve
    /\ \E due \in {Effective([State EXCEPT !.slot = @ + 1])} :
        \E next \in {Shifted(due)} : Becomes(next)
    /\ event' = [name |-> "advanceSlot"]

-----------------------------------------------------------------------------
\* Bound to values by \E, as in Step.
Happens(events) == \E e \in events : Step(e) /\ event' = e

SomebodyProposes   == Happens(Proposals)
SomebodyChallenges == Happens(Challenges)
OldestIsChallenged == Happens(ChallengesOfTheOldest)
SomebodyClaims     == Happens(Claims)
SomebodyProves     == Happens({Proof})

LiveInit == Init /\ event = [name |-> "init"]

LiveNext ==
    \/ SlotPasses
    \/ SomebodyProposes
    \/ SomebodyChallenges
    \/ SomebodyClaims
    \/ SomebodyProves

\* An action that an assumption is missing for is never enabled, so that its
\* fairness asks for nothing.
Fairness ==
    /\ WF_vars("time" \in Assumed /\ SlotPasses)
    /\ WF_vars("challenger" \in Assumed /\ OldestIsChallenged)
    /\ WF_vars("claimant" \in Assumed /\ SomebodyClaims)
    /\ WF_vars("prover" \in Assumed /\ SomebodyProves)

ChallengeSpec == LiveInit /\ [][LiveNext]_vars /\ Fairness

-----------------------------------------------------------------------------
\* What holds, given one honest challenger.

\* CHALLENGE-5, CHALLENGE-6, CHALLENGE-9: no proof finalises a block of which an
\* attestation is false.
OnlyTrueBlocksAreProven ==
    [][event'.name = "submitEpochProof" => \A i \in 1..EpochLength(pending) : ~IsForged(i)]_vars

\* CHALLENGE-7: a chain with a false block gets rid of it.
FalseBlockIsPending == \E i \in DOMAIN posted : IsForged(i)
NoFalseBlockIsPending == \A i \in DOMAIN posted : ~IsForged(i)
FalseBlocksDrop == FalseBlockIsPending ~> NoFalseBlockIsPending

\* CHALLENGE-7, CHALLENGE-9, CHALLENGE-10: an epoch of true blocks is proven, whatever
\* is posted after it: when a block in it can be challenged no more, there is time.
TrueEpochEnded ==
    /\ pending # <<>>
    /\ OldestUnprovenEpoch(pending) < Epoch(slot)
    /\ \A i \in 1..EpochLength(pending) : ~IsForged(i)
EpochWasProven == event.name = "submitEpochProof"
TrueEpochsAreProven == TrueEpochEnded ~> EpochWasProven

-----------------------------------------------------------------------------
\* Relative time is bounded, and comes to genesis once.
LiveTypeOK ==
    /\ slot \in FirstSlot..2 * SlotsPerEpoch - 1
    /\ IsState(State)
=============================================================================
