--------------------------- MODULE L1RollupTables ---------------------------
(***************************************************************************)
(* What randomness draws, computed once: configurations put these tables   *)
(* in the place of Positions and Seat, which would hash in every state.    *)
(* Sets of the size of a committee are shuffled as well: that they are not *)
(* is a rule, EPOCH-4, and none of the table's; so is that no committee    *)
(* has a seat more, EPOCH-3.                                               *)
(***************************************************************************)
EXTENDS L1Rollup, TLC

CONSTANT LastDrawnSlot   \* the last slot that anybody asks about

\* EPOCH-2; and ChangesAreNotSeenForAnEpoch asks about the next epoch as well.
DrawnEpochs == 0..LastDrawnSlot \div SlotsPerEpoch + 3

\* TLC evaluates a function when it is applied, and again each time, unless it
\* is told to do so at once.
PositionsTable == TLCEval(
    [randao \in Randaos |-> TLCEval(
        [epoch \in DrawnEpochs |-> TLCEval(
            [n \in TargetCommitteeSize..Cardinality(Validators) |->
                TLCEval(ComputedPositions(randao, epoch, n))])])])
SeatTable == TLCEval(
    [randao \in Randaos |-> TLCEval(
        [epoch \in DrawnEpochs |-> TLCEval(
            [k \in 1..TargetCommitteeSize + 1 |-> TLCEval(
                [s \in 0..LastDrawnSlot |-> ComputedSeat(randao, epoch, k, s)])])])])

\* A register that is set before the first state: a definition of this size
\* would be evaluated again wherever it is named.
ASSUME TLCSet(1, [positions |-> PositionsTable, seats |-> SeatTable])

TabledPositions(randao, epoch, n) == TLCGet(1).positions[randao][epoch][n]
TabledSeat(randao, epoch, k, s) == TLCGet(1).seats[randao][epoch][k][s]
=============================================================================
