-------------------------------- MODULE Watch --------------------------------
(***************************************************************************)
(* Notes which formulas are false without ending the run.  Watch.java      *)
(* replaces the operators and writes the names to the file that the run   *)
(* asks for; without it they have no value.                                *)
(***************************************************************************)
LOCAL NoValue(argument) == CHOOSE value \in {} : value = argument

\* Whether the formula is TRUE; if not, its name is noted.  A formula that has
\* no value is not TRUE.
Holds(name, formula) == NoValue(<<name, formula>>)

\* The same of an invariant, primed: told once of every next state.
HoldsNext(name, formula) == NoValue(<<name, formula>>)

\* Whether the invariant is TRUE of the state, which may have been told as a
\* next state before; nothing is noted.
HoldsHere(name, formula) == NoValue(<<name, formula>>)

\* TRUE; the name is noted if the formula is TRUE.
Misses(name, formula) == NoValue(<<name, formula>>)

\* Whether a violation was reported, of whatever property.
WasReported(name) == NoValue(name)

\* FALSE; from now on a violation was reported.
Report(name) == NoValue(name)

\* FALSE the first time that the name is given, which is noted with the number of the
\* state; TRUE from then on.
WasSeen(name) == NoValue(name)

\* Whether the name was given to WasSeen.
IsSeen(name) == NoValue(name)

\* FALSE; what is seen from now on is seen in another state.  Of as many names as there are
\* the run ends with the last.
EndState(names) == NoValue(names)

\* TRUE; from now on the levels beyond this one are not near.
IsLast(level) == NoValue(level)

\* Whether the level is no further than the last.
IsNear(level) == NoValue(level)
=============================================================================
