----------------------------- MODULE ProverRules -----------------------------
(***************************************************************************)
(* The rules of a prover as operators of a state value: which checks       *)
(* refuse an event, the state after it, and what is sent out with it.      *)
(* There are no variables here, so that any state and any event can be     *)
(* asked about, reachable or not; Prover makes an actor of them.           *)
(*                                                                         *)
(* Every check has a value for every typed state and event, whatever the   *)
(* other checks say.                                                       *)
(*                                                                         *)
(* Left out: how the view comes about (the follower), what is offered and  *)
(* deposited, how a proof is made.  A signature is its signer and what it  *)
(* signs, a proof is what it is of.                                        *)
(***************************************************************************)
EXTENDS ProverTypes

Epoch(s) == s.slot \div SlotsPerEpoch
Offset(s) == s.slot % SlotsPerEpoch
Ended(s) == Epoch(s) - 1
\* CLAIM-1: of the current epoch.
Window(s) == Epoch(s) * SlotsPerEpoch..Epoch(s) * SlotsPerEpoch + ClaimWindow - 1

TargetOf(view) == [epoch |-> view.epoch, tip |-> view.tip]
Missing(s) == SelectSeq(s.view.transactions, LAMBDA t : t \notin Elements(s.held))

\* PROVE-8: the bond of the quote that can still be claimed.
Promised(s) ==
    IF s.quoted.epoch = Ended(s) /\ s.quoted.validUntilSlot >= s.slot /\ s.view.claim = "nobody"
    THEN s.quoted.bond ELSE 0

Level(s) == Require(s.view.follows = "level", "NotFollowing")                 \* FOLLOW-9
AllHeld(s) == Require(Missing(s) = <<>>, "TransactionNotHeld")                \* QUOTE-11, PROVE-1
IsPositive(e) == Require(e.amount # 0, "AmountZero")                          \* PROVE-7
IsUnmoved(s) == Require(s.moved # s.slot, "AlreadySubmitted")                 \* PROVE-6

-----------------------------------------------------------------------------
\* tick, follow, transactionVerified.

Tick(s) == [s EXCEPT !.slot = @ + 1]
Follow(s, e) == [s EXCEPT !.view = e.view]
Verified(s, e) == [s EXCEPT !.held = Held(@, e.transaction)]

-----------------------------------------------------------------------------
\* gather.

GatherRefusals(s) == UNION {
    Level(s),
    Require(Missing(s) # <<>>, "NothingMissing") }                            \* PROVE-1

-----------------------------------------------------------------------------
\* quote: validUntilSlot, bond, fee.

QuoteRefusals(s, e) == UNION {
    Level(s),
    NoAlarm(s),
    NoFallback(s),
    Require(s.view.epoch # -1 /\ s.view.epoch = Ended(s), "NothingToProve"),  \* QUOTE-7
    Require(Offset(s) < ClaimWindow, "ClaimWindowClosed"),                    \* QUOTE-7
    Require(s.view.claim = "nobody", "ClaimAlreadyMade"),                     \* QUOTE-7
    Require(Ended(s) >= s.quotesFrom, "StartTooRecent"),                      \* QUOTE-12
    Require(s.quoted = NoQuote \/ s.quoted.epoch # Ended(s), "AlreadyQuoted"),  \* QUOTE-8
    Require(e.validUntilSlot >= s.slot, "QuoteExpired"),                      \* QUOTE-7
    Require(e.validUntilSlot \in Window(s), "QuoteBeyondWindow"),             \* QUOTE-9
    Require(e.bond >= MinimumBond, "BondBelowMinimum"),                       \* QUOTE-7
    Require(e.fee <= FeeMaximum, "FeeAboveMaximum"),                          \* QUOTE-7
    Require(e.bond <= s.view.available, "EscrowInsufficient"),                \* QUOTE-10
    AllHeld(s) }

Quote(s, e) ==
    [s EXCEPT !.quoted = [prover         |-> Self,
                          epoch          |-> Ended(s),
                          validUntilSlot |-> e.validUntilSlot,
                          bond           |-> e.bond,
                          fee            |-> e.fee]]

-----------------------------------------------------------------------------
\* prove.

ProveRefusals(s) == UNION {
    Level(s),
    Require(s.view.claim = Self /\ s.view.epoch # -1 /\ s.view.epoch = Ended(s),
            "NothingClaimed"),                                                \* PROVE-2
    AllHeld(s),
    Require(s.proving = NoTarget \/ s.proving # TargetOf(s.view), "AlreadyProving"),  \* PROVE-3
    Require(s.proof = NoTarget \/ s.proof # TargetOf(s.view), "AlreadyProven") }  \* PROVE-3

Prove(s) == [s EXCEPT !.proving = TargetOf(s.view)]

-----------------------------------------------------------------------------
\* proved: epoch, tip.

ProvedRefusals(s, e) ==
    Require([epoch |-> e.epoch, tip |-> e.tip] = s.proving /\ s.proving # NoTarget,
            "NothingProving")                                                 \* PROVE-3

Proved(s, e) == [s EXCEPT !.proof = s.proving, !.proving = NoTarget]

-----------------------------------------------------------------------------
\* submitProof.

SubmitProofRefusals(s) == UNION {
    Level(s),
    Require(s.proof # NoTarget /\ s.proof = TargetOf(s.view), "NothingProven"),  \* PROVE-4
    Require(s.proof = NoTarget \/ s.proof.epoch >= Ended(s), "ProofTooLate"),  \* PROVE-5
    Require(s.submitted # s.slot, "AlreadySubmitted") }                       \* PROVE-6

SubmitProof(s) == [s EXCEPT !.submitted = s.slot]

-----------------------------------------------------------------------------
\* Calls of the escrow: deposit and startWithdrawal with amount, executeWithdrawal.

DepositRefusals(s, e) == UNION {
    IsPositive(e),
    IsUnmoved(s) }

StartWithdrawalRefusals(s, e) == UNION {
    Level(s),
    IsPositive(e),
    IsUnmoved(s),
    Require(e.amount <= s.view.available, "AvailableInsufficient"),           \* PROVE-7
    Require(s.view.withdrawing = 0, "WithdrawalPending"),                     \* PROVE-7
    Require(Ended(s) >= s.quotesFrom, "StartTooRecent"),                      \* PROVE-8
    Require(Promised(s) = 0 \/ s.view.available >= e.amount + Promised(s),
            "QuotePromised") }                                                \* PROVE-8

ExecuteWithdrawalRefusals(s) == UNION {
    Level(s),
    IsUnmoved(s),
    Require(s.view.withdrawing # 0, "NoWithdrawal"),                          \* PROVE-7
    Require(s.slot >= s.view.unlockSlot, "WithdrawalLocked") }                \* PROVE-7

Move(s) == [s EXCEPT !.moved = s.slot]

-----------------------------------------------------------------------------
\* crash: store.

Restarted(s) == [s EXCEPT !.view = NoProveView, !.proving = NoTarget]
Emptied(s) ==
    [s EXCEPT !.held = <<>>,
              !.quoted = NoQuote,
              !.quotesFrom = Epoch(s),
              !.proof = NoTarget,
              !.submitted = -1,
              !.moved = -1]
Crash(s, e) == IF e.store = "lost" THEN Restarted(Emptied(s)) ELSE Restarted(s)

-----------------------------------------------------------------------------
\* Any event.

Refusals(s, e) ==
    CASE e.name \in {"tick", "follow", "crash"} -> {}
      [] e.name = "transactionVerified"         -> VerifiedRefusals(s, e)
      [] e.name = "gather"                      -> GatherRefusals(s)
      [] e.name = "quote"                       -> QuoteRefusals(s, e)
      [] e.name = "prove"                       -> ProveRefusals(s)
      [] e.name = "proved"                      -> ProvedRefusals(s, e)
      [] e.name = "submitProof"                 -> SubmitProofRefusals(s)
      [] e.name = "deposit"                     -> DepositRefusals(s, e)
      [] e.name = "startWithdrawal"             -> StartWithdrawalRefusals(s, e)
      [] e.name = "executeWithdrawal"           -> ExecuteWithdrawalRefusals(s)

After(s, e) ==
    CASE e.name = "tick"                -> Tick(s)
      [] e.name = "follow"              -> Follow(s, e)
      [] e.name = "transactionVerified" -> Verified(s, e)
      [] e.name = "gather"              -> s
      [] e.name = "quote"               -> Quote(s, e)
      [] e.name = "prove"               -> Prove(s)
      [] e.name = "proved"              -> Proved(s, e)
      [] e.name = "submitProof"         -> SubmitProof(s)
      [] e.name = "deposit"             -> Move(s)
      [] e.name = "startWithdrawal"     -> Move(s)
      [] e.name = "executeWithdrawal"   -> Move(s)
      [] e.name = "crash"               -> Crash(s, e)

-----------------------------------------------------------------------------
\* What an accepted event sends out.

\* MESSAGE-10.
Request(transaction, slot) ==
    Effect("request", "request/" \o transaction \o "/" \o ToString(slot),
           [transaction |-> transaction], slot)
Requests(s) == [i \in DOMAIN Missing(s) |-> Request(Missing(s)[i], s.slot)]
Offer(quote) ==
    Effect("send", "quote/" \o Self \o "/" \o ToString(quote.epoch), quote, quote.validUntilSlot)
TargetId(target) == ToString(target.epoch) \o "/" \o BlockId(target.tip)
\* PROVE-5: until the end of the epoch after the proven one.
Proving(target, transactions) ==
    Effect("prove", "prove/" \o TargetId(target),
           [epoch |-> target.epoch, tip |-> target.tip, transactions |-> transactions],
           (target.epoch + 2) * SlotsPerEpoch - 1)
ProofCall(s) ==
    Effect("submit", "proof/" \o TargetId(s.proof) \o "/" \o ToString(s.slot),
           [call |-> "submitEpochProof", epoch |-> s.proof.epoch, tip |-> s.proof.tip], s.slot)
EscrowCall(name, body, slot) ==
    Effect("submit", name \o "/" \o Self \o "/" \o ToString(slot), body, slot)

Effects(s, e) ==
    CASE e.name = "gather"            -> Requests(s)
      [] e.name = "quote"             -> <<Offer(After(s, e).quoted)>>
      [] e.name = "prove"             -> <<Proving(TargetOf(s.view), s.view.transactions)>>
      [] e.name = "submitProof"       -> <<ProofCall(s)>>
      [] e.name = "deposit"           ->
             <<EscrowCall("deposit", [call |-> "deposit", amount |-> e.amount], s.slot)>>
      [] e.name = "startWithdrawal"   ->
             <<EscrowCall("withdrawal", [call |-> "startWithdrawal", amount |-> e.amount], s.slot)>>
      [] e.name = "executeWithdrawal" ->
             <<EscrowCall("payout", [call |-> "executeWithdrawal"], s.slot)>>
      [] e.name \in {"tick", "follow", "transactionVerified", "proved", "crash"} -> <<>>

-----------------------------------------------------------------------------
\* Coherent states: those about which two right readings of the clauses cannot
\* differ. Every reachable state is one (StatesAreCoherent), not every one is
\* reachable. That a view says of one thing everywhere that there is none is part
\* of its type (IsProveView).

\* There is an epoch where there is a tip, and it has ended.
IsEnded(s, target) ==
    /\ target.epoch = -1 <=> target.tip = Genesis
    /\ target.epoch <= Ended(s)

Coherent(s) ==
    /\ s.submitted <= s.slot
    /\ s.moved <= s.slot
    /\ s.quotesFrom <= Epoch(s)
    /\ s.quoted # NoQuote =>
        /\ s.quoted.prover = Self
        /\ s.quoted.epoch \in 0..Ended(s)
        /\ s.quoted.epoch >= s.quotesFrom
        /\ s.quoted.validUntilSlot - (s.quoted.epoch + 1) * SlotsPerEpoch \in 0..ClaimWindow - 1
        /\ s.quoted.bond >= MinimumBond
        /\ s.quoted.fee <= FeeMaximum
    /\ IsEnded(s, s.proof)
    /\ IsEnded(s, s.proving)

-----------------------------------------------------------------------------
\* The state of a node that started before genesis.
Initial == [
    slot       |-> 0,
    held       |-> InitialHeld,
    quoted     |-> NoQuote,
    quotesFrom |-> -1,
    proof      |-> NoTarget,
    submitted  |-> -1,
    moved      |-> -1,
    view       |-> NoProveView,
    proving    |-> NoTarget ]
=============================================================================
