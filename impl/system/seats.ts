import { proposerUnder, sampleInForce } from '../../model/l1-rollup/chain.ts'
import { initialState } from '../../model/l1-rollup/initial.ts'
import { quorum } from '../../model/l1-rollup/rules/arithmetic.ts'
import type { State as L1State } from '../../model/l1-rollup/vocabulary.ts'
import type { Deployments, System } from './system.ts'

/** Who is in charge of each slot of a run, as the samples of one state of L1 have it. */
export interface Seats {
  readonly committees: readonly (readonly string[])[]
  readonly proposers: readonly string[]
  /** How many attestations make a quorum of each committee. */
  readonly quorums: readonly number[]
  /** What the roles of each node decide by. */
  readonly deployments: Map<string, Deployments>
}

/** The same object for the same samples, which L1 keeps until it records another one. */
export function seatsOf(system: System, state: L1State): Seats {
  const known = system.seats.get(state.samples)
  if (known) return known
  const { horizon } = system.setup
  const { samples } = state
  // Who was in charge before the oldest sample that is left nobody asks any more.
  const reach = { ...state, samples: [{ ...samples[0]!, epoch: 0 }, ...samples] }
  const slots = Array.from({ length: horizon + 1 }, (_, slot) => ({ ...reach, slot }))
  const committees = slots.map((at) => sampleInForce(at, system.l1.parameters).members)
  const proposers = slots.map((at, slot) => proposerUnder(committees[slot]!, at, system.l1))
  const quorums = committees.map(({ length }) => quorum({ seats: length }))
  const seats = { committees, proposers, quorums, deployments: new Map() }
  system.seats.set(samples, seats)
  return seats
}

/** Of the constructor: as long as nobody sets an epoch up. */
export const firstSeats = (system: System): Seats => seatsOf(system, initialState(system.setup.profile))

/** What the roles of a node decide by, as far as it has read L1. */
export function deploymentsOf(system: System, state: L1State, self: string): Deployments {
  const { committees, proposers, deployments } = seatsOf(system, state)
  const known = deployments.get(self)
  if (known) return known
  const { profile, minTxPerBlock, maxViewAge, poolMaximum, verifyingMaximum } = system.setup
  const { slotsPerEpoch, forcedMinimum, claimWindowSlots, minimumBondWei } = profile.parameters
  const member = {
    parameters: {
      self,
      committees: committees.map((members) => [...members]),
      proposers: [...proposers],
      minTxPerBlock,
      forcedMinimum,
    },
  }
  const terms = { minimumBond: minimumBondWei, feeMaximum: FEE_MAXIMUM }
  const epochs = { slotsPerEpoch, claimWindow: claimWindowSlots }
  const peers = system.nodes.filter((name) => name !== self).toSorted()
  const made: Deployments = {
    follower: { parameters: { maxViewAge, slotsPerEpoch } },
    pool: { parameters: { peers, poolMaximum, verifyingMaximum, nullifiers: {} } },
    attester: member,
    proposer: member,
    claimant: { parameters: { self, proposers: [...proposers], ...epochs, ...terms } },
    prover: { parameters: { self, ...epochs, ...terms } },
    fallbackProposer: { parameters: { minTxPerBlock, forcedMinimum } },
  }
  deployments.set(self, made)
  return made
}

/** CLAIM-7, in basis points. */
const FEE_MAXIMUM = 10_000
