---------------------------- MODULE L1RollupLogs ----------------------------
(***************************************************************************)
(* What an accepted event of the L1 rollup announces, in order (LOG-1), in *)
(* the state before it.  A log is a record of its name, under `type`, and  *)
(* its parameters; blocks stand for their hashes and their headers.        *)
(***************************************************************************)
EXTENDS L1RollupRules

If(condition, sequence) == IF condition THEN sequence ELSE <<>>

\* LOG-10.
FallbackLogs(s) ==
    LET passed == ChangesNow(s)
    IN If(passed.since # NoSlot, <<[type    |-> "FallbackChanged",
                                    active  |-> InSession(passed.fallback),
                                    since   |-> passed.since,
                                    entries |-> passed.entries]>>)

\* LOG-2.
DueLogs(s) ==
    If(DropDue(s), <<[type |-> "PendingChainPruned", tip |-> s.proven]>>)
    \o If(SlashDue(s), <<[type       |-> "BondSlashed",
                          prover     |-> s.claim.proverAddress,
                          bondAmount |-> s.claim.bondAmount]>>)
    \o FallbackLogs(s)

\* LOG-13, of an effective state.
ChallengeLogs(s, e) ==
    <<[type |-> "PendingChainCut",
       tip  |-> Tip(Cut(s, e)),
       slot |-> e.slot,
       seat |-> e.seat]>>
    \o If(ClaimEndsBy(s, e), <<[type       |-> "BondReturned",
                                prover     |-> s.claim.proverAddress,
                                bondAmount |-> s.claim.bondAmount]>>)

\* LOG-3.
ClaimLogs(e) == <<[
    type          |-> "EpochProofRightClaimed",
    epochToProve  |-> e.quote.epochToProve,
    proverAddress |-> e.quote.proverAddress,
    claimant      |-> e.caller,
    bondAmount    |-> e.quote.bondAmount,
    basisPointFee |-> e.quote.basisPointFee]>>

\* LOG-4, of an effective state. Of a credit of 0 there is nothing to say.
CreditLog(receiver, amount) ==
    If(amount > 0, <<[type |-> "RewardCredited", receiver |-> receiver, amount |-> amount]>>)
RECURSIVE ShareLogs(_, _)
ShareLogs(blocks, part) ==
    IF blocks = <<>> THEN <<>>
    ELSE CreditLog(blocks[1].beneficiary, part) \o ShareLogs(Tail(blocks), part)
ProofLogs(s) ==
    LET claimed   == s.claim # NoClaim
        proved    == SubSeq(s.pending, 1, EpochLength(s.pending))
        remainder == Reward(s) - Fee(s)
    IN <<[type   |-> "EpochProven",
          epoch  |-> OldestUnprovenEpoch(s.pending),
          block  |-> EpochEnd(s),
          prover |-> s.claim.proverAddress]>>
       \o If(claimed, CreditLog(s.claim.proverAddress, Fee(s)))
       \o (IF RewardRemainder = "claimant"
           THEN If(claimed, CreditLog(s.claim.claimant, remainder))
           ELSE ShareLogs(proved, remainder \div Len(proved)))

\* LOG-9.
TransferLog(from, to, amount) == [type |-> "Transfer", from |-> from, to |-> to, amount |-> amount]

\* LOG-7, LOG-9.
CollectionLogs(s) ==
    LET amount == Effective(s).slashed
    IN <<[type |-> "SlashedCollected", amount |-> amount], TransferLog("escrow", "sink", amount)>>

\* LOG-1: nothing but these, in this order.
Logs(s, e) ==
    LET eff == Effective(s)
        withdrawing == At(s.accounts, e.caller, NoAccount).withdrawing
        credit == At(s.credits, e.caller, 0)
    IN CASE e.name = "advanceSlot" -> <<>>
      [] e.name = "propose" ->
            DueLogs(s) \o <<[type     |-> "L2PendingBlockProcessed",       \* PROPOSE-12
                             block    |-> ProposedBlock(e),
                             proposer |-> e.caller,
                             parent   |-> e.parent]>>
      [] e.name = "challenge" -> DueLogs(s) \o ChallengeLogs(eff, e)
      [] e.name = "claimEpochProofRight" -> DueLogs(s) \o ClaimLogs(e)
      [] e.name = "submitEpochProof" -> DueLogs(s) \o ProofLogs(eff)
      [] e.name = "proposeWithProof" ->                                    \* LOG-12
            DueLogs(s) \o <<[type     |-> "L2ProvenBlockProcessed",
                             block    |-> FallbackBlock(e),
                             proposer |-> e.caller,
                             parent   |-> e.parent]>>
                      \o CreditLog(e.caller, FallbackReward(eff))
      [] e.name = "forceInclusion" ->                                      \* LOG-11
            DueLogs(s) \o <<[type            |-> "TransactionForced",
                             transaction     |-> e.transaction,
                             index           |-> Len(s.queue),
                             includedByEpoch |-> IncludedByEpoch(s)]>>
      [] e.name = "prune" -> DueLogs(s)
      [] e.name = "setupEpoch" ->                                          \* LOG-5
            LET committee == Committee(Frozen(s), e.randao, SampledEpoch(s))
            IN <<[type      |-> "EpochSetUp",
                  epoch     |-> SampledEpoch(s),
                  randao    |-> e.randao,
                  committee |-> committee]>>
               \o (IF committee = s.samples[Len(s.samples)].members THEN <<>>
                   ELSE <<[type |-> "CommitteeDrawn", committee |-> committee]>>)
      [] e.name = "addValidator" ->                                        \* LOG-6
            <<[type |-> "ValidatorAdded", validator |-> e.validator]>>
      [] e.name = "removeValidator" ->
            <<[type |-> "ValidatorRemoved", validator |-> e.validator]>>
      [] e.name = "deposit" ->                                             \* LOG-7
            DueLogs(s) \o <<[type |-> "Deposited", prover |-> e.caller, amount |-> e.amount],
                            TransferLog(e.caller, "escrow", e.amount)>>
      [] e.name = "startWithdrawal" ->
            <<[type       |-> "WithdrawalStarted",
               prover     |-> e.caller,
               amount     |-> e.amount,
               unlockSlot |-> UnlockSlot(s)]>>
      [] e.name = "executeWithdrawal" ->
            <<[type     |-> "WithdrawalExecuted",
               prover   |-> e.caller,
               receiver |-> e.receiver,
               amount   |-> withdrawing],
              TransferLog("escrow", e.receiver, withdrawing)>>
      [] e.name = "collectSlashed" -> DueLogs(s) \o CollectionLogs(s)
      [] e.name = "collectReward" ->                                       \* LOG-8
            <<[type |-> "RewardCollected", receiver |-> e.caller, amount |-> credit],
              TransferLog("rollup", e.caller, credit)>>
=============================================================================
