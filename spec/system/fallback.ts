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
  /** The slots in which a transaction is forced. */
  readonly forcing: readonly number[]
  /** The first slot in which an honest seat builds. */
  readonly seatFrom: number
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
  forcing: [0],
  seatFrom: 0,
  horizon: 8,
} as const

const censoring = {
  ...base,
  forceable: ['t1', 't2'],
  lies: ['attested'],
  epochs: ['claimed', 'proven'],
  horizon: 6,
} as const

export const fallbackProfiles: readonly FallbackSystemProfile[] = [
  // The committee proposes nothing; two honest nodes race.
  { ...base, name: 'racing', nodes: ['n1', 'n2'] },
  // Somebody Byzantine proves as well; an honest node crashes.
  {
    ...base,
    name: 'byzantine',
    forceable: ['t1', 't2'],
    own: [['o']],
    lies: ['proven'],
    crashes: ['kept', 'lost'],
    horizon: 6,
  },
  // The committee proposes what it likes, has it proven, or claims and lets it go.
  { ...censoring, name: 'censoring', forceable: ['t1'], forcing: [0, 1] },
  // Two are forced; what it proposes it has proven, and never claims.
  { ...censoring, name: 'keptOut', epochs: ['proven'] },
  // The seat is honest, and builds in fallback too.
  { ...base, name: 'standing', seat: 'n1', own: [['o']], seatFrom: 3, horizon: 7 },
  // Something else is forced while a proof is made; it is due in the epoch after.
  {
    ...base,
    name: 'late',
    delayEpochs: 1,
    enterSlots: 6,
    forceable: ['t1', 't2'],
    own: [['o']],
    forcing: [0, 7],
    horizon: 8,
  },
  // L1 goes back by one transaction; nodes read when they like.
  {
    ...base,
    name: 'reorganised',
    lies: ['attested'],
    reorganises: true,
    reads: false,
    own: [['o']],
    horizon: 5,
  },
]

/** Those of preset `deep`, with their distinct states: two are forced, the second perhaps later; all else as above. */
export const largeFallbackProfiles: readonly {
  readonly profile: FallbackSystemProfile
  readonly states: number
}[] = [{ profile: { ...censoring, name: 'censoringLater', forcing: [0, 1] }, states: 26_141 }]
