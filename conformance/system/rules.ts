import type { Predicate } from '../../impl/system/predicates.ts'
import { alone, misquoted, passedOn } from '../../impl/system/scheduled.ts'
import { epochProfile, fourEpochs, fourMembers } from '../../impl/system/setups.ts'
import type { Role, RoleTypes, Setup } from '../../impl/system/vocabulary.ts'
import type { Weights } from '../../impl/system/weights.ts'

/** Where runs without a rule are looked for. */
export const setups = {
  honest: fourMembers({ horizon: 1 }),
  /** The proposer of slot 0 lies. */
  lying: fourMembers({ horizon: 1, byzantine: ['m3'] }),
  /** The same, and blocks may be empty. */
  empty: fourMembers({ horizon: 1, byzantine: ['m3'], minTxPerBlock: 0 }),
  /** The proposer of slot 1 lies. */
  followed: fourMembers({ horizon: 1, byzantine: ['m2'] }),
  /** L1 goes back. */
  reorganised: fourMembers({ horizon: 2, reorgDepth: 2 }),
  /** A quorum lies, and L1 takes what it likes. */
  lost: fourMembers({ horizon: 1, byzantine: ['m2', 'm3', 'm4'] }),
  epochs: fourEpochs({ minTxPerBlock: 1 }),
  /** L1 goes back over epochs. */
  goneBack: fourEpochs({ minTxPerBlock: 1, reorgDepth: 3 }),
  /** A member and prover that outbids, and proves when it likes. */
  bidding: fourEpochs({ minTxPerBlock: 1, byzantine: ['m2'] }),
  /** A committee that builds what it likes, or nothing. */
  censored: fourEpochs({ minTxPerBlock: 1, byzantine: ['m2', 'm3', 'm4'], keepers: ['m1'] }),
  /** More members than seats. */
  crowded: fourEpochs({
    byzantine: ['m2'],
    profile: epochProfile({ validators: ['m1', 'm2', 'm3', 'm4', 'm5', 'm6'] }),
  }),
  passedOn: passedOn.setup,
  misquoted: misquoted.setup,
  alone: alone.setup,
} as const satisfies Record<string, Setup>
export type SetupName = keyof typeof setups
/** How often what happens there, as far as it is not drawn. */
export const weights: { readonly [Name in SetupName]?: Weights | undefined } = {
  passedOn: passedOn.weights,
  misquoted: misquoted.weights,
  alone: alone.weights,
}

/** What a run of a setup violates when all honest nodes are without a check. */
export type Shown = readonly [violates: Predicate, setup: SetupName]
type ByCheck<Value> = { readonly [Name in Role]: Partial<Record<RoleTypes[Name]['check'], Value>> }

/** MESSAGE-1 to MESSAGE-4, of each role that takes messages, where it gets wrong ones. */
const formsIn = (setup: SetupName) =>
  ({
    messageIsShortEnough: ['takesWhatFits', setup],
    versionIsKnown: ['takesWhatFits', setup],
    domainIsOwn: ['takesWhatFits', setup],
    messageIsWellFormed: ['takesWhatFits', setup],
  }) as const

/** For each check of an honest node what its removal violates: named before anything was planted, but for `corrected`. */
export const shown: ByCheck<Shown> = {
  attester: {
    ...formsIn('lying'),
    proposalSignatureIsValid: ['takesWhatFits', 'lying'],
    nodeHasView: ['actsOnTip', 'passedOn'],
    noAlarm: ['alarmIsHeeded', 'lost'],
    committeeAttests: ['signsWhatHolds', 'alone'],
    selfIsMember: ['signsAsMember', 'crowded'],
    proposalIsForSlot: ['signsAsMember', 'passedOn'],
    timestampIsOfSlot: ['signsWhatHolds', 'lying'],
    signerIsProposer: ['signsAsMember', 'lying'],
    attestingMayBegin: ['signsOnce', 'honest'],
    proposedOnOwnTip: ['actsOnTip', 'lost'],
    slotIsNotSigned: ['signsOnce', 'honest'],
    proposalIsAfterTip: ['signsWhatHolds', 'lost'],
    proposalTakesWhatWaits: ['signsComputed', 'lying'],
    proposalTakesTheFront: ['signsWhatHolds', 'lying'],
    proposalTakesTheDue: ['signsWhatHolds', 'lying'],
    proposalTakesTheMinimum: ['signsWhatHolds', 'empty'],
    proposalIsLongEnough: ['listsEnough', 'lying'],
    workIsExecuting: ['signsComputed', 'honest'],
    workIsExecutable: ['signsComputed', 'followed'],
    workHasComputedBlobs: ['signsComputed', 'lying'],
    workHasComputedRoot: ['signsComputed', 'lying'],
  },
  proposer: {
    ...formsIn('passedOn'),
    ownTipIsLevel: ['actsOnTip', 'honest'],
    proposerIsInCharge: ['signsWhatHolds', 'epochs'],
    selfIsProposer: ['signsWhatHolds', 'honest'],
    builtOnOwnTip: ['actsOnTip', 'goneBack'],
    proposingMayBegin: ['proposesOnce', 'honest'],
    slotIsNotProposed: ['proposesOnce', 'honest'],
    blockTakesWhatWaits: ['signsWhatHolds', 'honest'],
    blockTakesTheFront: ['signsWhatHolds', 'honest'],
    blockTakesTheDue: ['signsWhatHolds', 'passedOn'],
    blockTakesTheMinimum: ['signsWhatHolds', 'passedOn'],
    blockIsLongEnough: ['listsEnough', 'honest'],
    transactionsAreHeld: ['proposesSound', 'honest'],
    blockHasNoneTwice: ['proposesSound', 'honest'],
    nothingIsSpent: ['proposesSound', 'honest'],
    blockIsExecuting: ['proposesOnce', 'honest'],
    somethingIsProposed: ['handsInWhatHolds', 'misquoted'],
    attestsOwnProposal: ['submitsQuorum', 'passedOn'],
    attestationSignatureIsValid: ['takesWhatFits', 'passedOn'],
    attestationsAreEnough: ['submitsQuorum', 'honest'],
    blockIsNotPublished: ['handsInOnce', 'honest'],
  },
  follower: {
    viewIsNotOlder: ['handsInWhatHolds', 'lost'],
    nodeHasView: ['handsInWhatHolds', 'alone'],
    bodyIsLacking: ['alarmIsExact', 'lost'],
    bodyIsThatOfHeader: ['alarmIsExact', 'lost'],
    epochIsNotSetUp: ['handsInWhatHolds', 'epochs'],
    setUpIsNotSubmitted: ['handsInOnce', 'alone'],
  },
  pool: {
    ...formsIn('lying'),
    transactionIsNew: ['stashIsSilent', 'passedOn'],
    copyIsVerifying: ['stashIsSilent', 'passedOn'],
    transactionProofIsValid: ['holdsVerified', 'lying'],
    transactionCanBeSent: ['passesHeld', 'lying'],
  },
  claimant: {
    ...formsIn('bidding'),
    quoteSignatureIsValid: ['takesWhatFits', 'bidding'],
    quotedBondIsEnough: ['handsInWhatHolds', 'misquoted'],
    quotedFeeIsAllowed: ['handsInWhatHolds', 'misquoted'],
    signerIsProver: ['handsInWhatHolds', 'misquoted'],
    ownTipIsLevel: ['actsOnTip', 'misquoted'],
    endedEpochIsUnproven: ['handsInWhatHolds', 'goneBack'],
    nobodyHasClaimed: ['handsInWhatHolds', 'epochs'],
    selfMayClaim: ['handsInWhatHolds', 'epochs'],
    slotIsNotClaimed: ['handsInOnce', 'misquoted'],
  },
  prover: {
    ownTipIsLevel: ['actsOnTip', 'epochs'],
    precedingEpochIsUnproven: ['quotesWhatHolds', 'epochs'],
    endedEpochIsUnclaimed: ['quotesWhatHolds', 'epochs'],
    quotingMayBegin: ['quotesOnce', 'misquoted'],
    endedEpochIsUnquoted: ['quotesOnce', 'epochs'],
    quoteHasNotEnded: ['quotesWhatHolds', 'misquoted'],
    offeredBondIsEnough: ['quotesWhatHolds', 'misquoted'],
    offeredFeeIsAllowed: ['quotesWhatHolds', 'epochs'],
    availableCoversBond: ['quotesItsMeans', 'epochs'],
    quotedEpochIsHeld: ['quotesHeld', 'epochs'],
    selfIsClaimedFor: ['handsInWhatHolds', 'misquoted'],
    targetIsNotBeingProven: ['provesOnce', 'misquoted'],
    targetIsNotProven: ['provesOnce', 'epochs'],
    proofIsOfTarget: ['handsInWhatHolds', 'epochs'],
    callIsFirstOfSlot: ['handsInOnce', 'epochs'],
    movedAmountIsPositive: ['handsInWhatHolds', 'epochs'],
    amountIsAvailable: ['handsInWhatHolds', 'epochs'],
    nothingIsWithdrawing: ['handsInWhatHolds', 'epochs'],
    somethingIsWithdrawing: ['handsInWhatHolds', 'epochs'],
    withdrawingIsUnlocked: ['handsInWhatHolds', 'epochs'],
    noPromiseWasLost: ['keepsPromises', 'misquoted'],
    promisedStaysAvailable: ['keepsPromises', 'epochs'],
  },
  fallbackProposer: {
    basedTipIsLevel: ['actsOnTip', 'alone'],
    basedIsInForce: ['handsInWhatHolds', 'censored'],
    noBasedBlockIsBuilt: ['provesOnce', 'alone'],
    noBasedBlockIsProven: ['provesOnce', 'censored'],
    basedSlotIsAfterTip: ['handsInWhatHolds', 'censored'],
    basedBlockIsLongEnough: ['listsEnough', 'censored'],
    basedBlockHasNoneTwice: ['handsInWhatHolds', 'alone'],
    basedBlockSpendsAnew: ['handsInWhatHolds', 'alone'],
    basedBlockIsExecuting: ['provesOnce', 'alone'],
    basedBlockHasProof: ['handsInWhatHolds', 'censored'],
    basedBlockIsOnOwnTip: ['handsInWhatHolds', 'censored'],
    provenTakesTheMinimum: ['handsInWhatHolds', 'alone'],
    provenTakesTheDue: ['handsInWhatHolds', 'alone'],
    basedBlockIsNotSubmitted: ['handsInOnce', 'alone'],
  },
}

/** Where something else was named beforehand than what it is; `none`: that no run shows it. */
export const corrected: ByCheck<Predicate | 'none'> = {
  attester: { nodeHasView: 'none', proposalIsForSlot: 'signsWhatHolds', proposalIsAfterTip: 'none' },
  proposer: {
    blockIsExecuting: 'none',
    somethingIsProposed: 'none',
    signerIsMember: 'submitsQuorum',
    attestationIsNew: 'submitsQuorum',
  },
  follower: { viewIsNotOlder: 'none', nodeHasView: 'none' },
  pool: { transactionIsNew: 'none', copyIsVerifying: 'holdsVerified' },
  claimant: { claimingIsOpen: 'handsInWhatHolds' },
  prover: { selfIsClaimedFor: 'none' },
  fallbackProposer: { basedBlockIsExecuting: 'none' },
}

const keptBySeat =
  'Attestations are kept by seat: who has none gets no place among them, and one that is there changes nothing.'
const sameAgain = 'Whatever is held is held once more: nothing follows from it.'
const poolVerifies = 'The pool of a node tells a role of nothing that it did not verify.'
const boundsWork = 'It bounds what a node computes, keeps or sends; runs do not count that.'
const noDeadline =
  'What comes late within its slot is worth nothing to anybody, and runs know no other deadline than L1.'
const alarmIsBehind =
  'Under the alarm a block is not applied, so that the node is not level either (FOLLOW-9).'
const notUsable = 'Such a quote is kept and not usable: no claim is made with it (QUOTE-6).'
const nothingPending = 'In fallback nothing is pending: there is nothing to quote or to claim for either.'
const askedAgain =
  'The same is asked again when the block is handed in (BASED-9), and nothing is handed in before.'

/** Checks that no run shows, each with the reason. */
export const unshown: ByCheck<string> = {
  attester: {
    transactionIsNew: sameAgain,
    transactionProofIsValid: poolVerifies,
    listIsThatOfHeader: 'A run hands list and header over as one.',
    attestingIsOpen: noDeadline,
    nothingIsInWork: boundsWork,
    proposalHasNoneTwice: 'Such a list is not executable (ATTEST-16).',
  },
  proposer: {
    transactionIsNew: sameAgain,
    transactionProofIsValid: poolVerifies,
    noAlarm: alarmIsBehind,
    buildingIsOpen: noDeadline,
    publishingIsOpen: noDeadline,
    nothingIsBuilt: boundsWork,
    slotIsAfterTip: 'The block of its own slot is its own: it has proposed already (BUILD-6).',
    signerIsMember: keptBySeat,
    attestationIsNew: keptBySeat,
  },
  follower: {
    viewIsNew: sameAgain,
  },
  pool: {
    copyIsNew: boundsWork,
    transactionIsUnspent: boundsWork,
    poolHasRoom: boundsWork,
    senderHasRoom: boundsWork,
    transactionIsNotAsked: boundsWork,
    requestIsForSlot: boundsWork,
    requestIsNew: boundsWork,
  },
  claimant: {
    quoteIsForEndedEpoch: notUsable,
    quoteIsNotExpired: notUsable,
    quotedBondIsCovered: notUsable,
    quoteIsFirst: 'Which of two quotes of a prover counts is its own affair: both are signed.',
    noAlarm: alarmIsBehind,
    claimantIsInCharge: nothingPending,
    claimingIsOpen:
      'After its window an epoch is claimed (QUOTE-4) or pruned (PRUNE-1), which every view shows from its slot on.',
    someQuoteIsUsable: 'Without a quote there is no claim that could be handed in.',
  },
  prover: {
    transactionIsNew: sameAgain,
    transactionProofIsValid: poolVerifies,
    noAlarm:
      'A wrong block has to come in the claim window, before the quote: no drawn run has one, a written one has (planted.test.ts).',
    quoteHasTakers: nothingPending,
    quotingWindowIsOpen:
      'After the window a quote ends before the slot (QUOTE-7) or beyond the window (QUOTE-9).',
    quoteEndsWithWindow:
      'What is quoted for longer L1 refuses (CLAIM-1, CLAIM-3): the promise is worth nothing.',
    somethingIsMissing: boundsWork,
    claimedEpochIsHeld: 'Whoever lacks a transaction makes no proof: a run does not let it.',
    targetIsProving: 'A run takes for a proof what is right, whoever made it.',
    proofIsInTime: 'Then the view shows the epoch pruned, and the proof is not of its target (PROVE-4).',
  },
  fallbackProposer: {
    transactionIsNew: sameAgain,
    transactionProofIsValid: poolVerifies,
    basedHasNoAlarm: alarmIsBehind,
    basedBlockTakesWhatWaits: askedAgain,
    basedBlockTakesTheFront: askedAgain,
    basedBlockTakesTheDue: askedAgain,
    basedBlockTakesTheMinimum: askedAgain,
    basedTransactionsAreHeld: 'Whoever lacks a transaction makes no proof: a run does not let it.',
    basedBlockIsBeingProven: 'A run takes for a proof what is right, whoever made it.',
    provenTakesWhatWaits:
      'The queue grows at its end alone, but where L1 goes back: then the block is on another tip.',
    provenTakesTheFront:
      'The queue grows at its end alone, but where L1 goes back: then the block is on another tip.',
  },
}
