import { bestQuote } from './quotes.ts'
import type { Deployment } from './types.ts'
import type { Effect, EventOf, EventType, State } from './vocabulary.ts'

/** What an accepted event sends out, one function per named action of the statechart, told from the state at its place. */
type Sent<Type extends EventType> = (
  state: State,
  event: EventOf<Type>,
  deployment: Deployment,
) => readonly Effect[]

/** QUOTE-5, QUOTE-6. */
const submitClaim: Sent<'claim'> = (state, _event, { parameters }) => {
  const { slot } = state
  const id = `claim/${parameters.self}/${slot}`
  // There is one (NoQuote).
  return [{ kind: 'submit', id, body: { quote: bestQuote(state, parameters)! }, expiresSlot: slot }]
}

export const effects = { submitClaim }
