/** What is explored of the chain with and without a committee: who is there, what can be built, what can go wrong. */
export interface FallbackSystemProfile {
  readonly name: string
  readonly slotsPerEpoch: number
  readonly claimWindowSlots: number
  readonly enterSlots: number
  readonly exitSlots: number
  readonly activitySlots: number
  readonly delayEpochs: number
  readonly forcedMinimum: number
  readonly minTxPerBlock: number
  readonly maxViewAge: number
  /** What every honest node holds at first. */
  readonly initialHeld: readonly string[]
  /** What enters the queue, in this order. */
  readonly forceable: readonly string[]
  /** The honest nodes. */
  readonly nodes: readonly string[]
  /** The committee: one of the nodes, or somebody Byzantine. */
  readonly seat: string
  /** Whether every node reads L1 when a slot begins. */
  readonly reads: boolean
  readonly reorganises: boolean
  /** Whether a node begins anew by its own choice. */
  readonly givesUp: boolean
  /** What nodes add to what is forced. */
  readonly own: readonly (readonly string[])[]
  readonly crashes: readonly ('kept' | 'lost')[]
  /** What the Byzantine ones hand in. */
  readonly lies: readonly ('proven' | 'attested')[]
  /** What is done about an epoch. */
  readonly epochs: readonly ('claimed' | 'proven')[]
  readonly lastForcing: number
  readonly horizon: number
}

const base = {
  slotsPerEpoch: 2,
  claimWindowSlots: 1,
  enterSlots: 4,
  exitSlots: 4,
  activitySlots: 3,
  delayEpochs: 0,
  forcedMinimum: 1,
  minTxPerBlock: 1,
  maxViewAge: 1,
  initialHeld: ['o'],
  forceable: ['t1'],
  nodes: ['n1'],
  seat: 'c',
  reads: true,
  reorganises: false,
  givesUp: false,
  own: [[]],
  crashes: [],
  lies: [],
  epochs: [],
  lastForcing: 0,
  horizon: 8,
} as const

export const fallbackProfiles: readonly FallbackSystemProfile[] = [
  // The committee proposes nothing; two honest nodes race.
  { ...base, name: 'racing', nodes: ['n1', 'n2'] },
  // The committee and somebody who proves do what they want; an honest node crashes.
  {
    ...base,
    name: 'byzantine',
    forceable: ['t1', 't2'],
    lies: ['proven', 'attested'],
    epochs: ['claimed', 'proven'],
    crashes: ['kept', 'lost'],
    own: [[], ['o']],
    givesUp: true,
    horizon: 7,
  },
  // The seat is honest, and builds in fallback too.
  {
    ...base,
    name: 'standing',
    seat: 'n1',
    reads: false,
    horizon: 6,
  },
  // L1 goes back by one transaction.
  { ...base, name: 'reorganised', lies: ['proven'], reorganises: true, reads: false, horizon: 6 },
]

/** Distinct states of each: a profile that silently shrinks is seen. */
export const fallbackStates: Readonly<Record<string, number>> = {
  racing: 2495,
  byzantine: 0,
  standing: 0,
  reorganised: 0,
}
