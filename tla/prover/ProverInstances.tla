--------------------------- MODULE ProverInstances ---------------------------
(***************************************************************************)
(* The steps of a profile: the event instances that are followed, as       *)
(* spec/actors/prover.md lists them.  A variation changes only what it     *)
(* names, so that it is refused for that alone where it can be.            *)
(***************************************************************************)
EXTENDS ProverProperties

CONSTANTS
    Transactions,  \* whose verification can end
    Offers,        \* that are quoted, in order; with none of them nothing is
    Amounts,       \* of deposits and withdrawals; with none of them there are none
    Views,         \* what the follower can report
    Crashes,       \* what a crash leaves of the store
    Horizon        \* the last slot that is explored

\* Meant to pass when anything can.
BaseOf(offer) ==
    [name           |-> "quote",
     validUntilSlot |-> offer.validUntilSlot,
     bond           |-> offer.bond,
     fee            |-> offer.fee]

OffersMade(s) ==
    IF Offers = <<>> THEN {}
    ELSE LET base == BaseOf(Offers[1])
             last == Epoch(s) * SlotsPerEpoch + ClaimWindow - 1
         IN UNION {
         {BaseOf(o) : o \in Elements(Offers)},
         {[base EXCEPT !.validUntilSlot = n] : n \in {s.slot - 1, s.slot, last, last + 1} \cap Nat},
         {[base EXCEPT !.bond = n] : n \in {MinimumBond - 1, s.view.available, s.view.available + 1} \cap Nat},
         {[base EXCEPT !.fee = n] : n \in {FeeMaximum, FeeMaximum + 1}} }

Results(s) ==
    LET base == [name |-> "proved", epoch |-> s.proving.epoch, tip |-> s.proving.tip]
    IN {base,
        [base EXCEPT !.epoch = @ + 1],
        [base EXCEPT !.tip = [slot |-> @.slot, root |-> <<"stale">>]]}

Calls(s) ==
    IF Amounts = <<>> THEN {}
    ELSE UNION {
        {[name |-> "deposit", amount |-> n] : n \in {0} \cup Elements(Amounts)},
        {[name |-> "startWithdrawal", amount |-> n] :
            n \in {0, s.view.available, s.view.available + 1} \cup Elements(Amounts)},
        {[name |-> "executeWithdrawal"]} }

\* Time stops with the last slot.
Instances(s) == UNION {
    {[name |-> "tick"] : n \in {n \in {s.slot} : n < Horizon}},
    {[name |-> "follow", view |-> v] : v \in Elements(Views)},
    {[name |-> "transactionVerified", transaction |-> t, valid |-> v] :
        t \in Elements(Transactions), v \in BOOLEAN},
    {[name |-> n] : n \in {"gather", "prove", "submitProof"}},
    OffersMade(s),
    Results(s),
    Calls(s),
    {[name |-> "crash", store |-> c] : c \in Elements(Crashes)} }
=============================================================================
