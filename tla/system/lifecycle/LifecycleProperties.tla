------------------------ MODULE LifecycleProperties ------------------------
(***************************************************************************)
(* What holds of the cuts together: what each of them says still does, and *)
(* what each takes for granted of the other.                               *)
(*                                                                         *)
(* Every definition of the section Invariants is checked in every state,   *)
(* every one of the form [][...]_vars in every step.  Each has a model in  *)
(* tla/system/lifecycle/bug that violates it.                              *)
(***************************************************************************)
EXTENDS Lifecycle

AllHold(properties) == FALSE \notin properties

-----------------------------------------------------------------------------
\* Invariants.

\* PROPOSE-5, PRUNE-1: what members build on is the tip of the chain that is claimed and proven.
ChainIsTheSame == S!TipOf(chain) = E!Tip

\* What SlotProperties say of every state, over several epochs, with prunes.
SlotHolds == AllHold({
    S!ClocksAgree, S!RolesShareTheirNode, S!HonestMembersSignOnce, S!HonestProposersOfferOnce,
    S!OneQuorumPerSlot, S!HeldWasProven, S!SignedWasOffered, S!QuorumsAreHeld, S!TakenHasQuorum, S!ChainIsOne,
    S!TakenWasSubmitted, S!SubmittedWasOffered, S!SubmittedHasQuorum, S!SubmittedOnce })

\* And EpochProperties, of blocks that committees build: who is bonded holds what they
\* put into the epoch (QUOTE-11), and what is pending is what they attested.
EpochHolds == AllHold({
    E!ClocksAgree, E!RolesShareTheirNode, E!PendingIsAttested, E!PendingIsYoung, E!ClaimIsOfOldest,
    E!BondedHasQuoted, E!StakedIsClaimed, E!QuotedOnce, E!PromisesAreCovered, E!BondedHoldEverything })

-----------------------------------------------------------------------------
\* Steps.

\* The oracle of Epoch may give what L1 takes of Slot, and nothing else comes to be.
TakenIsOfTheOracle ==
    [][Len(pending') > Len(pending) => E!Block]_lifecycleVariables

\* ATTEST-14, ATTEST-18: across prunes members sign what they computed and held.
SignedIsRight ==
    [][\A m \in S!Honest : \A p \in signed'[m] \ signed[m] :
        /\ S!Outcomes!IsOutcome(p.root, p.parent.root, p.transactions)
        /\ S!OwnOf(p) \subseteq Elements(attester[m].held)]_lifecycleVariables
=============================================================================
