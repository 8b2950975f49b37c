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
  reorgDepth: 0,
  ...changes,
})
