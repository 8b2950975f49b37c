import type { ProverProfile } from '../../spec/proverParameters.ts'
import { reportInstances, staleAt } from '../node/instances.ts'
import { epochNow } from './derived.ts'
import type { Event, State } from './vocabulary.ts'

/** The event instances of a profile in a state, as spec/actors/prover.md lists them; some twice. */
export const eventInstances = (state: State, profile: ProverProfile): Event[] => [
  ...(state.slot < profile.horizon ? [{ type: 'tick' as const }] : []),
  ...reportInstances(profile),
  { type: 'gather' },
  ...quoteInstances(state, profile),
  { type: 'prove' },
  ...provedInstances(state),
  { type: 'submitProof' },
  ...escrowInstances(state, profile),
]

function quoteInstances(state: State, { offers, parameters }: ProverProfile): Event[] {
  const [first] = offers
  if (first === undefined) return []
  const { slot, view } = state
  const { slotsPerEpoch, claimWindow, minimumBond, feeMaximum } = parameters
  const afterWindow = epochNow(state, parameters) * slotsPerEpoch + claimWindow
  const ends = [slot - 1, slot, afterWindow - 1, afterWindow].filter((end) => end >= 0)
  const available = BigInt(view.available)
  const bonds = [BigInt(minimumBond) - 1n, available, available + 1n].filter((bond) => bond >= 0n)
  return [
    ...offers,
    ...ends.map((validUntilSlot) => ({ ...first, validUntilSlot })),
    ...bonds.map((bond) => ({ ...first, bond: String(bond) })),
    ...[feeMaximum, feeMaximum + 1].map((fee) => ({ ...first, fee })),
  ].map((offer) => ({ type: 'quote', ...offer }))
}

function provedInstances({ proving: { epoch, tip } }: State): Event[] {
  const base = { type: 'proved' as const, epoch, tip }
  return [base, { ...base, epoch: epoch + 1 }, { ...base, tip: staleAt(tip.slot) }]
}

function escrowInstances({ view }: State, { amounts }: ProverProfile): Event[] {
  if (amounts.length === 0) return []
  const given = ['0', ...amounts]
  return [
    ...given.map((amount) => ({ type: 'deposit' as const, amount })),
    ...[...given, view.available, String(BigInt(view.available) + 1n)].map((amount) => ({
      type: 'startWithdrawal' as const,
      amount,
    })),
    { type: 'executeWithdrawal' },
  ]
}
