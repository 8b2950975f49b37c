--------------------------- MODULE ChangeSamples ----------------------------
\* Violates SamplesAreForLaterEpochs.
\* A change of the validators also samples (EPOCH-2).
EXTENDS Committee

BuggyAddValidator(s, e) ==
    [s EXCEPT !.validators = Changed(s, Append(s.validators.current, e.validator)),
              !.samples = IF Last(@).epoch = SampledEpoch(s) THEN @
                          ELSE Append(@, Sample(Frozen(s), ConstructorRandao, SampledEpoch(s)))]
=============================================================================
