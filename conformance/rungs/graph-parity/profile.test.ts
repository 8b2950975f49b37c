import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { eventOfText, stateOfText } from '../../../model/l1-rollup/texts.ts'
import { loadPreset, type Profile } from '../../../spec/parameters.ts'
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

async function compare(of: Profile) {
  const profile = { ...of, probes: { everyState: 5, pairsEveryState: 50 } }
  const { tlc, graph } = await checkProfile(profile, { folder: path.join(folder, profile.name) })
  expect(tlc.errors).toEqual([])
  const comparison = compareWithStatechart(profile, graph!, exploreProfile(profile), 1)
  expect(comparison.states).toBe(tlc.distinctStates)
  expect(comparison.probes).toBeGreaterThan(comparison.states)
  return comparison
}

describe('TLA+ and statechart have the same graph', () => {
  it.each([
    ['EPOCH-2: the seed two epochs ahead', 'committee', { seedLookaheadEpochs: '2' }],
    ['EPOCH-8: the proposer by offset', 'chain', { proposerSelection: 'offset' }],
    ['REWARD-3: the rest for the proposers of the blocks', 'rewards', { rewardRemainder: 'blockProposers' }],
  ])('under the other reading of %s', async (_, name, constants) => {
    const comparison = await compare(short(name, constants))
    expect(comparison.differences).toEqual([])
    expect(comparison.transitions).toBeGreaterThan(100)
  })

  it('PROPOSE-11: with a committee of three, all of whom are a quorum', async () => {
    const comparison = await compare({ ...short('chain'), validators: ['v1', 'v2', 'v3'], horizon: 1 })
    expect(comparison.differences).toEqual([])
    expect(comparison.transitions).toBeGreaterThan(3)
  })

  it('and a rule that moves by one shows with the shortest path to it', async () => {
    const profile = short('forks')
    const { graph } = await checkProfile(profile, { folder: path.join(folder, 'moved') })
    const longer = { ...profile.parameters, slotsPerEpoch: profile.parameters.slotsPerEpoch + 1 }
    const exploration = exploreProfile({ ...profile, parameters: longer })
    const { differences } = compareWithStatechart(profile, graph!, exploration, 1)
    expect(differences[0]?.path).toEqual(Array(differences[0]!.path.length).fill('{"type":"advanceSlot"}'))
    expect(differences[0]?.path.length).toBe(profile.parameters.slotsPerEpoch)
  })
})

it('the model checker ends a graph beyond its limit, with the path', async () => {
  const { tlc, graph } = await checkProfile(short('forks'), {
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
    const { states, events } = exploreProfile(short('escrow'))
    expect(states.map((text) => stateText(stateOfText(text)))).toEqual(states)
    expect(events.map((text) => eventText(eventOfText(text)))).toEqual(events)
  })
})
