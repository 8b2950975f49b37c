-------------------------- MODULE EpochProperties ---------------------------
(***************************************************************************)
(* What must hold of a few epochs, whatever the rules that bring it about. *)
(*                                                                         *)
(* Every definition of the section Invariants is checked in every state,   *)
(* every one of the form [][...]_vars in every step.  Each has a model in  *)
(* tla/system/epoch/bug that violates it.                                  *)
(***************************************************************************)
EXTENDS Epoch

-----------------------------------------------------------------------------
\* What the properties speak of, said anew.

Ended == slot \div SlotsPerEpoch - 1
Offset == slot % SlotsPerEpoch
Loses(n) == crashed.node = n /\ crashed.store = "lost"
Blocks == Elements(pending)

\* The oldest epoch with a block that is not proven.
IsOldest(epoch) == pending # <<>> /\ pending[1].slot \div SlotsPerEpoch = epoch
OldestBlocks == {b \in Blocks : IsOldest(b.slot \div SlotsPerEpoch)}
LastOfOldest == CHOOSE b \in OldestBlocks : \A c \in OldestBlocks : c.slot <= b.slot
OldestTransactions == UNION {Elements(ListOf(b.slot)) : b \in OldestBlocks}

\* Whose view is that of L1 now.
ClaimsLevel(m) == claimant[m].view = ClaimView
ProvesLevel(p) == prover[p].view = ProveView(p)

\* Somebody can be claimed for with it, in this slot or in one to come.
IsOpen(q) ==
    /\ claim = NoClaim
    /\ IsOldest(Ended)
    /\ q.epoch = Ended
    /\ slot <= q.validUntilSlot

RECURSIVE SumOfBonds(_)
SumOfBonds(quotes) ==
    IF quotes = {} THEN 0
    ELSE LET q == CHOOSE q \in quotes : TRUE IN q.bond + SumOfBonds(quotes \ {q})

\* L1 itself took nothing back in this step.
GoesOn == reorganised' = reorganised

-----------------------------------------------------------------------------
\* Invariants.

\* TIME-3: every node has the slot of L1.
ClocksAgree ==
    /\ \A m \in Claimants : claimant[m].slot = slot
    /\ \A p \in HonestProvers : prover[p].slot = slot

\* A node has one follower (FOLLOW-1), whatever the role.
RolesShareTheirNode ==
    \A n \in Claimants \cap HonestProvers :
        /\ claimant[n].view.epoch = prover[n].view.epoch
        /\ claimant[n].view.claim = prover[n].view.claim

\* PROPOSE-5, PROPOSE-12: what is pending is what quorums attested, each block on the one
\* before it.
PendingIsAttested ==
    \A i \in DOMAIN pending :
        /\ OnL1(AttestedIn(pending[i].slot)) = pending[i]
        /\ OnL1(attested[pending[i].slot]) = IF i = 1 THEN proven ELSE pending[i - 1]

\* PRUNE-1, PRUNE-2: what nobody claimed or proved in time is gone.
PendingIsYoung ==
    pending # <<>> =>
        \/ IsOldest(Ended + 1)
        \/ IsOldest(Ended) /\ (Offset < ClaimWindow \/ claim # NoClaim)

\* CLAIM-2, PROOF-7, PRUNE-3: a claim is of the oldest epoch that is not proven.
ClaimIsOfOldest == claim # NoClaim => IsOldest(claim.epochToProve)

\* CLAIM-9: nobody quotes for an honest prover.
BondedHasQuoted ==
    claim.proverAddress \in HonestProvers =>
        \E q \in offered :
            /\ q.prover = claim.proverAddress
            /\ q.epoch = claim.epochToProve
            /\ q.bond = claim.bondAmount

\* CLAIM-10, PROOF-7, PRUNE-3: at stake is the bond of the claim that is alive, and no other.
StakedIsClaimed ==
    \A p \in Provers : escrow[p].staked = IF claim.proverAddress = p THEN claim.bondAmount ELSE 0

\* QUOTE-8, QUOTE-12: one quote for an epoch, across crashes.
QuotedOnce == \A q, r \in offered : q.prover = r.prover /\ q.epoch = r.epoch => q = r

\* QUOTE-10, PROVE-8, ESCROW-11: an honest prover has what it promises, all of it at a time.
PromisesAreCovered ==
    \A p \in HonestProvers :
        SumOfBonds({q \in offered : q.prover = p /\ IsOpen(q)})
            <= escrow[p].available + escrow[p].withdrawing

\* QUOTE-11: who is bound to prove an epoch holds all of it, unless L1 or its store took
\* something back, or it acts on views of other slots (FOLLOW-11). So withholding costs no
\* honest prover its bond.
BondedHoldEverything ==
    \A p \in HonestProvers :
        claim.proverAddress = p /\ ViewsExpire /\ reorganised = 0 /\ ~Loses(p) =>
            OldestTransactions \subseteq Elements(prover[p].held)

-----------------------------------------------------------------------------
\* Steps: what is taken for granted.

\* What this cut takes from that of a slot. OneQuorumPerSlot: of a slot there is one block,
\* whatever L1 takes back. QuorumsAreHeld: honest members hold all of it, so that it comes
\* to whoever asks, unless it is withheld from one (Reached).
OracleIsOfSlots ==
    [][\A n \in Slots : attested[n] \in {Unattested, attested'[n]}]_epochVariables

-----------------------------------------------------------------------------
\* Steps: what honest nodes do.

\* QUOTE-1, QUOTE-2, QUOTE-4, QUOTE-6: what an honest proposer hands in with a level view
\* L1 takes, unless something else is there first.
ClaimsAreTaken ==
    [][\A c \in claims' \ claims : ClaimsLevel(c.caller) => L1Refusals(c) = {}]_epochVariables

\* QUOTE-6: a prover that failed last is claimed for only if nobody better is known.
FailedComeLast ==
    [][\A c \in claims' \ claims :
        LET view == claimant[c.caller].view IN
        c.quote.prover \in Elements(view.failed) =>
            \/ c.quote.prover = c.caller
            \/ \A q \in Elements(claimant[c.caller].quotes) :
                   \/ q.prover \in Elements(view.failed)
                   \/ slot > q.validUntilSlot
                   \/ \A covered \in Elements(view.coverage) :
                          covered.prover = q.prover => covered.amount < q.bond]_epochVariables

\* QUOTE-6: an integrated proposer claims for itself when it can.
OwnComesFirst ==
    [][\A c \in claims' \ claims :
        \A q \in Elements(claimant[c.caller].quotes) :
            q.prover = c.caller /\ slot <= q.validUntilSlot /\ ClaimsLevel(c.caller)
                /\ q.bond <= Covered(q.prover)
                => c.quote = q]_epochVariables

\* QUOTE-7, QUOTE-11: with a level view nothing is quoted but an epoch that has ended, is
\* not claimed, and is held.
QuotedIsHeld ==
    [][\A q \in offered' \ offered : ProvesLevel(q.prover) =>
        /\ IsOpen(q)
        /\ OldestTransactions \subseteq Elements(prover[q.prover].held)]_epochVariables

\* PROVE-1, PROVE-2: what an honest prover begins to prove it holds, and was claimed for.
ProvenIsHeld ==
    [][\A p \in HonestProvers :
        prover'[p].proving \notin {prover[p].proving, Prover(p)!NoTarget} /\ ProvesLevel(p) =>
            /\ claim.proverAddress = p
            /\ OldestTransactions \subseteq Elements(prover[p].held)]_epochVariables

\* PROVE-4: what is handed in with a level view is a proof of what L1 asks for.
ProofsAreAskedFor ==
    [][\A tip \in proofs' \ proofs :
        (\A p \in HonestProvers : ProvesLevel(p)) => IsOldest(Ended) /\ OnL1(tip) = LastOfOldest]_epochVariables

-----------------------------------------------------------------------------
\* Steps: what L1 does, as long as it takes nothing back.

\* PROPOSE-7: in the slot of an honest proposer nobody else claims.
ClaimedWasHandedIn ==
    [][GoesOn /\ claim' \notin {claim, NoClaim} /\ ProposerOf(slot) \in Claimants =>
        \E c \in claims :
            /\ c.caller = ProposerOf(slot)
            /\ c.quote.prover = claim'.proverAddress]_epochVariables

\* PRUNE-8: the proven chain is append-only.
ProvenIsFinal ==
    [][GoesOn /\ proven' # proven => Before(Named(proven'), EpochOf(proven'.slot)) = Named(proven)]_epochVariables

\* PROOF-4, PROOF-6: what is proven was pending, as the end of its epoch.
ProvenWasPending ==
    [][GoesOn /\ proven' # proven =>
        /\ IsOldest(Ended)
        /\ proven' = LastOfOldest]_epochVariables

\* PRUNE-1 to PRUNE-3: nothing is dropped before it is due.
DroppedWasDue ==
    [][GoesOn /\ (\E b \in Blocks \ Elements(pending') : b.slot > proven'.slot) =>
        /\ slot' # slot
        /\ IsOldest(slot' \div SlotsPerEpoch - 1) => claim = NoClaim /\ slot' % SlotsPerEpoch >= ClaimWindow]_epochVariables

\* CLAIM-10, PROOF-7, PRUNE-3: a bond is put at stake once, and given back once with a
\* proof, or slashed once when the time for it is over.
BondsAreSettledOnce ==
    [][\A p \in Provers :
        LET before == escrow[p]
            after == escrow'[p]
            proves == proven' # proven /\ claim.proverAddress = p
            ends == claim.proverAddress = p /\ slot' \div SlotsPerEpoch > claim.epochToProve + 1
        IN GoesOn =>
            /\ after.slashed = before.slashed + (IF ends THEN claim.bondAmount ELSE 0)
            /\ proves => after.available = before.available + claim.bondAmount
            /\ ends => after.available = before.available /\ after.withdrawing = before.withdrawing]_epochVariables

\* ESCROW-10: only what its delay has passed leaves.
NothingLeavesEarly ==
    [][\A p \in Provers :
        LET before == escrow[p]
            after == escrow'[p]
            total(account) == account.available + account.withdrawing + account.staked + account.slashed
        IN GoesOn =>
            \/ total(after) = total(before)
            \/ /\ slot >= before.unlockSlot
               /\ total(after) = total(before) - before.withdrawing]_epochVariables
=============================================================================
