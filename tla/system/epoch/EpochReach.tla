----------------------------- MODULE EpochReach -----------------------------
(***************************************************************************)
(* States that a check of the properties must have seen.  Each `Never…`    *)
(* claims that its state is never reached, and a Reach model shows that it *)
(* is, in the profiles that the first line above it names.                 *)
(***************************************************************************)
EXTENDS MCEpoch

\* As the properties are checked: of several last events that lead to one state the first
\* is seen.
ReachView == View

Failed(p) == escrow[p].failed
HonestSlashed == \E p \in HonestProvers : escrow[p].slashed > 0
HasQuotedFor(p, epoch) == \E q \in offered : q.prover = p /\ q.epoch = epoch

-----------------------------------------------------------------------------
\* The chain grows.

\* Reached in profile prompt.
\* PROOF-6: an epoch is quoted for, claimed and proven, while the next is built.
NeverProven == ~(proven # OnL1(Genesis) /\ pending # <<>>)

\* Reached in profile prompt.
\* PROOF-8: somebody else proves what was claimed for p1, which has its bond back (PROOF-7).
NeverProvenByAnother ==
    ~(event.name = "takeProof" /\ proofs = {} /\ prover["p1"].proving.epoch = 0 /\ escrow["p1"].available = 2)

\* Reached in profile window.
\* QUOTE-4: the first proposer of the window is Byzantine and silent, the second claims.
NeverClaimedBySecond == claim.claimant # "m1"

\* Reached in profile integrated.
\* QUOTE-6: a node claims for itself, with a lower bid at hand.
NeverClaimedForItself ==
    ~(claim.proverAddress = "v1" /\ "p2" \in {q.prover : q \in Elements(claimant["v1"].quotes)})

\* Reached in profile withdrawing.
\* ESCROW-8: a rival takes out what no claim staked.
NeverLeft == escrow["p2"].available + escrow["p2"].withdrawing + escrow["p2"].staked > 0

-----------------------------------------------------------------------------
\* A crash.

\* Reached in profile crashing.
\* PROVE-1: a prover loses its store after it quoted, gets the transaction again, and proves.
NeverProvenAfterTheLoss ==
    ~(crashed = [node |-> "p1", store |-> "lost"] /\ prover["p1"].quoted.epoch = -1 /\ proven # OnL1(Genesis))

\* Reached in profile crashing.
\* PRUNE-3: a prover that starts again too late to prove loses its bond.
NeverSlashedAfterTheLoss == ~(crashed = [node |-> "p1", store |-> "lost"] /\ HonestSlashed)

-----------------------------------------------------------------------------
\* Attacks: a rival that bids nothing and proves nothing.

\* Reached in profile outbid.
\* QUOTE-6, PRUNE-2: one bond stalls two epochs, though p1 quoted.
NeverOutbid ==
    ~(slot = 2 * SlotsPerEpoch /\ escrow["p2"].slashed = 2 /\ HasQuotedFor("p1", 0) /\ proven = OnL1(Genesis))

\* Reached in profile outbid.
\* QUOTE-6: who failed is known, and comes behind p1 for all that it bids less.
NeverFailedComesLast ==
    ~(/\ claim.proverAddress = "p1"
      /\ Failed("p2")
      /\ "p2" \in {q.prover : q \in Elements(claimant["m1"].quotes)})

\* Reached in profile outbid.
\* QUOTE-6: who failed is claimed for again, because p1 quoted a moment too late.
NeverFailedIsFirst ==
    ~(claim.proverAddress = "p2" /\ Failed("p2") /\ HasQuotedFor("p1", claim.epochToProve))

-----------------------------------------------------------------------------
\* Attacks: what is withheld from a prover.

\* Reached in profile reorganised.
\* QUOTE-11: it does not quote, the epoch is dropped, and no bond is lost.
NeverWithheld ==
    ~(/\ slot = SlotsPerEpoch + ClaimWindow
      /\ "t2" \in Elements(prover["p1"].view.transactions)
      /\ reorganised = 0
      /\ offered = {}
      /\ pending = <<>>)

\* Reached in profile stale.
\* QUOTE-11, FOLLOW-11: it quoted on a view of the time before the last block, and is bound
\* to prove what it does not hold.
NeverBoundByAnOldView ==
    ~(claim.proverAddress = "p1" /\ "t2" \in OldestTransactions)

\* Reached in profile reorganised.
\* QUOTE-11: it quoted for what L1 showed, L1 went back, and with the block that it shows
\* now the prover is slashed.
NeverSlashedForWhatCameLate ==
    ~(HonestSlashed /\ event.name = "tick" /\ attested[1] # Unattested /\ proofs = {} /\ reorganised = 2
      /\ (\E q \in offered : TRUE) /\ "t2" \notin Elements(prover["p1"].view.transactions))

\* Reached in profile reorganised.
\* PROOF-7, PRUNE-3: the proof was accepted in the last slot, L1 went back behind it, and
\* the prover is slashed.
NeverSlashedThoughProven ==
    ~(/\ event.name = "reorganise"
      /\ HonestSlashed
      /\ prover["p1"].view.epoch = -1 /\ prover["p1"].view.available = 2
      /\ proofs # {})

\* Reached in profile reorganised.
\* PRUNE-1: the claim was accepted, L1 went back behind it when the window was over.
NeverClaimTakenBack ==
    ~(/\ event.name = "reorganise"
      /\ slot = SlotsPerEpoch + ClaimWindow
      /\ prover["p1"].proving # Prover("p1")!NoTarget
      /\ pending = <<>>)
=============================================================================
