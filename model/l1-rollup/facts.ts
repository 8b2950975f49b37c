import { type Address, NO_ADDRESS } from '../shared/units.ts'
import {
  clockFacts,
  type Deployment,
  epochEnd,
  epochNow,
  offsetNow,
  proposerUnder,
  sampleInForce,
  slotNow,
  tipOf,
} from './chain.ts'
import { dueFacts, effective } from './due.ts'
import { sampledEpochOf, startOf } from './rules/arithmetic.ts'
import type { Block, Event, EventOf, State } from './vocabulary.ts'

/** A body that no content has, because names hold letters and digits alone. */
export const ANOTHER_BLOB = 'another-blob'

/**
 * What the rules are asked about, by the names of their parameters, for one event in one state. Every fact has a value
 * in every state; it is computed when a rule first asks for it. Identities are canonical texts.
 */
abstract class Facts {
  constructor(
    /** The state that the checks look at: effective for chain events, stored for all others (PRUNE-4). */
    protected readonly state: State,
    protected readonly deployment: Deployment,
  ) {}
  protected get p() {
    return this.deployment.parameters
  }
  get timestamp() {
    return clockFacts(this.state, this.p).timestamp
  }
  get genesisTimestamp() {
    return clockFacts(this.state, this.p).genesisTimestamp
  }
  get slot() {
    return slotNow(this.state)
  }
  get currentEpoch() {
    return epochNow(this.state, this.p)
  }
  get offset() {
    return offsetNow(this.state, this.p)
  }
  get claimWindowSlots() {
    return this.p.claimWindowSlots
  }
}

/** PRUNE-4: facts of an event that acts on the effective state. */
abstract class ChainFacts<E extends Event> extends Facts {
  #due: ReturnType<typeof dueFacts> | undefined
  constructor(
    stored: State,
    protected readonly event: E,
    deployment: Deployment,
  ) {
    super(effective(stored, deployment.parameters), deployment)
  }
  private get due() {
    this.#due ??= dueFacts(this.state, this.p)
    return this.#due
  }
  get hasUnproven() {
    return this.due.hasUnproven
  }
  get oldestUnprovenEpoch() {
    return this.due.oldestUnprovenEpoch
  }
  get claimedProver() {
    return this.due.claimedProver
  }
}

/** PROPOSE-1, PROPOSE-2, PROPOSE-7: who may act for the committee. */
abstract class CommitteeFacts<
  E extends EventOf<'propose'> | EventOf<'claimEpochProofRight'>,
> extends ChainFacts<E> {
  get committeeSize() {
    return sampleInForce(this.state, this.p).members.length
  }
  get givenCommittee() {
    return commitmentTo(this.event.committee)
  }
  get committeeInForce() {
    return commitmentTo(sampleInForce(this.state, this.p).members)
  }
  get caller() {
    return this.event.caller
  }
  get proposer() {
    return proposerUnder(this.event.committee, this.state, this.deployment)
  }
}

class ProposeFacts extends CommitteeFacts<EventOf<'propose'>> {
  get headerSlot() {
    return this.event.slot
  }
  get headerTimestamp() {
    return startOf({
      slot: this.event.timestampSlot,
      genesisTimestamp: 0,
      slotDurationSeconds: this.p.slotDurationSeconds,
    })
  }
  get startOfHeaderSlot() {
    return startOf({
      slot: this.event.slot,
      genesisTimestamp: 0,
      slotDurationSeconds: this.p.slotDurationSeconds,
    })
  }
  get parentHash() {
    return hashOf(this.event.parent)
  }
  get tipHash() {
    return hashOf(tipOf(this.state))
  }
  get nextSlot() {
    return tipOf(this.state).slot + 1
  }
  get publishedBlobs() {
    return this.event.blobs === 'missing' ? 0 : 1
  }
  /** The header names what the transaction publishes, but for `fewer`, `more` and `other`. */
  get headerBlobs() {
    const { blobs, content } = this.event
    if (blobs === 'fewer' || blobs === 'missing') return commitmentTo([])
    if (blobs === 'more') return commitmentTo([content, ANOTHER_BLOB])
    return commitmentTo([blobs === 'other' ? ANOTHER_BLOB : content])
  }
  get publishedBlobsHash() {
    return commitmentTo(this.event.blobs === 'missing' ? [] : [this.event.content])
  }
  get seats() {
    return this.event.committee.length
  }
  get invalidSeat() {
    const { attestations, committee } = this.event
    const seat = attestations.findIndex((signer, at) => signer !== NO_ADDRESS && signer !== committee[at])
    return seat < 0 ? committee.length : seat
  }
  get attestations() {
    return this.event.attestations.filter((signer) => signer !== NO_ADDRESS).length
  }
}

class ClaimFacts extends CommitteeFacts<EventOf<'claimEpochProofRight'>> {
  private get account() {
    return this.state.accounts[this.proverAddress]
  }
  get epochToProve() {
    return this.event.quote.epochToProve
  }
  get validUntilSlot() {
    return this.event.quote.validUntilSlot
  }
  get bondAmount() {
    return BigInt(this.event.quote.bondAmount)
  }
  get minimumBondWei() {
    return BigInt(this.p.minimumBondWei)
  }
  get basisPointFee() {
    return this.event.quote.basisPointFee
  }
  get availableWei() {
    return BigInt(this.account?.available ?? 0)
  }
  get withdrawingWei() {
    return BigInt(this.account?.withdrawing ?? 0)
  }
  get signer() {
    return this.event.quote.signer
  }
  get proverAddress() {
    return this.event.quote.proverAddress
  }
}

class ProofFacts extends ChainFacts<EventOf<'submitEpochProof'>> {
  get fromHash() {
    return hashOf(this.event.from)
  }
  get provenHash() {
    return hashOf(this.state.proven)
  }
  get toHash() {
    return hashOf(this.event.to)
  }
  get epochEndHash() {
    return hashOf(epochEnd(this.state, this.p))
  }
  get verified() {
    return this.event.valid
  }
  get submissionIsOpen() {
    return this.p.proofSubmission === 'anyone'
  }
  get caller() {
    return this.event.caller
  }
}

class SetupFacts extends Facts {
  get lastSampledEpoch() {
    return this.state.samples.at(-1)!.epoch
  }
  get sampledEpoch() {
    return sampledEpochOf({
      currentEpoch: this.currentEpoch,
      seedLookaheadEpochs: this.p.seedLookaheadEpochs,
    })
  }
}

class ValidatorFacts extends Facts {
  constructor(
    state: State,
    private readonly event: EventOf<'addValidator'> | EventOf<'removeValidator'>,
    deployment: Deployment,
  ) {
    super(state, deployment)
  }
  get caller() {
    return this.event.caller
  }
  get administrator() {
    return this.deployment.administrator
  }
  get validator() {
    return this.event.validator
  }
  get isRegistered() {
    return this.state.validators.current.includes(this.event.validator)
  }
}

/** Facts of the caller's account, tokens and credit. */
class HolderFacts extends Facts {
  constructor(
    state: State,
    private readonly caller: Address,
    private readonly amount: string,
    deployment: Deployment,
  ) {
    super(state, deployment)
  }
  private get account() {
    return this.state.accounts[this.caller]
  }
  get amountWei() {
    return BigInt(this.amount)
  }
  get tokenBalanceWei() {
    return BigInt(this.state.tokens[this.caller] ?? 0)
  }
  get heldWei() {
    return this.availableWei + this.withdrawingWei + BigInt(this.account?.staked ?? 0)
  }
  get escrowCapWei() {
    return BigInt(this.p.escrowCapWei)
  }
  get availableWei() {
    return BigInt(this.account?.available ?? 0)
  }
  get withdrawingWei() {
    return BigInt(this.account?.withdrawing ?? 0)
  }
  get unlockSlot() {
    return this.account?.unlockSlot ?? 0
  }
  get slashedWei() {
    return BigInt(this.state.slashed)
  }
  get creditWei() {
    return BigInt(this.state.credits[this.caller] ?? 0)
  }
}

/**
 * Facts of an event in a stored state.
 * @returns an object whose properties are the parameters of the rules that guard the event
 */
export function factsOf(state: State, event: Event, deployment: Deployment): object {
  switch (event.type) {
    case 'propose':
      return new ProposeFacts(state, event, deployment)
    case 'claimEpochProofRight':
      return new ClaimFacts(state, event, deployment)
    case 'submitEpochProof':
      return new ProofFacts(state, event, deployment)
    // Whether something is due is asked of the stored state: in the effective one nothing is.
    case 'advanceSlot':
    case 'prune':
      return { ...dueFacts(state, deployment.parameters), ...clockFacts(state, deployment.parameters) }
    case 'setupEpoch':
      return new SetupFacts(state, deployment)
    case 'addValidator':
    case 'removeValidator':
      return new ValidatorFacts(state, event, deployment)
    case 'deposit':
    case 'startWithdrawal':
      return new HolderFacts(state, event.caller, event.amount, deployment)
    case 'executeWithdrawal':
    case 'collectSlashed':
    case 'collectReward':
      return new HolderFacts(state, event.caller, '0', deployment)
  }
}

/** PROPOSE-13. Names hold no spaces. */
function hashOf(block: Block): string {
  return `${block.slot} ${block.content} ${block.beneficiary}`
}

function commitmentTo(list: readonly string[]): string {
  return list.join(' ')
}
