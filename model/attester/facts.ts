import { formFacts, isResultOf, listFacts, transactionFacts, viewFacts } from '../node/facts.ts'
import { blockText, isExecutable, rootAfter } from '../node/lists.ts'
import type { Deployment } from './types.ts'
import type { Event, EventOf, State } from './vocabulary.ts'
import { isLive, missingFrom } from './work.ts'

/** What the rules are asked about, by the names of their parameters, for one event in one state. */
export function factsOf(state: State, event: Event, { parameters }: Deployment): object {
  switch (event.type) {
    case 'transactionVerified':
      return transactionFacts(event, state.held)
    case 'receiveProposal':
      return { ...viewFacts(state), ...proposalFacts(state, event, parameters) }
    case 'executed':
      return { ...viewFacts(state), ...resultFacts(state, event) }
    default:
      return {}
  }
}

function proposalFacts(
  state: State,
  { form, signer, proposal }: EventOf<'receiveProposal'>,
  parameters: Deployment['parameters'],
) {
  const { slot, signed, signsFrom, view } = state
  const { self, committees, proposers } = parameters
  return {
    ...formFacts(form),
    ...listFacts(proposal, view, parameters),
    selfInCommittee: committees[slot]!.includes(self),
    proposalSlot: proposal.slot,
    timestampSlot: proposal.timestampSlot,
    signer,
    proposer: proposers[slot]!,
    signsFrom,
    isWorking: isLive(state),
    proposedOnHash: blockText(proposal.parent),
    nextSigned: signed.slot + 1,
  }
}

/** Of the work, whatever the result is of: each check has a value in every state. */
function resultFacts(state: State, event: EventOf<'executed'>) {
  const { work } = state
  const { slot, root, blobs, parent } = work
  return {
    isWorking: isLive(state),
    isResult: isResultOf(event, work),
    missingCount: missingFrom(state, work).length,
    proposedOnHash: blockText(parent),
    canExecute: isExecutable(work),
    blobsMatch: blobs === 'match',
    proposedHash: blockText({ slot, root }),
    computedHash: blockText({ slot, root: rootAfter(work) }),
  }
}
