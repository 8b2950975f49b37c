import { expect, test } from 'vitest'
import { loadPreset } from '../../spec/parameters.ts'
import { rungKeys } from '../evidence.ts'
import { readRecord } from './record.ts'
import { Pace, work, workOf } from './work.ts'

const record = readRecord()
const preset = loadPreset('tiny')
const whole = { presetName: 'tiny', preset, allProfiles: true, constants: {} }

test('the work of a check is that of its parts, and grows with what is asked for', () => {
  const all = workOf(rungKeys, whole, record)!
  const apart = [['modelChecking', 'graphParity'], ['oneStep'], ['replay']] as const
  expect(apart.map((keys) => workOf(keys, whole, record)!).reduce((sum, it) => sum + it)).toBeCloseTo(all)
  const [first] = preset.profiles
  const one = { ...whole, allProfiles: false, preset: { ...preset, profiles: [first!] } }
  expect(workOf(['oneStep'], one, record)).toBeCloseTo(
    work.calls(
      ['enabled', 'disabled', 'probes'].reduce(
        (sum, of) => sum + record.rungs.oneStep![first!.name]![of]!,
        0,
      ),
    ),
  )
  expect(workOf(['graphParity'], one, record)!).toBeLessThan(workOf(['graphParity'], whole, record)!)
})

test('nothing is known of what was never recorded', () => {
  expect(workOf(rungKeys, { ...whole, presetName: 'rfc' }, record)).toBeUndefined()
  expect(workOf(rungKeys, { ...whole, constants: { claimWindowSlots: '1' } }, record)).toBeUndefined()
  expect(workOf(rungKeys, { ...whole, probeEvery: 1 }, record)).toBeUndefined()
  expect(new Pace([10, undefined]).text).toBe('')
  expect(new Pace([]).text).toBe('')
})

test('time that is left follows from the pace until now', () => {
  let now = 0
  const pace = new Pace([100, 300], () => now)
  expect(pace.text).toBe('0 %')
  now = 30_000
  pace.did(0, 40)
  expect(pace.text).toBe('10 %, about 5 min left')
  now = 60_000
  pace.did(1, 160)
  expect(pace.text).toBe('50 %, about 60 s left')
})

test('a part never does more than it is, and its end is the end of its work', () => {
  const pace = new Pace([100, 300], () => 1_000)
  pace.did(0, 500)
  expect(pace.fraction).toBe(0.25)
  pace.ended(1)
  expect(pace.fraction).toBe(1)
  expect(pace.text).toBe('100 %, about 0 s left')
})
