------------------------ MODULE CommitteeOfTheNewSet ------------------------
\* Violates ChangesAreNotSeenForAnEpoch.
\* The committee is drawn from the set as it is now (EPOCH-3).
EXTENDS Committee

BuggySetupEpoch(s, e) ==
    [s EXCEPT !.samples = Append(@, Sample(s.validators.current, e.randao, SampledEpoch(s)))]
=============================================================================
