---------------------------- MODULE NodeOutcomes ----------------------------
(***************************************************************************)
(* What of a list of transactions is taken from the queue, and what is     *)
(* not, said of the list as a whole: the properties of the roles have it   *)
(* from here.                                                              *)
(***************************************************************************)
EXTENDS NodeLists, NodeRoots

\* Those that no queue answers for: where they stand, and what they are.
OwnPlaces(L, forced) == {i \in DOMAIN L : i > forced}
OwnOf(L, forced) == {L[i] : i \in OwnPlaces(L, forced)}

\* They are new, each of them.
OwnAreNew(parent, L, forced) == OwnPlaces(L, forced) \subseteq Firsts(parent.root, L)

\* QUEUE-4: the front of the list is the front of the queue.
TakesTheFront(L, forced, queue) ==
    \A i \in 1..forced : i \in DOMAIN L \cap DOMAIN queue /\ L[i] = queue[i]

\* QUEUE-5, QUEUE-6: all that wait are due.
TakesWhatIsDue(L, forced, queue) ==
    forced = Len(queue) \/ (forced >= ForcedMinimum /\ Len(L) = forced)
=============================================================================
