import { and, setup } from 'xstate'
import { createActions, createGuards } from '../core/parts.ts'
import type { TransitionMeta } from '../core/reading.ts'
import type { Deployment } from './chain.ts'
import { parts } from './parts.ts'
import type { Event, State } from './vocabulary.ts'

/** The checks of each event that several transitions share. */
const proposeChecks = and([
  and(['committeeNotEmpty', 'committeeIsInForce']),
  and(['slotIsCurrent', 'timestampIsStartOfSlot', 'parentIsTip', 'slotIsFree', 'callerIsProposer']),
  and(['blobsArePublished', 'blobHashesMatch']),
  and(['attestationsAreByMembers', 'quorumIsReached']),
])
const proposeStages = ['Committee', 'Header', 'Blobs', 'Attestations']

const proofChecks = and([
  and(['somethingToProve', 'epochHasEnded']),
  and(['proofStartsAtProvenTip', 'proofEndsWithEpoch']),
  and(['proofIsValid']),
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
                actions: ['settleDue', 'appendBlock'],
                meta: { clauses: ['PROPOSE-12', 'PRUNE-4'], stages: proposeStages },
              },
              claimEpochProofRight: {
                guard: and([
                  and(['claimWindowOpen', 'somethingToClaim', 'quoteIsForPrecedingEpoch', 'noClaimIsLive']),
                  and(['committeeNotEmpty', 'committeeIsInForce', 'callerIsProposer']),
                  and(['quoteIsValid', 'bondIsEnough', 'feeIsAllowed']),
                  and(['escrowCovers']),
                  and(['quoteIsSigned']),
                ]),
                target: 'claimed',
                actions: ['settleDue', 'stakeBond', 'recordClaim'],
                meta: {
                  clauses: ['CLAIM-10', 'PRUNE-4'],
                  stages: ['Epoch', 'Claimant', 'Quote', 'Bond', 'Signature'],
                },
              },
              submitEpochProof: {
                guard: proofChecks,
                actions: ['settleDue', 'creditReward', 'finaliseEpoch'],
                meta: { clauses: ['PROOF-6', 'PROOF-8', 'REWARD-4', 'PRUNE-4'], stages: proofStages },
              },
              prune: {
                guard: and(['pruneDue']),
                actions: 'settleDue',
                meta: { clauses: ['PRUNE-1', 'PRUNE-2', 'PRUNE-4', 'PRUNE-5'] },
              },
            },
          },
          claimed: {
            on: {
              propose: [
                {
                  guard: and(['slashDue', proposeChecks]),
                  target: 'unclaimed',
                  actions: ['settleDue', 'appendBlock'],
                  meta: { clauses: ['PROPOSE-12', 'PRUNE-3', 'PRUNE-4'], stages: proposeStages },
                },
                {
                  guard: proposeChecks,
                  actions: ['settleDue', 'appendBlock'],
                  meta: { clauses: ['PROPOSE-12', 'PRUNE-4'], stages: proposeStages },
                },
              ],
              // No claimEpochProofRight: while the claim is live it is refused (CLAIM-4), and once the claim is forfeited
              // the effective chain is empty (PRUNE-2) and there is nothing to claim (CLAIM-2).
              submitEpochProof: {
                guard: proofChecks,
                target: 'unclaimed',
                actions: ['settleDue', 'creditReward', 'returnBond', 'finaliseEpoch'],
                meta: {
                  clauses: ['PROOF-6', 'PROOF-7', 'REWARD-1', 'REWARD-2', 'REWARD-3', 'PRUNE-4'],
                  stages: proofStages,
                },
              },
              prune: {
                guard: and(['pruneDue']),
                target: 'unclaimed',
                actions: 'settleDue',
                meta: { clauses: ['PRUNE-2', 'PRUNE-3', 'PRUNE-4', 'PRUNE-5'] },
              },
            },
          },
        },
        on: {
          advanceSlot: { actions: 'advanceSlot', meta: { clauses: ['TIME-3'] } },
          setupEpoch: {
            guard: and(['epochIsNotSampled']),
            actions: 'recordSample',
            meta: { clauses: ['EPOCH-2', 'EPOCH-3', 'EPOCH-4', 'EPOCH-5'] },
          },
          addValidator: {
            guard: and(['callerIsAdministrator', 'validatorIsNotZero', 'validatorIsNew']),
            actions: ['freezeValidators', 'appendValidator'],
            meta: { clauses: ['VALIDATOR-3', 'VALIDATOR-5'] },
          },
          removeValidator: {
            guard: and(['callerIsAdministrator', 'validatorIsRegistered']),
            actions: ['freezeValidators', 'dropValidator'],
            meta: { clauses: ['VALIDATOR-4', 'VALIDATOR-5'] },
          },
          deposit: {
            guard: and(['amountIsPositive', 'tokensCover', 'depositFits']),
            actions: 'depositTokens',
            meta: { clauses: ['ESCROW-4'] },
          },
          startWithdrawal: {
            guard: and(['amountIsPositive', 'availableCovers', 'noWithdrawalIsPending']),
            actions: 'lockWithdrawal',
            meta: { clauses: ['ESCROW-12'] },
          },
          executeWithdrawal: {
            guard: and(['withdrawalIsUnlocked', 'withdrawalIsPending']),
            actions: 'payWithdrawal',
            meta: { clauses: ['ESCROW-8'] },
          },
          collectSlashed: {
            guard: and(['somethingWasSlashed']),
            actions: 'paySlashed',
            meta: { clauses: ['ESCROW-9'] },
          },
          collectReward: {
            guard: and(['somethingToCollect']),
            actions: 'payCredit',
            meta: { clauses: ['REWARD-5'] },
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
