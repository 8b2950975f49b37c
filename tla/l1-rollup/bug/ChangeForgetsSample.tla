------------------------ MODULE ChangeForgetsSample ------------------------
\* Violates SamplesAreForLaterEpochs.
\* A change of the validators drops the sample that waits for its epoch (EPOCH-2).
EXTENDS Committee

BuggyAddValidator(s, e) ==
    [s EXCEPT !.validators = Changed(s, Append(s.validators.current, e.validator)),
              !.samples = <<InForce(s)>>]
=============================================================================
