/** What a prover offers to prove an epoch for. */
export interface EpochOffer {
  /** The last slot in which it is valid: its offset in the epoch of the claim window. */
  readonly lastOffset: number
  readonly bond: number
  readonly fee: number
}

/** What is explored of a few epochs: who is there, what is built and offered, what can go wrong. */
export interface EpochProfile {
  readonly name: string
  readonly slotsPerEpoch: number
  readonly claimWindow: number
  /** Per slot, its proposer. */
  readonly proposers: readonly string[]
  /** Proposers and provers that do what they want. */
  readonly byzantine: readonly string[]
  /** Per slot, the transactions that its committee can attest; none: no block. */
  readonly lists: readonly (readonly string[])[]
  /** What every honest prover holds at first. */
  readonly initialHeld: readonly string[]
  /** All transactions, ascending by name: per transaction, the honest provers that it ever comes to. */
  readonly reached: Readonly<Record<string, readonly string[]>>
  /** Per prover, ascending by name: what its escrow has at first, in wei. */
  readonly deposits: Readonly<Record<string, number>>
  /** Slots by which L1 can be reorganised, once. */
  readonly memory: number
  /** Whether a view counts only in the slot in which it was read. */
  readonly viewsExpire: boolean
  /** What honest provers offer. */
  readonly offers: readonly EpochOffer[]
  /** What Byzantine provers sign, of an epoch so many before the one that is quoted for. */
  readonly lies: readonly (EpochOffer & { readonly back: number })[]
  readonly withdrawals: readonly number[]
  readonly liars: readonly ('prove' | 'withdraw')[]
  readonly crashes: readonly ('kept' | 'lost')[]
}

const base = {
  slotsPerEpoch: 2,
  claimWindow: 1,
  byzantine: ['p2'],
  deposits: { p1: 2, p2: 2 },
  memory: 0,
  viewsExpire: true,
  offers: [{ lastOffset: 0, bond: 2, fee: 5 }],
  lies: [{ back: 0, lastOffset: 0, bond: 2, fee: 0 }],
  withdrawals: [],
  liars: [],
  crashes: [],
} as const

export const epochProfiles: readonly EpochProfile[] = [
  // A block in each of two epochs; anybody proves.
  {
    ...base,
    name: 'prompt',
    proposers: ['m1', 'm1', 'm1', 'm1', 'm1'],
    lists: [[], ['t1'], [], ['t2'], []],
    initialHeld: ['t1', 't2'],
    reached: { t1: ['p1'], t2: ['p1'] },
    lies: [],
    liars: ['prove'],
  },
  // Two slots of the window, the first of a Byzantine proposer; a rival that quotes more than it has.
  {
    ...base,
    name: 'window',
    viewsExpire: false,
    slotsPerEpoch: 3,
    claimWindow: 2,
    proposers: ['m1', 'm1', 'm1', 'm2', 'm1', 'm1'],
    byzantine: ['m2', 'p2'],
    lists: [['t1'], ['t2'], [], [], [], []],
    initialHeld: ['t1', 't2'],
    reached: { t1: ['p1'], t2: ['p1'] },
    offers: [
      { lastOffset: 1, bond: 2, fee: 5 },
      { lastOffset: 1, bond: 3, fee: 4 },
    ],
    lies: [
      { back: 0, lastOffset: 1, bond: 2, fee: 0 },
      { back: 0, lastOffset: 1, bond: 3, fee: 0 },
    ],
  },
  // A crash of the prover or of the claimant, with or without the store.
  {
    ...base,
    name: 'crashing',
    proposers: ['m1', 'm1', 'm1', 'm1', 'm1'],
    lists: [[], ['t1'], [], [], []],
    initialHeld: ['t1'],
    reached: { t1: ['p1'] },
    offers: [
      { lastOffset: 0, bond: 2, fee: 5 },
      { lastOffset: 0, bond: 2, fee: 4 },
    ],
    lies: [],
    crashes: ['kept', 'lost'],
  },
  // Proposer and prover have one key.
  {
    ...base,
    name: 'integrated',
    viewsExpire: false,
    proposers: ['v1', 'v1', 'v1', 'v1', 'v1'],
    lists: [[], ['t1'], [], [], []],
    initialHeld: ['t1'],
    reached: { t1: ['v1'] },
    deposits: { p2: 2, v1: 2 },
    crashes: ['kept'],
  },
  // Both provers withdraw.
  {
    ...base,
    name: 'withdrawing',
    proposers: ['m1', 'm1', 'm1', 'm1'],
    lists: [[], ['t1'], [], []],
    initialHeld: ['t1'],
    reached: { t1: ['p1'] },
    deposits: { p1: 3, p2: 2 },
    lies: [],
    withdrawals: [2],
    liars: ['withdraw'],
  },
  // A rival bids nothing and proves nothing, until the epoch in which that is known.
  {
    ...base,
    name: 'outbid',
    proposers: ['m1', 'm1', 'm1', 'm1', 'm1', 'm1', 'm1'],
    lists: [[], ['t1'], [], [], [], ['t2'], []],
    initialHeld: ['t1', 't2'],
    reached: { t1: ['p1'], t2: ['p1'] },
    deposits: { p1: 2, p2: 4 },
  },
  // L1 goes back by one slot or two; "t2" is withheld from the prover.
  {
    ...base,
    name: 'reorganised',
    proposers: ['m1', 'm1', 'm1', 'm1', 'm1'],
    lists: [['t1'], ['t2'], [], [], []],
    initialHeld: ['t1'],
    reached: { t1: ['p1'], t2: [] },
    lies: [],
    memory: 2,
  },
  // A view that is older than the end of the epoch; "t2" is withheld from the prover.
  {
    ...base,
    name: 'stale',
    viewsExpire: false,
    proposers: ['m1', 'm1', 'm1', 'm1', 'm1'],
    lists: [['t1'], ['t2'], [], [], []],
    initialHeld: ['t1'],
    reached: { t1: ['p1'], t2: [] },
    deposits: { p1: 3, p2: 2 },
    lies: [],
    liars: ['prove'],
  },
  // Two honest provers quote, a third signs in the name of anybody, and a Byzantine proposer has the window.
  {
    ...base,
    name: 'rivals',
    proposers: ['m1', 'm1', 'm2'],
    byzantine: ['m2', 'p3'],
    lists: [[], ['t1'], []],
    initialHeld: ['t1'],
    reached: { t1: [] },
    deposits: { p1: 2, p2: 2, p3: 0 },
  },
  // Two honest proposers share the window.
  {
    ...base,
    name: 'shared',
    slotsPerEpoch: 3,
    claimWindow: 2,
    proposers: ['m1', 'm1', 'm1', 'm1', 'm2'],
    byzantine: [],
    lists: [[], [], ['t1'], [], []],
    initialHeld: ['t1'],
    reached: { t1: [] },
    deposits: { p1: 2 },
    offers: [{ lastOffset: 1, bond: 2, fee: 5 }],
    lies: [],
  },
  // A prover quotes, is claimed for and proves while something is withdrawing, and takes it out.
  {
    ...base,
    name: 'leaving',
    proposers: ['m1', 'm1', 'm1', 'm1'],
    byzantine: [],
    lists: [[], ['t1'], [], []],
    initialHeld: ['t1'],
    reached: { t1: [] },
    deposits: { p1: 4 },
    lies: [],
    withdrawals: [2],
  },
  // L1 goes back behind the calls of a withdrawal.
  {
    ...base,
    name: 'retracted',
    viewsExpire: false,
    proposers: ['m1', 'm1', 'm1', 'm1', 'm1'],
    byzantine: [],
    lists: [[], ['t1'], [], [], []],
    initialHeld: ['t1'],
    reached: { t1: [] },
    deposits: { p1: 3 },
    memory: 1,
    offers: [],
    lies: [],
    withdrawals: [2],
  },
  // An epoch that is not over is proven by a liar; a block comes late, and behind a proof.
  {
    ...base,
    name: 'early',
    proposers: ['m1', 'm1', 'm1'],
    lists: [['t1'], [], ['t2']],
    initialHeld: ['t1'],
    reached: { t1: [], t2: [] },
    deposits: { p1: 0, p2: 0 },
    memory: 1,
    offers: [],
    lies: [],
    liars: ['prove'],
  },
  // As many slots as time without end needs: what is two epochs old is gone.
  {
    ...base,
    name: 'cycle',
    proposers: ['m1', 'm1', 'm1', 'm1'],
    lists: [[], ['t1'], [], ['t2']],
    initialHeld: ['t1', 't2'],
    reached: { t1: ['p1'], t2: ['p1'] },
  },
]
