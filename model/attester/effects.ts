import { execute, requests } from '../node/effects.ts'
import type { Deployment } from './types.ts'
import type { Effect, EventOf, EventType, State } from './vocabulary.ts'
import { missingFrom } from './work.ts'

/** What an accepted event sends out, one function per named action of the statechart, told from the state at its place. */
type Sent<Type extends EventType> = (
  state: State,
  event: EventOf<Type>,
  deployment: Deployment,
) => readonly Effect[]

/** ATTEST-14, MESSAGE-10. */
const requestMissing: Sent<'receiveProposal'> = (state) =>
  requests(missingFrom(state, state.work), state.slot)

/** ATTEST-14: once everything is held. */
const executeWork: Sent<'receiveProposal' | 'transactionVerified'> = ({ work, slot }) => [execute(work, slot)]

/** ATTEST-19, MESSAGE-10. */
const sendAttestation: Sent<'executed'> = ({ signed, slot }, _event, { parameters: { self } }) => [
  { kind: 'send', id: `attestation/${self}/${slot}`, body: signed, expiresSlot: slot },
]

export const effects = { requestMissing, executeWork, sendAttestation }
