-------------------------- MODULE ClaimantInstances --------------------------
(***************************************************************************)
(* The steps of a profile: the event instances that are followed, as       *)
(* spec/actors/claimant.md lists them, up to a horizon.  A variation       *)
(* changes only what it names, so that it is refused for that alone.       *)
(***************************************************************************)
EXTENDS ClaimantProperties

CONSTANTS
    Quotes,   \* that are sent by their provers, in order; the first is varied
    Views,    \* what the follower can report
    Crashes,  \* what a crash leaves of the store
    Horizon   \* the last slot that is explored

ASSUME HorizonIsTheLastSlot == Horizon = Len(Proposers) - 1

\* Meant to pass when anything can.
BaseOf(quote) == [name |-> "receiveQuote", form |-> "fits", signer |-> quote.prover, quote |-> quote]

\* The numbers just inside and just outside of what is allowed.
QuotesSent(s) ==
    LET base == BaseOf(Quotes[1])
        covered == Covered(s, base.signer)
    IN UNION {
    {BaseOf(q) : q \in Elements(Quotes)},
    {[base EXCEPT !.form = f] : f \in QuoteForms \ {"fits"}},
    {[base EXCEPT !.signer = "stranger"]},
    {[base EXCEPT !.signer = "stranger", !.quote.prover = "stranger"]},
    {[base EXCEPT !.quote.epoch = @ + 1]},
    {[base EXCEPT !.quote.validUntilSlot = n] : n \in {s.slot - 1, s.slot} \cap Nat},
    {[base EXCEPT !.quote.bond = n] : n \in {MinimumBond - 1, covered, covered + 1} \cap Nat},
    {[base EXCEPT !.quote.fee = n] : n \in {FeeMaximum, FeeMaximum + 1}} }

Instances(s) ==
    {[name |-> "tick"] : n \in {n \in {s.slot} : n < Horizon}}
    \cup {[name |-> "follow", view |-> v] : v \in Elements(Views)}
    \cup QuotesSent(s)
    \cup {[name |-> "claim"]}
    \cup {[name |-> "crash", store |-> c] : c \in Elements(Crashes)}
=============================================================================
