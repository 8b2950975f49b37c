---------------------------- MODULE MCNodeStatus ----------------------------
(***************************************************************************)
(* The nodes of the domain as states, one each, all of them a step behind  *)
(* one: every invariant is checked of each.                                *)
(***************************************************************************)
EXTENDS NodeStatusProperties, TLC

CONSTANT StateLimit   \* how many nodes there may be

StatesAreWithinLimit == TLCGet("distinct") <= StateLimit

MCInit == node = NewNode /\ told = Answers(NewNode)
MCNext ==
    /\ node = NewNode
    /\ \E n \in Nodes : node' = n /\ told' = Answers(n)

\* Nothing is hidden.
View == <<node, told>>
=============================================================================
