----------------------------- MODULE NodeBuilds -----------------------------
(***************************************************************************)
(* Event instances of the choice what to build, as spec/actors/proposer.md *)
(* lists them.  A variation changes only what it names, so that it is      *)
(* refused for that alone.                                                 *)
(***************************************************************************)
EXTENDS NodeChoices

\* Meant to pass when anything can.
Base(s, L) ==
    [name |-> "build", transactions |-> L, forced |-> CommonFront(L, s.view.queue)]

Builds(s) ==
    LET base == Base(s, Lists[1]) IN UNION {
    {Base(s, L) : L \in Elements(Lists)},
    {[Base(s, L) EXCEPT !.forced = Lesser(Len(L), Len(s.view.queue))] : L \in Elements(Lists)},
    {[base EXCEPT !.transactions = <<>>, !.forced = 0]},
    {[base EXCEPT !.transactions = <<"t1", "t1">>]},
    {[base EXCEPT !.forced = n] : n \in Beside(base.forced)} }
=============================================================================
