import { beforeAll, describe, expect, it } from 'vitest'
import type { Graph } from '../../../model/core/explorer.ts'
import { stateOfText, stateText } from '../../../model/l1-rollup/texts.ts'
import type { L1RollupTypes } from '../../../model/l1-rollup/types.ts'
import { loadPreset, type Profile } from '../../../spec/parameters.ts'
import { Chain } from '../../translation/blocks.ts'
import { namedBodies } from '../../translation/bodies.ts'
import { type Deployment, deployProfile } from '../../translation/deployment.ts'
import { StorageUnexplained } from '../../translation/storage.ts'
import { exploreProfile } from '../graph-parity/profile.ts'
import { l1RollupSubject } from '../subjects.ts'
import { casesOfGraph, casesOfStates, statesOfWalks } from './cases.ts'
import { runOneStep } from './run.ts'

const short = (name: string, horizon: number): Profile => ({
  ...loadPreset('tiny').profiles.find((profile) => profile.name === name)!,
  horizon,
})

let profile: Profile
let graph: Graph<L1RollupTypes>
let deployment: Deployment
beforeAll(async () => {
  profile = short('escrow', 3)
  graph = exploreProfile(l1RollupSubject, profile)
  deployment = await deployProfile(profile, namedBodies)
})

describe('one step on deployed bytecode', () => {
  it('is that of the model, in every state', async () => {
    const result = await runOneStep(deployment, casesOfGraph(profile, graph))
    expect(result.mismatches).toEqual([])
    expect(result.states).toBe(graph.states.length)
    const advances = graph.event.filter((id) => graph.events[id] === '{"type":"advanceSlot"}').length
    expect(result.enabled + result.disabled).toBe(graph.event.length - advances)
    // Each state that is probed is asked about some hundred events more.
    expect(result.probes).toBeGreaterThan((100 * result.states) / profile.probes.everyState)
  })

  it('shows bytecode that was deployed with other parameters', async () => {
    const parameters = {
      ...profile.parameters,
      withdrawalDelaySlots: profile.parameters.withdrawalDelaySlots + 1,
    }
    const other = await deployProfile({ ...profile, parameters }, namedBodies)
    const result = await runOneStep({ ...deployment, code: other.code }, casesOfGraph(profile, graph), {
      firstOnly: true,
    })
    expect(result.mismatchCount).toBeGreaterThan(0)
    expect(result.mismatches[0]?.event).toContain('"startWithdrawal"')
  })

  it('shows a state whose graph says something else', async () => {
    const accepted = graph.outcome.findIndex(
      (outcome, at) => outcome > 0 && graph.events[graph.event[at]!]!.includes('propose'),
    )
    const outcome = graph.outcome.slice()
    outcome[accepted] = 0
    const result = await runOneStep(deployment, casesOfGraph(profile, { ...graph, outcome }), {
      firstOnly: true,
    })
    expect(result.mismatches[0]?.event).toContain('"propose"')
    expect(result.mismatches[0]?.found).toContain('storage of rollup')
  })
})

describe('a profile that is too large to be explored', () => {
  it('is walked through: few states with all their instances, the numbers of the RFC', async () => {
    const [rfc] = loadPreset('rfc').profiles
    const states = [...casesOfStates(rfc!, statesOfWalks(rfc!, [{ seed: 1, length: 8 }]))]
    const result = await runOneStep(await deployProfile(rfc!, namedBodies), states)
    expect(result.mismatches).toEqual([])
    expect(result.states).toBe(states.length)
    expect(result.enabled).toBeGreaterThan(8)
  })
})

describe('storage', () => {
  it('of the constructors is γ of the initial state, but for what tests fund', () => {
    const initial = stateOfText(graph.states[0]!)
    const funded = deployment.storageMap.storageOf(initial, new Chain(deployment.blocks))
    const [rollup] = [deployment.addresses.rollup]
    expect(funded.get(rollup)).toEqual(deployment.storage.get(rollup))
  })

  it('with a word that no state has is refused with contract and slot', () => {
    const initial = stateOfText(graph.states[0]!)
    const storage = deployment.storageMap.storageOf(initial, new Chain(deployment.blocks))
    storage.get(deployment.addresses.escrow)!.set(7n, 1n)
    expect(() => deployment.storageMap.stateOf(storage, 0)).toThrow(StorageUnexplained)
    expect(() => deployment.storageMap.stateOf(storage, 0)).toThrow(
      /storage of escrow .*slot 0x0+7: expected 0x0+, found 0x0+1/,
    )
  })

  it('of every committee profile state is read back', async () => {
    const changing = short('committee', 3)
    const { storageMap, blocks } = await deployProfile(changing, namedBodies)
    const { states } = exploreProfile(l1RollupSubject, changing)
    for (const text of states) {
      const state = stateOfText(text)
      expect(
        stateText(storageMap.stateOf(storageMap.storageOf(state, Chain.of(state, blocks)), state.slot)),
      ).toBe(text)
    }
  })
})
