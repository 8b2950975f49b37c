import { and, setup } from 'xstate'
import { createActions, createGuards } from '../core/parts.ts'
import type { TransitionMeta } from '../core/reading.ts'
import type { Deployment } from './chain.ts'
import { parts } from './parts.ts'
import type { Event, State } from './vocabulary.ts'

/** The checks of each event that several transitions share. */
const proposeChecks = and([
  and(['hasStarted', 'committeeNotEmpty', 'committeeIsInForce']),
  and(['slotIsCurrent', 'timestampIsStartOfSlot', 'parentIsTip', 'slotIsFree', 'callerIsProposer']),
  and(['blobsArePublished', 'blobHashesMatch']),
  and(['attestationsAreByMembers', 'quorumIsReached']),
])
const proposeStages = ['Committee', 'Header', 'Blobs', 'Attestations']

const proofChecks = and([
  and(['hasStarted', 'somethingToProve', 'epochHasEnded']),
  and(['proofStartsAtProvenTip', 'proofEndsWithEpoch']),
  and(['proofIsValid', 'callerMayProve']),
])
const proofStages = ['Epoch', 'Blocks', 'Verification']

/**
 * The L1 rollup contracts: chain, claim, proof, escrow, rewards, validators.
 * Clauses: TIME, EPOCH, VALIDATOR, PROPOSE, CLAIM, PROOF, PRUNE, ESCROW, REWARD.
 *
 *     ┌─ committeeMode ─────────────────────────────────────────────────────────────┐
 *     │                                                                             │
 *     │                           claimEpochProofRight                              │
 *     │                   ┌───────────────────────────────────────┐                 │
 *     │   ●──▶ ┌──────────┴──────────┐                  ┌─────────▼─────────┐       │
 *     │        │      unclaimed      │                  │      claimed      │       │
 *     │        │  propose, prune,    │                  │  propose          │       │
 *     │        │  submitEpochProof   │                  │                   │       │
 *     │        └──────────▲──────────┘                  └─────────┬─────────┘       │
 *     │                   └───────────────────────────────────────┘                 │
 *     │                      submitEpochProof, prune,                               │
 *     │                      propose when the bond is forfeited                     │
 *     │                                                                             │
 *     │   in both: advanceSlot, setupEpoch, validators, escrow accounts, collecting │
 *     └─────────────────────────────────────────────────────────────────────────────┘
 *
 * The state follows the claim as stored. Time makes things due and changes nothing else: the next event of the chain is
 * checked against the effective state and settles it first (PRUNE-4), all other events leave the claim alone. The
 * checks stand in the order of the clauses; a nested `and` is a stage, whose facts L1 gathers only after the stages
 * before it have passed.
 *
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
                actions: ['announceDue', 'settleDue', 'announceBlock', 'appendBlock'],
                meta: { clauses: ['PROPOSE-12', 'PRUNE-4', 'LOG-2'], stages: proposeStages },
              },
              claimEpochProofRight: {
                guard: and([
                  and([
                    'hasStarted',
                    'claimWindowOpen',
                    'somethingToClaim',
                    'quoteIsForPrecedingEpoch',
                    'noClaimIsLive',
                  ]),
                  and(['committeeNotEmpty', 'committeeIsInForce', 'callerIsProposer']),
                  and(['quoteIsValid', 'bondIsEnough', 'feeIsAllowed']),
                  and(['escrowCovers']),
                  and(['quoteIsSigned']),
                ]),
                target: 'claimed',
                actions: ['announceDue', 'settleDue', 'announceClaim', 'stakeBond', 'recordClaim'],
                meta: {
                  clauses: ['CLAIM-10', 'PRUNE-4', 'LOG-3'],
                  stages: ['Epoch', 'Claimant', 'Quote', 'Bond', 'Signature'],
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
                ],
                meta: {
                  clauses: ['PROOF-6', 'PROOF-8', 'REWARD-4', 'PRUNE-4', 'LOG-4'],
                  stages: proofStages,
                },
              },
              prune: {
                guard: and(['hasStarted', 'pruneDue']),
                actions: ['announceDue', 'settleDue'],
                meta: { clauses: ['PRUNE-1', 'PRUNE-2', 'PRUNE-4', 'PRUNE-5', 'LOG-2'] },
              },
            },
          },
          claimed: {
            on: {
              propose: [
                {
                  guard: and(['slashDue', proposeChecks]),
                  target: 'unclaimed',
                  actions: ['announceDue', 'settleDue', 'announceBlock', 'appendBlock'],
                  meta: { clauses: ['PROPOSE-12', 'PRUNE-3', 'PRUNE-4', 'LOG-2'], stages: proposeStages },
                },
                {
                  guard: proposeChecks,
                  actions: ['announceDue', 'settleDue', 'announceBlock', 'appendBlock'],
                  meta: { clauses: ['PROPOSE-12', 'PRUNE-4', 'LOG-2'], stages: proposeStages },
                },
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
                ],
                meta: {
                  clauses: [
                    'PROOF-6',
                    'PROOF-7',
                    'REWARD-1',
                    'REWARD-2',
                    'REWARD-3',
                    'REWARD-6',
                    'PRUNE-4',
                    'LOG-4',
                  ],
                  stages: proofStages,
                },
              },
              prune: {
                guard: and(['hasStarted', 'pruneDue']),
                target: 'unclaimed',
                actions: ['announceDue', 'settleDue'],
                meta: { clauses: ['PRUNE-2', 'PRUNE-3', 'PRUNE-4', 'PRUNE-5', 'LOG-2'] },
              },
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
          deposit: {
            guard: and(['amountIsPositive', 'tokensCover', 'depositFits']),
            actions: ['announceDeposit', 'depositTokens'],
            meta: { clauses: ['ESCROW-4', 'LOG-7', 'LOG-9'] },
          },
          startWithdrawal: {
            guard: and(['hasStarted', 'amountIsPositive', 'availableCovers', 'noWithdrawalIsPending']),
            actions: ['announceWithdrawal', 'lockWithdrawal'],
            meta: { clauses: ['ESCROW-12', 'LOG-7'] },
          },
          executeWithdrawal: {
            guard: and(['hasStarted', 'withdrawalIsUnlocked', 'withdrawalIsPending']),
            actions: ['announcePayment', 'payWithdrawal'],
            meta: { clauses: ['ESCROW-8', 'LOG-7', 'LOG-9'] },
          },
          collectSlashed: {
            guard: and(['somethingWasSlashed']),
            actions: ['announceSlashed', 'paySlashed'],
            meta: { clauses: ['ESCROW-9', 'LOG-7', 'LOG-9'] },
          },
          collectReward: {
            guard: and(['somethingToCollect']),
            actions: ['announceReward', 'payCredit'],
            meta: { clauses: ['REWARD-5', 'LOG-8', 'LOG-9'] },
          },
        },
      },
    },
  })
}

/** The value of the machine that belongs to a stored state. */
export function stateValueOf(state: State) {
  return { committeeMode: state.claim ? ('claimed' as const) : ('unclaimed' as const) }
}
