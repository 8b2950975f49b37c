--------------------------- MODULE AnyTipIsProven ---------------------------
\* Violates ResultsAreOfTheBegun.
\* A result is taken whatever last block it names (PROVE-3).
EXTENDS Prove

BuggyProvedRefusals(s, e) ==
    Require(e.epoch = s.proving.epoch /\ s.proving # NoTarget,
            "NothingProving")
=============================================================================
