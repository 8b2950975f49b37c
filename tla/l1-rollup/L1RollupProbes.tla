--------------------------- MODULE L1RollupProbes ---------------------------
(***************************************************************************)
(* Events that are asked about and not followed: every base instance of a  *)
(* profile with one field, or two, taken from the whole domain of its type *)
(* around the state (spec/actors/l1-rollup.md, Probes).                    *)
(***************************************************************************)
EXTENDS L1RollupInstances

-----------------------------------------------------------------------------
\* Domains.

People == Validators \cup Provers
RoleDomain == People \cup {"admin", "stranger", "none"}
AddressDomain == RoleDomain \cup {"sink"}
ReceiverDomain == AddressDomain \cup {"escrow"}

Naturals(numbers) == {n \in numbers : n >= 0}
Around(numbers) == Naturals(UNION {{n - 1, n, n + 1} : n \in numbers})

SlotDomain(s, eff) ==
    Around({s.slot}) \cup {0, s.slot + SlotsPerEpoch} \cup Naturals({Tip(eff).slot, Tip(eff).slot + 1})
EpochDomain(s) == Naturals({0, Now(s) - 2, Now(s) - 1, Now(s), Now(s) + 1})
FeeDomain == {0, 1, MaximumBasisPoints \div 2} \cup Around({MaximumBasisPoints})

Unproposed(n) == [slot |-> n, content |-> "stale", beneficiary |-> "none", forced |-> 0]
BlockDomain(s) ==
    LET known == {Genesis, s.proven} \cup Elements(s.pending)
    IN known \cup {Unproposed(b.slot) : b \in known \ {Genesis}} \cup {Unproposed(s.slot)}

ForcedDomain(eff) ==
    {0} \cup Around({DueCount(eff)})
        \cup Naturals({ForcedMinimum - 1, ForcedMinimum, WaitingCount(eff), WaitingCount(eff) + 1})

Reversed(sequence) == [i \in DOMAIN sequence |-> sequence[Len(sequence) + 1 - i]]
CommitteeDomain(s) ==
    LET members == InForce(s).members
    IN {s.samples[i].members : i \in DOMAIN s.samples}
        \cup {<<>>, Reversed(members), Append(members, "stranger"), Strangers(s)}
        \cup When(members # <<>>, {SubSeq(members, 1, Len(members) - 1)})

\* Who may stand in a seat: nobody, its member, that of the next seat, or
\* somebody else.
AttestationDomain(e) ==
    LET next(seat) == e.committee[(seat % Len(e.committee)) + 1]
    IN UNION {{[e.attestations EXCEPT ![seat] = signer]
               : signer \in {"none", e.committee[seat], next(seat), "stranger"}}
              : seat \in DOMAIN e.committee}

-----------------------------------------------------------------------------
\* Variations: `fields` is how many differ from the base at most, 1 or 2.

Varied(base, domains) ==
    UNION {{[base EXCEPT ![field] = value] : value \in domains[field]} : field \in DOMAIN domains}

Probed(fields, base, domains) ==
    IF fields = 1 THEN Varied(base, domains)
    ELSE UNION {Varied(once, domains) : once \in Varied(base, domains)}

\* A committee comes with its own proposer and a quorum of its own; alone it
\* comes with those of the base, where it has as many seats.
WithCommittee(s, e, members) == [e EXCEPT !.caller = BaseCaller(s, members), !.committee = members]

ProposeProbes(fields, s, eff) ==
    LET base == ProposeBase(s, eff)
        seats(members) == Len(members) = Len(base.committee)
        domains == [
            caller        |-> RoleDomain,
            slot          |-> SlotDomain(s, eff),
            timestampSlot |-> SlotDomain(s, eff),
            parent        |-> BlockDomain(s),
            content       |-> Elements(Contents) \cup {"other"},
            blobs         |-> BlobFates,
            forced        |-> ForcedDomain(eff),
            forcedHash    |-> ForcedHashes,
            committee     |-> {members \in CommitteeDomain(s) : seats(members)},
            attestations  |-> AttestationDomain(base)]
        attested(members) == [WithCommittee(s, base, members) EXCEPT
            !.attestations = Attestations(members, Quorum(Len(members)))]
    IN Probed(fields, base, domains)
        \cup {[base EXCEPT !.slot = n, !.timestampSlot = n] : n \in SlotDomain(s, eff)}
        \cup {attested(members) : members \in CommitteeDomain(s)}

ChallengeProbes(fields, s, eff) ==
    Probed(fields, ChallengeBase(s, eff), [
        caller   |-> RoleDomain,
        slot     |-> SlotDomain(s, eff),
        seat     |-> 0..Len(InForce(s).members),
        preimage |-> Preimages])

ClaimProbes(fields, s) ==
    LET base == ClaimBase(s, Quotes[1])
        account == At(s.accounts, base.quote.proverAddress, NoAccount)
        bonds == Around({MinimumBondWei, account.available, account.available + account.withdrawing})
        quoted == [
            proverAddress  |-> AddressDomain,
            epochToProve   |-> EpochDomain(s),
            validUntilSlot |-> Around({s.slot}) \cup {0, s.slot + SlotsPerEpoch},
            bondAmount     |-> bonds,
            basisPointFee  |-> FeeDomain,
            signer         |-> AddressDomain]
        quotes == Probed(fields, base.quote, quoted)
            \cup {[base.quote EXCEPT !.proverAddress = p, !.signer = p] : p \in AddressDomain}
        around == [caller |-> RoleDomain, committee |-> CommitteeDomain(s)]
        bothSides == {[e EXCEPT !.quote = q] : e \in Varied(base, around), q \in Varied(base.quote, quoted)}
    IN {[base EXCEPT !.quote = q] : q \in quotes}
        \cup Probed(fields, base, around)
        \cup When(fields = 2, bothSides)
        \cup {WithCommittee(s, base, members) : members \in CommitteeDomain(s)}

SubmitEpochProofProbes(fields, s, eff) ==
    Probed(fields, ProofBase(s, eff), [
        caller |-> RoleDomain,
        from   |-> BlockDomain(s),
        to     |-> BlockDomain(s),
        valid  |-> BOOLEAN])

ProposeWithProofProbes(fields, s, eff) ==
    LET base == ProposeWithProofBase(s, eff)
        domains == [
            caller        |-> RoleDomain,
            slot          |-> SlotDomain(s, eff),
            timestampSlot |-> SlotDomain(s, eff),
            parent        |-> BlockDomain(s),
            content       |-> Elements(Contents) \cup {"other"},
            blobs         |-> BlobFates,
            forced        |-> ForcedDomain(eff),
            forcedHash    |-> ForcedHashes,
            valid         |-> BOOLEAN]
    IN Probed(fields, base, domains)
        \cup {[base EXCEPT !.slot = n, !.timestampSlot = n] : n \in SlotDomain(s, eff)}

ForceInclusionProbes(fields, s) ==
    When(Len(s.queue) < Len(Forceable),
        Probed(fields,
            [name |-> "forceInclusion", caller |-> "stranger",
             transaction |-> Forceable[Len(s.queue) + 1], data |-> "fits", valid |-> TRUE],
            [caller      |-> RoleDomain,
             transaction |-> Elements(Forceable) \cup {"other"},
             data        |-> DataSizes,
             valid       |-> BOOLEAN]))

CalledProbes(name) == {[name |-> name, caller |-> c] : c \in RoleDomain}

SetupEpochProbes == {[name |-> "setupEpoch", caller |-> c, randao |-> r] : c \in RoleDomain, r \in Randaos}

ValidatorProbes == {[name |-> n, caller |-> c, validator |-> v]
    : n \in {"addValidator", "removeValidator"}, c \in {"admin", "stranger"}, v \in AddressDomain}

AmountProbes(name, s, numbers(_)) ==
    UNION {{[name |-> name, caller |-> c, amount |-> a] : a \in Around({0} \cup numbers(c))} : c \in RoleDomain}

DepositProbes(s, eff) ==
    LET numbers(c) == {At(s.tokens, c, 0), EscrowCapWei - Held(At(eff.accounts, c, NoAccount))}
    IN AmountProbes("deposit", s, numbers)

ExecuteWithdrawalProbes ==
    {[name |-> "executeWithdrawal", caller |-> c, receiver |-> r] : c \in RoleDomain, r \in ReceiverDomain}

WithdrawalProbes(s) ==
    LET numbers(c) == {At(s.accounts, c, NoAccount).available}
    IN AmountProbes("startWithdrawal", s, numbers) \cup ExecuteWithdrawalProbes

\* Those of the events that happen in the profile.
Probes(s, fields) ==
    LET tried == Tried(s)
        eff == Effective(tried)
    IN UNION {
    When(Happens("propose"),              ProposeProbes(fields, tried, eff)),
    When(Happens("challenge"),            ChallengeProbes(fields, tried, eff)),
    When(Happens("claimEpochProofRight"), ClaimProbes(fields, tried)),
    When(Happens("submitEpochProof"),     SubmitEpochProofProbes(fields, tried, eff)),
    When(Happens("proposeWithProof"),     ProposeWithProofProbes(fields, tried, eff)),
    When(Happens("forceInclusion"),       ForceInclusionProbes(fields, tried)),
    When(Happens("prune"),                CalledProbes("prune")),
    When(Happens("setupEpoch"),           SetupEpochProbes),
    When(Happens("validators"),           ValidatorProbes),
    When(Happens("deposit"),              DepositProbes(s, eff)),
    When(Happens("withdrawal"),           WithdrawalProbes(s)),
    When(Happens("collectSlashed"),       CalledProbes("collectSlashed")),
    When(Happens("collectReward"),        CalledProbes("collectReward")) }
=============================================================================
