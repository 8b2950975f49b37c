-------------------------- MODULE ProverProperties --------------------------
(***************************************************************************)
(* What must hold of a prover, whatever the checks that bring it about:    *)
(* nothing here looks at refusals, except the property that refused events *)
(* do not happen.  Invariants speak of states.  Action properties,         *)
(* [][...]_vars, speak of steps and of the event that led to them.         *)
(*                                                                         *)
(* Every definition of the section Invariants is checked in every state,   *)
(* every one of the form [][...]_vars in every step.  Each has a model in  *)
(* tla/prover/bug that violates it, and each conjunct one that only it     *)
(* sees.                                                                   *)
(***************************************************************************)
EXTENDS Prover

-----------------------------------------------------------------------------
\* History: no rule reads it.
\* Of several pasts of one state the first is looked at: that the others add nothing
\* follows from QuotedIsKept, StartsAreLeftOut, LostStoresWait, SubmittedIsKept and
\* MovedIsKept, which need none.

VARIABLE event     \* the event that was accepted last
VARIABLE sent      \* what was sent out with it
VARIABLE offered   \* the epochs that were quoted for
VARIABLE handed    \* the slots in which a proof was handed to L1 since the store was lost last
VARIABLE called    \* the slots in which the escrow was called since then
VARIABLE accepted  \* how many events were accepted: one that changes nothing
                   \* else is a step all the same

vars == <<proverVariables, event, sent, offered, handed, called, accepted>>

HistoryInit ==
    /\ event = [name |-> "init"]
    /\ sent = <<>>
    /\ offered = {}
    /\ handed = {}
    /\ called = {}
    /\ accepted = 0
HistoryNext(e) ==
    /\ event' = e
    /\ \E effects \in {Effects(State, e)} :
        LET of(kind) == {effects[i] : i \in {n \in DOMAIN effects : effects[n].kind = kind}}
            isLost == e.name = "crash" /\ e.store = "lost"
            proofs == {effect \in of("submit") : effect.body.call = "submitEpochProof"}
            added(old, new) == IF isLost THEN {} ELSE old \cup new
        IN
        /\ sent' = effects
        /\ offered' = offered \cup {effect.body.epoch : effect \in of("send")}
        /\ handed' = added(handed, {slot : effect \in proofs})
        /\ called' = added(called, {slot : effect \in of("submit") \ proofs})
    /\ accepted' = accepted + 1

Happened(name) == event'.name = name
Loses == Happened("crash") /\ event'.store = "lost"
Sends(kind) == \E i \in DOMAIN sent' : sent'[i].kind = kind

\* A quote is signed in this step, a proof begun or handed to L1, the escrow called.
Quotes == Sends("send")
Proves == Sends("prove")
Submits == \E i \in DOMAIN sent' : sent'[i].kind = "submit" /\ sent'[i].body.call = "submitEpochProof"
Moves == Sends("submit") /\ ~Submits
Withdraws == Moves /\ Happened("startWithdrawal")

\* The epoch for which quotes are claimed and proofs are submitted (CLAIM-3, PROVE-5).
Preceding == slot \div SlotsPerEpoch - 1
\* What L1 would have proven next (PROVE-4).
Asked == [epoch |-> view.epoch, tip |-> view.tip]
\* QUOTE-11, PROVE-1.
HoldsTheEpoch == Elements(view.transactions) \subseteq Elements(held)
\* PROVE-8: somebody can be claimed for with it.
IsClaimable(q) == q.epoch = Preceding /\ slot <= q.validUntilSlot /\ view.claim = "nobody"
\* PROVE-8: such a quote may have been lost with the store, valid as long as one can be.
MayHaveLost ==
    /\ Preceding \in 0..quotesFrom - 1
    /\ IsClaimable([epoch          |-> Preceding,
                    validUntilSlot |-> (Preceding + 1) * SlotsPerEpoch + ClaimWindow - 1])

-----------------------------------------------------------------------------
\* Invariants.

TypeOK == IsState(State)

\* QUOTE-12: nothing is signed for an epoch for which what was lost may have been.
StartsAreLeftOut == quoted # NoQuote => quoted.epoch >= quotesFrom

-----------------------------------------------------------------------------
\* Action properties: time, refusals, crashes and reports.

\* TIME-3: the slots come in their order, and nothing else moves them.
TimeMovesOnlyTheClock ==
    [][IF Happened("tick")
       THEN /\ [State' EXCEPT !.slot = slot] = State
            /\ slot' = slot + 1
       ELSE slot' = slot]_vars

\* What is refused does not happen.
RefusalsChangeNothing == [][Refusals(State, event') = {}]_vars

\* FOLLOW-1: after a start there is no view and nothing is being proven.
CrashesForget == [][Happened("crash") => view' = NoProveView /\ proving' = NoTarget]_vars

\* FOLLOW-1: the view is what was reported last, as a whole.
ViewsAreReported ==
    [][~Happened("crash") => view' = (IF Happened("follow") THEN event'.view ELSE view)]_vars

\* TX-1: only what was verified is held.
OnlyVerifiedIsHeld ==
    [][\A t \in Elements(held') \ Elements(held) :
        Happened("transactionVerified") /\ event'.transaction = t /\ event'.valid]_vars

\* TX-4: it is held until the store is lost.
HeldIsKept == [][IF Loses THEN held' = <<>> ELSE Elements(held) \subseteq Elements(held')]_vars

\* TX-4: what is held is not verified again.
NothingIsVerifiedTwice ==
    [][Happened("transactionVerified") => event'.transaction \notin Elements(held)]_vars

\* FOLLOW-9: what is done because of the view is done where the own tip is its tip.
NobodyActsBehind ==
    [][sent' # <<>> /\ ~Happened("deposit") => view.follows = "level"]_vars

-----------------------------------------------------------------------------
\* Action properties: what is asked for.

\* PROVE-1: all that is lacking, each once, in the order of the epoch; something is.
MissingIsRequested ==
    [][LET asked == [i \in DOMAIN sent' |-> sent'[i].body.transaction]
           L == view.transactions
       IN IF Happened("gather")
          THEN /\ sent' # <<>>
               /\ Elements(asked) = Elements(L) \ Elements(held)
               /\ \A i, j \in DOMAIN asked :
                   i < j => \E m, n \in DOMAIN L : m < n /\ L[m] = asked[i] /\ L[n] = asked[j]
          ELSE ~Sends("request")]_vars

-----------------------------------------------------------------------------
\* Action properties: what is quoted.

\* FOLLOW-5.
NobodyQuotesUnderTheAlarm == [][Quotes => ~view.alarm]_vars

\* QUOTE-7, CLAIM-2 to CLAIM-7: a claim with it could be accepted in this slot. That the
\* window is open (CLAIM-1) follows with QuotesEndWithTheWindow.
QuotesCanBeClaimed ==
    [][Quotes =>
        /\ ~view.fallback
        /\ view.epoch = Preceding
        /\ view.epoch >= 0
        /\ quoted'.epoch = Preceding
        /\ view.claim = "nobody"
        /\ slot <= quoted'.validUntilSlot
        /\ quoted'.bond >= MinimumBond
        /\ quoted'.fee <= FeeMaximum]_vars

\* QUOTE-9: the claim window is the first slots of the epoch.
QuotesEndWithTheWindow ==
    [][Quotes => quoted'.validUntilSlot - (Preceding + 1) * SlotsPerEpoch \in 0..ClaimWindow - 1]_vars

\* QUOTE-8, QUOTE-12, MESSAGE-10: at most one for an epoch, whatever becomes of the store.
OneQuoteAnEpoch == [][Quotes => quoted'.epoch \notin offered]_vars

\* QUOTE-10: as the view shows it; what was handed to L1 in this slot is not taken off.
PromisedIsAvailable == [][Quotes => quoted'.bond <= view.available]_vars

\* QUOTE-11.
QuotedIsHeld == [][Quotes => HoldsTheEpoch]_vars

\* QUOTE-8: what was chosen is signed with the own key, recorded and sent in one step.
ChosenIsQuoted ==
    [][IF Happened("quote")
       THEN /\ <<quoted'.validUntilSlot, quoted'.bond, quoted'.fee>> =
                   <<event'.validUntilSlot, event'.bond, event'.fee>>
            /\ quoted'.prover = Self
            /\ Len(sent') = 1
            /\ Quotes /\ sent'[1].body = quoted'
       ELSE ~Quotes]_vars

\* QUOTE-8: what was quoted is remembered, and lost only with the store.
QuotedIsKept == [][IF Loses THEN quoted' = NoQuote ELSE quoted' # quoted => Quotes]_vars

\* QUOTE-12: with a lost store the epochs before the one of the start are left out.
LostStoresWait ==
    [][quotesFrom' = (IF Loses THEN slot \div SlotsPerEpoch ELSE quotesFrom)]_vars

-----------------------------------------------------------------------------
\* Action properties: what is proven.

\* PROVE-2.
OnlyClaimedIsProven ==
    [][Proves =>
        /\ view.claim = Self
        /\ view.epoch = Preceding
        /\ view.epoch >= 0]_vars

\* PROVE-1.
ProvenIsHeld == [][Proves => HoldsTheEpoch]_vars

\* PROVE-3: neither what is being proven nor what was proven last. What was proven before
\* that is not remembered.
NothingIsProvenTwice ==
    [][Proves =>
        /\ Asked # proving
        /\ Asked # proof]_vars

\* PROVE-4: the oldest epoch that is not proven, with its transactions, up to its last
\* block.
AskedIsProven ==
    [][IF Happened("prove")
       THEN /\ proving' = Asked
            /\ Len(sent') = 1
            /\ Proves /\ sent'[1].body = [epoch        |-> view.epoch,
                                          tip          |-> view.tip,
                                          transactions |-> view.transactions]
       ELSE ~Proves]_vars

\* PROVE-3: what was begun stays until it is proven, something else is begun, or a crash
\* takes it.
BegunIsKept ==
    [][proving' # proving => event'.name \in {"prove", "proved", "crash"}]_vars

\* PROVE-3: a result is that of what is being proven, and ends it.
ResultsAreOfTheBegun ==
    [][Happened("proved") =>
        /\ proving # NoTarget
        /\ [epoch |-> event'.epoch, tip |-> event'.tip] = proving
        /\ proof' = proving
        /\ proving' = NoTarget]_vars

\* PROVE-4: a proof stays until there is another, or the store is lost.
ProofIsKept == [][IF Loses THEN proof' = NoTarget ELSE proof' # proof => Happened("proved")]_vars

-----------------------------------------------------------------------------
\* Action properties: what is handed to L1.

\* PROVE-4.
AskedIsSubmitted ==
    [][Submits =>
        /\ proof # NoTarget
        /\ proof = Asked]_vars

\* PROVE-5.
SubmittedInTime == [][Submits => slot < (proof.epoch + 2) * SlotsPerEpoch]_vars

\* PROVE-6: at most once a slot, across crashes with a store that is kept.
OneProofPerSlot == [][Submits => slot \notin handed]_vars

\* PROVE-6: when a proof was handed to L1 is remembered.
SubmittedIsKept ==
    [][submitted' = (IF Submits THEN slot ELSE IF Loses THEN -1 ELSE submitted)]_vars

\* PROVE-4, PROOF-4: there is a proof in the call, and nothing else.
ProofIsSubmitted ==
    [][IF Happened("submitProof")
       THEN /\ Len(sent') = 1
            /\ Submits /\ sent'[1].body = [call  |-> "submitEpochProof",
                                           epoch |-> proof.epoch,
                                           tip   |-> proof.tip]
       ELSE ~Submits]_vars

\* PROVE-6.
OneCallPerSlot == [][Moves => slot \notin called]_vars

\* PROVE-6: when the escrow was called is remembered.
MovedIsKept == [][moved' = (IF Moves THEN slot ELSE IF Loses THEN -1 ELSE moved)]_vars

\* PROVE-7: a call is what was chosen, and nothing else calls the escrow.
ChosenIsCalled ==
    [][IF event'.name \in {"deposit", "startWithdrawal", "executeWithdrawal"}
       THEN /\ Len(sent') = 1
            /\ Moves /\ sent'[1].body = [field \in {"call"} \cup (DOMAIN event' \ {"name"}) |->
                                            event'[IF field = "call" THEN "name" ELSE field]]
       ELSE ~Moves]_vars

\* PROVE-7, ESCROW-1.
AmountsArePositive == [][Moves /\ ~Happened("executeWithdrawal") => event'.amount > 0]_vars

\* PROVE-7, ESCROW-5.
WithdrawnIsAvailable == [][Withdraws => event'.amount <= view.available]_vars

\* PROVE-7, ESCROW-6.
OneWithdrawalAtATime == [][Withdraws => view.withdrawing = 0]_vars

\* PROVE-8: what stays covers the quote that the store has, as long as somebody can be
\* claimed for with it.
PromisedIsNotWithdrawn ==
    [][Withdraws /\ IsClaimable(quoted) => quoted.bond <= view.available - event'.amount]_vars

\* PROVE-8, QUOTE-12: nor is what a quote may need that the store had before it was lost.
LostIsNotWithdrawn == [][Withdraws => ~MayHaveLost]_vars

\* PROVE-7, ESCROW-7, ESCROW-8.
WithdrawnIsUnlocked ==
    [][Moves /\ Happened("executeWithdrawal") =>
        /\ view.withdrawing > 0
        /\ view.unlockSlot <= slot]_vars

\* CLAIM-5, PROVE-5: a quote counts until its last slot, a proof until the end of the epoch
\* after its own, and anything else in this slot.
EffectsExpire ==
    [][\A i \in DOMAIN sent' :
        sent'[i].expiresSlot =
            CASE sent'[i].kind = "send"  -> sent'[i].body.validUntilSlot
              [] sent'[i].kind = "prove" -> (sent'[i].body.epoch + 2) * SlotsPerEpoch - 1
              [] OTHER                   -> slot]_vars
=============================================================================
