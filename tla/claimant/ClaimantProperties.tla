------------------------- MODULE ClaimantProperties -------------------------
(***************************************************************************)
(* What must hold of a claimant, whatever the checks that bring it about:  *)
(* nothing here looks at refusals, except the property that refused events *)
(* do not happen.  Invariants speak of states.  Action properties,         *)
(* [][...]_vars, speak of steps and of the event that led to them.         *)
(*                                                                         *)
(* Every definition of the section Invariants is checked in every state,   *)
(* every one of the form [][...]_vars in every step.  Each has a model in  *)
(* tla/claimant/bug that violates it, and each conjunct one that only it   *)
(* sees.                                                                   *)
(***************************************************************************)
EXTENDS Claimant

-----------------------------------------------------------------------------
\* History: no rule reads it.
\* Of several pasts of one state the first is looked at: that the others add nothing
\* follows from RecordsAreKept, TimeMovesOnlyTheClock, OnlySentAreKept and
\* NothingIsForgottenEarly, which need none.

VARIABLE event      \* the event that was accepted last
VARIABLE sent       \* what was sent out with it
VARIABLE handed     \* the slots in which a claim was handed to L1 since the store was
                    \* lost last
VARIABLE forgotten  \* those in which one was before
VARIABLE heard      \* prover and epoch of every quote that was taken since the last crash
VARIABLE accepted   \* how many events were accepted: one that changes nothing
                    \* else is a step all the same

vars == <<claimantVariables, event, sent, handed, forgotten, heard, accepted>>

HistoryInit ==
    /\ event = [name |-> "init"]
    /\ sent = <<>>
    /\ handed = {}
    /\ forgotten = {}
    /\ heard = {}
    /\ accepted = 0
HistoryNext(e) ==
    /\ event' = e
    /\ \E effects \in {Effects(State, e)} :
        LET isLost == e.name = "crash" /\ e.store = "lost"
            submits == \E i \in DOMAIN effects : effects[i].kind = "submit"
        IN
        /\ sent' = effects
        /\ handed' = (IF isLost THEN {} ELSE IF submits THEN handed \cup {slot} ELSE handed)
        /\ forgotten' = (IF isLost THEN forgotten \cup handed ELSE forgotten)
    /\ heard' = (CASE e.name = "crash"        -> {}
                   [] e.name = "receiveQuote" -> heard \cup {<<e.quote.prover, e.quote.epoch>>}
                   [] e.name \notin {"crash", "receiveQuote"} -> heard)
    /\ accepted' = accepted + 1

Happened(name) == event'.name = name
Loses == Happened("crash") /\ event'.store = "lost"

\* A claim is handed to L1 in this step: what is decided leaves.
Claims == \E i \in DOMAIN sent' : sent'[i].kind = "submit"
Taken == sent'[1].body.quote

\* QUOTE-2, CLAIM-8: by the escrow of its prover, as far as the view shows it.
IsCovered(q) ==
    \E i \in DOMAIN view.coverage : view.coverage[i].prover = q.prover /\ view.coverage[i].amount >= q.bond

\* CLAIM-3: the epochs of quotes that can be claimed with in slot n.
IsOfEnded(q, n) == (q.epoch + 1) * SlotsPerEpoch <= n /\ n < (q.epoch + 2) * SlotsPerEpoch

-----------------------------------------------------------------------------
\* Invariants.

TypeOK == IsState(State)

\* QUOTE-5: nothing is claimed in a later slot.
NothingIsOfTheFuture == claimed <= slot

\* QUOTE-1: what is kept is for the ended epoch, and its amounts are allowed (CLAIM-3,
\* CLAIM-6, CLAIM-7).
KeptIsAllowed ==
    \A q \in Elements(quotes) :
        /\ IsOfEnded(q, slot)
        /\ q.bond >= MinimumBond
        /\ q.fee <= FeeMaximum

-----------------------------------------------------------------------------
\* Action properties: time, refusals, crashes and reports.

\* TIME-3: slots come one by one, and nothing else moves them.
TimeMovesOnlyTheClock == [][slot' = (IF Happened("tick") THEN slot + 1 ELSE slot)]_vars

\* What is refused does not happen.
RefusalsChangeNothing == [][Refusals(State, event') = {}]_vars

\* FOLLOW-1: after a start there is no view, and nothing was heard.
CrashesForget == [][Happened("crash") => view' = NoClaimView /\ quotes' = <<>>]_vars

\* FOLLOW-1: the view is what was reported last, as a whole.
ViewsAreReported ==
    [][~Happened("crash") => view' = (IF Happened("follow") THEN event'.view ELSE view)]_vars

-----------------------------------------------------------------------------
\* Action properties: what is kept.

\* MESSAGE-1 to MESSAGE-4, MESSAGE-17, QUOTE-1: a message that is one, signed by the
\* prover that it names.
OnlySignedAreTaken ==
    [][Happened("receiveQuote") =>
        /\ event'.form = "fits"
        /\ event'.signer = event'.quote.prover]_vars

\* QUOTE-1, CLAIM-5.
OnlyValidAreTaken == [][Happened("receiveQuote") => slot <= event'.quote.validUntilSlot]_vars

\* QUOTE-2.
OnlyCoveredAreTaken == [][Happened("receiveQuote") => IsCovered(event'.quote)]_vars

\* QUOTE-3: of a prover and epoch one is ever taken without a crash, be it still valid or
\* not.
OneQuoteOfAProver ==
    [][Happened("receiveQuote") => <<event'.quote.prover, event'.quote.epoch>> \notin heard]_vars

\* QUOTE-1: what is taken is kept as it was sent, and nothing else is.
OnlySentAreKept ==
    [][Elements(quotes') \ Elements(quotes) = (IF Happened("receiveQuote") THEN {event'.quote} ELSE {})]_vars

\* QUOTE-6: it is kept as long as it can be claimed with, whatever the view is.
KeptAsLongAsOfUse ==
    [][~Happened("crash") =>
        \A q \in Elements(quotes) \ Elements(quotes') :
            q.validUntilSlot < slot' \/ ~IsOfEnded(q, slot')]_vars

-----------------------------------------------------------------------------
\* Action properties: what is claimed.

\* FOLLOW-9.
ClaimedLevel == [][Claims => view.follows = "level"]_vars

\* FOLLOW-5.
NobodyClaimsUnderTheAlarm == [][Claims => ~view.alarm]_vars

\* QUOTE-4.
NobodyClaimsInFallback == [][Claims => ~view.fallback]_vars

\* QUOTE-4, CLAIM-2: a block of an ended epoch is not proven.
SomethingIsClaimed == [][Claims => view.epoch \in 0..slot \div SlotsPerEpoch - 1]_vars

\* QUOTE-4, CLAIM-1.
ClaimedInTheWindow == [][Claims => slot - (Taken.epoch + 1) * SlotsPerEpoch < ClaimWindow]_vars

\* QUOTE-4, CLAIM-4.
LiveClaimsAreLeft == [][Claims => view.claim = "nobody"]_vars

\* QUOTE-4.
ProposersClaim == [][Claims => ProposerOf(slot) = Self]_vars

\* QUOTE-5: at most once per slot, across crashes that leave the store.
OneClaimPerSlot == [][Claims => slot \notin handed]_vars

\* QUOTE-5: what was handed to L1 is remembered, and lost only with the store.
RecordsAreKept ==
    [][claimed' = (IF Happened("claim") THEN slot ELSE IF Loses THEN -1 ELSE claimed)]_vars

\* QUOTE-6: a claim is one call with a quote that was heard.
ClaimsAreHandedIn ==
    [][IF Happened("claim")
       THEN /\ Len(sent') = 1
            /\ Claims
            /\ Taken \in Elements(quotes)
       ELSE sent' = <<>>]_vars

\* QUOTE-6, CLAIM-5.
OnlyValidAreClaimed == [][Claims => slot <= Taken.validUntilSlot]_vars

\* QUOTE-6, CLAIM-8.
OnlyCoveredAreClaimed == [][Claims => IsCovered(Taken)]_vars

\* QUOTE-6: the lesser rank is claimed first.
Rank(q) == <<
    IF q.prover = Self THEN 0 ELSE 1,
    IF q.prover \in Elements(view.failed) THEN 1 ELSE 0,
    q.fee,
    -q.bond,
    Place(q.prover) >>
IsLess(a, b) == \E i \in DOMAIN a : a[i] < b[i] /\ \A j \in 1..i - 1 : a[j] = b[j]

\* QUOTE-6.
TheFirstIsClaimed ==
    [][Claims =>
        \A q \in Elements(quotes) :
            IsCovered(q) /\ slot <= q.validUntilSlot => ~IsLess(Rank(q), Rank(Taken))]_vars

\* QUOTE-5: a claim is of this slot.
EffectsAreOfTheSlot == [][\A i \in DOMAIN sent' : sent'[i].expiresSlot = slot]_vars
=============================================================================
