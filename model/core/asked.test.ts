import { describe, expect, test } from 'vitest'
import { loadAttesterPreset } from '../../spec/nodeParameters.ts'
import { attester } from '../attester/actor.ts'
import { asked } from './asked.ts'
import { deploy } from './deployed.ts'

const profile = loadAttesterPreset().profiles[0]!
const deployed = deploy(attester, profile)

describe('an actor that is a part of something larger', () => {
  test('answers as it does alone, refusal by refusal', () => {
    const { initial, ask } = asked(attester, profile)
    let state = initial
    const seen = new Set<string>()
    for (let number = 0; number < 40; number++) {
      const accepted: (typeof state)[] = []
      for (const event of deployed.instances(state)) {
        const [answer, step] = [ask(state, event), deployed.step(state, event)]
        if ('refusals' in step) {
          expect(answer).toEqual({ refusals: step.refusals.map(({ refusal }) => refusal) })
          for (const { refusal } of step.refusals) seen.add(refusal)
        } else {
          expect(answer).toEqual({ state: step.state, effects: step.effects })
          accepted.push(step.state)
        }
      }
      state = accepted[number % accepted.length]!
    }
    expect(seen.size).toBeGreaterThan(10)
  })

  test('finds each answer once, and has one value for equal states', () => {
    const { initial, ask, same } = asked(attester, profile)
    const tick = { type: 'tick' } as const
    expect(ask({ ...initial }, tick)).toBe(ask(initial, { ...tick }))
    expect(same(structuredClone(initial))).toBe(initial)
    expect(same({ ...initial, slot: 1 })).not.toBe(initial)
  })
})
