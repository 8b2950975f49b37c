------------------------------- MODULE L1Chain -------------------------------
(***************************************************************************)
(* The L1 rollup as everybody else sees it: the chain that is in effect.   *)
(* Time itself drops, slashes, enters and leaves fallback here, at the slot *)
(* at which it is due (PRUNE-1 to PRUNE-3, FALLBACK-1 to FALLBACK-8), so that there is nothing to settle and no prune   *)
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
    EnterSlots, ExitSlots, ActivitySlots,  \* counts of slots, FALLBACK-1, FALLBACK-6, FALLBACK-7
    DelayEpochs, Minimum,    \* QUEUE-3, QUEUE-7
    ChallengeSlots,          \* count of slots, CHALLENGE-1
    SeedLookaheadEpochs,     \* count of epochs, EPOCH-2
    Genesis, NoClaim,
    Drawn(_, _, _),          \* set, prevrandao, epoch -> the sample, EPOCH-3
    Proposes(_, _, _)        \* sample, members, slot -> an address, EPOCH-8, EPOCH-11

VARIABLES
    slot,        \* the current slot; -1 before genesis
    proven,      \* the tip of the proven chain
    pending,     \* the blocks beyond it that are alive, oldest first
    claim,       \* the claim that is alive, or NoClaim
    validators,  \* the set now, before the first change of the epoch of its last
                 \* change, and before the first of that epoch or the one before
    samples,     \* recorded samples by epoch
    queue,       \* the forced-inclusion queue
    taken,       \* how many of it the proven chain has taken
    forged,      \* of every pending block, the seats whose attestations are false, from 0
    mode         \* [countedFrom, entered, advanced], slots or -1

chainVars == <<slot, proven, pending, claim, validators, samples, queue, taken, forged, mode>>

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

\* FALLBACK-5, FALLBACK-9: who builds.
InFallback == mode.entered >= 0
Nobody == [countedFrom |-> -1, entered |-> -1, advanced |-> -1]
Counting(s) == IF EnterSlots = 0 THEN Nobody ELSE [Nobody EXCEPT !.countedFrom = s]

\* QUEUE-8: what the blocks have taken, and what a further block may take.
RECURSIVE TakenBy(_)
TakenBy(blocks) == IF blocks = <<>> THEN 0 ELSE TakenBy(Tail(blocks)) + blocks[1].forced
Included == taken + TakenBy(pending)
FitsQueue(k, alone) ==
    LET after == Included + k IN
    /\ after <= Len(queue)
    /\ after < Len(queue) /\ queue[after + 1].includedByEpoch <= Now => alone /\ k >= Minimum

\* VALIDATOR-5: the set when this epoch began, and when the one before it did.
SetAtStart == IF validators.changedEpoch = Now THEN validators.previous ELSE validators.current
Frozen == IF validators.changedEpoch = Now THEN validators.earlier
          ELSE IF validators.changedEpoch = Now - 1 THEN validators.previous
          ELSE validators.current

-----------------------------------------------------------------------------
\* TIME-3, and what is due when a slot begins.

\* PRUNE-1, PRUNE-2.
DiesIn(s) ==
    /\ pending # <<>>
    /\ \/ EpochOf(s) > OldestEpoch + 1
       \/ EpochOf(s) = OldestEpoch + 1 /\ s % SlotsPerEpoch >= ClaimWindowSlots /\ claim = NoClaim

\* PRUNE-3.
EndsIn(s) == claim # NoClaim /\ EpochOf(s) > claim.epochToProve + 1

\* FALLBACK-1, FALLBACK-3: a claim that is alive is waited for.
EntersIn(s) ==
    /\ mode.countedFrom >= 0
    /\ s - mode.countedFrom >= EnterSlots
    /\ claim = NoClaim \/ EndsIn(s)

\* FALLBACK-6, FALLBACK-7.
LeavesIn(s) == InFallback /\ (s - mode.entered >= ExitSlots \/ s - mode.advanced >= ActivitySlots)

\* FALLBACK-4.
PendingIn(s) == IF DiesIn(s) \/ EntersIn(s) THEN <<>> ELSE pending
ClaimIn(s) == IF EndsIn(s) THEN NoClaim ELSE claim

Tick ==
    LET next == slot + 1 IN
    /\ slot' = next
    /\ pending' = PendingIn(next)
    /\ forged' = SubSeq(forged, 1, Len(pending'))
    /\ claim' = ClaimIn(next)
    /\ mode' = IF EntersIn(next) THEN [countedFrom |-> -1, entered |-> next, advanced |-> next]
               ELSE IF ~LeavesIn(next) THEN mode
               ELSE IF taken < Len(queue) THEN Counting(next) ELSE Nobody
    /\ UNCHANGED <<proven, validators, samples, queue, taken>>

-----------------------------------------------------------------------------
\* PROPOSE-1 to PROPOSE-12: the proposer of the slot puts a block on the tip,
\* with a quorum of the members that serve. CHALLENGE-1: all of it is true, or what
\* is not is kept.
Propose(e) ==
    LET members == Serving.members
        given == {i \in DOMAIN members : e.attestations[i] # "none"}
        false == {i - 1 : i \in {n \in given : e.attestations[n] # members[n]}}
        block == [slot |-> slot, content |-> e.content,
                  beneficiary |-> pending'[Len(pending')].beneficiary, forced |-> e.forced]
    IN
    /\ Begun
    /\ ~InFallback
    /\ FitsQueue(e.forced, e.content = "none")
    /\ members # <<>>
    /\ e.caller = Proposes(Serving, members, slot)
    /\ e.committee = members
    /\ 3 * Cardinality(given) > 2 * Len(members)
    /\ ChallengeSlots = 0 => false = {}
    /\ e.parent = ChainTip
    /\ ChainTip.slot < slot
    /\ pending' = Append(pending, block)
    /\ forged' = Append(forged, false)
    /\ mode' = IF mode = Nobody THEN Counting(slot) ELSE mode
    /\ UNCHANGED <<slot, proven, claim, validators, samples, queue, taken>>

\* CHALLENGE-3 to CHALLENGE-8, CHALLENGE-11: anybody shows a false attestation in
\* time. The block goes with all on it, and a claim with the last block. CHALLENGE-13:
\* nothing was proven, so what was counted stays, but that an entry is not of the past.
Cut(e) ==
    \E n \in DOMAIN pending :
        /\ pending[n].slot = e.slot
        /\ slot - e.slot <= ChallengeSlots
        /\ e.seat \in forged[n]
        /\ e.preimage = "match"
        /\ pending' = SubSeq(pending, 1, n - 1)
        /\ forged' = SubSeq(forged, 1, n - 1)
        /\ claim' = IF n = 1 THEN NoClaim ELSE claim
        /\ mode' = IF claim' = claim \/ mode.countedFrom < 0 \/ slot - mode.countedFrom < EnterSlots THEN mode
                   ELSE Counting(slot + 1 - EnterSlots)
        /\ UNCHANGED <<slot, proven, validators, samples, queue, taken>>

\* CLAIM-1 to CLAIM-4.
Claimable(e) ==
    /\ Begun
    /\ ~InFallback
    /\ slot % SlotsPerEpoch < ClaimWindowSlots
    /\ pending # <<>>
    /\ OldestEpoch = Now - 1
    /\ claim = NoClaim
    /\ Serving.members # <<>>
    /\ e.caller = Proposes(Serving, Serving.members, slot)

\* CLAIM-10.
Claim(e) ==
    /\ Claimable(e)
    /\ claim' = [epochToProve  |-> Now - 1,
                 proverAddress |-> e.quote.proverAddress,
                 bondAmount    |-> e.quote.bondAmount,
                 basisPointFee |-> e.quote.basisPointFee,
                 claimant      |-> e.caller]
    /\ UNCHANGED <<slot, proven, pending, validators, samples, queue, taken, forged, mode>>

\* PROOF-1 to PROOF-7: all blocks of the oldest epoch, which is over. CHALLENGE-9:
\* none of them can be challenged any more.
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
    /\ ChallengeSlots > 0 => slot - pending[end].slot > ChallengeSlots
    /\ proven' = pending[end]
    /\ pending' = SubSeq(pending, end + 1, Len(pending))
    /\ forged' = SubSeq(forged, end + 1, Len(forged))
    /\ claim' = NoClaim
    /\ taken' = taken + TakenBy(SubSeq(pending, 1, end))
    /\ mode' = IF pending' # <<>> \/ taken' < Len(queue) THEN Counting(slot) ELSE Nobody
    /\ UNCHANGED <<slot, validators, samples, queue>>

\* FALLBACK-9 to FALLBACK-14: anybody's block, proven when it appears.
ProposeProven(e) ==
    /\ InFallback
    /\ e.valid
    /\ e.parent = proven
    /\ e.slot \in proven.slot + 1..slot
    /\ FitsQueue(e.forced, e.content = "none")
    /\ proven' = [slot |-> e.slot, content |-> e.content, beneficiary |-> "none", forced |-> e.forced]
    /\ taken' = taken + e.forced
    /\ mode' = [mode EXCEPT !.advanced = slot]
    /\ UNCHANGED <<slot, pending, claim, validators, samples, queue, forged>>

\* QUEUE-1 to QUEUE-3.
Force(e) ==
    /\ e.valid
    /\ queue' = Append(queue, [transaction |-> e.transaction, includedByEpoch |-> Now + DelayEpochs])
    /\ mode' = IF mode = Nobody THEN Counting(slot) ELSE mode
    /\ UNCHANGED <<slot, proven, pending, claim, validators, samples, taken, forged>>

\* EPOCH-1 to EPOCH-4: samples that can no longer serve may be forgotten.
SetUp(e) ==
    LET drawn == Drawn(Frozen, e.randao, Now + SeedLookaheadEpochs)
        kept == SelectSeq(samples, LAMBDA sample : sample.epoch >= Serving.epoch)
    IN
    /\ Begun
    /\ \A i \in DOMAIN samples : samples[i].epoch < drawn.epoch
    /\ samples' = Append(kept, drawn)
    /\ UNCHANGED <<slot, proven, pending, claim, validators, queue, taken, forged, mode>>

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
    /\ validators'.previous = SetAtStart
    /\ validators'.earlier = Frozen
    /\ validators'.changedEpoch = Now
    /\ UNCHANGED <<slot, proven, pending, claim, samples, queue, taken, forged, mode>>

-----------------------------------------------------------------------------
ChainInit(first, set, randao) ==
    /\ slot = first
    /\ proven = Genesis
    /\ pending = <<>>
    /\ claim = NoClaim
    /\ validators = [current |-> set, previous |-> set, earlier |-> set, changedEpoch |-> 0]
    /\ samples = <<Drawn(set, randao, 0)>>
    /\ queue = <<>>
    /\ taken = 0
    /\ forged = <<>>
    /\ mode = Nobody

\* Whatever else happens on L1 changes nothing here: a prune carries out what
\* time has done already.
ChainStep(e) ==
    CASE e.name = "advanceSlot"                           -> Tick
      [] e.name = "propose"                               -> Propose(e)
      [] e.name = "challenge"                             -> Cut(e)
      [] e.name = "claimEpochProofRight"                  -> Claim(e)
      [] e.name = "submitEpochProof"                      -> Prove(e)
      [] e.name = "proposeWithProof"                      -> ProposeProven(e)
      [] e.name = "forceInclusion"                        -> Force(e)
      [] e.name = "setupEpoch"                            -> SetUp(e)
      [] e.name \in {"addValidator", "removeValidator"}   -> ChangeSet(e)
      [] OTHER                                            -> UNCHANGED chainVars
=============================================================================
