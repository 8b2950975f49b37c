/** What is explored of a block from its proposal to the proven chain. */
import type { EpochOffer } from '../../../spec/system/epoch.ts'

export interface LifecycleProfile {
  readonly name: string
  /** Per slot, its committee in order. */
  readonly committees: readonly (readonly string[])[]
  /** Per slot, its proposer, who claims as well. */
  readonly proposers: readonly string[]
  /** Members and provers that do what they want. */
  readonly byzantine: readonly string[]
  /** What every honest node holds at first. */
  readonly initialHeld: readonly string[]
  /** All transactions, ascending by name: per transaction, the honest nodes that it ever comes to. */
  readonly reached: Readonly<Record<string, readonly string[]>>
  /** Per slot, the transactions that are built; none: no block. */
  readonly lists: readonly (readonly string[])[]
  readonly slotsPerEpoch: number
  readonly claimWindow: number
  /** Per prover, ascending by name: what its escrow has at first, in wei. */
  readonly deposits: Readonly<Record<string, number>>
  /** What honest provers offer, and Byzantine ones. */
  readonly offers: readonly EpochOffer[]
  readonly lies: readonly EpochOffer[]
}

const one = ['m1']
const pair = ['m1', 'm2']
const three = ['m1', 'm2', 'm3']
const four = ['m1', 'm2', 'm3', 'm4']
const base = {
  byzantine: [],
  initialHeld: ['t1', 't2'],
  reached: { t1: [], t2: [] },
  slotsPerEpoch: 1,
  claimWindow: 1,
  deposits: { p1: 2 },
  offers: [{ lastOffset: 0, bond: 2, fee: 5 }],
  lies: [],
} as const

export const lifecycleProfiles: readonly LifecycleProfile[] = [
  // A block in each of two epochs, of which the first is claimed and proven, or is not.
  { ...base, name: 'finality', committees: [pair, one], proposers: ['m1', 'm1'], lists: [['t1'], ['t2']] },
  // Nobody offers anything: what is not proven goes, and the next committee builds on what is left.
  {
    ...base,
    name: 'rebuilt',
    committees: [one, one, pair],
    proposers: ['m1', 'm1', 'm1'],
    lists: [['t1'], [], ['t2']],
    offers: [],
  },
  // The proposer is Byzantine, and "t2" never comes to the prover.
  {
    ...base,
    name: 'withheld',
    committees: [three, three],
    proposers: ['m3', 'm1'],
    byzantine: ['m3'],
    initialHeld: ['t1'],
    reached: { t1: [], t2: ['m1', 'm2'] },
    lists: [['t2'], []],
  },
]

/** Those of preset `deep`, with their distinct states. */
export const largeLifecycleProfiles: readonly {
  readonly profile: LifecycleProfile
  readonly states: number
}[] = [
  // One of three lies, in every slot.
  {
    profile: {
      ...base,
      name: 'finalityOfThree',
      committees: [three, three, three],
      proposers: ['m1', 'm1', 'm1'],
      byzantine: ['m3'],
      lists: [['t1'], ['t2'], []],
    },
    states: 55_948,
  },
  // One of four lies and proposes, and a rival prover outbids.
  {
    profile: {
      ...base,
      name: 'outbidOfFour',
      committees: [four, four],
      proposers: ['m4', 'm1'],
      byzantine: ['m4', 'p2'],
      lists: [['t1'], []],
      deposits: { p1: 2, p2: 2 },
      lies: [{ lastOffset: 0, bond: 2, fee: 0 }],
    },
    states: 20_192,
  },
  // Two epochs of two slots each: the window is shorter than the epoch.
  {
    profile: {
      ...base,
      name: 'twoSlots',
      slotsPerEpoch: 2,
      committees: [pair, pair, pair, pair],
      proposers: ['m1', 'm2', 'm1', 'm2'],
      lists: [['t1'], [], [], ['t2']],
    },
    states: 69_932,
  },
]
