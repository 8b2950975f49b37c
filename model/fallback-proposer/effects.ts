import { execute } from '../node/effects.ts'
import { blockText, listText } from '../node/lists.ts'
import type { Deployment } from './types.ts'
import type { Effect, EventOf, EventType, State } from './vocabulary.ts'

/** What an accepted event sends out, one function per named action of the statechart, told from the state at its place. */
type Sent<Type extends EventType> = (
  state: State,
  event: EventOf<Type>,
  deployment: Deployment,
) => readonly Effect[]

/** BASED-7: the result is refused once it is worthless, whenever that is. */
const executeBlock: Sent<'build'> = ({ building }) => [execute(building, -1)]

/** A block in an id. */
const buildingText = ({ slot, parent, transactions, forced }: State['building']): string =>
  `${slot}/${blockText(parent)}/${listText(transactions)}/${forced}`

/** BASED-7. */
const proveBlock: Sent<'executed'> = ({ building }) => [
  { kind: 'prove', id: `prove/${buildingText(building)}`, body: building, expiresSlot: -1 },
]

/** BASED-10. */
const submitBlock: Sent<'submitBlock'> = ({ proven, slot }) => [
  {
    kind: 'submit',
    id: `fallback/${buildingText(proven)}/${slot}`,
    body: { block: proven },
    expiresSlot: slot,
  },
]

export const effects = { executeBlock, proveBlock, submitBlock }
