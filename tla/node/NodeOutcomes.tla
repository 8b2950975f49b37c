---------------------------- MODULE NodeOutcomes ----------------------------
(***************************************************************************)
(* What a list of transactions comes to, said of the list as a whole: the  *)
(* properties of the roles have it from here, the rules go through the     *)
(* list one by one.                                                        *)
(***************************************************************************)
EXTENDS NodeValues

\* Where the list has something that was not there before.
Firsts(before, L) ==
    {i \in DOMAIN L : L[i] \notin Elements(before) /\ L[i] \notin {L[j] : j \in 1..i - 1}}

\* Everything in the order of the list, once, behind what was there.
IsOutcome(root, before, L) ==
    LET new == Firsts(before, L)
        place(i) == Len(before) + Cardinality({j \in new : j <= i})
    IN Len(root) = Len(before) + Cardinality(new)
       /\ SubSeq(root, 1, Len(before)) = before
       /\ \A i \in new : root[place(i)] = L[i]

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
