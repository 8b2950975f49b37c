import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Graph as Exploration } from '../../../model/core/explorer.ts'
import { epochNow, sampleInForce } from '../../../model/l1-rollup/chain.ts'
import { eventOfText, stateOfText } from '../../../model/l1-rollup/texts.ts'
import type { L1RollupTypes } from '../../../model/l1-rollup/types.ts'
import type { EventOf, EventType, State } from '../../../model/l1-rollup/vocabulary.ts'
import { loadPreset, type Profile } from '../../../spec/parameters.ts'
import { l1RollupSubject } from '../subjects.ts'
import { checkProfile, compareWithStatechart, exploreProfile } from './profile.ts'

let folder: string
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'lockstep-parity-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** Short enough for a test, long enough for an unclaimed prune. */
const short = (name: string, constants: Record<string, string> = {}): Profile => {
  const profile = loadPreset('tiny', constants).profiles.find((it) => it.name === name)!
  const { slotsPerEpoch, claimWindowSlots } = profile.parameters
  return {
    ...profile,
    horizon: slotsPerEpoch + claimWindowSlots,
    probes: { everyState: 0, pairsEveryState: 0 },
  }
}

/**
 * Epochs 0 to 3, and changes of the set in each: with a lookahead of 2 the first sample that a change can be in serves in
 * epoch 3.
 */
function lookingFarAhead(): Profile {
  const profile = short('committee', { seedLookaheadEpochs: '2' })
  const { slotsPerEpoch } = profile.parameters
  return {
    ...profile,
    horizon: 4 * slotsPerEpoch,
    removable: [],
    // It draws the third of three (shuffledIndex).
    randaos: ['r4'],
    families: { ...profile.families, setupEpoch: 'valid', validators: 'valid', prune: 'none' },
  }
}

/** Accepted events of a type, with the states before and after. */
function accepted<Type extends EventType>(
  { states, events, firstInstance, event, outcome }: Exploration<L1RollupTypes>,
  type: Type,
) {
  const [parsedStates, parsedEvents] = [states.map(stateOfText), events.map(eventOfText)]
  return parsedStates.flatMap((state, id) => {
    const found: { state: State; event: EventOf<Type>; next: State }[] = []
    for (let instance = firstInstance[id]!; instance < firstInstance[id + 1]!; instance++) {
      const asked = parsedEvents[event[instance]!]!
      const next = parsedStates[outcome[instance]!]
      if (asked.type === type && next) found.push({ state, event: asked as EventOf<Type>, next })
    }
    return found
  })
}

async function compare(of: Profile, probes = { everyState: 20, pairsEveryState: 200 }) {
  const profile = { ...of, probes }
  const { tlc, graph } = await checkProfile(l1RollupSubject, profile, {
    folder: path.join(folder, profile.name),
  })
  expect(tlc.errors).toEqual([])
  const exploration = exploreProfile(l1RollupSubject, profile)
  const comparison = compareWithStatechart(l1RollupSubject, profile, graph!, exploration, 1)
  expect(comparison.states).toBe(tlc.distinctStates)
  expect(comparison.probes).toBeGreaterThan(comparison.states)
  return { ...comparison, exploration }
}

describe('TLA+ and statechart have the same graph', () => {
  it.each([
    ['EPOCH-2: the seed two epochs ahead', 'committee', { seedLookaheadEpochs: '2' }],
    ['EPOCH-8: the proposer by offset', 'chain', { proposerSelection: 'offset' }],
    ['PROOF-10: the claimed prover alone', 'provers', { proofSubmission: 'claimedProver' }],
    ['REWARD-6: a reward for every block', 'rewards', { rewardBasis: 'block' }],
    ['REWARD-3: the rest for the proposers of the blocks', 'rewards', { rewardRemainder: 'blockProposers' }],
  ])('under the other reading of %s', async (_, name, constants) => {
    const comparison = await compare(short(name, constants))
    expect(comparison.differences).toEqual([])
    expect(comparison.transitions).toBeGreaterThan(100)
  })

  it('under the other reading of EPOCH-2: a committee that was sampled two epochs before proposes', async () => {
    const profile = lookingFarAhead()
    const p = profile.parameters
    const comparison = await compare(profile, { everyState: 20, pairsEveryState: 0 })
    expect(comparison.differences).toEqual([])
    // The sample of epoch 4 is taken in epoch 2, from the set that epoch 1 began with.
    const sampled = accepted(comparison.exploration, 'setupEpoch')
    const ofFour = sampled.filter(({ next }) => next.samples.at(-1)!.epoch === 4)
    expect(new Set(ofFour.map(({ state }) => epochNow(state, p)))).toEqual(new Set([2]))
    const proposed = accepted(comparison.exploration, 'propose').filter(
      ({ state }) => epochNow(state, p) === 4 && sampleInForce(state, p).epoch === 4,
    )
    const committees = proposed.map(({ event, state }) =>
      [event.committee, state.validators.current].join(' of '),
    )
    // With v3 from epoch 0 on, with v3 from epoch 1 on at the earliest, and without.
    expect([...new Set(committees)].sort()).toEqual([
      'v1,v2 of v1,v2',
      'v1,v2 of v1,v2,v3',
      'v3,v2 of v1,v2,v3',
    ])
  })

  it('PROPOSE-11: with a committee of three, all of whom are a quorum', async () => {
    const comparison = await compare({ ...short('chain'), validators: ['v1', 'v2', 'v3'], horizon: 1 })
    expect(comparison.differences).toEqual([])
    expect(comparison.transitions).toBeGreaterThan(3)
  })

  it.each([
    [2, 'one doubling'],
    [1, 'two doublings'],
  ])('EPOCH-12: %i of four are drawn in the rounds of %s', async (targetCommitteeSize) => {
    const four: Profile = { ...short('chain'), validators: ['v1', 'v2', 'v3', 'v4'], horizon: 1 }
    const drawnIn = (...shuffleRounds: number[]): Profile => ({
      ...four,
      parameters: { ...four.parameters, targetCommitteeSize, shuffleRounds },
    })
    const profile = drawnIn(6, 9)
    const { graph } = await checkProfile(l1RollupSubject, profile, { folder: path.join(folder, 'doublings') })
    const differences = (other: Profile) =>
      compareWithStatechart(l1RollupSubject, profile, graph!, exploreProfile(l1RollupSubject, other), 1)
        .differenceCount
    expect(differences(profile)).toBe(0)
    expect(differences(drawnIn(9, 6))).toBeGreaterThan(0)
  })

  it('and a rule that moves by one shows with the shortest path to it', async () => {
    const profile = short('forks')
    const { graph } = await checkProfile(l1RollupSubject, profile, { folder: path.join(folder, 'moved') })
    const longer = { ...profile.parameters, slotsPerEpoch: profile.parameters.slotsPerEpoch + 1 }
    const exploration = exploreProfile(l1RollupSubject, { ...profile, parameters: longer })
    const { differences } = compareWithStatechart(l1RollupSubject, profile, graph!, exploration, 1)
    expect(differences[0]?.path).toEqual(Array(differences[0]!.path.length).fill('{"type":"advanceSlot"}'))
    expect(differences[0]?.path.length).toBe(profile.parameters.slotsPerEpoch)
  })
})

it('the model checker ends a graph beyond its limit, with the path', async () => {
  const { tlc, graph } = await checkProfile(l1RollupSubject, short('forks'), {
    folder: path.join(folder, 'limited'),
    stateLimit: 50,
  })
  expect(graph).toBeUndefined()
  expect(tlc).toMatchObject({ outcome: 'safety', violated: 'StatesAreWithinLimit' })
  expect(tlc.counterexample!.states.length).toBeGreaterThan(1)
})

describe('the bijection', () => {
  it('gives every state and event of a profile back from its text', async () => {
    const { stateText, eventText } = await import('../../../model/l1-rollup/texts.ts')
    const { states, events } = exploreProfile(l1RollupSubject, short('escrow'))
    expect(states.map((text) => stateText(stateOfText(text)))).toEqual(states)
    expect(events.map((text) => eventText(eventOfText(text)))).toEqual(events)
  })
})
