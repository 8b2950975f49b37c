----------------------- MODULE ActivityAsLongAsAProof -----------------------
\* Violates ProofsBegunAtTheLastAdvanceLand.
\* T_activity is the time of a proof, and no slot more: what is begun at the last
\* advance comes one slot after the session (FALLBACK-18).
EXTENDS Default

BuggyProofSlots == FallbackExitActivitySlots
=============================================================================
