import { epochOf, offsetOf } from '../l1-rollup/rules/arithmetic.ts'
import { formFacts, reportFacts } from '../node/facts.ts'
import { NOBODY } from '../node/vocabulary.ts'
import { NO_ADDRESS } from '../shared/units.ts'
import { coveredWei, usableQuotes } from './quotes.ts'
import type { Deployment } from './types.ts'
import type { Event, EventOf, State } from './vocabulary.ts'

/** What the rules are asked about, by the names of their parameters, for one event in one state. */
export function factsOf(state: State, event: Event, { parameters }: Deployment): object {
  switch (event.type) {
    case 'receiveQuote':
      return quoteFacts(state, event, parameters)
    case 'claim':
      return claimFacts(state, parameters)
    default:
      return {}
  }
}

const quoteFacts = (
  { slot, view, quotes }: State,
  { form, signer, quote }: EventOf<'receiveQuote'>,
  { slotsPerEpoch, minimumBond, feeMaximum }: Deployment['parameters'],
) => ({
  ...formFacts(form),
  slot,
  currentEpoch: epochOf({ slot, slotsPerEpoch }),
  quotedEpoch: quote.epoch,
  validUntilSlot: quote.validUntilSlot,
  bond: BigInt(quote.bond),
  minimumBond: BigInt(minimumBond),
  fee: quote.fee,
  feeMaximum,
  hasQuote: quotes.some(({ prover, epoch }) => prover === quote.prover && epoch === quote.epoch),
  coveredWei: coveredWei(view, quote.prover),
  signer,
  prover: quote.prover,
})

function claimFacts(state: State, parameters: Deployment['parameters']) {
  const { slot, claimed, view } = state
  const { self, proposers, slotsPerEpoch, claimWindow } = parameters
  return {
    ...reportFacts(view),
    hasUnproven: view.epoch >= 0,
    oldestUnprovenEpoch: Math.max(view.epoch, 0),
    currentEpoch: epochOf({ slot, slotsPerEpoch }),
    offset: offsetOf({ slot, slotsPerEpoch }),
    claimWindow,
    claimedProver: view.claim === NOBODY ? NO_ADDRESS : view.claim,
    self,
    proposer: proposers[slot]!,
    isHandedIn: claimed === slot,
    hasUsable: usableQuotes(state, parameters).length > 0,
  }
}
