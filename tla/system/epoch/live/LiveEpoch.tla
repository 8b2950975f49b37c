----------------------------- MODULE LiveEpoch ------------------------------
(***************************************************************************)
(* Epoch with time that never ends.  Slots are kept relative to the oldest *)
(* epoch that still matters, that of the oldest pending block: when an     *)
(* epoch begins that one becomes epoch 0 again.  L1Chain drops what is two *)
(* epochs old, so that the graph is finite without being cut.              *)
(*                                                                         *)
(* Messages of a slot arrive in it: what an honest node decides is one     *)
(* step with what L1 makes of it, on a level view.  Epoch has the orders   *)
(* in which they can come.  Rules are those of Epoch.                      *)
(*                                                                         *)
(* An epoch is good if the claim window in it is that of an honest         *)
(* proposer; which are is open, and what `Assumed` says:                   *)
(*   "good"      every one is;                                             *)
(*   "time"      slots pass for ever;                                      *)
(*   "claimant"  an honest proposer claims in its window if it can;        *)
(*   "patient"   it claims when all that will quote in the slot have;      *)
(*   "quotes"    p1 quotes in the window if it can;                        *)
(*   "prover"    p1 proves in time what it was claimed for.                *)
(* To be in time is a bound on time: the slot does not pass before the     *)
(* honest have done what they promise for it.                              *)
(*                                                                         *)
(* p2 bids nothing and never proves; what it lost it deposits anew.        *)
(* `Rival` says whether it is there, and whether L1 knows it again.        *)
(***************************************************************************)
EXTENDS CycleValues, Epoch

CONSTANTS
    Assumed,   \* which of the assumptions hold
    Rival      \* "none", "known": p2 keeps its key, "fresh": it has another each time

ASSUME Assumed \subseteq {"good", "time", "claimant", "patient", "quotes", "prover"}
ASSUME Rival \in {"none", "known", "fresh"}

\* For configurations in which p1 has nothing, or holds nothing.
NoDeposits == [p \in Provers |-> 0]
NothingHeld == <<>>

VARIABLE good    \* whether the claim window of this epoch is that of an honest proposer
VARIABLE event   \* what happened last
vars == <<epochVariables, good, event>>

-----------------------------------------------------------------------------
\* Honest nodes, level.

Offset == slot % SlotsPerEpoch
Quoting == [name |-> "quote", validUntilSlot |-> slot, bond |-> MinimumBond, fee |-> 5]
ProverNow == [prover["p1"] EXCEPT !.view = ProveView("p1")]

Quoted(p, fee) ==
    [prover |-> p, epoch |-> EpochOf(slot) - 1, validUntilSlot |-> slot, bond |-> MinimumBond, fee |-> fee]
RivalQuotes == IF Rival = "none" \/ EpochOf(slot) = 0 THEN {} ELSE {Quoted("p2", 0)}
QuotesNow == RivalQuotes \cup {q \in {prover["p1"].quoted} : q.epoch = EpochOf(slot) - 1}


\* What the claimant knows when it has heard all. Arguments are bound to values: TLC would
\* evaluate them wherever they are named when it asks whether a step is ENABLED.
HeardOf(s, q) ==
    LET e == [name |-> "receiveQuote", form |-> "fits", signer |-> q.prover, quote |-> q] IN
    IF ClaimantRefusals("m1", s, e) = {} THEN ClaimantAfter("m1", s, e) ELSE s
RECURSIVE Heard(_, _)
Heard(s, quotes) ==
    IF quotes = {} THEN s
    ELSE CHOOSE all \in {Heard(t, quotes \ {q}) :
                            q \in {CHOOSE q \in quotes : TRUE},
                            t \in {HeardOf(s, CHOOSE q \in quotes : TRUE)}} : TRUE
ClaimantNow == Heard([claimant["m1"] EXCEPT !.view = ClaimView], QuotesNow)

MayQuote == \E s \in {ProverNow} : ProverRefusals("p1", s, Quoting) = {}
MayClaim == good /\ \E s \in {ClaimantNow} : ClaimantRefusals("m1", s, [name |-> "claim"]) = {}
MayProve == \E s \in {ProverNow} : ProverRefusals("p1", s, [name |-> "prove"]) = {}

\* "in time": by the end of the window, by the end of the epoch.
MustQuote == "quotes" \in Assumed /\ MayQuote
MustClaim == "claimant" \in Assumed /\ MayClaim
MustProve == "prover" \in Assumed /\ Offset = SlotsPerEpoch - 1 /\ MayProve

-----------------------------------------------------------------------------
\* Steps.

Frozen == UNCHANGED <<attested, past, reorganised, offered, claims, proofs, calls, crashed>>

SomebodyBuilds == Block /\ event' = [name |-> "block", node |-> "L1"] /\ UNCHANGED good

ProverQuotes ==
    /\ \E s \in {ProverNow} :
        /\ ProverRefusals("p1", s, Quoting) = {}
        /\ prover' = [prover EXCEPT !["p1"] = [ProverAfter("p1", s, Quoting) EXCEPT !.view = prover["p1"].view]]
    /\ event' = [name |-> "quote", node |-> "p1"]
    /\ UNCHANGED <<slot, l1Variables, claimant, good>>
    /\ Frozen

Claimed(q) ==
    /\ L1Claims([caller |-> ProposerOf(slot), quote |-> q])
    /\ q.bond <= Covered(q.prover)
    /\ escrow' = [escrow EXCEPT ![q.prover] = AfterClaim(@, q.bond)]
    /\ event' = [name |-> "claim", node |-> "L1"]
    /\ UNCHANGED <<prover, claimant, good>>
    /\ Frozen

ClaimantClaims ==
    /\ good
    /\ "patient" \in Assumed => ~MustQuote
    /\ \E s \in {ClaimantNow} :
        /\ ClaimantRefusals("m1", s, [name |-> "claim"]) = {}
        /\ \E effects \in {ClaimantEffects("m1", s, [name |-> "claim"])} : Claimed(effects[1].body.quote)

\* A Byzantine proposer claims with whatever there is.
SomebodyClaims == ~good /\ \E q \in QuotesNow : Claimed(q)

\* It proves, has the proof, and hands it in.
ProverProves ==
    /\ \E s \in {ProverNow} :
        /\ ProverRefusals("p1", s, [name |-> "prove"]) = {}
        /\ \E proving \in {ProverAfter("p1", s, [name |-> "prove"])} :
           \E proved \in {ProverAfter("p1", proving, [name  |-> "proved",
                                                       epoch |-> proving.proving.epoch,
                                                       tip   |-> proving.proving.tip])} :
            /\ ProverRefusals("p1", proved, [name |-> "submitProof"]) = {}
            /\ \E i \in DOMAIN pending : pending' = SubSeq(pending, i + 1, Len(pending))
            /\ L1Proves(proved.proof.tip)
    /\ escrow' = [escrow EXCEPT !["p1"] = AfterProof(@, claim.bondAmount)]
    /\ event' = [name |-> "proof", node |-> "L1"]
    /\ UNCHANGED <<prover, claimant, good>>
    /\ Frozen

-----------------------------------------------------------------------------
\* Time.

\* The blocks of a chain that begins behind genesis, each on the one before it.
RECURSIVE Rooted(_)
Rooted(slots) ==
    IF slots = <<>> THEN <<>>
    ELSE LET before == Rooted(SubSeq(slots, 1, Len(slots) - 1))
             parent == IF before = <<>> THEN Genesis ELSE before[Len(before)]
         IN Append(before, BlockOn(parent, slots[Len(slots)]))

\* Per slot, the parent of its block.
Parents(blocks) ==
    [n \in Slots |->
        IF n \notin {blocks[i].slot : i \in DOMAIN blocks} THEN Unattested
        ELSE LET i == CHOOSE i \in DOMAIN blocks : blocks[i].slot = n
             IN IF i = 1 THEN Genesis ELSE blocks[i - 1]]

\* What was quoted for an epoch that is over is as good as nothing.
Younger(q, epochs) ==
    IF q.epoch < epochs THEN Prover("p1")!NoQuote
    ELSE [q EXCEPT !.epoch = @ - epochs, !.validUntilSlot = @ - epochs * SlotsPerEpoch]

\* p2 deposits what it lost, under its key or another.
Restored(account) ==
    [account EXCEPT !.available = MinimumBond - account.staked,
                    !.slashed = 0,
                    !.failed = Rival = "known" /\ @]

\* L1 after the slot, `epochs` epochs younger. A claim ends with the epoch in which it was
\* made.
BecomesYounger(x, epochs) ==
    /\ slot' = x.slot - epochs * SlotsPerEpoch
    /\ escrow' = [x.escrow EXCEPT !["p1"].slashed = 0, !["p2"] = Restored(@)]
    /\ claim' = x.claim
    /\ forged' = NothingForged(x.pending)
    /\ IF epochs = 0
       THEN /\ pending' = x.pending
            /\ proven' = x.proven
            /\ UNCHANGED attested
       ELSE \E blocks \in {Rooted([i \in DOMAIN x.pending |-> x.pending[i].slot - epochs * SlotsPerEpoch])} :
            /\ pending' = [i \in DOMAIN blocks |-> OnL1(blocks[i])]
            /\ proven' = OnL1(Genesis)
            /\ attested' = Parents(blocks)
    /\ prover' = [prover EXCEPT !["p1"] =
           [Prover("p1")!Initial EXCEPT !.slot = x.slot - epochs * SlotsPerEpoch,
                                        !.quoted = Younger(prover["p1"].quoted, epochs)]]
    /\ claimant' = [claimant EXCEPT !["m1"] =
           [Claimant("m1")!Initial EXCEPT !.slot = x.slot - epochs * SlotsPerEpoch]]

\* Pass, counted from the oldest epoch that matters. What views were is forgotten.
SlotPasses ==
    /\ ~MustQuote /\ ~MustClaim /\ ~MustProve
    /\ \E x \in {AfterSlot(L1State)} :
        LET oldest == IF x.pending = <<>> THEN EpochOf(x.slot) ELSE EpochOf(x.pending[1].slot)
            begins == x.slot % SlotsPerEpoch = 0
        IN /\ BecomesYounger(x, IF begins THEN oldest ELSE 0)
           /\ good' \in IF ~begins THEN {good} ELSE IF "good" \in Assumed THEN {TRUE} ELSE BOOLEAN
    /\ event' = [name |-> "tick", node |-> "time"]
    /\ UNCHANGED <<past, reorganised, offered, claims, proofs, calls, crashed>>

LiveInit ==
    /\ Init
    /\ good = TRUE
    /\ event = [name |-> "init", node |-> "nobody"]

LiveNext ==
    \/ SlotPasses
    \/ SomebodyBuilds
    \/ ProverQuotes
    \/ ClaimantClaims
    \/ SomebodyClaims
    \/ ProverProves

\* An action that an assumption is missing for is never enabled, so that its
\* fairness asks for nothing.
Fairness ==
    /\ WF_vars("time" \in Assumed /\ SlotPasses)
    /\ WF_vars("quotes" \in Assumed /\ ProverQuotes)
    /\ WF_vars("claimant" \in Assumed /\ ClaimantClaims)
    /\ WF_vars("prover" \in Assumed /\ ProverProves)

LiveSpec == LiveInit /\ [][LiveNext]_vars /\ Fairness

-----------------------------------------------------------------------------
\* What holds in the end.

EpochIsUnproven == pending # <<>>
EpochWasProven == event.name = "proof"

\* PROOF-6: proofs come in the order of epochs, so if nothing is dropped, the next proof is
\* that of the oldest epoch that is not proven.
EpochsAreProven == EpochIsUnproven ~> EpochWasProven

\* An epoch can be claimed in a window of an honest proposer.
GoodClaimIsOpen == good /\ L1!Claimable(ClaimEvent([caller |-> ProposerOf(slot), quote |-> Quoted("p1", 5)]))

\* PRUNE-1, PRUNE-2: whatever was dropped, with infinitely many good epochs that there is
\* something to claim in there are infinitely many proofs.
ChainRecovers == []<>GoodClaimIsOpen => []<>EpochWasProven

\* PROOF-7, PRUNE-3.
PromptProversKeepTheirBonds == escrow["p1"].available + escrow["p1"].staked = Deposits["p1"]

-----------------------------------------------------------------------------
\* Relative time is bounded.
LiveTypeOK ==
    /\ slot \in 0..2 * SlotsPerEpoch - 1
    /\ pending # <<>> => EpochOf(pending[1].slot) \in {0, EpochOf(slot)}
=============================================================================
