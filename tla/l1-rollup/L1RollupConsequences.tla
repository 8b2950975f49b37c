------------------------ MODULE L1RollupConsequences ------------------------
(***************************************************************************)
(* What follows from the rules and is not one of them: what can always be  *)
(* done, what nobody can tell, and that the rollup is an L1Chain.          *)
(***************************************************************************)
EXTENDS L1RollupProbes

SampleOf(set, randao, epoch) == Sample(set, randao, epoch)
ProposerOf(sample, members, s) ==
    IF ProposerSelection = "offset" THEN members[(Offset(s) % Len(members)) + 1]
    ELSE members[Seat(sample.randao, sample.epoch, Len(members), s)]

\* The chain that is in effect.
Chain == INSTANCE L1Chain WITH
    pending  <- LivePending,
    claim    <- LiveClaim,
    mode     <- LiveFallback,
    EnterSlots    <- FallbackEnterSlots,
    ExitSlots     <- FallbackExitSlots,
    ActivitySlots <- FallbackExitActivitySlots,
    DelayEpochs   <- ForcedDelayEpochs,
    Minimum       <- ForcedMinimum,
    Drawn    <- SampleOf,
    Proposes <- ProposerOf

CorrectProposal == [ProposeBase(State, Effective(State)) EXCEPT !.attestations = MembersNow]
CorrectProof(caller) == [ProofBase(State, Effective(State)) EXCEPT !.caller = caller]
WhoMayProve ==
    IF ProofSubmission = "claimedProver" /\ LiveClaim # NoClaim THEN {LiveClaim.proverAddress}
    ELSE Provers \cup {"stranger", "none"}
EndedEpochIsUnproven == LivePending # <<>> /\ OldestUnprovenEpoch(LivePending) < Epoch(slot)

Settled == Effective(State)

CorrectFallbackBlock(caller, s) ==
    [ProposeWithProofBase(State, Effective(State)) EXCEPT !.caller = caller, !.slot = s, !.timestampSlot = s]
CorrectEntry(caller) == [
    name        |-> "forceInclusion",
    caller      |-> caller,
    transaction |-> "t",
    data        |-> "fits",
    valid       |-> TRUE ]

-----------------------------------------------------------------------------
\* Invariants.

\* PROPOSE-1 to PROPOSE-11: whatever happened, outside of fallback the proposer of
\* a slot without a block can propose.
CorrectProposalsAreAccepted ==
    ~InSession(LiveFallback) /\ MembersNow # <<>> /\ Tip(Effective(State)).slot < slot => Refusals(State, CorrectProposal) = {}

\* PROOF-1 to PROOF-5, PROOF-8, PROOF-10, PRUNE-2: as long as an ended epoch is
\* alive, claimed or not, a correct proof of it is accepted, whoever sends it or,
\* where a claim gives its prover alone the right, from that prover.
CorrectProofsAreAccepted ==
    EndedEpochIsUnproven => \A c \in WhoMayProve : Refusals(State, CorrectProof(c)) = {}

\* FALLBACK-10 to FALLBACK-13: in a session anybody can build on the proven tip, in
\* any slot after it that has begun.
CorrectFallbackBlocksAreAccepted ==
    InSession(LiveFallback) =>
        \A c \in Callers, s \in proven.slot + 1..slot : Refusals(State, CorrectFallbackBlock(c, s)) = {}

\* QUEUE-1 to QUEUE-3: from genesis on anybody can enter a transaction, whoever
\* builds.
CorrectEntriesAreAccepted ==
    Started(State) => \A c \in Callers : Refusals(State, CorrectEntry(c)) = {}

\* FALLBACK-8: whoever goes from one entry or exit to the next comes to what slot by
\* slot comes of it.
FallbackPassesSlotBySlot ==
    LiveFallback = Timed(fallback, slot, ClaimDeadline(State), ForcedWaits(State))

\* PRUNE-4: nobody can tell whether what is due has been carried out. Left out
\* are prune, which asks for it, and the two that read stored amounts where the
\* effective ones are meant (F-19).
LazinessIsNotObserved ==
    Settled # State =>
        \A e \in Instances(State) :
            e.name \notin {"advanceSlot", "prune", "deposit", "collectSlashed"} =>
                /\ Refusals(State, e) = Refusals(Settled, e)
                /\ Refusals(State, e) = {} => Effective(After(State, e)) = Effective(After(Settled, e))

-----------------------------------------------------------------------------
\* Action properties.

\* CLAIM-4, PROOF-6, PRUNE-3: a claim that ends takes its epoch with it, so that
\* no epoch is claimed twice.
ClaimsEndWithTheirEpochs ==
    [][claim # NoClaim /\ claim' = NoClaim =>
        \A block \in Elements(pending') : Epoch(block.slot) # claim.epochToProve]_vars

\* ESCROW-4, ESCROW-8, PRUNE-3: what a prover holds grows by what it deposits and
\* shrinks by what it withdraws or loses.
AccountsMoveWithTokens ==
    [][\A p \in Provers :
        LET moved == Held(accounts'[p]) - Held(accounts[p])
            lost == IF claim.proverAddress = p /\ claim' # claim /\ Late(claim) THEN claim.bondAmount ELSE 0
            mine == "caller" \in DOMAIN event' /\ event'.caller = p
        IN moved =
            CASE Happened("deposit") /\ mine           -> event'.amount
              [] Happened("executeWithdrawal") /\ mine -> 0 - accounts[p].withdrawing
              [] OTHER                                 -> 0 - lost]_vars

\* The rollup, lazy as it is, starts as the chain in effect and does what it does.
StartsAsL1Chain == event.name = "init" => Chain!ChainInit(FirstSlot, InitialValidators, ConstructorRandao)
RefinesL1Chain == [][StartsAsL1Chain /\ Chain!ChainStep(event')]_vars
=============================================================================
