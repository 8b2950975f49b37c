import { expect, test } from 'vitest'
import { loadPreset } from '../../../spec/parameters.ts'
import { namedBodies } from '../../translation/bodies.ts'
import { describe as describePlan, planProfile } from '../../translation/deployment.ts'
import { LogEncoder, NotAnnounced, requireLogs } from '../../translation/logs.ts'
import { announcedIn } from './announced.ts'

const profile = loadPreset('tiny').profiles[0]!
const plan = await planProfile(profile)
const { storageMap } = describePlan(profile, plan, namedBodies)
const encoder = new LogEncoder(plan.addresses, storageMap)
const [deposited, slashed] = encoder.encode(
  [
    { type: 'Deposited', prover: 'p1', amount: '3' },
    { type: 'SlashedCollected', amount: '4' },
  ],
  undefined as never,
)

function said(...lists: Parameters<typeof requireLogs>): ReturnType<typeof announcedIn> {
  try {
    requireLogs(...lists)
  } catch (error) {
    if (error instanceof NotAnnounced) return announcedIn(error.message)
    throw error
  }
  return undefined
}

test('the logs that differ are read back from the words about them', () => {
  const other = { ...deposited!, data: slashed!.data }
  expect(said([deposited!, slashed!], [other, slashed!])).toEqual({
    type: 'Deposited',
    count: 2,
    expected: [deposited],
    found: [other],
  })
})

test('none where one side has no more', () => {
  const [type, count] = ['Deposited', 0]
  expect(said([], [deposited!])).toEqual({ type, count, expected: [], found: [deposited] })
  expect(said([deposited!], [])).toEqual({ type, count: 1, expected: [deposited], found: [] })
})

test('words about something else are none', () => {
  expect(announcedIn('storage of rollup: expected 1, found 2')).toBeUndefined()
})
