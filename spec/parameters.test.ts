import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { loadPreset, type Parameters, parametersSchema, parsePreset } from './parameters.ts'

const preset = JSON.parse(readFileSync(new URL('./presets/tiny.json', import.meta.url), 'utf8'))
const withProfile = (change: object): unknown => ({
  ...preset,
  profiles: [{ ...preset.profiles[0], ...change }],
})

test('the escrow holds the deposits and no tokens beside', () => {
  expect(() => parsePreset(withProfile({ tokens: { rollup: '3' } }), 'own.json')).not.toThrow()
  expect(() => parsePreset(withProfile({ tokens: { escrow: '3' } }), 'own.json')).toThrow(
    /own\.json: [\s\S]*beside the deposits[\s\S]*profiles\[0\]\.tokens\.escrow/,
  )
})

test('preset deep is some profiles of tiny, larger', () => {
  const { profiles } = loadPreset('tiny')
  const deep = loadPreset('deep', { slotDurationSeconds: '12' }).profiles
  expect(deep.length).toBeGreaterThan(1)
  for (const profile of deep) {
    const { horizon, addable, parameters, ...rest } = profiles.find(({ name }) => name === profile.name)!
    expect(profile).toEqual({
      ...rest,
      parameters: { ...parameters, slotDurationSeconds: 12 },
      horizon: profile.horizon,
      addable: profile.addable,
    })
    expect(profile.horizon).toBeGreaterThan(horizon)
    expect(profile.addable).toEqual(expect.arrayContaining(addable))
  }
})

describe('numbers of fallback and queue that no deployment has', () => {
  const [rfc] = JSON.parse(readFileSync(new URL('./presets/rfc.json', import.meta.url), 'utf8')).profiles
  const problem = (change: Partial<Parameters>): string | undefined => {
    const { error } = parametersSchema.safeParse({ ...rfc.parameters, ...change })
    return error?.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('; ')
  }

  test('CHALLENGE-10: blocks are challenged for 13 slots at most, as long as epochs are claimed', () => {
    expect([0, 13].map((challengeSlots) => problem({ challengeSlots }))).toEqual([undefined, undefined])
    expect(problem({ challengeSlots: 14 })).toMatch(/^challengeSlots: .*CHALLENGE-10/)
  })

  test('CHALLENGE-12: an epoch has 128 slots at most where signatures are challenged', () => {
    const epochs = (slotsPerEpoch: number, challengeSlots: number) =>
      problem({ slotsPerEpoch, challengeSlots, withdrawalDelaySlots: 1000, fallbackEnterSlots: 0 })
    expect([epochs(128, 1), epochs(129, 0)]).toEqual([undefined, undefined])
    expect(epochs(129, 1)).toMatch(/^slotsPerEpoch: .*CHALLENGE-12/)
  })

  test('FALLBACK-17: T_enter 96 and 0 are enough for a delay of 1, 95 is not', () => {
    expect([96, 0].map((fallbackEnterSlots) => problem({ fallbackEnterSlots }))).toEqual([
      undefined,
      undefined,
    ])
    expect(problem({ fallbackEnterSlots: 95 })).toMatch(/^fallbackEnterSlots: .*FALLBACK-17/)
  })

  test('FALLBACK-18: T_exit is not less than T_activity, which is at least 1, where there is fallback', () => {
    const exits = (fallbackExitSlots: number, fallbackExitActivitySlots: number, fallbackEnterSlots = 96) =>
      problem({ fallbackExitSlots, fallbackExitActivitySlots, fallbackEnterSlots })
    expect([exits(64, 64), exits(1, 1), exits(0, 0, 0)]).toEqual([undefined, undefined, undefined])
    expect(exits(63, 64)).toMatch(/^fallbackExitSlots: .*FALLBACK-18/)
    expect(exits(1, 0)).toMatch(/^fallbackExitActivitySlots: .*FALLBACK-18/)
  })

  test('QUEUE-11: m is at most 9 with 80,000 bytes, and at least 1', () => {
    expect([1, 9].map((forcedMinimum) => problem({ forcedMinimum }))).toEqual([undefined, undefined])
    expect(problem({ forcedMinimum: 10 })).toMatch(/^forcedMinimum: .*QUEUE-11/)
    expect(problem({ forcedMinimum: 0 })).toMatch(/^forcedMinimum: /)
  })
})
