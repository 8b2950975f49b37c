/** What is explored of slots whose signatures are posted. */
import type { SlotProfile } from '../../../spec/system/slot.ts'

export interface ChallengedProfile extends SlotProfile {
  /** d: how many slots after its own a block is challenged. */
  readonly challengeSlots: number
}

const liarsCommittee = ['m1', 'm2', 'm3']
const pair = ['m1', 'm2']
const base = {
  byzantine: ['m3'],
  minTxPerBlock: 1,
  forcedMinimum: 1,
  initialHeld: ['t1', 't2'],
  reached: { t1: [], t2: [] },
  queue: [],
  lists: [['t1'], ['t2']],
  crashes: [],
  challengeSlots: 1,
} as const

export const challengedProfiles: readonly ChallengedProfile[] = [
  // The Byzantine member has slot 0, an honest one slot 1, and one crash.
  {
    ...base,
    name: 'next',
    committees: [liarsCommittee, pair],
    proposers: ['m3', 'm1'],
    crashes: ['kept'],
  },
  // A third slot: what was not challenged in slot 1 stays.
  {
    ...base,
    name: 'late',
    committees: [liarsCommittee, pair, pair],
    proposers: ['m3', 'm1', 'm2'],
  },
  // It has slots 0 and 1.
  {
    ...base,
    name: 'twice',
    committees: [liarsCommittee, liarsCommittee, pair],
    proposers: ['m3', 'm3', 'm1'],
    challengeSlots: 2,
  },
]
