import { formFacts, isResultOf, listFacts, proposalText, transactionFacts, viewFacts } from '../node/facts.ts'
import { blockText, missingOf, othersIn } from '../node/lists.ts'
import { countedMembers } from './counted.ts'
import type { Deployment } from './types.ts'
import type { Event, EventOf, State } from './vocabulary.ts'

/** What the rules are asked about, by the names of their parameters, for one event in one state. */
export function factsOf(state: State, event: Event, { parameters }: Deployment): object {
  switch (event.type) {
    case 'transactionVerified':
      return transactionFacts(event, state.held)
    case 'build':
      return { ...commonFacts(state), ...buildFacts(state, event, parameters) }
    case 'executed':
      return {
        ...commonFacts(state),
        isResult: isResultOf(event, state.building),
        builtOnHash: blockText(event.parent),
      }
    case 'receiveAttestation':
      return { ...commonFacts(state), ...attestationFacts(state, event, parameters) }
    case 'publish':
      return {
        ...commonFacts(state),
        builtOnHash: blockText(state.proposed.parent),
        attestations: countedMembers(state, parameters).length,
        seats: parameters.committees[state.slot]!.length,
      }
    default:
      return {}
  }
}

/** What is built and proposed; of an earlier slot it counts as none. */
const commonFacts = (state: State) => ({
  ...viewFacts(state),
  isBuilding: state.building.slot === state.slot,
  isProposed: state.proposed.slot === state.slot,
  isPublished: state.proposed.slot === state.slot && state.published,
})

function buildFacts(state: State, event: EventOf<'build'>, parameters: Deployment['parameters']) {
  const { slot, view, building, held } = state
  const others = othersIn(event)
  return {
    ...listFacts(event, view, parameters),
    self: parameters.self,
    proposer: parameters.proposers[slot]!,
    signsFrom: state.signsFrom,
    nextProposed: state.proposed.slot + 1,
    buildsOnTip: blockText(building.parent) === blockText(view.tip),
    holdsOthers: missingOf(others, held).length === 0,
    spendsAgain: others.some((entry) => view.tip.root.includes(entry)),
  }
}

const attestationFacts = (
  { slot, proposed, attestations }: State,
  { form, signer, proposal }: EventOf<'receiveAttestation'>,
  { committees }: Deployment['parameters'],
) => ({
  ...formFacts(form),
  attestedHash: proposalText(proposal),
  proposedHash: proposalText(proposed),
  signerInCommittee: committees[slot]!.includes(signer),
  isKnown: attestations.includes(signer),
})
