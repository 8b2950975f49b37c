import { isResultOf, listFacts, reportFacts, tipFacts, transactionFacts } from '../node/facts.ts'
import { blockText, missingOf, othersIn } from '../node/lists.ts'
import type { Deployment } from './types.ts'
import type { Event, EventOf, State } from './vocabulary.ts'

/** What the rules are asked about, by the names of their parameters, for one event in one state. */
export function factsOf(state: State, event: Event, { parameters }: Deployment): object {
  const { view, building, proven } = state
  switch (event.type) {
    case 'transactionVerified':
      return transactionFacts(event, state.held)
    case 'build':
      return { ...commonFacts(state), ...buildFacts(state, event), ...listFacts(event, view, parameters) }
    case 'executed':
      return { ...commonFacts(state), ...resultFacts(state, event) }
    case 'proved':
      return {
        ...commonFacts(state),
        ...resultFacts(state, event),
        resultSlot: event.slot,
        builtSlot: building.slot,
      }
    case 'submitBlock':
      return {
        ...commonFacts(state),
        ...listFacts(proven, view, parameters),
        builtOnHash: blockText(proven.parent),
        isSubmitted: state.submitted === state.slot,
      }
    default:
      return {}
  }
}

/** The view, and how far the own blocks are. */
const commonFacts = ({ slot, view, building, proving, proven }: State) => ({
  ...reportFacts(view),
  ...tipFacts(view),
  slot,
  isBuilding: building.slot >= 0,
  isProving: proving,
  isProven: proven.slot >= 0,
})

const resultFacts = ({ building }: State, result: EventOf<'executed' | 'proved'>) => ({
  isResult: isResultOf(result, building),
  builtOnHash: blockText(result.parent),
})

function buildFacts({ view, building, proven, held }: State, event: EventOf<'build'>) {
  const others = othersIn(event)
  return {
    buildsOnTip: blockText(building.parent) === blockText(view.tip),
    provenOnTip: blockText(proven.parent) === blockText(view.tip),
    holdsOthers: missingOf(others, held).length === 0,
    spendsAgain: others.some((entry) => view.tip.root.includes(entry)),
  }
}
