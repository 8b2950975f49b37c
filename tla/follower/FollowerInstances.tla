-------------------------- MODULE FollowerInstances --------------------------
(***************************************************************************)
(* The steps of a profile: the event instances that are followed, as       *)
(* spec/actors/follower.md lists them.  A variation changes only what it   *)
(* names, so that it is refused for that alone.                            *)
(***************************************************************************)
EXTENDS FollowerProperties

CONSTANTS
    Views,    \* that can be read
    Crashes,  \* what a crash leaves of the store
    Horizon   \* the last slot that is explored

ASSUME HorizonIsASlot == Horizon \in Nat

\* Every block that L1 ever shows.
Headers == UNION {Elements(v.chain) : v \in Elements(Views)}

FetchedOf(header) == [name |-> "fetched", header |-> header, body |-> header.body]

Bodies(s) ==
    LET base == FetchedOf(s.fetching)
        length == Len(base.body)
    IN UNION {
    {base},
    {[base EXCEPT !.body = SubSeq(@, 1, length - 1)]},
    {[base EXCEPT !.body = Append(@, "t9")]},
    {FetchedOf([s.fetching EXCEPT !.slot = @ + 1])},
    {FetchedOf([s.fetching EXCEPT !.parent.root = <<"stale">>])},
    {FetchedOf(h) : h \in Headers} }

\* Time stops in the last slot.
Instances(s) ==
    {[name |-> "tick"] : n \in {n \in {s.slot} : n < Horizon}}
    \cup {[name |-> "readView", view |-> v] : v \in Elements(Views)}
    \cup Bodies(s)
    \cup {[name |-> "setUp"]}
    \cup {[name |-> "crash", store |-> c] : c \in Elements(Crashes)}
=============================================================================
