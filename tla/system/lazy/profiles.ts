/** What is explored of lazy sequencing. */
import type { SlotProfile } from '../../../spec/system/slot.ts'

export interface LazyProfile extends SlotProfile {
  /** Per transaction, its nullifier. */
  readonly nullifiers: Readonly<Record<string, string>>
}

const pair = ['m1', 'm2']
const base = {
  committees: [pair, pair],
  proposers: ['m1', 'm2'],
  byzantine: [],
  minTxPerBlock: 1,
  forcedMinimum: 1,
  initialHeld: ['t1', 't2'],
  reached: { t1: [], t2: [] },
  queue: [],
  lists: [['t1'], ['t2']],
  crashes: [],
  nullifiers: { t1: 'n1', t2: 'n1' },
} as const

export const lazyProfiles: readonly LazyProfile[] = [
  // "t1" and "t2" spend the same, and all hold both.
  { ...base, name: 'conflict' },
  // "t2" is held by nobody but whoever lists it.
  {
    ...base,
    name: 'scarce',
    committees: [pair],
    proposers: ['m1'],
    initialHeld: ['t1'],
    reached: { t1: [], t2: ['m1'] },
    nullifiers: { t1: 'n1', t2: 'n2' },
  },
]
