import { requests } from '../node/effects.ts'
import { blockText } from '../node/lists.ts'
import { missingFrom } from './derived.ts'
import type { Deployment } from './types.ts'
import type { Call, Effect, EventOf, EventType, State } from './vocabulary.ts'

/** What an accepted event sends out, one function per named action of the statechart, told from the state at its place. */
type Sent<Type extends EventType> = (
  state: State,
  event: EventOf<Type>,
  deployment: Deployment,
) => readonly Effect[]

/** PROVE-1, MESSAGE-10. */
const requestLacking: Sent<'gather'> = (state) => requests(missingFrom(state), state.slot)

/** QUOTE-8, MESSAGE-10. */
const sendQuote: Sent<'quote'> = ({ quoted }) => {
  const { prover, epoch, validUntilSlot } = quoted
  return [{ kind: 'send', id: `quote/${prover}/${epoch}`, body: quoted, expiresSlot: validUntilSlot }]
}

/** PROVE-3; PROVE-5: of use until the epoch after the proven one has passed. */
const proveTarget: Sent<'prove'> = ({ proving, view }, _event, { parameters: { slotsPerEpoch } }) => {
  const { epoch, tip } = proving
  return [
    {
      kind: 'prove',
      id: `prove/${epoch}/${blockText(tip)}`,
      body: { epoch, tip, transactions: view.transactions },
      expiresSlot: (epoch + 2) * slotsPerEpoch - 1,
    },
  ]
}

/** A call of L1 that is of use in its slot alone: in the next one it may be handed in again (PROVE-6). */
const submit = (id: string, body: Call, slot: number): Effect => ({
  kind: 'submit',
  id: `${id}/${slot}`,
  body,
  expiresSlot: slot,
})

/** PROVE-4, PROVE-6. */
const submitEpochProof: Sent<'submitProof'> = ({ proof: { epoch, tip }, slot }) => [
  submit(`proof/${epoch}/${blockText(tip)}`, { call: 'submitEpochProof', epoch, tip }, slot),
]

/** PROVE-6. */
const submitDeposit: Sent<'deposit'> = ({ slot }, { amount }, { parameters: { self } }) => [
  submit(`deposit/${self}`, { call: 'deposit', amount }, slot),
]

/** PROVE-6. */
const submitWithdrawal: Sent<'startWithdrawal'> = ({ slot }, { amount }, { parameters: { self } }) => [
  submit(`withdrawal/${self}`, { call: 'startWithdrawal', amount }, slot),
]

/** PROVE-6. */
const submitPayout: Sent<'executeWithdrawal'> = ({ slot }, _event, { parameters: { self } }) => [
  submit(`payout/${self}`, { call: 'executeWithdrawal' }, slot),
]

export const effects = {
  requestLacking,
  sendQuote,
  proveTarget,
  submitEpochProof,
  submitDeposit,
  submitWithdrawal,
  submitPayout,
}
