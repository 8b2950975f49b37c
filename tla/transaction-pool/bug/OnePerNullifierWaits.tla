------------------------ MODULE OnePerNullifierWaits ------------------------
\* Violates FullPoolsTakeNothing.
\* Those that spend the same as another one that is held do not count among those that wait
\* (TX-12).
EXTENDS Spend

BuggyWaiting(s) ==
    SelectSeq(Without(s.stored, SpentIn(s.view.root)),
              LAMBDA t : SpentIn(<<t>>) \cap Elements(s.stored) = {t})
=============================================================================
