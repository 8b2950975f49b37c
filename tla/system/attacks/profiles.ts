/** What is explored of attacks on a slot: who is bribed, silent, or given what. */
import type { SlotProfile } from '../../../spec/system/slot.ts'

const committee = ['m1', 'm2', 'm3', 'm4']
const three = ['m1', 'm2', 'm3']
const base = {
  committees: [committee],
  minTxPerBlock: 1,
  forcedMinimum: 1,
  initialHeld: ['t1'],
  reached: { t1: [] },
  queue: [],
  lists: [['t1']],
  crashes: [],
} as const

export const attackProfiles: readonly SlotProfile[] = [
  // A quorum is bribed, the proposer with it; nobody else ever gets "t2".
  {
    ...base,
    name: 'bribed',
    proposers: ['m4'],
    byzantine: ['m2', 'm3', 'm4'],
    reached: { t1: [], t2: [] },
    lists: [['t1'], ['t2']],
  },
  // The proposer is honest, and one member more than it can do without is not.
  { ...base, name: 'silent', proposers: ['m1'], byzantine: ['m3', 'm4'] },
  // One liar has slot 0 and makes two proposals, an honest proposer has slot 1; a quorum is all of three.
  {
    ...base,
    name: 'split',
    committees: [three, three],
    proposers: ['m3', 'm1'],
    byzantine: ['m3'],
    initialHeld: ['t1', 't2'],
    reached: { t1: [], t2: [] },
    lists: [['t1'], ['t2']],
  },
  // The proposer lies, and its "t2" comes to nobody.
  {
    ...base,
    name: 'hidden',
    proposers: ['m4'],
    byzantine: ['m4'],
    reached: { t1: [], t2: [] },
    lists: [['t2']],
  },
]
