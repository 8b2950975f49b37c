import { beforeAll, describe, expect, it, vi } from 'vitest'
import { machineOf } from '../../../model/core/deployed.ts'
import type { Graph } from '../../../model/core/explorer.ts'
import { checksOf, readMachine } from '../../../model/core/reading.ts'
import { l1Rollup } from '../../../model/l1-rollup/actor.ts'
import { refusals } from '../../../model/l1-rollup/refusals.ts'
import { stateOfText, stateText } from '../../../model/l1-rollup/texts.ts'
import type { L1RollupTypes } from '../../../model/l1-rollup/types.ts'
import type { EventType } from '../../../model/l1-rollup/vocabulary.ts'
import { loadPreset, type Profile, profileNamed } from '../../../spec/parameters.ts'
import { Chain } from '../../translation/blocks.ts'
import { namedBodies } from '../../translation/bodies.ts'
import { type Deployment, deployProfile } from '../../translation/deployment.ts'
import { StorageUnexplained } from '../../translation/storageUnexplained.ts'
import { exploreProfile } from '../graph-parity/profile.ts'
import { l1RollupSubject } from '../subjects.ts'
import { casesOfGraph, casesOfStates, statesOfWalks } from './cases.ts'
import { PairCounter } from './pairs.ts'
import { runOneStep } from './run.ts'

const short = (name: string, horizon: number): Profile => ({
  ...profileNamed(name),
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
    // It ends with the first: enough for a mutant.
    expect(result.states).toBeLessThan(graph.states.length)
  })

  it('shows a state whose graph says something else', async () => {
    const accepted = graph.outcome.findIndex(
      (outcome, at) => outcome > 0 && graph.events[graph.event[at]!]!.includes('propose'),
    )
    const outcome = graph.outcome.slice()
    outcome[accepted] = 0
    const told: unknown[] = []
    const result = await runOneStep(deployment, casesOfGraph(profile, { ...graph, outcome }), {
      firstOnly: true,
      onMismatch: ({ state }, { text }, _, problem) =>
        told.push({ state: stateText(state), event: text, ...problem }),
    })
    expect(result.mismatches[0]?.event).toContain('"propose"')
    expect(result.mismatches[0]?.found).toContain('storage of rollup')
    // Whoever looks for causes hears of each.
    expect(told).toEqual(result.mismatches)
  })
})

describe('what a run counts', () => {
  const cases = () => [...casesOfGraph(profile, graph)]
  const checks = (type: EventType) =>
    checksOf(readMachine(l1Rollup, machineOf(l1Rollup, profile)), type).map(
      (check) => refusals[check].refusal,
    )
  const asked = () =>
    cases().map(({ state, cases: ofState }) => ({
      state,
      events: ofState.filter(({ event }) => event.type !== 'advanceSlot'),
    }))
  const times = (names: readonly string[]) => {
    const counts = new Map<string, number>()
    for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1)
    return counts
  }

  it('is what the graph holds: checks that passed, refusals, sides and neighbours', async () => {
    const result = await runOneStep(deployment, cases())
    const events = asked().flatMap(({ events: own }) => own)
    const accepted = events.filter(({ outcome }) => 'next' in outcome)
    expect(result.passed).toEqual(times(accepted.flatMap(({ event }) => checks(event.type))))
    const refused = events.flatMap(({ outcome }) => ('next' in outcome ? [] : [outcome.refusals[0]!]))
    expect(result.refused).toEqual(times(refused))
    const pairs = new PairCounter()
    for (const { events: own } of asked())
      pairs.count(
        own.map(({ event, text, outcome }) => ({
          event,
          text,
          refusals: 'next' in outcome ? [] : outcome.refusals,
        })),
      )
    expect(result.decided).toEqual(pairs.found)
    // ESCROW-4 is shown by every accepted deposit.
    const deposits = accepted.filter(({ event }) => event.type === 'deposit').length
    expect(result.sides.passed.get('ESCROW-4')).toBe(deposits)
    expect(result.sides.refused.get('PRUNE-1')).toBeGreaterThan(0)
  })

  it('leaves out what differs', async () => {
    const { withdrawalDelaySlots, minimumBondWei } = profile.parameters
    const parameters = {
      ...profile.parameters,
      withdrawalDelaySlots: withdrawalDelaySlots + 1,
      minimumBondWei: String(BigInt(minimumBondWei) + 1n),
    }
    const other = await deployProfile({ ...profile, parameters }, namedBodies)
    const result = await runOneStep({ ...deployment, code: other.code }, cases())
    // WithdrawalPending is a check of startWithdrawal alone, whose every acceptance ends otherwise; BondBelowMinimum
    // says another minimum.
    expect(result.passed.get('WithdrawalPending')).toBeUndefined()
    expect(result.refused.get('BondBelowMinimum')).toBeUndefined()
    expect(result.refused.get('WithdrawalPending')).toBeGreaterThan(0)
  })

  it('a state that does not come back from storage ends the run', async () => {
    const reading = vi.spyOn(deployment.storageMap, 'stateOf')
    reading.mockReturnValue({ ...stateOfText(graph.states[0]!), slot: 99 })
    try {
      await expect(runOneStep(deployment, cases())).rejects.toThrow('α(γ(s)) is not s')
    } finally {
      reading.mockRestore()
    }
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
    const funded = deployment.storageMap.storageOf(initial, Chain.empty(deployment.blocks))
    const { rollup } = deployment.addresses
    const made = new Map([...funded, [rollup, deployment.storage.get(rollup)!] as const])
    // What stands in a place that means nothing is not compared: the constructor fills some.
    expect(() => deployment.storageMap.requireSame(funded, made)).not.toThrow()
    expect(made.get(rollup)!.size).toBeGreaterThan(funded.get(rollup)!.size)
    expect(stateText(deployment.storageMap.stateOf(made, 0))).toBe(stateText(initial))
  })

  it('with a word that no state has is refused with contract and slot', () => {
    const initial = stateOfText(graph.states[0]!)
    const storage = deployment.storageMap.storageOf(initial, Chain.empty(deployment.blocks))
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
