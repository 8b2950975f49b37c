--------------------------- MODULE AttestedTwice ----------------------------
\* Violates OracleIsOfSlots.
\* When L1 went back, a quorum attests another block of a slot (ATTEST-10).
EXTENDS Reorganised

BuggyCanAttest == ~(Elements(ListOf(slot)) \subseteq Elements(Tip.root))
=============================================================================
