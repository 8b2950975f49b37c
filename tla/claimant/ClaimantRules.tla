---------------------------- MODULE ClaimantRules ----------------------------
(***************************************************************************)
(* The rules of a claimant as operators of a state value: which checks     *)
(* refuse an event, the state after it, and what is sent out with it.      *)
(* There are no variables here, so that any state and any event can be     *)
(* asked about, reachable or not; Claimant makes an actor of them.         *)
(*                                                                         *)
(* Every check has a value for every typed state and event, whatever the   *)
(* other checks say.                                                       *)
(*                                                                         *)
(* Left out: how the view comes about (the follower), and what the         *)
(* proposer does beside claiming.  A signature is its signer and what it   *)
(* signs.                                                                  *)
(***************************************************************************)
EXTENDS ClaimantTypes

\* TIME-2.
Epoch(slot) == slot \div SlotsPerEpoch
Offset(slot) == slot % SlotsPerEpoch
Ended(slot) == Epoch(slot) - 1

\* In wei; 0 for who is not in the view.
Covered(s, prover) ==
    LET of == {c \in Elements(s.view.coverage) : c.prover = prover}
    IN IF of = {} THEN 0 ELSE (CHOOSE c \in of : TRUE).amount

Level(s) == Require(s.view.follows = "level", "NotFollowing")                 \* FOLLOW-9

-----------------------------------------------------------------------------
\* tick, follow.

\* QUOTE-3: a quote is remembered as long as its epoch is quoted for, valid or not.
Tick(s) ==
    [s EXCEPT !.slot = s.slot + 1,
              !.quotes = SelectSeq(s.quotes, LAMBDA q : q.epoch = Ended(s.slot + 1))]
Follow(s, e) == [s EXCEPT !.view = e.view]

-----------------------------------------------------------------------------
\* receiveQuote: form, signer, quote.

IsKnown(s, q) == \E k \in Elements(s.quotes) : k.prover = q.prover /\ k.epoch = q.epoch

ReceiveQuoteRefusals(s, e) ==
    LET q == e.quote IN UNION {
    FormRefusals(e.form),
    Require(q.epoch = Ended(s.slot), "QuoteForOtherEpoch"),                   \* QUOTE-1
    Require(q.validUntilSlot >= s.slot, "QuoteExpired"),                      \* QUOTE-1
    Require(q.bond >= MinimumBond, "BondBelowMinimum"),                       \* QUOTE-1
    Require(q.fee <= FeeMaximum, "FeeAboveMaximum"),                          \* QUOTE-1
    Require(~IsKnown(s, q), "QuoteKnown"),                                    \* QUOTE-3
    Require(q.bond <= Covered(s, q.prover), "EscrowInsufficient"),            \* QUOTE-2
    SignatureRefusals(e.form),
    Require(e.signer = q.prover, "SignerNotProver") }                         \* QUOTE-1

ReceiveQuote(s, e) ==
    LET at == Place(e.quote.prover)
        before == SelectSeq(s.quotes, LAMBDA q : Place(q.prover) < at)
        behind == SelectSeq(s.quotes, LAMBDA q : Place(q.prover) > at)
    IN [s EXCEPT !.quotes = before \o <<e.quote>> \o behind]

-----------------------------------------------------------------------------
\* claim.

\* CLAIM-3, CLAIM-5.
IsCurrent(q, slot) == q.epoch = Ended(slot) /\ q.validUntilSlot >= slot

Usable(s) ==
    SelectSeq(s.quotes, LAMBDA q : IsCurrent(q, s.slot) /\ q.bond <= Covered(s, q.prover))

ClaimRefusals(s) == UNION {
    Level(s),
    NoAlarm(s),
    NoFallback(s),
    Require(s.view.epoch # -1 /\ s.view.epoch = Ended(s.slot), "NothingToClaim"),  \* QUOTE-4
    Require(Offset(s.slot) < ClaimWindow, "ClaimWindowClosed"),               \* QUOTE-4
    Require(s.view.claim = "nobody", "ClaimAlreadyMade"),                     \* QUOTE-4
    Require(ProposerOf(s.slot) = Self, "NotProposer"),                        \* QUOTE-4
    Require(s.claimed # s.slot, "AlreadyClaimed"),                            \* QUOTE-5
    Require(Usable(s) # <<>>, "NoQuote") }                                    \* QUOTE-6

\* Those that have what is asked for; all where nobody has it.
Preferred(q, Test(_)) ==
    LET passing == SelectSeq(q, Test) IN IF passing = <<>> THEN q ELSE passing

OwnFirst(q) == Preferred(q, LAMBDA a : a.prover = Self)
FailedLast(q, failed) == Preferred(q, LAMBDA a : a.prover \notin Elements(failed))
Cheapest(q) == SelectSeq(q, LAMBDA a : \A b \in Elements(q) : a.fee <= b.fee)
BestCovered(q) == SelectSeq(q, LAMBDA a : \A b \in Elements(q) : a.bond >= b.bond)

\* QUOTE-6: quotes stand in the order of names. Asked only where one is usable.
Best(s) == Head(BestCovered(Cheapest(FailedLast(OwnFirst(Usable(s)), s.view.failed))))

Claim(s) == [s EXCEPT !.claimed = s.slot]

-----------------------------------------------------------------------------
\* crash: store.

Restarted(s) == [s EXCEPT !.view = NoClaimView, !.quotes = <<>>]
Emptied(s) == [s EXCEPT !.claimed = -1]
Crash(s, e) == IF e.store = "lost" THEN Restarted(Emptied(s)) ELSE Restarted(s)

-----------------------------------------------------------------------------
\* Any event.

Refusals(s, e) ==
    CASE e.name \in {"tick", "follow", "crash"} -> {}
      [] e.name = "receiveQuote"                -> ReceiveQuoteRefusals(s, e)
      [] e.name = "claim"                       -> ClaimRefusals(s)

After(s, e) ==
    CASE e.name = "tick"         -> Tick(s)
      [] e.name = "follow"       -> Follow(s, e)
      [] e.name = "receiveQuote" -> ReceiveQuote(s, e)
      [] e.name = "claim"        -> Claim(s)
      [] e.name = "crash"        -> Crash(s, e)

-----------------------------------------------------------------------------
\* What an accepted event sends out.

Submission(s) ==
    Effect("submit", "claim/" \o Self \o "/" \o ToString(s.slot), [quote |-> Best(s)], s.slot)

Effects(s, e) == IF e.name = "claim" THEN <<Submission(s)>> ELSE <<>>

-----------------------------------------------------------------------------
\* Coherent states: those about which two right readings of the clauses cannot
\* differ. Every reachable state is one (StatesAreCoherent), not every one is
\* reachable. That quotes are of the ended epoch makes the first of a prover that of
\* its epoch too: what QuoteKnown lets pass has a place of its own (QUOTE-3).

Coherent(s) ==
    /\ s.claimed # -1 =>
        /\ s.claimed <= s.slot
        /\ Ended(s.claimed) >= 0
        /\ Offset(s.claimed) < ClaimWindow
        /\ ProposerOf(s.claimed) = Self
    /\ \A i \in DOMAIN s.quotes :
        /\ s.quotes[i].epoch = Ended(s.slot)
        /\ s.quotes[i].bond >= MinimumBond
        /\ s.quotes[i].fee <= FeeMaximum

-----------------------------------------------------------------------------
\* The state of a node that started before genesis.
Initial == [
    slot    |-> 0,
    claimed |-> -1,
    view    |-> NoClaimView,
    quotes  |-> <<>> ]
=============================================================================
