import { and, setup } from 'xstate'
import { createActions, createGuards } from '../core/parts.ts'
import type { TransitionMeta } from '../core/reading.ts'
import type { Deployment } from './chain.ts'
import { parts } from './parts.ts'
import type { Event, State } from './vocabulary.ts'

/** The checks of each event that several transitions share. */
const proposeChecks = and([
  and(['hasStarted', 'committeeIsInCharge']),
  and(['committeeNotEmpty', 'committeeIsInForce']),
  and(['slotIsCurrent', 'timestampIsStartOfSlot', 'parentIsTip', 'slotIsFree', 'callerIsProposer']),
  and(['blobsArePublished', 'blobHashesMatch']),
  and(['forcedAreThere', 'forcedHashMatches', 'dueAreTaken', 'minimumIsTaken']),
  and(['attestationsAreByMembers', 'quorumIsReached']),
])
const proposeStages = ['Mode', 'Committee', 'Header', 'Blobs', 'Forced', 'Attestations']
const proposeClauses = ['PROPOSE-12', 'CHALLENGE-2', 'FALLBACK-2', 'PRUNE-4', 'LOG-2']
const proposeActions = [
  'announceDue',
  'settleDue',
  'announceBlock',
  'appendBlock',
  'keepPosting',
  'startCount',
]

/** CHALLENGE-11: nothing is asked about the caller. */
const challenge = {
  guard: and([
    and(['hasStarted', 'somethingToChallenge']),
    and(['postingMatches', 'challengeIsInTime']),
    and(['attestationIsFalse']),
  ]),
  actions: ['announceDue', 'settleDue', 'announceCut', 'cutChain'],
  meta: { clauses: ['CHALLENGE-7', 'PRUNE-4', 'LOG-13'], stages: ['Block', 'Posting', 'Attestation'] },
}

const proofChecks = and([
  and(['hasStarted', 'somethingToProve', 'epochHasEnded', 'challengesAreOver']),
  and(['proofStartsAtProvenTip', 'proofEndsWithEpoch']),
  and(['proofIsValid', 'callerMayProve']),
])
const proofStages = ['Epoch', 'Blocks', 'Verification']

const fallbackChecks = and([
  and(['hasStarted', 'fallbackIsActive']),
  and(['slotIsNotInFuture', 'timestampIsStartOfSlot', 'parentIsTip', 'slotIsFree']),
  and(['blobsArePublished', 'blobHashesMatch']),
  and(['forcedAreThere', 'forcedHashMatches', 'dueAreTaken', 'minimumIsTaken']),
  and(['proofIsValid']),
])
/** Accepted while fallback is in force alone: wherever the rollup was, it is in fallback then. */
const proposeWithProof = {
  guard: fallbackChecks,
  target: '#l1Rollup.fallbackMode',
  actions: [
    'announceDue',
    'settleDue',
    'announceProvenBlock',
    'announceFallbackCredit',
    'creditFallback',
    'proveBlock',
    'countAdvance',
  ],
  meta: {
    clauses: [
      'FALLBACK-10',
      'FALLBACK-11',
      'FALLBACK-13',
      'FALLBACK-14',
      'FALLBACK-15',
      'PRUNE-4',
      'LOG-2',
      'LOG-10',
      'LOG-12',
    ],
    stages: ['Mode', 'Header', 'Blobs', 'Forced', 'Verification'],
  },
}

const forcingChecks = and([and(['hasStarted', 'forcedDataFits']), and(['forcedProofIsValid'])])
const forceInclusion = {
  guard: forcingChecks,
  actions: ['announceDue', 'settleDue', 'announceForced', 'appendForced', 'startCount'],
  meta: {
    clauses: ['QUEUE-3', 'FALLBACK-2', 'PRUNE-4', 'LOG-2', 'LOG-10', 'LOG-11'],
    stages: ['Data', 'Verification'],
  },
}

const depositChecks = ['amountIsPositive', 'tokensCover', 'depositFits'] as const
const deposit = {
  guard: and(depositChecks),
  actions: ['announceDue', 'settleDue', 'announceDeposit', 'depositTokens'],
  meta: { clauses: ['ESCROW-4', 'PRUNE-4', 'LOG-2', 'LOG-7', 'LOG-9', 'LOG-10'] },
}
const collectionChecks = ['somethingWasSlashed'] as const
const collectSlashed = {
  guard: and(collectionChecks),
  actions: ['announceDue', 'settleDue', 'announceSlashed', 'paySlashed'],
  meta: { clauses: ['ESCROW-9', 'PRUNE-4', 'LOG-2', 'LOG-7', 'LOG-9', 'LOG-10'] },
}

const prune = {
  guard: and(['hasStarted', 'pruneDue']),
  actions: ['announceDue', 'settleDue'],
  meta: { clauses: ['PRUNE-1', 'PRUNE-2', 'PRUNE-3', 'PRUNE-4', 'PRUNE-5', 'FALLBACK-4', 'LOG-2', 'LOG-10'] },
}

/**
 * The L1 rollup contracts: chain, claim, proof, fallback, forced-inclusion queue, escrow, rewards, validators.
 * Clauses: TIME, EPOCH, VALIDATOR, PROPOSE, CHALLENGE, CLAIM, PROOF, PRUNE, FALLBACK, QUEUE, ESCROW, REWARD.
 *
 *     ┌─ committeeMode ─────────────────────────────────────────────────────────────┐
 *     │                                                                             │
 *     │                           claimEpochProofRight                              │
 *     │                   ┌───────────────────────────────────────┐                 │
 *     │   ●──▶ ┌──────────┴──────────┐                  ┌─────────▼─────────┐       │
 *     │        │      unclaimed      │                  │      claimed      │       │
 *     │        │  propose, prune,    │                  │  propose,         │       │
 *     │        │  challenge,         │                  │  challenge,       │       │
 *     │        │  submitEpochProof,  │                  │  forceInclusion   │       │
 *     │        │  forceInclusion,    │                  │  deposit,         │       │
 *     │        │  deposit,           │                  │  collectSlashed   │       │
 *     │        │  collectSlashed     │                  │                   │       │
 *     │        └──────────▲──────────┘                  └─────────┬─────────┘       │
 *     │                   └───────────────────────────────────────┘                 │
 *     │                      submitEpochProof, prune,                               │
 *     │                      challenge when nothing is left,                        │
 *     │                      propose, forceInclusion, deposit or                    │
 *     │                      collectSlashed when the bond is forfeited              │
 *     │                                                                             │
 *     └──────▲───────────────────────────────────────────────────────────┬──────────┘
 *            │ propose, forceInclusion,                 proposeWithProof, │
 *            │ deposit, collectSlashed              prune, forceInclusion, │
 *            │ when the session is over            deposit, collectSlashed │
 *            │                                       when fallback is due │
 *     ┌─ fallbackMode ───────────────────────────────────────────────────▼──────────┐
 *     │  proposeWithProof, forceInclusion, deposit, collectSlashed                  │
 *     └─────────────────────────────────────────────────────────────────────────────┘
 *
 *       in all: advanceSlot, setupEpoch, validators, withdrawals, collectReward
 *
 * The state follows the claim and the session as stored. Time makes things due and changes nothing else: the next event
 * that reads what can be due is checked against the effective state and settles it first (PRUNE-4), all other events leave
 * claim and session alone. The checks stand in the order of the clauses; a nested `and` is a stage, whose facts L1 gathers only
 * after the stages before it have passed.
 */
export function createL1Rollup(deployment: Deployment, initial: State) {
  return setup({
    types: { context: {} as State, events: {} as Event, meta: {} as TransitionMeta },
    guards: createGuards(parts, deployment),
    actions: createActions(parts, deployment),
  }).createMachine({
    id: 'l1Rollup',
    context: initial,
    initial: 'committeeMode',
    states: {
      committeeMode: {
        initial: 'unclaimed',
        states: {
          unclaimed: {
            on: {
              propose: {
                guard: proposeChecks,
                actions: proposeActions,
                meta: { clauses: proposeClauses, stages: proposeStages },
              },
              challenge,
              claimEpochProofRight: {
                guard: and([
                  and(['hasStarted', 'committeeIsInCharge']),
                  and(['claimWindowOpen', 'somethingToClaim', 'quoteIsForPrecedingEpoch', 'noClaimIsLive']),
                  and(['committeeNotEmpty', 'committeeIsInForce', 'callerIsProposer']),
                  and(['quoteIsValid', 'bondIsEnough', 'feeIsAllowed']),
                  and(['escrowCovers']),
                  and(['quoteIsSigned']),
                ]),
                target: 'claimed',
                actions: ['announceDue', 'settleDue', 'announceClaim', 'stakeBond', 'recordClaim'],
                meta: {
                  clauses: ['CLAIM-10', 'PRUNE-4', 'LOG-3'],
                  stages: ['Mode', 'Epoch', 'Claimant', 'Quote', 'Bond', 'Signature'],
                },
              },
              submitEpochProof: {
                guard: proofChecks,
                actions: [
                  'announceDue',
                  'settleDue',
                  'announceProof',
                  'announceCredits',
                  'creditReward',
                  'finaliseEpoch',
                  'countAdvance',
                ],
                meta: {
                  clauses: ['PROOF-6', 'PROOF-8', 'REWARD-4', 'FALLBACK-2', 'PRUNE-4', 'LOG-4'],
                  stages: proofStages,
                },
              },
              proposeWithProof,
              forceInclusion: [
                {
                  ...forceInclusion,
                  guard: and(['fallbackInForce', forcingChecks]),
                  target: '#l1Rollup.fallbackMode',
                },
                forceInclusion,
              ],
              deposit: [
                {
                  ...deposit,
                  guard: and(['fallbackInForce', ...depositChecks]),
                  target: '#l1Rollup.fallbackMode',
                },
                deposit,
              ],
              collectSlashed: [
                {
                  ...collectSlashed,
                  guard: and(['fallbackInForce', ...collectionChecks]),
                  target: '#l1Rollup.fallbackMode',
                },
                collectSlashed,
              ],
              prune: [
                {
                  ...prune,
                  guard: and(['fallbackInForce', 'hasStarted', 'pruneDue']),
                  target: '#l1Rollup.fallbackMode',
                },
                prune,
              ],
            },
          },
          claimed: {
            on: {
              propose: [
                {
                  guard: and(['slashDue', proposeChecks]),
                  target: 'unclaimed',
                  actions: proposeActions,
                  meta: { clauses: [...proposeClauses, 'PRUNE-3'], stages: proposeStages },
                },
                {
                  guard: proposeChecks,
                  actions: proposeActions,
                  meta: { clauses: proposeClauses, stages: proposeStages },
                },
              ],
              // No prune and no slash can be due: of a dead chain nothing is left to challenge (CHALLENGE-3).
              challenge: [
                {
                  ...challenge,
                  guard: and(['nothingIsLeft', challenge.guard]),
                  target: 'unclaimed',
                  actions: [...challenge.actions, 'announceReturnedBond', 'returnBond', 'putEntryOff'],
                  meta: {
                    ...challenge.meta,
                    clauses: [...challenge.meta.clauses, 'CHALLENGE-8', 'CHALLENGE-13'],
                  },
                },
                challenge,
              ],
              // No claimEpochProofRight: while the claim is live it is refused (CLAIM-4), and once the claim is forfeited
              // the effective chain is empty (PRUNE-2) and there is nothing to claim (CLAIM-2).
              submitEpochProof: {
                guard: proofChecks,
                target: 'unclaimed',
                actions: [
                  'announceDue',
                  'settleDue',
                  'announceProof',
                  'announceCredits',
                  'creditReward',
                  'returnBond',
                  'finaliseEpoch',
                  'countAdvance',
                ],
                meta: {
                  clauses: [
                    'PROOF-6',
                    'PROOF-7',
                    'REWARD-1',
                    'REWARD-2',
                    'REWARD-3',
                    'REWARD-6',
                    'FALLBACK-2',
                    'PRUNE-4',
                    'LOG-4',
                  ],
                  stages: proofStages,
                },
              },
              // Fallback waits for a live claim (FALLBACK-3): where it is in force the bond is forfeited.
              proposeWithProof,
              forceInclusion: [
                {
                  ...forceInclusion,
                  guard: and(['fallbackInForce', forcingChecks]),
                  target: '#l1Rollup.fallbackMode',
                },
                { ...forceInclusion, guard: and(['slashDue', forcingChecks]), target: 'unclaimed' },
                forceInclusion,
              ],
              deposit: [
                {
                  ...deposit,
                  guard: and(['fallbackInForce', ...depositChecks]),
                  target: '#l1Rollup.fallbackMode',
                },
                { ...deposit, guard: and(['slashDue', ...depositChecks]), target: 'unclaimed' },
                deposit,
              ],
              collectSlashed: [
                {
                  ...collectSlashed,
                  guard: and(['fallbackInForce', ...collectionChecks]),
                  target: '#l1Rollup.fallbackMode',
                },
                { ...collectSlashed, guard: and(['slashDue', ...collectionChecks]), target: 'unclaimed' },
                collectSlashed,
              ],
              prune: [
                {
                  ...prune,
                  guard: and(['fallbackInForce', 'hasStarted', 'pruneDue']),
                  target: '#l1Rollup.fallbackMode',
                },
                { ...prune, target: 'unclaimed' },
              ],
            },
          },
        },
      },
      fallbackMode: {
        // Nothing is pending and no claim is live in a session: nothing to challenge, to claim, to prove or to prune.
        on: {
          propose: {
            guard: proposeChecks,
            target: 'committeeMode',
            actions: proposeActions,
            meta: {
              clauses: [...proposeClauses, 'FALLBACK-6', 'FALLBACK-7', 'LOG-10'],
              stages: proposeStages,
            },
          },
          proposeWithProof,
          forceInclusion: [
            { ...forceInclusion, guard: and(['fallbackInForce', forcingChecks]) },
            { ...forceInclusion, target: 'committeeMode' },
          ],
          deposit: [
            { ...deposit, guard: and(['fallbackInForce', ...depositChecks]) },
            { ...deposit, target: 'committeeMode' },
          ],
          collectSlashed: [
            { ...collectSlashed, guard: and(['fallbackInForce', ...collectionChecks]) },
            { ...collectSlashed, target: 'committeeMode' },
          ],
        },
      },
    },
    on: {
      advanceSlot: { actions: 'advanceSlot', meta: { clauses: ['TIME-3'] } },
      setupEpoch: {
        guard: and(['hasStarted', 'epochIsNotSampled']),
        actions: ['announceSample', 'recordSample'],
        meta: { clauses: ['EPOCH-2', 'EPOCH-3', 'EPOCH-4', 'EPOCH-5', 'LOG-5'] },
      },
      addValidator: {
        // The constructor registers as well, before genesis: of the stages it asks the second.
        guard: and([
          and(['hasStarted']),
          and(['callerIsAdministrator', 'validatorIsNotZero', 'validatorIsNew']),
        ]),
        actions: ['announceValidator', 'freezeValidators', 'appendValidator'],
        meta: { clauses: ['VALIDATOR-3', 'VALIDATOR-5', 'LOG-6'], stages: ['Time', 'Registration'] },
      },
      removeValidator: {
        guard: and(['hasStarted', 'callerIsAdministrator', 'validatorIsRegistered']),
        actions: ['announceRemoval', 'freezeValidators', 'dropValidator'],
        meta: { clauses: ['VALIDATOR-4', 'VALIDATOR-5', 'LOG-6'] },
      },
      startWithdrawal: {
        guard: and(['hasStarted', 'amountIsPositive', 'availableCovers', 'noWithdrawalIsPending']),
        actions: ['announceWithdrawal', 'lockWithdrawal'],
        meta: { clauses: ['ESCROW-12', 'LOG-7'] },
      },
      executeWithdrawal: {
        guard: and(['hasStarted', 'withdrawalIsUnlocked', 'withdrawalIsPending', 'receiverIsValid']),
        actions: ['announcePayment', 'payWithdrawal'],
        meta: { clauses: ['ESCROW-8', 'LOG-7', 'LOG-9'] },
      },
      collectReward: {
        guard: and(['somethingToCollect']),
        actions: ['announceReward', 'payCredit'],
        meta: { clauses: ['REWARD-5', 'LOG-8', 'LOG-9'] },
      },
    },
  })
}
