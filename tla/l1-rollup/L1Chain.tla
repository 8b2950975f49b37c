------------------------------- MODULE L1Chain -------------------------------
(***************************************************************************)
(* The L1 rollup as everybody else sees it: the chain that is in effect.   *)
(* Time itself drops and slashes here, at the slot at which it is due      *)
(* (PRUNE-1 to PRUNE-3), so that there is nothing to settle and no prune   *)
(* to call.  The rollup contract is lazy, and refines this module for      *)
(* safety (RefinesL1Chain).                                                *)
(*                                                                         *)
(* Left out: escrow accounts, tokens and rewards, and who sends a proof.   *)
(* A claim is made here whether or not anybody covers it, and a proof by   *)
(* anybody: the contract accepts fewer.                                    *)
(*                                                                         *)
(* A step takes the event that explains it, since TLC cannot guess one.    *)
(***************************************************************************)
EXTENDS Integers, Sequences, FiniteSets

CONSTANTS
    SlotsPerEpoch,           \* count of slots, TIME-2
    ClaimWindowSlots,        \* count of slots, CLAIM-1
    SeedLookaheadEpochs,     \* count of epochs, EPOCH-2
    Genesis, NoClaim,
    Drawn(_, _, _),          \* set, prevrandao, epoch -> the sample, EPOCH-3
    Proposes(_, _, _)        \* sample, members, slot -> an address, EPOCH-8, EPOCH-11

VARIABLES
    slot,        \* the current slot; -1 before genesis
    proven,      \* the tip of the proven chain
    pending,     \* the blocks beyond it that are alive, oldest first
    claim,       \* the claim that is alive, or NoClaim
    validators,  \* the set now and before the first change of its epoch
    samples      \* recorded samples by epoch

chainVars == <<slot, proven, pending, claim, validators, samples>>

-----------------------------------------------------------------------------
EpochOf(s) == s \div SlotsPerEpoch
Now == EpochOf(slot)

\* TIME-4: until then nothing happens but that time passes.
Begun == slot >= 0

ChainTip == IF pending = <<>> THEN proven ELSE pending[Len(pending)]
OldestEpoch == EpochOf(pending[1].slot)

\* EPOCH-5, EPOCH-6.
Serving == LET started == {i \in DOMAIN samples : samples[i].epoch <= Now}
           IN samples[CHOOSE i \in started : \A j \in started : j <= i]

\* VALIDATOR-5.
Frozen == IF validators.changedEpoch = Now THEN validators.previous ELSE validators.current

-----------------------------------------------------------------------------
\* TIME-3, and what is due when a slot begins.

\* PRUNE-1, PRUNE-2.
DiesIn(s) ==
    /\ pending # <<>>
    /\ \/ EpochOf(s) > OldestEpoch + 1
       \/ EpochOf(s) = OldestEpoch + 1 /\ s % SlotsPerEpoch >= ClaimWindowSlots /\ claim = NoClaim

\* PRUNE-3.
EndsIn(s) == claim # NoClaim /\ EpochOf(s) > claim.epochToProve + 1

Tick ==
    /\ slot' = slot + 1
    /\ pending' = IF DiesIn(slot + 1) THEN <<>> ELSE pending
    /\ claim' = IF EndsIn(slot + 1) THEN NoClaim ELSE claim
    /\ UNCHANGED <<proven, validators, samples>>

-----------------------------------------------------------------------------
\* PROPOSE-1 to PROPOSE-12: the proposer of the slot puts a block on the tip,
\* with a quorum of the members that serve.
Propose(e) ==
    LET members == Serving.members
        signed == {m \in {members[i] : i \in DOMAIN members} :
                      \E i \in DOMAIN e.attestations : e.attestations[i] = m /\ members[i] = m}
        block == [slot |-> slot, content |-> e.content, beneficiary |-> pending'[Len(pending')].beneficiary]
    IN
    /\ Begun
    /\ members # <<>>
    /\ e.caller = Proposes(Serving, members, slot)
    /\ 3 * Cardinality(signed) > 2 * Len(members)
    /\ e.parent = ChainTip
    /\ ChainTip.slot < slot
    /\ pending' = Append(pending, block)
    /\ UNCHANGED <<slot, proven, claim, validators, samples>>

\* CLAIM-1 to CLAIM-4, CLAIM-10.
Claim(e) ==
    /\ Begun
    /\ slot % SlotsPerEpoch < ClaimWindowSlots
    /\ pending # <<>>
    /\ OldestEpoch = Now - 1
    /\ claim = NoClaim
    /\ Serving.members # <<>>
    /\ e.caller = Proposes(Serving, Serving.members, slot)
    /\ claim' = [epochToProve  |-> Now - 1,
                 proverAddress |-> e.quote.proverAddress,
                 bondAmount    |-> e.quote.bondAmount,
                 basisPointFee |-> e.quote.basisPointFee,
                 claimant      |-> e.caller]
    /\ UNCHANGED <<slot, proven, pending, validators, samples>>

\* PROOF-1 to PROOF-7: all blocks of the oldest epoch, which is over.
Prove(e) ==
    LET whole == {i \in DOMAIN pending : EpochOf(pending[i].slot) = OldestEpoch}
        end == Cardinality(whole)
    IN
    /\ Begun
    /\ pending # <<>>
    /\ OldestEpoch < Now
    /\ e.valid
    /\ e.from = proven
    /\ e.to = pending[end]
    /\ proven' = pending[end]
    /\ pending' = SubSeq(pending, end + 1, Len(pending))
    /\ claim' = NoClaim
    /\ UNCHANGED <<slot, validators, samples>>

\* EPOCH-1 to EPOCH-4: samples that can no longer serve may be forgotten.
SetUp(e) ==
    LET taken == Drawn(Frozen, e.randao, Now + SeedLookaheadEpochs)
        kept == SelectSeq(samples, LAMBDA sample : sample.epoch >= Serving.epoch)
    IN
    /\ Begun
    /\ \A i \in DOMAIN samples : samples[i].epoch < taken.epoch
    /\ samples' = Append(kept, taken)
    /\ UNCHANGED <<slot, proven, pending, claim, validators>>

\* VALIDATOR-1 to VALIDATOR-5.
ChangeSet(e) ==
    LET set == validators.current
        members(sequence) == {sequence[i] : i \in DOMAIN sequence}
        after == members(validators'.current)
    IN
    /\ Begun
    /\ e.caller = "admin"
    /\ e.validator # "none"
    /\ IF e.name = "addValidator"
       THEN e.validator \notin members(set) /\ after = members(set) \cup {e.validator}
       ELSE e.validator \in members(set) /\ after = members(set) \ {e.validator}
    /\ Len(validators'.current) = Cardinality(after)
    /\ validators'.previous = Frozen
    /\ validators'.changedEpoch = Now
    /\ UNCHANGED <<slot, proven, pending, claim, samples>>

-----------------------------------------------------------------------------
ChainInit(first, set, randao) ==
    /\ slot = first
    /\ proven = Genesis
    /\ pending = <<>>
    /\ claim = NoClaim
    /\ validators = [current |-> set, previous |-> set, changedEpoch |-> 0]
    /\ samples = <<Drawn(set, randao, 0)>>

\* Whatever else happens on L1 changes nothing here: a prune carries out what
\* time has done already.
ChainStep(e) ==
    CASE e.name = "advanceSlot"                           -> Tick
      [] e.name = "propose"                               -> Propose(e)
      [] e.name = "claimEpochProofRight"                  -> Claim(e)
      [] e.name = "submitEpochProof"                      -> Prove(e)
      [] e.name = "setupEpoch"                            -> SetUp(e)
      [] e.name \in {"addValidator", "removeValidator"}   -> ChangeSet(e)
      [] OTHER                                            -> UNCHANGED chainVars
=============================================================================
