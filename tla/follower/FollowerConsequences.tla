------------------------ MODULE FollowerConsequences ------------------------
(***************************************************************************)
(* What follows from the rules and is not one of them: what can always be  *)
(* done.                                                                   *)
(***************************************************************************)
EXTENDS FollowerInstances

Accepts(e) == Refusals(State, e) = {}

-----------------------------------------------------------------------------
\* Invariants.

\* What pointwise evaluation assumes of states.
StatesAreCoherent == Coherent(State)

\* FOLLOW-7, FOLLOW-10: every other view that is not older is taken, be its chain shorter
\* or not.
OtherViewsAreTaken ==
    \A v \in Elements(Views) :
        v # view /\ v.time >= view.time => Accepts([name |-> "readView", view |-> v])

\* FOLLOW-3, FOLLOW-8: the body of the first block that lacks is taken whenever it comes,
\* under an alarm too.
LackingBodiesAreTaken ==
    ~IsCaughtUp /\ FirstLacking \notin found => Accepts(FetchedOf(FirstLacking))

\* FOLLOW-12: whatever else the view shows, however old it is.
EpochsCanBeSetUp ==
    view # NoL1View /\ ~IsSetUp /\ slot \notin handed => Accepts([name |-> "setUp"])
=============================================================================
