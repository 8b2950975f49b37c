------------------------ MODULE QuoteEndsWithTheSlot ------------------------
\* Violates EffectsExpire.
\* A quote is sent in its first slot alone (CLAIM-5).
EXTENDS Quote

BuggyOffer(quote) ==
    Effect("send", "quote/" \o Self \o "/" \o ToString(quote.epoch), quote, (quote.epoch + 1) * SlotsPerEpoch)
=============================================================================
