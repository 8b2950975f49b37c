import type { ClaimantProfile } from '../../spec/claimantParameters.ts'
import { coveredWei } from './quotes.ts'
import { type Event, type EventOf, forms, type Quote, type State } from './vocabulary.ts'

/** The event instances of a profile in a state, as spec/actors/claimant.md lists them; some twice. */
export const eventInstances = (state: State, profile: ClaimantProfile): Event[] => [
  ...(state.slot < profile.horizon ? [{ type: 'tick' as const }] : []),
  { type: 'claim' },
  ...profile.views.map((view) => ({ type: 'follow' as const, view })),
  ...profile.crashes.map((store) => ({ type: 'crash' as const, store })),
  ...quoteInstances(state, profile),
]

function quoteInstances({ slot, view }: State, { parameters, quotes }: ClaimantProfile): Event[] {
  const { feeMaximum } = parameters
  const minimumBond = BigInt(parameters.minimumBond)
  const baseOf = (quote: Quote): EventOf<'receiveQuote'> => ({
    type: 'receiveQuote',
    form: 'fits',
    signer: quote.prover,
    quote,
  })
  const first = quotes[0]!
  const base = baseOf(first)
  const covered = coveredWei(view, first.prover)
  const others: Partial<Quote>[] = [
    { prover: 'stranger' },
    { epoch: first.epoch + 1 },
    ...(slot > 0 ? [{ validUntilSlot: slot - 1 }] : []),
    { validUntilSlot: slot },
    { bond: String(minimumBond - 1n) },
    { bond: String(covered) },
    { bond: String(covered + 1n) },
    { fee: feeMaximum },
    { fee: feeMaximum + 1 },
  ]
  return [
    ...quotes.map(baseOf),
    ...forms.map((form) => ({ ...base, form })),
    { ...base, signer: 'stranger' },
    ...others.map((change) => baseOf({ ...first, ...change })),
  ]
}
