------------------------------ MODULE LazyReach ------------------------------
(***************************************************************************)
(* What becomes possible where nobody executes before a block is ordered,  *)
(* with honest nodes alone.  Each `Never…` claims that its state is never  *)
(* reached, and a Reach model shows that it is, in the profiles that the   *)
(* first line above it names.                                              *)
(***************************************************************************)
EXTENDS MCLazy

ReachView == View

Effects(i) == Len(StateAfter(SubSeq(chain, 1, i))) - Len(StateAfter(SubSeq(chain, 1, i - 1)))

\* Reached in profile conflict.
\* ATTEST-16: an honest proposer and an honest quorum make a block with a transaction that
\* has no effects. With roots its members refuse it.
NeverInvalid == \A i \in DOMAIN chain : Effects(i) = Len(chain[i].proposal.transactions)

\* Reached in profile conflict.
\* BUILD-16: a whole block comes to nothing. Its space on L1 is paid for, and who made its
\* transactions pays nothing: what has no effects pays no fee.
NeverInVain == \A i \in DOMAIN chain : Effects(i) > 0

\* Reached in profile conflict.
\* ATTEST-9, ATTEST-18: members attest a block on a parent whose state nobody knows.
NeverSignedUnexecuted ==
    ~(\E p \in EverAttested : p.slot = slot /\ chain # <<>> /\ executed = 0 /\ p.parent = TipOf(chain))

\* Reached in profile conflict.
\* FOLLOW-3: whoever asks for the state at the tip has to wait, and an answer that it gets is
\* about a chain that may have gone on when it comes.
NeverOutdated == told.blocks = Len(chain) \/ told = NothingTold
=============================================================================
