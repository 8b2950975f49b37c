import { reportFacts, transactionFacts } from '../node/facts.ts'
import { NOBODY } from '../node/vocabulary.ts'
import { NO_ADDRESS } from '../shared/units.ts'
import {
  epochNow,
  isQuote,
  isTarget,
  missingFrom,
  offsetNow,
  promisedBond,
  sameTarget,
  targetOf,
} from './derived.ts'
import type { Deployment } from './types.ts'
import type { Event, EventOf, State } from './vocabulary.ts'

/** What the rules are asked about, by the names of their parameters, for one event in one state. */
export function factsOf(state: State, event: Event, { parameters }: Deployment): object {
  switch (event.type) {
    case 'transactionVerified':
      return transactionFacts(event, state.held)
    case 'gather':
      return { ...reportFacts(state.view), missingCount: missingFrom(state).length }
    case 'quote':
      return { ...epochFacts(state, parameters), ...quoteFacts(state, event, parameters) }
    case 'prove':
      return {
        ...epochFacts(state, parameters),
        ...proofFacts(state),
        self: parameters.self,
        missingCount: missingFrom(state).length,
        isProving: isTarget(state.proving),
        provesTarget: sameTarget(state.proving, targetOf(state)),
      }
    case 'proved':
      return {
        isProving: isTarget(state.proving),
        isResult: sameTarget(event, state.proving),
      }
    case 'submitProof':
      return { ...epochFacts(state, parameters), ...proofFacts(state), nextCall: state.submitted + 1 }
    case 'deposit':
    case 'startWithdrawal':
      return {
        ...escrowFacts(state, parameters),
        ...startFacts(state, parameters),
        amountWei: BigInt(event.amount),
      }
    case 'executeWithdrawal':
      return escrowFacts(state, parameters)
    default:
      return {}
  }
}

/** What L1 shows of the oldest epoch that is not proven, and the clock. */
const epochFacts = (state: State, parameters: Deployment['parameters']) => ({
  ...reportFacts(state.view),
  slot: state.slot,
  currentEpoch: epochNow(state, parameters),
  hasUnproven: state.view.epoch >= 0,
  nextEpoch: state.view.epoch + 1,
  claimedProver: state.view.claim === NOBODY ? NO_ADDRESS : state.view.claim,
})

/** QUOTE-12. */
const startFacts = (state: State, parameters: Deployment['parameters']) => ({
  currentEpoch: epochNow(state, parameters),
  quotingEpoch: state.quotesFrom + 1,
})

const quoteFacts = (
  state: State,
  { validUntilSlot, bond, fee }: EventOf<'quote'>,
  parameters: Deployment['parameters'],
) => ({
  offset: offsetNow(state, parameters),
  firstSlot: epochNow(state, parameters) * parameters.slotsPerEpoch,
  claimWindowSlots: parameters.claimWindow,
  ...startFacts(state, parameters),
  hasQuoted: isQuote(state.quoted),
  nextQuoted: state.quoted.epoch + 1,
  validUntilSlot,
  bondAmount: BigInt(bond),
  minimumBondWei: BigInt(parameters.minimumBond),
  basisPointFee: fee,
  feeMaximum: parameters.feeMaximum,
  availableWei: BigInt(state.view.available),
  missingCount: missingFrom(state).length,
})

const proofFacts = (state: State) => ({
  hasProof: isTarget(state.proof),
  provedTarget: sameTarget(state.proof, targetOf(state)),
  nextProven: state.proof.epoch + 1,
})

const escrowFacts = (state: State, parameters: Deployment['parameters']) => ({
  ...reportFacts(state.view),
  slot: state.slot,
  nextCall: state.moved + 1,
  availableWei: BigInt(state.view.available),
  withdrawingWei: BigInt(state.view.withdrawing),
  unlockSlot: Math.max(0, state.view.unlockSlot),
  promisedWei: promisedBond(state, parameters),
})
