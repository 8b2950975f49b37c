import { describe, expect, test } from 'vitest'
import { initialState } from '../../../model/l1-rollup/initial.ts'
import type { RefusalName } from '../../../model/l1-rollup/refusals.ts'
import type { Event, State } from '../../../model/l1-rollup/vocabulary.ts'
import { profileNamed } from '../../../spec/parameters.ts'
import { enforcedBy, enforcedByNode, isOfNode, readIndex } from '../../clauses/clauseIndex.ts'
import { clauseSides, SideCounter } from './sides.ts'

const index = readIndex()
const chain = profileNamed('chain')
const { slotsPerEpoch, claimWindowSlots } = chain.parameters
const window = slotsPerEpoch + claimWindowSlots

describe('every clause has one of three', () => {
  const ids = index.clauses.map(({ id }) => id)
  const idsOf = (holds: (id: string) => boolean) => ids.filter(holds)

  // That each of them refuses alone, and that what it guards is accepted, is in the profiles.test.ts of its actor.
  const ofNodes = new Set(enforcedByNode.map(({ clause }) => clause))
  const hasCheck = (id: string) => enforcedBy.has(id) || ofNodes.has(id)

  test('a check of its own, two sides among the checks of others, or a reason why it refuses nothing', () => {
    const reasons = new Map(index.clauses.map(({ id, noRefusingSide }) => [id, noRefusingSide]))
    const kinds = (id: string) => [
      hasCheck(id),
      clauseSides[id]?.refuses !== undefined,
      reasons.get(id) !== undefined,
    ]
    expect(idsOf((id) => kinds(id).filter(Boolean).length !== 1)).toEqual([])
    expect(Object.keys(clauseSides).filter((id) => !ids.includes(id) || hasCheck(id))).toEqual([])
  })

  test('a clause of a node is no clause of L1, and without a check it says why it refuses nothing', () => {
    expect([...ofNodes].filter((id) => !isOfNode(id) || !ids.includes(id))).toEqual([])
    const others = index.clauses.filter(({ id }) => isOfNode(id) && !ofNodes.has(id))
    expect(others.map(({ id }) => id)).toEqual(
      // What is sent, told, kept or not refused: properties and Bug models of the actors show it.
      [
        'ATTEST-14',
        'ATTEST-19',
        'ATTEST-21',
        'BUILD-17',
        'BUILD-24',
        'FOLLOW-4',
        'FOLLOW-6',
        'FOLLOW-8',
        'FOLLOW-11',
        'FOLLOW-13',
        'MESSAGE-10',
        'MESSAGE-18',
        'TX-2',
        'TX-7',
        'TX-8',
        'TX-10',
        'TX-11',
        'TX-13',
      ],
    )
    const models = new Set(index.citations.filter(({ form }) => form === 'model').map(({ clause }) => clause))
    const silent = others.filter(({ id, notModelled }) => notModelled === undefined && !models.has(id))
    expect(silent.map(({ id }) => id)).toEqual([])
  })

  test('and every MUST without a check has a step that shows it', () => {
    const unseen = index.clauses.filter(
      ({ id }) => !hasCheck(id) && !isOfNode(id) && clauseSides[id] === undefined,
    )
    // No step of an actor can: a cost, calls that are no event, a deployment, and what is answered to whoever asks.
    expect(unseen.map(({ id }) => id)).toEqual([
      'CHALLENGE-10',
      'CHALLENGE-12',
      'DEPLOY-1',
      'DEPLOY-2',
      'DEPLOY-3',
      'DEPLOY-4',
      'DEPLOY-5',
      'DEPLOY-6',
      'DEPLOY-7',
      'DEPLOY-8',
      'DEPLOY-9',
      'DEPLOY-10',
      'EPOCH-14',
      'EPOCH-15',
      'ESCROW-13',
      'ESCROW-15',
      'FALLBACK-17',
      'FALLBACK-18',
      'LOG-14',
      'PRUNE-6',
      'QUEUE-10',
      'QUEUE-11',
      'REWARD-7',
      'VALIDATOR-6',
      'VALIDATOR-7',
      'VALIDATOR-8',
      'VALIDATOR-9',
      'VIEW-1',
      'VIEW-2',
      'VIEW-3',
      'VIEW-4',
      'VIEW-5',
    ])
  })

  test('a clause is cited in TLA+, or says why it is not modelled', () => {
    const cited = new Set(index.citations.filter(({ form }) => form === 'tla').map(({ clause }) => clause))
    const wrong = index.clauses.filter(({ id, notModelled }) => cited.has(id) === (notModelled !== undefined))
    expect(wrong.map(({ id }) => id)).toEqual([])
  })
})

describe('steps at a boundary', () => {
  const block = (slot: number) => ({ slot, content: 'a', beneficiary: 'none', forced: 0 })
  const prune: Event = { type: 'prune', caller: 'stranger' }
  /** Clauses that a step shows, as `+ID` or `-ID`. */
  const shown = (
    change: Partial<State>,
    event: Event,
    {
      refusal,
      profile = chain,
      seconds = 0,
    }: { refusal?: RefusalName; profile?: typeof chain; seconds?: number },
  ): string[] => {
    const counter = new SideCounter(profile.parameters)
    counter.count(counter.momentOf({ ...initialState(profile), ...change }, seconds), event, refusal)
    return [
      ...[...counter.passed.keys()].map((id) => `+${id}`),
      ...[...counter.refused.keys()].map((id) => `-${id}`),
    ]
  }
  const unclaimed = (slot: number) => ({ slot, pending: [block(0)] })
  const claim = { epochToProve: 0, proverAddress: 'p1', bondAmount: '0', basisPointFee: 0, claimant: 'v1' }
  const claimed = (slot: number) => ({ slot, pending: [block(0)], claim })
  const refusal = 'NothingToPrune' as const

  test('PRUNE-1: the last slot of the window refuses, the one after it passes, the next shows nothing', () => {
    expect(shown(unclaimed(window - 1), prune, { refusal })).toEqual(['-PRUNE-1'])
    expect(shown(unclaimed(window), prune, {})).toEqual(['+PRUNE-1'])
    expect(shown(unclaimed(window - 2), prune, { refusal })).toEqual([])
  })

  test('PRUNE-2: the last slot of the next epoch refuses, the one after it passes', () => {
    expect(shown(claimed(2 * slotsPerEpoch - 1), prune, { refusal })).toEqual(['-PRUNE-2'])
    expect(shown(claimed(2 * slotsPerEpoch), prune, {})).toEqual(['+PRUNE-2', '+LOG-2'])
    expect(shown(claimed(2 * slotsPerEpoch + 1), prune, {})).toEqual(['+LOG-2'])
  })

  test('PRUNE-3: a bond of 0 shows nothing of the slash, one of 1 does', () => {
    const bonded = { ...claimed(2 * slotsPerEpoch), claim: { ...claim, bondAmount: '1' } }
    expect(shown(bonded, prune, {})).toEqual(['+PRUNE-2', '+PRUNE-3', '+LOG-2'])
  })

  test('TIME-1: the header of the next slot counts in the last second only', () => {
    const { members } = initialState(chain).samples[0]!
    const early: Event = {
      type: 'propose',
      caller: 'v1',
      committee: members,
      slot: 1,
      timestampSlot: 1,
      parent: initialState(chain).proven,
      content: 'a',
      blobs: 'match',
      forced: 0,
      forcedHash: 'match',
      attestations: members,
    }
    const last = chain.parameters.slotDurationSeconds - 1
    expect(shown({}, early, { refusal: 'SlotNotCurrent', seconds: last })).toEqual(['-TIME-1'])
    expect(shown({}, early, { refusal: 'SlotNotCurrent', seconds: last - 1 })).toEqual([])
  })

  test('EPOCH-3: a committee counts as drawn where its seed draws it from a larger set', () => {
    const profile = profileNamed('committee')
    const { targetCommitteeSize } = profile.parameters
    const start = initialState(profile)
    const [sample] = start.samples
    const event: Event = {
      type: 'propose',
      caller: 'v1',
      committee: ['stranger', 'stranger'],
      slot: 0,
      timestampSlot: 0,
      parent: start.proven,
      content: 'a',
      blobs: 'match',
      forced: 0,
      forcedHash: 'match',
      attestations: ['stranger', 'stranger'],
    }
    const current = ['v1', 'v2', 'v3']
    const orders = current.flatMap((a) => current.flatMap((b) => (a === b ? [] : [[a, b]])))
    expect(targetCommitteeSize).toBe(2)
    const drawn = orders.filter((members) =>
      shown(
        {
          validators: { ...start.validators, current },
          samples: [{ ...sample!, members }],
        },
        event,
        { refusal: 'CommitteeMismatch', profile },
      ).includes('-EPOCH-3'),
    )
    expect(drawn).toHaveLength(1)
  })
})
