-------------------------- MODULE QuotedIsDropped ---------------------------
\* Violates BondedHoldEverything.
\* A prover drops what it looked at before it quoted (QUOTE-11).
EXTENDS Prompt

BuggyProverAfter(p, s, e) ==
    IF e.name = "quote" THEN [Prover(p)!After(s, e) EXCEPT !.held = <<>>] ELSE Prover(p)!After(s, e)
=============================================================================
