---------------------------- MODULE ClaimantTypes ----------------------------
(***************************************************************************)
(* What states and events of a claimant look like.  A state is a record    *)
(* of the variables of Claimant, an event is a record of its name and      *)
(* parameters.  Shapes are told in spec/actors/claimant.md.                *)
(***************************************************************************)
EXTENDS NodeValues

CONSTANTS
    Self,           \* the own key
    Proposers,      \* per slot, its proposer
    SlotsPerEpoch,  \* TIME-2
    ClaimWindow,    \* CLAIM-1: C, in slots
    MinimumBond,    \* CLAIM-6, in wei
    FeeMaximum,     \* CLAIM-7, in basis points
    KnownProvers    \* all that can quote, ascending by name

ASSUME SlotsHaveProposers == Proposers # <<>> /\ IsNames(Proposers)
ASSUME LengthsArePositive == {SlotsPerEpoch, ClaimWindow} \subseteq Nat \ {0}
ASSUME BoundsAreCounts == {MinimumBond, FeeMaximum} \subseteq Nat
ASSUME NobodyIsNoProver ==
    /\ IsNames(KnownProvers) /\ HasNothingTwice(KnownProvers)
    /\ "nobody" \notin Elements(KnownProvers)

Slots == 0..Len(Proposers) - 1
ProposerOf(slot) == Proposers[slot + 1]

-----------------------------------------------------------------------------
\* Values.

NoClaimView == [
    follows  |-> "nothing",
    alarm    |-> FALSE,
    fallback |-> FALSE,
    epoch    |-> -1,
    claim    |-> "nobody",
    coverage |-> <<>>,
    failed   |-> <<>> ]

\* Where a prover stands in the order of names.
Place(prover) == CHOOSE i \in DOMAIN KnownProvers : KnownProvers[i] = prover

\* Ascending by name, and none twice.
IsAscending(q) == q = SelectSeq(KnownProvers, LAMBDA p : p \in Elements(q))

\* Of records that name one each.
ProversOf(q) == [i \in DOMAIN q |-> q[i].prover]

IsQuote(q) ==
    /\ DOMAIN q = {"prover", "epoch", "validUntilSlot", "bond", "fee"}
    /\ q.prover \in Elements(KnownProvers)
    /\ {q.epoch, q.validUntilSlot, q.bond, q.fee} \subseteq Nat

IsQuotes(q) ==
    /\ IsSequence(q)
    /\ \A i \in DOMAIN q : IsQuote(q[i])
    /\ IsAscending(ProversOf(q))

IsCoverage(c) ==
    /\ IsSequence(c)
    /\ \A i \in DOMAIN c : DOMAIN c[i] = {"prover", "amount"} /\ c[i].amount \in Nat
    /\ IsAscending(ProversOf(c))

IsClaimView(v) ==
    /\ DOMAIN v = DOMAIN NoClaimView
    /\ v.follows \in {"nothing", "behind", "level"}
    /\ {v.alarm, v.fallback} \subseteq BOOLEAN
    /\ v.epoch \in {-1} \cup Nat
    /\ v.claim \in STRING
    /\ IsCoverage(v.coverage)
    /\ IsSequence(v.failed) /\ IsAscending(v.failed)

IsState(s) ==
    /\ DOMAIN s = {"slot", "claimed", "view", "quotes"}
    /\ s.slot \in Slots
    /\ s.claimed \in {-1} \cup Slots
    /\ IsClaimView(s.view)
    /\ IsQuotes(s.quotes)

-----------------------------------------------------------------------------
\* Events, by name, with the names of their parameters.

Parameters == [
    tick         |-> {},
    follow       |-> {"view"},
    receiveQuote |-> {"form", "signer", "quote"},
    claim        |-> {},
    crash        |-> {"store"} ]

\* What is wrong with a message beside what it says.
QuoteForms == {"fits", "oversized", "version", "domain", "malformed", "signature"}

IsEvent(e) ==
    /\ e.name \in DOMAIN Parameters
    /\ DOMAIN e = {"name"} \cup Parameters[e.name]
    /\ "view" \in DOMAIN e => IsClaimView(e.view)
    /\ "form" \in DOMAIN e => e.form \in QuoteForms
    /\ "signer" \in DOMAIN e => e.signer \in STRING
    /\ "quote" \in DOMAIN e => IsQuote(e.quote)
    /\ "store" \in DOMAIN e => e.store \in {"kept", "lost"}
=============================================================================
