---------------------------- MODULE FallbackReach ----------------------------
(***************************************************************************)
(* States that a check of the properties must have seen, and what attacks  *)
(* reach.  Each `Never…` claims that its state is never reached, and a     *)
(* Reach model shows that it is, in the profiles that the first line above *)
(* it names.                                                               *)
(***************************************************************************)
EXTENDS MCFallback

\* As the properties are checked: of several last events that lead to one state the first
\* is seen.
ReachView == View

Happened(name, node) == event.name = name /\ event.node = node

-----------------------------------------------------------------------------
\* Honest nodes in fallback.

\* Reached in profile racing.
\* FALLBACK-14, BASED-10: what the committee left alone is built, proven and handed in by a node,
\* and lands in the slot after.
NeverProvenInFallback ==
    ~(/\ ledger # <<>>
      /\ ledger[1].header = HeaderOf(builder["n1"].proven)
      /\ builder["n1"].submitted = slot - 1)

\* Reached in profile racing.
\* FALLBACK-11, F-25: two proofs were handed in on one tip, and one of them was for nothing.
NeverRaced ==
    ~(/\ Happened("takeProven", "L1")
      /\ \A m \in Nodes : builder[m].submitted = slot
      /\ builder["n1"].proven.slot # builder["n2"].proven.slot)

\* Reached in profile racing.
\* FALLBACK-7, FALLBACK-18: a proof was handed in, and the session ended before it landed.
NeverTooLate == \A b \in handed : Against(b) # {"FallbackNotActive"}

\* Reached in profile byzantine.
\* BASED-3, BASED-8: the tip moved under a proof, which is begun anew on the new tip and lands.
NeverBegunAnew ==
    ~(/\ Happened("takeProven", "L1")
      /\ Len(ledger) = 2
      /\ ledger[2].header = HeaderOf(builder["n1"].proven)
      /\ ledger[1].header.slot = ledger[2].header.slot - 1)

\* Reached in profile byzantine.
\* F-25: somebody who takes one of two that are due moves the tip under the proof of both.
NeverLeastTaken ==
    ~(/\ Happened("takeProven", "L1")
      /\ Len(ledger) = 1
      /\ ledger[1].header.body = <<"t1">>
      /\ builder["n1"].proven.transactions = <<"t1", "t2", "o">>
      /\ builder["n1"].submitted = slot)

\* Reached in profile byzantine.
\* F-25: what is due is served all the same: after two of its blocks nothing waits.
NeverServedByTheRacer ==
    ~(/\ Len(ledger) = 2
      /\ Waiting = <<>>
      /\ \A i \in DOMAIN ledger : Len(ledger[i].header.forced) = ForcedMinimum
      /\ builder["n1"].submitted = -1
      /\ builder["n1"].building # NoBuilding
      /\ builder["n1"].building.parent = Genesis)

\* Reached in profile byzantine.
\* BASED-7, BASED-10: a node with its store hands in after the start what it had proven before.
NeverKeptProof ==
    ~(Happened("submit", crashed.node) /\ crashed.store = "kept" /\ builder[crashed.node].proven.slot < slot)

\* Reached in profile byzantine.
\* BASED-6, TX-8: a node that lost its store builds from what the queue answers for.
NeverBuiltAfterTheLoss ==
    ~(/\ Happened("submit", crashed.node)
      /\ crashed.store = "lost"
      /\ builder[crashed.node].held = <<>>)

-----------------------------------------------------------------------------
\* What is forced while a proof is made.

\* Reached in profile late.
\* BASED-9, F-45: a block with others is void because something became due that entered when
\* its proof was under way.
NeverVoidForWhatIsDue ==
    \A b \in handed : Against(b) # {"ForcedTransactionsDue"}

\* Reached in profile late.
\* BASED-9: a node does not hand in what L1 would take: of what waits it is not told what is due.
NeverStricterThanL1 ==
    \A m \in Nodes :
        ~(/\ Knows(m)
          /\ BuilderRefusals(builder[m], [name |-> "submitBlock"]) = {"ForcedTransactionsDue"}
          /\ Against([caller |-> m, block |-> builder[m].proven, isProven |-> TRUE]) = {})

-----------------------------------------------------------------------------
\* The committee.

\* Reached in profile standing.
\* FALLBACK-5, BUILD-1: its proposer stands aside, for this alone.
NeverStoodAside ==
    \A m \in HonestSeats : \A it \in Choices(builder[m].view.queue) :
        ProposerRefusals(proposer[m], [name |-> "build", transactions |-> it.list, forced |-> it.forced])
            # {"FallbackActive"}

\* Reached in profile standing.
\* FALLBACK-7, FALLBACK-16: and goes on, on what was proven without it, once the session is over.
NeverGoesOn ==
    ~(Len(ledger) = 2 /\ ledger[1].isProven /\ ~ledger[2].isProven)

\* Reached in profile censoring.
\* QUEUE-8, FALLBACK-4: a block of the committee took what is forced and was let go with its claim,
\* which alone can have put the entry off so far; a node takes it again.
NeverTakenAgain ==
    ~(/\ mode.entered = EnterSlots + SlotsPerEpoch
      /\ ledger # <<>>
      /\ ledger[1].isProven
      /\ ledger[1].header.forced # <<>>)

\* Reached in profile censoring.
\* FALLBACK-3, F-26: a claim that is let go puts the entry off, by a slot of E - 1 = 1.
NeverPutOff ==
    ~(/\ NoSession
      /\ mode.countedFrom >= 0
      /\ slot = mode.countedFrom + EnterSlots + SlotsPerEpoch - 2
      /\ claim # NoClaim)

\* Reached in profile keptOut.
\* F-24, F-26: with one block proven each T_enter, of the least it must take, the second of two is
\* neither taken nor has fallback come when one T_enter is over.
NeverKeptOut ==
    ~(/\ NoSession
      /\ slot = EnterSlots + SlotsPerEpoch
      /\ Len(queue) = 2
      /\ taken = 1
      /\ queue[2].includedByEpoch = 0
      /\ L1!Included = 1)

-----------------------------------------------------------------------------
\* L1 goes back.

\* Reached in profile reorganised.
\* PRUNE-8, BASED-10: a block landed, L1 went back, and it lands again.
NeverLandsAgain ==
    ~(/\ reorganised
      /\ Happened("takeProven", "L1")
      /\ fresh = {}
      /\ ledger[1].header = HeaderOf(builder["n1"].proven)
      /\ builder["n1"].submitted < slot)

\* Reached in profile reorganised.
\* QUEUE-4: what a proof takes is not in the queue any more.
NeverForcedNoMore == \A b \in handed : "ForcedBeyondQueue" \notin Against(b) \/ ledger # <<>>

\* Reached in profile reorganised.
\* FALLBACK-11: the tip that a proof stands on is no more.
NeverTipNoMore ==
    \A b \in handed : ~(reorganised /\ ledger = <<>> /\ b.block.parent # Genesis)
=============================================================================
