--------------------------- MODULE ClaimantReach ----------------------------
(***************************************************************************)
(* States that a check of the properties must have seen.  Each `Never…`    *)
(* claims that its state is never reached, and a Reach model shows that it *)
(* is, in the profiles that the first line above it names.                 *)
(***************************************************************************)
EXTENDS MCClaimant

\* Of the history, what the states below ask for.
ReachView == <<State, event, sent, handed, forgotten>>

\* Whether some instance of the event is refused by this check and no other.
RefusedAlone(name, refusal) ==
    \E e \in Instances(State) : e.name = name /\ Refusals(State, e) = {refusal}
\* Whether the last event handed a claim to L1.
Submitted == \E i \in DOMAIN sent : sent[i].kind = "submit"

-----------------------------------------------------------------------------
\* Each check, where no other refuses.

\* Reached in profile window.
\* MESSAGE-1: receiveQuote is refused for this alone.
NeverMessageOversizedOfReceiveQuote == ~RefusedAlone("receiveQuote", "MessageOversized")

\* Reached in profile window.
\* MESSAGE-2: receiveQuote is refused for this alone.
NeverVersionUnknownOfReceiveQuote == ~RefusedAlone("receiveQuote", "VersionUnknown")

\* Reached in profile window.
\* MESSAGE-3: receiveQuote is refused for this alone.
NeverDomainMismatchOfReceiveQuote == ~RefusedAlone("receiveQuote", "DomainMismatch")

\* Reached in profile window.
\* MESSAGE-4: receiveQuote is refused for this alone.
NeverMessageMalformedOfReceiveQuote == ~RefusedAlone("receiveQuote", "MessageMalformed")

\* Reached in profile window.
\* QUOTE-1: receiveQuote is refused for this alone.
NeverQuoteForOtherEpochOfReceiveQuote == ~RefusedAlone("receiveQuote", "QuoteForOtherEpoch")

\* Reached in profile window.
\* QUOTE-1: receiveQuote is refused for this alone.
NeverQuoteExpiredOfReceiveQuote == ~RefusedAlone("receiveQuote", "QuoteExpired")

\* Reached in profile window.
\* QUOTE-1: receiveQuote is refused for this alone.
NeverBondBelowMinimumOfReceiveQuote == ~RefusedAlone("receiveQuote", "BondBelowMinimum")

\* Reached in profile window.
\* QUOTE-1: receiveQuote is refused for this alone.
NeverFeeAboveMaximumOfReceiveQuote == ~RefusedAlone("receiveQuote", "FeeAboveMaximum")

\* Reached in profile window.
\* QUOTE-3: receiveQuote is refused for this alone.
NeverQuoteKnownOfReceiveQuote == ~RefusedAlone("receiveQuote", "QuoteKnown")

\* Reached in profile window.
\* QUOTE-2: receiveQuote is refused for this alone.
NeverEscrowInsufficientOfReceiveQuote == ~RefusedAlone("receiveQuote", "EscrowInsufficient")

\* Reached in profile window.
\* MESSAGE-17: receiveQuote is refused for this alone.
NeverSignatureInvalidOfReceiveQuote == ~RefusedAlone("receiveQuote", "SignatureInvalid")

\* Reached in profile window.
\* QUOTE-1: receiveQuote is refused for this alone.
NeverSignerNotProverOfReceiveQuote == ~RefusedAlone("receiveQuote", "SignerNotProver")

\* Reached in profile window.
\* FOLLOW-9: claim is refused for this alone.
NeverNotFollowingOfClaim == ~RefusedAlone("claim", "NotFollowing")

\* Reached in profile window.
\* FOLLOW-5: claim is refused for this alone.
NeverAlarmRaisedOfClaim == ~RefusedAlone("claim", "AlarmRaised")

\* Reached in profile window.
\* QUOTE-4: claim is refused for this alone.
NeverFallbackActiveOfClaim == ~RefusedAlone("claim", "FallbackActive")

\* Reached in profile window.
\* QUOTE-4: claim is refused for this alone.
NeverNothingToClaimOfClaim == ~RefusedAlone("claim", "NothingToClaim")

\* Reached in profile window.
\* QUOTE-4: claim is refused for this alone.
NeverClaimWindowClosedOfClaim == ~RefusedAlone("claim", "ClaimWindowClosed")

\* Reached in profile window.
\* QUOTE-4: claim is refused for this alone.
NeverClaimAlreadyMadeOfClaim == ~RefusedAlone("claim", "ClaimAlreadyMade")

\* Reached in profile choice.
\* QUOTE-4: claim is refused for this alone.
NeverNotProposerOfClaim == ~RefusedAlone("claim", "NotProposer")

\* Reached in profile window.
\* QUOTE-5: claim is refused for this alone.
NeverAlreadyClaimedOfClaim == ~RefusedAlone("claim", "AlreadyClaimed")

\* Reached in profile window.
\* QUOTE-6: claim is refused for this alone.
NeverNoQuoteOfClaim == ~RefusedAlone("claim", "NoQuote")

-----------------------------------------------------------------------------
\* What is claimed.

\* Reached in profile choice.
\* QUOTE-6: the own quote is claimed, at the highest fee of five.
NeverOwnIsClaimed == ~(Submitted /\ Len(quotes) = 5 /\ sent[1].body.quote.prover = Self)

\* Reached in profile choice.
\* QUOTE-6: the lowest fee is claimed.
NeverCheapestIsClaimed ==
    ~(Submitted /\ Len(quotes) = 4 /\ view.failed = <<>> /\ sent[1].body.quote.prover = "p3")

\* Reached in profile choice.
\* QUOTE-6: who failed comes last, and of equal fees the higher bond is claimed.
NeverFailedIsLast ==
    ~(Submitted /\ Len(quotes) = 4 /\ view.failed = <<"p3">> /\ sent[1].body.quote.prover = "p2")

\* Reached in profile choice.
\* QUOTE-6: where nobody else offers, who failed is claimed.
NeverFailedIsClaimed == ~(Submitted /\ sent[1].body.quote.prover \in Elements(view.failed))

\* Reached in profile choice.
\* QUOTE-6: of what is alike the first name is claimed.
NeverFirstNameIsClaimed ==
    ~(Submitted /\ Len(quotes) = 2 /\ quotes[2].prover = "p4" /\ sent[1].body.quote.prover = "p1")

\* Reached in profile choice.
\* QUOTE-6: what the escrow no longer covers is passed over, the own quote too.
NeverUncoveredIsPassedOver ==
    ~(Submitted /\ quotes[1].prover = Self /\ sent[1].body.quote.prover # Self)

\* Reached in profile choice.
\* QUOTE-6: what is over is passed over, the lowest fee too.
NeverExpiredIsPassedOver ==
    ~(Submitted /\ view.failed = <<>> /\ \E q \in Elements(quotes) : q.prover = "p3" /\ q.validUntilSlot < slot)

-----------------------------------------------------------------------------
\* Ways through an epoch.

\* Reached in profile choice.
\* QUOTE-5: the first claim did not land, and the next slot has the right again.
NeverClaimedTwice == handed # {3, 4}

\* Reached in profile window.
\* QUOTE-5: handed in, and all of view and quotes forgotten.
NeverClaimedAndCrashed == ~(event.name = "crash" /\ claimed = slot)

\* Reached in profile window.
\* QUOTE-5: with its store a node lost what it handed in, and hands in another.
NeverClaimedAgain == ~(Submitted /\ slot \in forgotten)

\* Reached in profile window.
\* QUOTE-3: after a crash another quote of the same prover is the first.
NeverHeardAgain == ~(event.name = "receiveQuote" /\ claimed = slot /\ Len(quotes) = 1)

\* Reached in profile window.
\* QUOTE-3: of a prover whose only quote is over no other one is heard.
NeverExpiredIsKnown ==
    ~(RefusedAlone("receiveQuote", "QuoteKnown") /\ \A q \in Elements(quotes) : q.validUntilSlot < slot)

\* Reached in profile window.
\* QUOTE-2: quotes are heard while the node is behind.
NeverHeardBehind == ~(event.name = "receiveQuote" /\ view.follows = "behind" /\ Len(quotes) = 2)
=============================================================================
