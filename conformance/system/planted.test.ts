/** A node without one of its rules breaks the predicate that the rule is there for, and the run that shows it is short. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { step as generatedAttester } from '../../impl/node/generated/attester.step.ts'
import { step as generatedFollower } from '../../impl/node/generated/follower.step.ts'
import { step as generatedPool } from '../../impl/node/generated/transaction-pool.step.ts'
import type { Choice } from '../../impl/system/choice.ts'
import { byzantineQuorum, posted } from '../../impl/system/fixtures/byzantineQuorum.ts'
import type { Predicate } from '../../impl/system/predicates.ts'
import { replay } from '../../impl/system/run.ts'
import { fourEpochs, fourMembers } from '../../impl/system/setups.ts'
import { generatedSteps, type Stepper, type Steps, systemOf } from '../../impl/system/system.ts'
import type { Role, RoleTypes, Setup } from '../../impl/system/vocabulary.ts'
import { attester } from '../../model/attester/actor.ts'
import type { AttesterTypes } from '../../model/attester/types.ts'
import { follower } from '../../model/follower/actor.ts'
import { hasView } from '../../model/follower/chain.ts'
import { effects } from '../../model/follower/effects.ts'
import type { FollowerTypes } from '../../model/follower/types.ts'
import { updates } from '../../model/follower/updates.ts'
import { l1Rollup } from '../../model/l1-rollup/actor.ts'
import type { L1RollupTypes } from '../../model/l1-rollup/types.ts'
import { listText } from '../../model/node/lists.ts'
import { GENESIS } from '../../model/node/vocabulary.ts'
import { proposer } from '../../model/proposer/actor.ts'
import type { ProposerTypes } from '../../model/proposer/types.ts'
import { transactionPool } from '../../model/transaction-pool/actor.ts'
import type { TransactionPoolTypes } from '../../model/transaction-pool/types.ts'
import { loadFollowerPreset } from '../../spec/followerParameters.ts'
import { loadAttesterPreset, loadProposerPreset } from '../../spec/nodeParameters.ts'
import { loadPoolPreset } from '../../spec/poolParameters.ts'
import { PlantedSteps } from '../rungs/step-parity/plant.ts'
import { plant } from './plants.ts'
import { search, shrink, violates } from './shrink.ts'
import { without } from './without.ts'

/** Runs until a predicate is violated. */
const SEEDS = 300
const LONGEST = 25

let planted: PlantedSteps
beforeAll(() => {
  planted = new PlantedSteps()
})
afterAll(() => planted.remove())

/** The one node that is planted; the other three run what is generated. */
const PLANTED = 'm1'
const only = <Name extends Role>(role: Name, step: Stepper<RoleTypes[Name]>): Partial<Steps> => {
  const generated = generatedSteps[role] as unknown as (member: string) => Stepper<RoleTypes[Name]>
  return { [role]: (member: string) => (member === PLANTED ? step : generated(member)) }
}
const all = <Name extends Role>(role: Name, step: Stepper<RoleTypes[Name]>): Partial<Steps> => ({
  [role]: () => step,
})

const attesterWithout = (check: AttesterTypes['check']): Promise<Stepper<AttesterTypes>> =>
  without(planted, attester, loadAttesterPreset().profiles[0]!, check)
const proposerWithout = (check: ProposerTypes['check']): Promise<Stepper<ProposerTypes>> =>
  without(planted, proposer, loadProposerPreset().profiles[0]!, check)
const followerWithout = (check: FollowerTypes['check']): Promise<Stepper<FollowerTypes>> =>
  without(planted, follower, loadFollowerPreset().profiles[0]!, check)
const poolWithout = (check: TransactionPoolTypes['check']): Promise<Stepper<TransactionPoolTypes>> =>
  without(planted, transactionPool, loadPoolPreset().profiles[0]!, check)
const l1Without = async (check: L1RollupTypes['check']): Promise<Partial<Steps>> => ({
  l1: await without(planted, l1Rollup, fourMembers().profile, check),
})

/** Takes everything for held, and asks for nothing. */
const holdsEverything: Stepper<AttesterTypes> = (state, event, deployment) => {
  if (event.type !== 'receiveProposal' && event.type !== 'executed')
    return generatedAttester(state, event, deployment)
  const step = generatedAttester({ ...state, held: ['t1', 't2'] }, event, deployment)
  return 'refusal' in step ? step : { ...step, next: { ...step.next, held: state.held } }
}
type Alarm = Extract<FollowerTypes['effect'], { kind: 'alarm' }>
/** Applies what an alarm of this kind should be raised for. */
const applies =
  (isOfKind: (alarm: Alarm['body']) => boolean): Stepper<FollowerTypes> =>
  (state, event, deployment) => {
    const step = generatedFollower(state, event, deployment)
    if ('refusal' in step || event.type !== 'fetched') return step
    if (!step.effects.some((effect) => effect.kind === 'alarm' && isOfKind(effect.body))) return step
    const next = updates.applyBody(state, event, deployment)
    return { next, effects: effects.changedByBody(state, event, deployment) }
  }
/** Believes the root that a header claims. */
const believesRoots = applies(({ header, root }) => listText(root) !== listText(header.root))
/** Takes whatever gives the root that a header claims. */
const takesAnyBody = applies(({ header, root }) => listText(root) === listText(header.root))
/** Before it has read anything a follower has no transition for a body. */
const afterStart =
  (step: Stepper<FollowerTypes>): Stepper<FollowerTypes> =>
  (state, event, deployment) =>
    (hasView(state) ? step : generatedFollower)(state, event, deployment)
/** Keeps what waits alone. */
const dropsIncluded: Stepper<TransactionPoolTypes> = (state, event, deployment) => {
  const step = generatedPool(state, event, deployment)
  if ('refusal' in step || event.type !== 'follow') return step
  const stored = step.next.stored.filter((transaction) => !event.view.root.includes(transaction))
  return { ...step, next: { ...step.next, stored } }
}
/** Keeps to itself nothing that somebody stashes. */
const stashesNothing: Stepper<TransactionPoolTypes> = (state, event, deployment) => {
  const step = generatedPool(state, event, deployment)
  if ('refusal' in step || event.type !== 'verified' || event.from !== 'stash') return step
  return generatedPool(step.next, { type: 'release', transactions: [event.transaction] }, deployment)
}

const honest = fourMembers({ horizon: 1 })
/** The proposer of slot 0 lies. */
const lying = fourMembers({ byzantine: ['m3'] })
/** A quorum lies, and L1 takes what it likes. */
const lost = fourMembers({ horizon: 1, byzantine: ['m2', 'm3', 'm4'] })
/** It does so over epochs, which others prove, with one transaction to spend again. */
const spentAgain = fourEpochs({
  byzantine: ['m2', 'm3', 'm4'],
  keepers: ['m1'],
  transactions: ['t1'],
  poolMaximum: 1,
})

const plants: [string, Setup, Predicate, () => Promise<Partial<Steps>>][] = [
  [
    'ATTEST-10: signs again in its slot',
    honest,
    'signsOnce',
    async () => only('attester', await attesterWithout('slotIsNotSigned')),
  ],
  [
    'ATTEST-10: three that sign again make two quorums',
    lying,
    'oneQuorum',
    async () => all('attester', await attesterWithout('slotIsNotSigned')),
  ],
  [
    'ATTEST-7: signs after its store was lost',
    honest,
    'signsOnce',
    async () => only('attester', await attesterWithout('attestingMayBegin')),
  ],
  [
    'ATTEST-12: takes for forced what never was',
    lying,
    'signsComputed',
    async () => only('attester', await attesterWithout('proposalTakesWhatWaits')),
  ],
  [
    'ATTEST-18: signs any root',
    lying,
    'signsComputed',
    async () => only('attester', await attesterWithout('workHasComputedRoot')),
  ],
  [
    'ATTEST-15: signs whatever was executed',
    honest,
    'signsComputed',
    async () => only('attester', await attesterWithout('workIsExecuting')),
  ],
  [
    'ATTEST-14: executes what it does not hold',
    honest,
    'signsComputed',
    async () => only('attester', holdsEverything),
  ],
  [
    'BUILD-21: publishes without a quorum',
    honest,
    'submitsQuorum',
    async () => all('proposer', await proposerWithout('attestationsAreEnough')),
  ],
  [
    'BUILD-6: proposes again in its slot',
    honest,
    'proposesOnce',
    async () => all('proposer', await proposerWithout('slotIsNotProposed')),
  ],
  [
    'BUILD-5: proposes after its store was lost',
    honest,
    'proposesOnce',
    async () => all('proposer', await proposerWithout('proposingMayBegin')),
  ],
  [
    'PROPOSE-11: L1 takes what no quorum attested',
    lying,
    'takenHasQuorum',
    () => l1Without('quorumIsReached'),
  ],
  [
    'PROPOSE-10: L1 takes signatures of strangers',
    lying,
    'takenHasQuorum',
    () => l1Without('attestationsAreByMembers'),
  ],
  [
    'ATTEST-9: signs on any parent',
    lost,
    'actsOnTip',
    async () => only('attester', await attesterWithout('proposedOnOwnTip')),
  ],
  [
    'FOLLOW-9: builds before it has caught up',
    honest,
    'actsOnTip',
    async () => all('proposer', await proposerWithout('ownTipIsLevel')),
  ],
  [
    'FOLLOW-5: signs under the alarm',
    lost,
    'alarmIsHeeded',
    async () => only('attester', await attesterWithout('noAlarm')),
  ],
  [
    'FOLLOW-3, FOLLOW-4: believes the roots of L1',
    lost,
    'tipIsComputed',
    async () => only('follower', believesRoots),
  ],
  [
    'FOLLOW-13: builds on a body that no proof can be made of',
    lost,
    'tipIsComputed',
    async () => only('follower', takesAnyBody),
  ],
  [
    'FOLLOW-13: proves an epoch with a body that no proof can be made of',
    spentAgain,
    'handsInWhatHolds',
    async () => all('follower', takesAnyBody),
  ],
  [
    'FOLLOW-2: takes any body for that of a header',
    lost,
    'alarmIsExact',
    async () => only('follower', await followerWithout('bodyIsThatOfHeader')),
  ],
  [
    'FOLLOW-3: takes bodies in any order',
    lost,
    'alarmIsExact',
    async () => only('follower', afterStart(await followerWithout('bodyIsLacking'))),
  ],
  [
    'TX-1: stores what has a wrong proof',
    lying,
    'holdsVerified',
    async () => only('pool', await poolWithout('transactionProofIsValid')),
  ],
  [
    'TX-18: answers whoever asks for what it does not hold',
    lying,
    'passesHeld',
    async () => only('pool', await poolWithout('transactionCanBeSent')),
  ],
  [
    'TX-18, TX-7: answers whoever asks for what is stashed',
    lying,
    'stashIsSilent',
    async () => only('pool', await poolWithout('transactionCanBeSent')),
  ],
  ['TX-10: drops what a block has', honest, 'keepsHeld', async () => only('pool', dropsIncluded)],
  ['TX-7: has no stash', honest, 'stashIsSilent', async () => only('pool', stashesNothing)],
]

describe('a rule that is missing is found', () => {
  test.each(plants)('%s', async (_title, setup, predicate, steps) => {
    const system = systemOf(setup, await steps())
    const found = search(system, predicate, SEEDS)
    expect(found, `${predicate} within ${SEEDS} seeds`).toBeDefined()
    const small = shrink(system, predicate, found!)
    expect(small.length).toBeLessThanOrEqual(LONGEST)
    // Written down and read again it is the same run, and with the rule it is none.
    const written = JSON.parse(JSON.stringify(small))
    expect(violates(system, predicate, written)).toBe(true)
    expect(violates(systemOf(setup), predicate, written)).toBe(false)
  })
})

test('FOLLOW-5, FOLLOW-9: under the alarm of a later block an epoch that is held is not quoted for', async () => {
  const choices: Choice[] = [
    { do: 'calm' },
    { do: 'submit', node: 'm1', transaction: 't2', proof: 'right', to: 'user', settle: true },
    { do: 'pass', slots: 1 },
    posted({ slot: 1, parent: GENESIS, transactions: ['t2'], root: ['t2'] }),
    { do: 'calm' },
    { do: 'setUp', node: 'm1' },
    { do: 'pass', slots: 3 },
    { do: 'calm' },
    posted({ slot: 4, parent: { slot: 1, root: ['t2'] }, transactions: ['t3'], root: ['wrong'] }),
    { do: 'calm' },
    { do: 'quote', node: 'm1', validUntilSlot: 4, bond: '2', fee: 0 },
  ]
  const quotes = (steps?: Partial<Steps>) => {
    const { world, violations } = replay(systemOf(byzantineQuorum, steps), choices)
    return {
      quoted: world.facts.some(({ kind }) => kind === 'quoted'),
      violated: violations.map(({ predicate }) => predicate),
    }
  }
  expect(quotes()).toEqual({ quoted: false, violated: [] })
  expect(quotes(await plant(planted, 'prover', 'noAlarm'))).toEqual({
    quoted: true,
    violated: ['alarmIsHeeded'],
  })
})
