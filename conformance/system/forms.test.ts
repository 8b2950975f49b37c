/** What TLC finds in the cut of a slot happens in statecharts, generated steps and the deployed bytecode as well. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { System } from '../../impl/system/system.ts'
import type { Counterexample } from '../../tla/tlc/counterexample.ts'
import { type ModelResult, runModels } from '../../tla/tlc/models.ts'
import { FormsPart, throughAllForms } from './forms.ts'
import { RealRollup } from './realRollup.ts'
import { profileOf, quorumsIn, slotReachModels, systemFor } from './slotModels.ts'

const models = slotReachModels()

let results: Map<string, ModelResult>
const rollups = new Map<string, RealRollup>()
/** One for all profiles with the same validators. */
async function rollupOf(system: System): Promise<RealRollup> {
  const key = system.setup.profile.validators.join()
  const known = rollups.get(key) ?? (await RealRollup.deploy(system))
  rollups.set(key, known)
  return known
}
let folder: string
beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'lockstep-forms-'))
  results = new Map((await runModels({ models, folder })).map((result) => [result.model.name, result]))
})
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true })
  await Promise.all([...rollups.values()].map((rollup) => rollup.stop()))
})

const formed = async ({ model }: ModelResult, counterexample: Pick<Counterexample, 'states'>) => {
  const profile = profileOf(model)
  const system = systemFor(profile)
  return throughAllForms(counterexample, profile, system, await rollupOf(system))
}

describe('what TLC reaches, all forms reach', () => {
  test.each(models.map(({ name }) => [name] as const))('%s', async (name) => {
    const result = results.get(name)!
    expect(result.problem).toBeUndefined()
    const { states } = result.tlc.counterexample!
    const { steps } = await formed(result, result.tlc.counterexample!)
    expect(steps.length).toBe(states.length - 1)
    expect(steps.every(({ events }) => events.length > 0)).toBe(true)
  })
})

test('PROPOSE-11: with 2q − k members that lie, L1 takes either of two blocks of one slot', async () => {
  const result = results.get('reach/TwoQuorums')!
  const blocks = quorumsIn(result.tlc.counterexample!.states.at(-1)!, profileOf(result.model))
  expect(blocks.length).toBe(2)
  expect(blocks[0]!.proposal).not.toEqual(blocks[1]!.proposal)
  for (const [one, other] of [blocks, [...blocks].reverse()] as [(typeof blocks)[0], (typeof blocks)[0]][]) {
    const { hand } = await formed(result, result.tlc.counterexample!)
    expect((await hand(one!)).refusal).toBeUndefined()
    expect((await hand(other!)).refusal).toBe('ParentNotTip')
  }
})

test('a form that parts is told with its step: another state of TLA+, an event that a statechart refuses', async () => {
  const result = results.get('reach/Taken')!
  const { states } = result.tlc.counterexample!
  // Without its second step what follows has no reason.
  const without = { states: [states[0]!, ...states.slice(2)] }
  await expect(formed(result, without)).rejects.toThrow(FormsPart)
  for (let left = 1; left < states.length; left++) {
    const repeated = { states: [...states.slice(0, left), ...states.slice(left - 1)] }
    const found = await formed(result, repeated).then(
      () => undefined,
      (error: unknown) => error,
    )
    expect(found, `step ${left} twice`).toBeDefined()
  }
})
