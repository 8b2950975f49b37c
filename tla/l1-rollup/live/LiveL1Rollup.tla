---------------------------- MODULE LiveL1Rollup ----------------------------
(***************************************************************************)
(* The L1 rollup with time that never ends.  Slots are kept relative to    *)
(* the oldest epoch that still matters, that of the oldest pending block:  *)
(* at the start of every epoch it becomes epoch 0 again.  The rules only   *)
(* compare slots and epochs with each other, so a shift by whole epochs    *)
(* changes nothing but the draw of proposers, and that is as good as any.  *)
(* A chain that is two epochs old is dead and stays dead: its age stops    *)
(* there.  So the graph is finite without being cut.                       *)
(*                                                                         *)
(* Who behaves is what `Assumed` says; everybody else does anything that   *)
(* is accepted, or nothing:                                                *)
(*   "time"      slots pass for ever;                                      *)
(*   "pruner"    somebody prunes what stays due;                           *)
(*   "claimant"  an honest proposer claims in its slot if that is accepted;*)
(*   "returning" an honest proposer that could claim again and again does  *)
(*               so in the end, and may miss any number of epochs before;  *)
(*   "prover"    a claim of a prompt prover is proven in time.             *)
(* To be in time is a bound on time: the slot does not pass before the     *)
(* honest have done what they promise for it.                              *)
(*                                                                         *)
(* Left out: escrow accounts (bonds are 0), rewards, sampling, changes of  *)
(* the validators.  The constants are those of profile chain.              *)
(***************************************************************************)
EXTENDS L1RollupTables, ChainValues

CONSTANTS
    Assumed,   \* which of the assumptions hold
    Honest,    \* set of validators that claim in their slots, for prompt provers
    Prompt     \* set of provers whose claims are proven in time

ASSUME Assumed \subseteq {"time", "pruner", "claimant", "returning", "prover"}

\* For configurations with two provers.
NoDeposits == [p \in Provers |-> 0]
NoTokens == [h \in Holders |-> 0]

VARIABLE event   \* the event that was accepted last
vars == <<rollupVariables, event>>

-----------------------------------------------------------------------------
\* Events: those that are meant to pass.

Members == InForce(State).members

Proposal == [
    name          |-> "propose",
    caller        |-> Proposer(State, Members),
    committee     |-> Members,
    slot          |-> slot,
    timestampSlot |-> slot,
    parent        |-> Tip(Effective(State)),
    content       |-> "a",
    blobs         |-> "match",
    forced        |-> 0,
    forcedHash    |-> "match",
    attestations  |-> Members ]

HonestClaimant == {"claimant", "returning"} \cap Assumed # {} /\ Proposer(State, Members) \in Honest
Claimed == IF HonestClaimant THEN Prompt ELSE Provers

Claims == {[
    name      |-> "claimEpochProofRight",
    caller    |-> Proposer(State, Members),
    committee |-> Members,
    quote     |-> [proverAddress  |-> p,
                   epochToProve   |-> Epoch(slot) - 1,
                   validUntilSlot |-> slot,
                   bondAmount     |-> 0,
                   basisPointFee  |-> 0,
                   signer         |-> p]] : p \in Claimed}

\* PROOF-10: a claimed epoch may have to be proven by its prover.
Proof == [
    name   |-> "submitEpochProof",
    caller |-> IF ProofSubmission = "claimedProver" /\ claim # NoClaim THEN claim.proverAddress ELSE "stranger",
    from   |-> proven,
    to     |-> EpochEnd(Effective(State)),
    valid  |-> TRUE ]

PruneCall == [name |-> "prune", caller |-> "stranger"]

IsAccepted(e) == Refusals(State, e) = {}

-----------------------------------------------------------------------------
\* Time.

Shifted(blocks, slots) == [i \in DOMAIN blocks |-> [blocks[i] EXCEPT !.slot = @ - slots]]

MustClaim == Proposer(State, Members) \in Honest /\ \E e \in Claims : IsAccepted(e)

MustProve ==
    /\ Offset(slot) = SlotsPerEpoch - 1
    /\ claim.proverAddress \in Prompt
    /\ IsAccepted(Proof)

\* AdvanceSlot, counted from the oldest epoch that matters.
SlotPasses ==
    LET next == slot + 1
        oldest == IF pending = <<>> THEN Epoch(next) ELSE OldestUnprovenEpoch(pending)
        epochs == IF Offset(next) = 0 THEN oldest ELSE 0
        slots == epochs * SlotsPerEpoch
        stopped == IF Epoch(next) - oldest > 2 THEN SlotsPerEpoch ELSE 0
    IN
    /\ "claimant" \in Assumed => ~MustClaim
    /\ "prover" \in Assumed => ~MustProve
    /\ slot' = next - slots - stopped
    /\ pending' = Shifted(pending, slots)
    /\ proven' = IF proven.slot < slots THEN Genesis ELSE [proven EXCEPT !.slot = @ - slots]
    /\ claim' = IF claim = NoClaim THEN NoClaim ELSE [claim EXCEPT !.epochToProve = @ - epochs]
    /\ event' = [name |-> "advanceSlot"]
    /\ UNCHANGED <<accounts, slashed, tokens, credits, validators, samples, queue, taken, posted, fallback>>

-----------------------------------------------------------------------------
SomebodyProposes == Step(Proposal) /\ event' = Proposal
SomebodyClaims   == \E e \in Claims : Step(e) /\ event' = e
SomebodyProves   == Step(Proof) /\ event' = Proof
SomebodyPrunes   == Step(PruneCall) /\ event' = PruneCall

HonestClaims == Proposer(State, Members) \in Honest /\ SomebodyClaims
PromptProves == claim.proverAddress \in Prompt /\ SomebodyProves

LiveInit == Init /\ event = [name |-> "init"]

LiveNext ==
    \/ SlotPasses
    \/ SomebodyProposes
    \/ SomebodyClaims
    \/ SomebodyProves
    \/ SomebodyPrunes

\* An action that an assumption is missing for is never enabled, so that its
\* fairness asks for nothing.
Fairness ==
    /\ WF_vars("time" \in Assumed /\ SlotPasses)
    /\ WF_vars("pruner" \in Assumed /\ SomebodyPrunes)
    /\ WF_vars("claimant" \in Assumed /\ HonestClaims)
    /\ SF_vars("returning" \in Assumed /\ HonestClaims)
    /\ WF_vars("prover" \in Assumed /\ PromptProves)

LiveSpec == LiveInit /\ [][LiveNext]_vars /\ Fairness

-----------------------------------------------------------------------------
\* What holds in the end.

ClaimIsLive == Effective(State).claim # NoClaim
NoClaimIsLive == Effective(State).claim = NoClaim
ClaimIsStored == claim # NoClaim
NoClaimIsStored == claim = NoClaim
EpochIsUnproven == Effective(State).pending # <<>>
EpochWasProven == event.name = "submitEpochProof"

\* PROOF-7, PRUNE-3: time alone ends a claim.
ClaimsAreSettled == ClaimIsLive ~> NoClaimIsLive

\* PRUNE-5: what is due is carried out when somebody prunes.
ClaimsLeaveTheStore == ClaimIsStored ~> NoClaimIsStored

\* PROOF-6: proofs come in the order of epochs, so if nothing is dropped, the
\* next proof is that of the oldest unproven epoch.
EpochsAreProven == EpochIsUnproven ~> EpochWasProven
NothingIsDropped == ~PruneDue(State)

\* PRUNE-1, PRUNE-3: however much was dropped, with infinitely many epochs that
\* an honest proposer could claim there are infinitely many proofs.
ChainRecovers == []<>MustClaim => []<>EpochWasProven

\* PROOF-7, PRUNE-2: the claim of a prompt prover is never due to be slashed.
PromptProversKeepTheirBonds == claim.proverAddress \in Prompt => ~PruneDue(State)

-----------------------------------------------------------------------------
\* Relative time is bounded.
LiveTypeOK ==
    /\ slot \in 0..3 * SlotsPerEpoch - 1
    /\ IsState(State)
    /\ pending # <<>> => Epoch(pending[1].slot) \in {0, Epoch(slot) - 1, Epoch(slot)}
=============================================================================
