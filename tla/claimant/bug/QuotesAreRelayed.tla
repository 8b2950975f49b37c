-------------------------- MODULE QuotesAreRelayed --------------------------
\* Violates ClaimsAreHandedIn.
\* What is taken is sent on by the claimant (QUOTE-6).
EXTENDS Window

BuggyEffects(s, e) ==
    CASE e.name = "claim"        -> <<Submission(s)>>
      [] e.name = "receiveQuote" -> <<Effect("send", "quote/" \o e.signer, [quote |-> e.quote], s.slot)>>
      [] e.name \notin {"claim", "receiveQuote"} -> <<>>
=============================================================================
