------------------------------ MODULE Pointwise ------------------------------
(***************************************************************************)
(* Pairs of a state and an event from a file, and what becomes of each,    *)
(* written to another: the rules of an actor are asked about any pair,     *)
(* reachable or not.  Pointwise.java replaces the operators; without it    *)
(* they have no value, so that nothing counts as asked that was not.       *)
(***************************************************************************)
LOCAL NoValue(argument) == CHOOSE value \in {} : value = argument

\* How many states there are, and how many events state i comes with.
PointStates == NoValue("states")
PointEvents(i) == NoValue(i)

\* State i, and event j of state i, from 1 on.
PointState(i) == NoValue(i)
PointEvent(i, j) == NoValue(<<i, j>>)

\* TRUE; writes the answer for event j of state i: the names of the refusals,
\* and for an accepted event the successor and what is sent out.
PointAnswer(i, j, refusals, successor, effects) ==
    NoValue(<<i, j, refusals, successor, effects>>)
=============================================================================
