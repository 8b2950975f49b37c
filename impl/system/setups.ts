import { type Profile, profileNamed } from '../../spec/parameters.ts'
import type { Setup } from './vocabulary.ts'

const members = ['m1', 'm2', 'm3', 'm4']

/** A committee of four, all of them validators; what is forced is due at once, and all slots of a run are of epoch 0. */
function profile(): Profile {
  const chain = profileNamed('chain')
  return {
    ...chain,
    name: 'slot',
    parameters: {
      ...chain.parameters,
      slotsPerEpoch: 8,
      withdrawalDelaySlots: 10,
      minimumBondWei: '1',
      escrowCapWei: '1',
      forcedDelayEpochs: 0,
    },
    validators: members,
    provers: [],
    deposits: {},
    quotes: [],
  }
}

/** Four members, two transactions, one slot, nobody Byzantine, but for what changes. */
export const fourMembers = (changes: Partial<Setup> = {}): Setup => ({
  profile: profile(),
  horizon: 0,
  byzantine: [],
  transactions: ['t1', 't2'],
  minTxPerBlock: 1,
  maxViewAge: 1,
  poolMaximum: 2,
  verifyingMaximum: 2,
  keepers: [],
  reorgDepth: 0,
  ...changes,
})

/**
 * Three slots an epoch, of which two may claim, and fallback after six in which something waits. The first two members
 * are provers as well, and so is p1, which is no member.
 */
export function epochProfile(changes: Partial<Profile> = {}): Profile {
  const slot = profile()
  const deposits = { m1: '2', m2: '2', p1: '2' }
  return {
    ...slot,
    name: 'epochs',
    parameters: {
      ...slot.parameters,
      slotsPerEpoch: 3,
      claimWindowSlots: 2,
      withdrawalDelaySlots: 5,
      minimumBondWei: '1',
      escrowCapWei: '3',
      forcedDelayEpochs: 0,
      fallbackEnterSlots: 6,
      fallbackExitSlots: 4,
      fallbackExitActivitySlots: 2,
    },
    randaos: ['r1', 'r2', 'r3'],
    provers: Object.keys(deposits),
    deposits,
    tokens: { m1: '1', m2: '1', p1: '1' },
    ...changes,
  }
}

/** Four epochs, blocks of any length, and somebody who keeps; what is not said is that of `fourMembers`. */
export const fourEpochs = (changes: Partial<Setup> = {}): Setup =>
  fourMembers({
    profile: epochProfile(),
    horizon: 13,
    minTxPerBlock: 0,
    transactions: ['t1', 't2', 't3'],
    poolMaximum: 3,
    keepers: ['m1', 'm4'],
    ...changes,
  })
