import { execute } from '../node/effects.ts'
import { countedMembers } from './counted.ts'
import type { Deployment } from './types.ts'
import type { Effect, EventOf, EventType, State } from './vocabulary.ts'

/** What an accepted event sends out, one function per named action of the statechart, told from the state at its place. */
type Sent<Type extends EventType> = (
  state: State,
  event: EventOf<Type>,
  deployment: Deployment,
) => readonly Effect[]

/** BUILD-7. */
const executeBlock: Sent<'build'> = ({ building, slot }) => [execute(building, slot)]

/** BUILD-18, MESSAGE-10. */
const sendProposal: Sent<'executed'> = ({ proposed, slot }, _event, { parameters: { self } }) => [
  { kind: 'send', id: `proposal/${self}/${slot}`, body: proposed, expiresSlot: slot },
]

/** BUILD-21, BUILD-22. */
const submitBlock: Sent<'publish'> = (state, _event, { parameters }) => [
  {
    kind: 'submit',
    id: `block/${parameters.self}/${state.slot}`,
    body: { proposal: state.proposed, attestations: countedMembers(state, parameters) },
    expiresSlot: state.slot,
  },
]

export const effects = { executeBlock, sendProposal, submitBlock }
