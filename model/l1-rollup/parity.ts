import type { Block, Event, State } from './vocabulary.ts'

/**
 * The form in which states and events are compared with those of the model checker, and the key under which the
 * explorer knows them: JSON with sorted keys and without spaces, amounts as integers, NoClaim as the record that
 * spec/actors/l1-rollup.md gives.
 */
export function stateText(state: State): string {
  const { claim, validators } = state
  const accounts = record(
    state.accounts,
    (a) =>
      `{"available":${a.available},"staked":${a.staked},"unlockSlot":${a.unlockSlot},"withdrawing":${a.withdrawing}}`,
  )
  const claimed = claim
    ? `{"basisPointFee":${claim.basisPointFee},"bondAmount":${claim.bondAmount},"claimant":"${claim.claimant}","epochToProve":${claim.epochToProve},"proverAddress":"${claim.proverAddress}"}`
    : '{"basisPointFee":0,"bondAmount":0,"claimant":"none","epochToProve":-1,"proverAddress":"none"}'
  const samples = list(
    state.samples,
    (s) => `{"epoch":${s.epoch},"members":${names(s.members)},"randao":"${s.randao}"}`,
  )
  return (
    `{"accounts":${accounts},"claim":${claimed},"credits":${record(state.credits, String)},` +
    `"pending":${list(state.pending, blockText)},"proven":${blockText(state.proven)},"samples":${samples},` +
    `"slashed":${state.slashed},"slot":${state.slot},"tokens":${record(state.tokens, String)},` +
    `"validators":{"changedEpoch":${validators.changedEpoch},"current":${names(validators.current)},"previous":${names(validators.previous)}}}`
  )
}

/** An event in the same form, its name under `type`. */
export function eventText(event: Event): string {
  switch (event.type) {
    case 'advanceSlot':
      return '{"type":"advanceSlot"}'
    case 'propose':
      return (
        `{"attestations":${names(event.attestations)},"blobs":"${event.blobs}","caller":"${event.caller}",` +
        `"committee":${names(event.committee)},"content":"${event.content}","parent":${blockText(event.parent)},` +
        `"slot":${event.slot},"timestampSlot":${event.timestampSlot},"type":"propose"}`
      )
    case 'claimEpochProofRight': {
      const { quote } = event
      return (
        `{"caller":"${event.caller}","committee":${names(event.committee)},"quote":{"basisPointFee":${quote.basisPointFee},` +
        `"bondAmount":${quote.bondAmount},"epochToProve":${quote.epochToProve},"proverAddress":"${quote.proverAddress}","signer":"${quote.signer}",` +
        `"validUntilSlot":${quote.validUntilSlot}},"type":"claimEpochProofRight"}`
      )
    }
    case 'submitEpochProof':
      return (
        `{"caller":"${event.caller}","from":${blockText(event.from)},"to":${blockText(event.to)},` +
        `"type":"submitEpochProof","valid":${event.valid}}`
      )
    case 'setupEpoch':
      return `{"caller":"${event.caller}","randao":"${event.randao}","type":"setupEpoch"}`
    case 'addValidator':
    case 'removeValidator':
      return `{"caller":"${event.caller}","type":"${event.type}","validator":"${event.validator}"}`
    case 'deposit':
    case 'startWithdrawal':
      return `{"amount":${event.amount},"caller":"${event.caller}","type":"${event.type}"}`
    case 'prune':
    case 'executeWithdrawal':
    case 'collectSlashed':
    case 'collectReward':
      return `{"caller":"${event.caller}","type":"${event.type}"}`
  }
}

function blockText({ slot, content, beneficiary }: Block): string {
  return `{"beneficiary":"${beneficiary}","content":"${content}","slot":${slot}}`
}

function names(values: readonly string[]): string {
  return values.length === 0 ? '[]' : `["${values.join('","')}"]`
}

function list<Item>(items: readonly Item[], text: (item: Item) => string): string {
  return `[${items.map(text).join(',')}]`
}

/** Keys in the order of their code units. */
function record<Value>(values: Readonly<Record<string, Value>>, text: (value: Value) => string): string {
  const keys = Object.keys(values).sort()
  return `{${keys.map((key) => `"${key}":${text(values[key]!)}`).join(',')}}`
}
