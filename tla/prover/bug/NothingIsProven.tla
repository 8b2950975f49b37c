-------------------------- MODULE NothingIsProven ---------------------------
\* Violates ResultsAreOfTheBegun.
\* A result of nothing is taken as a proof (PROVE-3).
EXTENDS Prove

BuggyProvedRefusals(s, e) ==
    Require([epoch |-> e.epoch, tip |-> e.tip] = s.proving,
            "NothingProving")
=============================================================================
