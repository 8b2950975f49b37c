/** What is explored of a slot, spec/system/slot.md: who is there, what can be built, what can go wrong. */
export interface SlotProfile {
  readonly name: string
  /** Per slot, its committee in order. */
  readonly committees: readonly (readonly string[])[]
  /** Per slot, its proposer. */
  readonly proposers: readonly string[]
  readonly byzantine: readonly string[]
  readonly minTxPerBlock: number
  readonly forcedMinimum: number
  /** What every honest node holds at first. */
  readonly initialHeld: readonly string[]
  /** All transactions, ascending by name: per transaction, the honest nodes that it ever comes to. */
  readonly reached: Readonly<Record<string, readonly string[]>>
  readonly queue: readonly string[]
  readonly lists: readonly (readonly string[])[]
  readonly crashes: readonly ('kept' | 'lost')[]
}

const committee = ['m1', 'm2', 'm3', 'm4']
const three = ['m1', 'm2', 'm3']
const base = {
  committees: [committee],
  byzantine: ['m4'],
  minTxPerBlock: 1,
  forcedMinimum: 1,
  initialHeld: ['t1'],
  queue: [],
  lists: [['t1'], ['t1', 't2']],
} as const

export const slotProfiles: readonly SlotProfile[] = [
  // The proposer is honest and may crash; "t2" comes to it alone. A quorum is all of three.
  {
    ...base,
    name: 'honest',
    committees: [three],
    proposers: ['m1'],
    byzantine: ['m3'],
    reached: { t1: ['m1', 'm2'], t2: ['m1'] },
    crashes: ['kept', 'lost'],
  },
  // Three of four are a quorum, nobody crashes; "t2" never comes to m3.
  {
    ...base,
    name: 'calm',
    proposers: ['m1'],
    reached: { t1: ['m1', 'm2', 'm3'], t2: ['m1', 'm2'] },
    crashes: [],
  },
  // The proposer is the Byzantine member; "t2" comes to m1 alone.
  {
    ...base,
    name: 'equivocating',
    proposers: ['m4'],
    reached: { t1: [], t2: ['m1'] },
    crashes: ['kept'],
  },
  // As many lie as two quorums share.
  {
    ...base,
    name: 'overrun',
    proposers: ['m4'],
    byzantine: ['m3', 'm4'],
    reached: { t1: ['m1', 'm2'], t2: ['m1', 'm2'] },
    lists: [['t1'], ['t2']],
    crashes: [],
  },
  // "t2" waits in the queue, and nobody holds it.
  {
    ...base,
    name: 'forced',
    proposers: ['m4'],
    reached: { t1: ['m1', 'm2', 'm3'], t2: [] },
    queue: ['t2'],
    lists: [['t1'], ['t2'], ['t2', 't1']],
    crashes: [],
  },
  // One list: what a crash does to an honest proposer and to its members.
  {
    ...base,
    name: 'single',
    proposers: ['m1'],
    reached: { t1: ['m1', 'm2', 'm3'] },
    lists: [['t1']],
    crashes: ['kept', 'lost'],
  },
  // A member that loses its store gets another transaction than the one it had.
  {
    ...base,
    name: 'losing',
    proposers: ['m4'],
    reached: { t1: [], t2: ['m1'] },
    lists: [['t1'], ['t2']],
    crashes: ['lost'],
  },
  // A block in each slot, or in one of them; a quorum is all of three.
  {
    ...base,
    name: 'second',
    committees: [three, three],
    proposers: ['m1', 'm1'],
    byzantine: ['m3'],
    initialHeld: ['t1', 't2'],
    reached: { t1: ['m1', 'm2'], t2: [] },
    lists: [['t1'], ['t2']],
    crashes: [],
  },
  // The same with a loss in either slot, and one list.
  {
    ...base,
    name: 'restored',
    committees: [three, three],
    proposers: ['m3', 'm3'],
    byzantine: ['m3'],
    reached: { t1: ['m1', 'm2'] },
    lists: [['t1']],
    crashes: ['lost'],
  },
]

const everyCrash = {
  ...base,
  reached: { t1: ['m1', 'm2', 'm3'], t2: ['m1', 'm2'] },
  crashes: ['kept', 'lost'],
} as const

/** Those of preset `deep`, with their distinct states: four seats and every crash. "t2" never comes to m3. */
export const largeSlotProfiles: readonly { readonly profile: SlotProfile; readonly states: number }[] = [
  { profile: { ...everyCrash, name: 'honestOfFour', proposers: ['m1'] }, states: 44_516 },
  { profile: { ...everyCrash, name: 'equivocatingOfFour', proposers: ['m4'] }, states: 36_872 },
]
