---------------------------- MODULE ProposerRules ----------------------------
(***************************************************************************)
(* The rules of a proposer as operators of a state value: which checks     *)
(* refuse an event, the state after it, and what is sent out with it.      *)
(* There are no variables here, so that any state and any event can be     *)
(* asked about, reachable or not; Proposer makes an actor of them.         *)
(*                                                                         *)
(* Every check has a value for every typed state and event, whatever the   *)
(* other checks say.                                                       *)
(*                                                                         *)
(* Left out: how the view comes about (the follower), which transactions   *)
(* are chosen, the private stash, seconds (BUILD-24).  The own             *)
(* attestation comes from the own attester, like any other.  A signature   *)
(* is its signer and what it signs.                                        *)
(***************************************************************************)
EXTENDS ProposerTypes

\* A building or a proposal of an earlier slot counts as none.
IsBuildingNow(s) == s.building.slot = s.slot
IsProposedNow(s) == s.proposed.slot = s.slot

\* BUILD-21.
Quorum(s) == (2 * Len(CommitteeOf(s.slot))) \div 3 + 1

Level(s) == Require(s.view.follows = "level", "NotFollowing")                 \* FOLLOW-1, FOLLOW-9
BuildingOpen(s) == Require(s.phase = "build", "BuildingClosed")               \* BUILD-4
HasProposed(s) == Require(IsProposedNow(s), "NothingProposed")                \* BUILD-19
IsUnpublished(s) == Require(~(IsProposedNow(s) /\ s.published), "AlreadyPublished")  \* BUILD-22
PublishingOpen(s) == Require(s.phase # "closed", "PublishingClosed")          \* BUILD-23

-----------------------------------------------------------------------------
\* follow, transactionVerified.

Follow(s, e) == [s EXCEPT !.view = e.view]
Verified(s, e) == [s EXCEPT !.held = Held(@, e.transaction)]

-----------------------------------------------------------------------------
\* build: transactions, forced.

BuildRefusals(s, e) ==
    LET L == e.transactions
        forced == e.forced
        own == Elements(Others(L, forced))
        isBuilding == IsBuildingNow(s) /\ s.building.parent = s.view.tip
    IN UNION {
    Level(s),
    NoAlarm(s),
    NoFallback(s),
    Require(ProposerOf(s.slot) = Self, "NotProposer"),                        \* BUILD-2
    BuildingOpen(s),
    Require(s.slot >= s.signsFrom, "StartTooRecent"),                         \* BUILD-5
    Require(s.proposed.slot < s.slot, "AlreadyProposed"),                     \* BUILD-6
    Require(~isBuilding, "AlreadyBuilding"),                                  \* BUILD-7
    Require(s.slot > s.view.tip.slot, "SlotTaken"),                           \* BUILD-8
    QueueRefusals(L, forced, s.view.queue),                                   \* BUILD-9 to BUILD-12
    Require(~Few(L, forced), "TooFewTransactions"),                           \* BUILD-13
    Require(own \subseteq Elements(s.held), "TransactionNotHeld"),            \* BUILD-14
    Require(~Twice(L, forced), "TransactionTwice"),                           \* BUILD-15
    Require(own \cap Elements(s.view.tip.root) = {}, "NullifierSpent") }      \* BUILD-16

Build(s, e) ==
    [s EXCEPT !.building = [slot         |-> s.slot,
                            parent       |-> s.view.tip,
                            transactions |-> e.transactions,
                            forced       |-> e.forced]]

-----------------------------------------------------------------------------
\* executed: parent, transactions, forced.

ExecutedRefusals(s, e) ==
    LET b == s.building
        isOfBuilding == e.parent = b.parent /\ e.transactions = b.transactions /\ e.forced = b.forced
    IN UNION {
    Require(IsBuildingNow(s) /\ isOfBuilding, "NothingExecuting"),            \* BUILD-18
    Level(s),
    NoAlarm(s),
    NoFallback(s),
    Require(e.parent = s.view.tip, "ParentNotTip"),                           \* BUILD-3
    BuildingOpen(s) }

\* BUILD-18.
Proposed(s, e) == [
    slot          |-> s.slot,
    timestampSlot |-> s.slot,
    parent        |-> e.parent,
    transactions  |-> e.transactions,
    forced        |-> e.forced,
    root          |-> Root(e.parent, e.transactions, e.forced),
    blobs         |-> "match" ]

Executed(s, e) ==
    [s EXCEPT !.proposed = Proposed(s, e), !.attestations = <<>>, !.published = FALSE,
              !.building = NoBuilding]

-----------------------------------------------------------------------------
\* receiveAttestation: form, signer, proposal.

ReceiveAttestationRefusals(s, e) == UNION {
    FormRefusals(e.form),
    HasProposed(s),
    Require(e.proposal = s.proposed, "OtherProposal"),                        \* BUILD-19
    IsUnpublished(s),
    PublishingOpen(s),
    SignatureRefusals(e.form),
    Require(e.signer \in Elements(CommitteeOf(s.slot)), "SignerNotMember"),   \* BUILD-20
    Require(e.signer \notin Elements(s.attestations), "AttestationKnown") }   \* BUILD-20

\* BUILD-21: members of a committee that L1 has taken back are kept and not counted (F-62).
Counted(s) == SelectSeq(CommitteeOf(s.slot), LAMBDA m : m \in Elements(s.attestations))

ReceiveAttestation(s, e) ==
    [s EXCEPT !.attestations = Counted([s EXCEPT !.attestations = Append(@, e.signer)])]

-----------------------------------------------------------------------------
\* publish.

PublishRefusals(s) == UNION {
    Level(s),
    NoAlarm(s),
    NoFallback(s),
    HasProposed(s),
    IsUnpublished(s),
    PublishingOpen(s),
    Require(s.proposed.parent = s.view.tip, "ParentNotTip"),                  \* BUILD-3
    Require(Len(Counted(s)) >= Quorum(s), "QuorumNotReached") }               \* BUILD-21

Publish(s) == [s EXCEPT !.published = TRUE]

-----------------------------------------------------------------------------
\* crash: store.

Restarted(s) == [s EXCEPT !.view = NoView, !.building = NoBuilding]
\* BUILD-5.
Emptied(s) ==
    [s EXCEPT !.held = <<>>, !.proposed = NoProposal, !.attestations = <<>>, !.published = FALSE,
              !.signsFrom = s.slot + 1]
Crash(s, e) == IF e.store = "lost" THEN Restarted(Emptied(s)) ELSE Restarted(s)

-----------------------------------------------------------------------------
\* Any event.

Refusals(s, e) ==
    CASE e.name \in {"tick", "follow", "crash"} -> {}
      [] e.name = "transactionVerified"         -> VerifiedRefusals(s, e)
      [] e.name = "build"                       -> BuildRefusals(s, e)
      [] e.name = "executed"                    -> ExecutedRefusals(s, e)
      [] e.name = "receiveAttestation"          -> ReceiveAttestationRefusals(s, e)
      [] e.name = "publish"                     -> PublishRefusals(s)

After(s, e) ==
    CASE e.name = "tick"                -> Tick(s)
      [] e.name = "follow"              -> Follow(s, e)
      [] e.name = "transactionVerified" -> Verified(s, e)
      [] e.name = "build"               -> Build(s, e)
      [] e.name = "executed"            -> Executed(s, e)
      [] e.name = "receiveAttestation"  -> ReceiveAttestation(s, e)
      [] e.name = "publish"             -> Publish(s)
      [] e.name = "crash"               -> Crash(s, e)

-----------------------------------------------------------------------------
\* What an accepted event sends out.

\* MESSAGE-10.
Proposal(proposal, slot) ==
    Effect("send", "proposal/" \o Self \o "/" \o ToString(slot), proposal, slot)
Submission(s) ==
    Effect("submit", "block/" \o Self \o "/" \o ToString(s.slot),
           [proposal |-> s.proposed, attestations |-> Counted(s)], s.slot)

Effects(s, e) ==
    CASE e.name = "build"    -> <<Execute(After(s, e).building, s.slot)>>
      [] e.name = "executed" -> <<Proposal(After(s, e).proposed, s.slot)>>
      [] e.name = "publish"  -> <<Submission(s)>>
      [] e.name \notin {"build", "executed", "publish"} -> <<>>

-----------------------------------------------------------------------------
\* Coherent states: those about which two right readings of the clauses cannot
\* differ. Every reachable state is one (StatesAreCoherent), not every one is
\* reachable.

\* What was let through when it was built, whatever the view is by now.
IsBuildable(s, b) ==
    /\ b.slot \in Slots
    /\ ProposerOf(b.slot) = Self
    /\ b.slot \in s.signsFrom..s.slot
    /\ b.parent.slot < b.slot
    /\ b.forced <= Len(b.transactions)
    /\ ~Few(b.transactions, b.forced)
    /\ Elements(Others(b.transactions, b.forced)) \subseteq Elements(s.held)
    /\ Executable(b.parent, b.transactions, b.forced)

Coherent(s) ==
    /\ s.signsFrom <= s.slot + 1
    /\ s.proposed # NoProposal =>
        /\ IsBuildable(s, s.proposed)
        /\ s.proposed.timestampSlot = s.proposed.slot
        /\ s.proposed.blobs = "match"
        /\ s.proposed.root = Root(s.proposed.parent, s.proposed.transactions, s.proposed.forced)
        /\ HasNothingTwice(s.attestations)
        /\ s.published => 3 * Len(s.attestations) > 2 * Len(CommitteeOf(s.proposed.slot))
    /\ s.proposed = NoProposal => s.attestations = <<>> /\ ~s.published
    /\ s.building # NoBuilding =>
        /\ IsBuildable(s, s.building)
        /\ s.building.slot > s.proposed.slot

-----------------------------------------------------------------------------
\* The state of a node that started before genesis.
Initial == [
    slot         |-> 0,
    phase        |-> "build",
    held         |-> InitialHeld,
    proposed     |-> NoProposal,
    attestations |-> <<>>,
    published    |-> FALSE,
    signsFrom    |-> 0,
    view         |-> NoView,
    building     |-> NoBuilding ]
=============================================================================
