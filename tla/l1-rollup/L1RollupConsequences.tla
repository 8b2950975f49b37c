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

\* Where signatures are verified, none is false.
LiveForged == [i \in DOMAIN LivePending |-> FalseSeatsOf(i)]

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
    forged        <- LiveForged,
    Drawn    <- SampleOf,
    Proposes <- ProposerOf

CorrectProposal == [ProposeBase(State, Effective(State)) EXCEPT !.attestations = MembersNow]
\* A quorum of seats, with nothing of use in them.
ForgedProposal ==
    [ProposeBase(State, Effective(State)) EXCEPT !.attestations = Attestations(Strangers(State), Quorum(Len(MembersNow)))]
CorrectProof(caller) == [ProofBase(State, Effective(State)) EXCEPT !.caller = caller]
WhoMayProve ==
    IF ProofSubmission = "claimedProver" /\ LiveClaim # NoClaim THEN {LiveClaim.proverAddress}
    ELSE Provers \cup {"stranger", "none"}
SignaturesAreSettled ==
    \/ ChallengeSlots = 0
    \/ slot > EpochEnd(Effective(State)).slot + ChallengeSlots
    \/ Offset(slot) >= ClaimWindowSlots
EndedEpochIsUnproven == LivePending # <<>> /\ OldestUnprovenEpoch(LivePending) < Epoch(slot)

Settled == Effective(State)

CorrectFallbackBlock(caller, s) ==
    [ProposeWithProofBase(State, Effective(State)) EXCEPT !.caller = caller, !.slot = s, !.timestampSlot = s]
CorrectChallenge(caller, s, seat) == [
    name     |-> "challenge",
    caller   |-> caller,
    slot     |-> s,
    seat     |-> seat,
    preimage |-> "match" ]
CorrectEntry(caller) == [
    name        |-> "forceInclusion",
    caller      |-> caller,
    transaction |-> "t",
    data        |-> "fits",
    valid       |-> TRUE ]

\* The state after a prover was paid what it is withdrawing, as soon as that is
\* unlocked, and after it started to withdraw all that is available.
WithdrawnBy(s, p) ==
    LET due == [s EXCEPT !.slot = Max(Clock(s), s.accounts[p].unlockSlot)]
        e == [name |-> "executeWithdrawal", caller |-> p, receiver |-> p]
    IN IF s.accounts[p].withdrawing = 0 THEN due ELSE After(due, e)
LeavingBy(s, p) ==
    After(s, [name |-> "startWithdrawal", caller |-> p, amount |-> s.accounts[p].available])

-----------------------------------------------------------------------------
\* Invariants.

\* PROPOSE-1 to PROPOSE-11: whatever happened, outside of fallback the proposer of
\* a slot without a block can propose.
CorrectProposalsAreAccepted ==
    ~InSession(LiveFallback) /\ MembersNow # <<>> /\ Tip(Effective(State)).slot < slot => Refusals(State, CorrectProposal) = {}

\* CHALLENGE-1: where signatures are posted, nobody looks at them when a block is
\* proposed.
PostedSignaturesAreNotVerified ==
    ChallengeSlots > 0 /\ ~InSession(LiveFallback) /\ MembersNow # <<>> /\ Tip(Effective(State)).slot < slot =>
        Refusals(State, ForgedProposal) = {}

\* PROOF-1 to PROOF-5, PROOF-8, PROOF-10, PRUNE-2: as long as an ended epoch is
\* alive, claimed or not, a correct proof of it is accepted, whoever sends it or,
\* where a claim gives its prover alone the right, from that prover. CHALLENGE-9,
\* CHALLENGE-10: at once where its signatures were verified, and in any case when its
\* last block is old enough, and after the claim window.
CorrectProofsAreAccepted ==
    EndedEpochIsUnproven /\ SignaturesAreSettled =>
        \A c \in WhoMayProve : Refusals(State, CorrectProof(c)) = {}

\* CHALLENGE-3 to CHALLENGE-8, CHALLENGE-11: for d slots anybody can drop a block with a
\* false attestation, with all that stands on it; those below it stay.
CorrectChallengesAreAccepted ==
    \A i \in DOMAIN LivePending :
        \A seat \in FalseSeatsOf(i), c \in Callers :
            slot <= LivePending[i].slot + ChallengeSlots =>
                LET e == CorrectChallenge(c, LivePending[i].slot, seat)
                IN Refusals(State, e) = {} /\ After(State, e).pending = SubSeq(LivePending, 1, i - 1)

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

\* PRUNE-4, LOG-2: nobody can tell whether what is due has been carried out (F-19),
\* but for the logs of carrying it out. Left out is prune, which asks for it.
LazinessIsNotObserved ==
    Settled # State =>
        \A e \in Instances(State) :
            e.name \notin {"advanceSlot", "prune"} =>
                /\ Refusals(State, e) = Refusals(Settled, e)
                /\ Refusals(State, e) = {} => Effective(After(State, e)) = Effective(After(Settled, e))
                /\ Refusals(State, e) = {} =>
                    Logs(State, e) \in {Logs(Settled, e), DueLogs(State) \o Logs(Settled, e)}

\* VIEW-4, ESCROW-7, ESCROW-12: no bond is covered for longer than the escrow tells:
\* a prover that leaves as soon as it can is gone in that slot.
CoverageEndsAsTold ==
    \A p \in Provers :
        LET account == accounts[p]
            all == account.available + account.withdrawing
            paid == WithdrawnBy(State, p)
            told(bond) == CoveredNextSlot(State, account, bond)
            bonds == {0, account.available, account.available + 1, all, all + 1}
        IN /\ \A bond \in bonds : told(bond) = IF bond <= account.available THEN told(account.available)
                                              ELSE IF bond <= all THEN told(all)
                                              ELSE 0
           /\ account.withdrawing > 0 => told(all) = IF paid.slot > Clock(State) THEN paid.slot ELSE 0
           /\ account.available > 0 => told(account.available) = WithdrawnBy(LeavingBy(paid, p), p).slot

-----------------------------------------------------------------------------
\* Action properties.

\* CLAIM-4, PROOF-6, PRUNE-3, CHALLENGE-8: a claim that ends takes its epoch with it, so that
\* no epoch is claimed twice.
ClaimsEndWithTheirEpochs ==
    [][claim # NoClaim /\ claim' = NoClaim =>
        \A block \in Elements(pending') : Epoch(block.slot) # claim.epochToProve]_vars

\* ESCROW-4, ESCROW-8, PRUNE-3, CHALLENGE-11: what a prover holds grows by what it deposits and
\* shrinks by what it withdraws or loses; a bond that returns it held before.
AccountsMoveWithTokens ==
    [][\A p \in Provers :
        LET moved == Held(accounts'[p]) - Held(accounts[p])
            lost == IF claim.proverAddress = p /\ claim' # claim /\ Late(claim) THEN claim.bondAmount ELSE 0
            mine == "caller" \in DOMAIN event' /\ event'.caller = p
        IN moved =
            CASE Happened("deposit") /\ mine           -> event'.amount - lost
              [] Happened("executeWithdrawal") /\ mine -> 0 - accounts[p].withdrawing
              [] OTHER                                 -> 0 - lost]_vars

\* The rollup, lazy as it is, starts as the chain in effect and does what it does.
StartsAsL1Chain == event.name = "init" => Chain!ChainInit(FirstSlot, InitialValidators, ConstructorRandao)
RefinesL1Chain == [][StartsAsL1Chain /\ Chain!ChainStep(event')]_vars
=============================================================================
