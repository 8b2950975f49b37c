import { inSession } from '../fallback-controller/timing.ts'
import { type Address, NO_ADDRESS } from '../shared/units.ts'
import {
  clockFacts,
  type Deployment,
  epochEnd,
  epochLength,
  epochNow,
  firstFalseSeat,
  isDueAt,
  offsetNow,
  type Posted,
  postedIn,
  proposerUnder,
  sampleInForce,
  slotNow,
  takenBy,
  tipOf,
  waitingIn,
} from './chain.ts'
import { dueFacts, effective } from './due.ts'
import { sampledEpochOf, signaturesAreChallenged, startOf } from './rules/arithmetic.ts'
import { type Block, type Event, type EventOf, NO_OTHERS, type State } from './vocabulary.ts'

/** A body that no content has, because names hold letters and digits alone. */
export const ANOTHER_BLOB = 'another-blob'
/** A commitment to what never stood in the queue. */
export const ANOTHER_QUEUE = 'another-queue'
/** What no part of a posting is. */
export const ANOTHER_PART = 'another-part'

/**
 * What the rules are asked about, by the names of their parameters, for one event in one state. Every fact has a value
 * in every state; it is computed when a rule first asks for it. Identities are canonical texts.
 */
abstract class Facts {
  constructor(
    /** The state that the checks look at: effective for events that settle, stored for all others (PRUNE-4). */
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
  get inFallback() {
    return inSession(this.state.fallback)
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

type BlockEvent = EventOf<'propose'> | EventOf<'proposeWithProof'>

/** What every block is asked about: its header, its blobs, and what it takes from the forced-inclusion queue. */
function blockFacts<E extends BlockEvent>(
  Base: abstract new (stored: State, event: E, deployment: Deployment) => ChainFacts<E>,
) {
  return class BlockFacts extends Base {
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

    get forcedCount() {
      return this.event.forced
    }
    get waitingForced() {
      return waitingIn(this.state)
    }
    get forcedHash() {
      return this.event.forcedHash === 'match' ? this.queueHash : ANOTHER_QUEUE
    }
    /** Of a block that takes more than there is, that of the whole queue. */
    get queueHash() {
      const front = this.state.queue.slice(0, this.#takenWith)
      return commitmentTo(
        front.map(({ transaction, includedByEpoch }) => `${transaction}@${includedByEpoch}`),
      )
    }
    get hasOthers() {
      return this.event.content !== NO_OTHERS
    }
    get isNextDue() {
      return isDueAt(this.#takenWith, this.state, this.p)
    }
    get forcedMinimum() {
      return this.p.forcedMinimum
    }
    /** What the effective chain has taken with this block. */
    get #takenWith() {
      return takenBy(this.state) + this.event.forced
    }
  }
}

class ProposeFacts extends blockFacts(CommitteeFacts<EventOf<'propose'>>) {
  get tipHash() {
    return hashOf(tipOf(this.state))
  }
  get nextSlot() {
    return tipOf(this.state).slot + 1
  }
  get seats() {
    return this.event.committee.length
  }
  get invalidSeat() {
    const seat = firstFalseSeat(this.event)
    return seat < 0 ? this.seats : seat
  }
  get areChallenged() {
    return signaturesAreChallenged(this.p)
  }
  get attestations() {
    return this.event.attestations.filter((signer) => signer !== NO_ADDRESS).length
  }
}

class ChallengeFacts extends ChainFacts<EventOf<'challenge'>> {
  get challengeSlots() {
    return this.p.challengeSlots
  }
  get isLive() {
    return this.#posted !== undefined
  }
  get givenPosting() {
    const parts = partsOf(this.#posted)
    return textOf(this.event.preimage === 'match' ? parts : { ...parts, [this.event.preimage]: ANOTHER_PART })
  }
  get storedPosting() {
    return textOf(partsOf(this.#posted))
  }
  get challengedSlot() {
    return this.event.slot
  }
  get seat() {
    return this.event.seat
  }
  get seats() {
    return this.#posted?.posting?.committee.length ?? 0
  }
  get isGiven() {
    return this.signer !== NO_ADDRESS
  }
  get signer() {
    return this.#posted?.posting?.attestations[this.seat] ?? NO_ADDRESS
  }
  get member() {
    return this.#posted?.posting?.committee[this.seat] ?? NO_ADDRESS
  }
  get #posted() {
    return postedIn(this.event.slot, this.state)
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
  get challengeSlots() {
    return this.p.challengeSlots
  }
  get epochEndSlot() {
    return this.state.pending[epochLength(this.state, this.p) - 1]?.slot ?? 0
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

class FallbackFacts extends blockFacts(ChainFacts<EventOf<'proposeWithProof'>>) {
  /** FALLBACK-11. */
  get tipHash() {
    return hashOf(this.state.proven)
  }
  /** FALLBACK-12. */
  get nextSlot() {
    return this.state.proven.slot + 1
  }
  get verified() {
    return this.event.valid
  }
}

class ForcingFacts extends ChainFacts<EventOf<'forceInclusion'>> {
  get dataBytes() {
    const { data, transaction } = this.event
    if (data === 'empty') return 0
    return data === 'fits' ? transaction.length : this.forcedMaximumBytes + 1
  }
  get forcedMaximumBytes() {
    return this.p.forcedMaximumBytes
  }
  get verified() {
    return this.event.valid
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

class WithdrawalFacts extends HolderFacts {
  readonly receiver: Address
  readonly escrow: Address = 'escrow'
  constructor(state: State, { caller, receiver }: EventOf<'executeWithdrawal'>, deployment: Deployment) {
    super(state, caller, '0', deployment)
    this.receiver = receiver
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
    case 'challenge':
      return new ChallengeFacts(state, event, deployment)
    case 'claimEpochProofRight':
      return new ClaimFacts(state, event, deployment)
    case 'submitEpochProof':
      return new ProofFacts(state, event, deployment)
    case 'proposeWithProof':
      return new FallbackFacts(state, event, deployment)
    case 'forceInclusion':
      return new ForcingFacts(state, event, deployment)
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
      return new HolderFacts(effective(state, deployment.parameters), event.caller, event.amount, deployment)
    case 'startWithdrawal':
      return new HolderFacts(state, event.caller, event.amount, deployment)
    case 'executeWithdrawal':
      return new WithdrawalFacts(state, event, deployment)
    case 'collectSlashed':
      return new HolderFacts(effective(state, deployment.parameters), event.caller, '0', deployment)
    case 'collectReward':
      return new HolderFacts(state, event.caller, '0', deployment)
  }
}

/** PROPOSE-13. Names hold no spaces. */
function hashOf(block: Block): string {
  return `${block.slot} ${block.content} ${block.beneficiary} ${block.forced}`
}

/** CHALLENGE-4: what a challenge has to show, by the names of a preimage; nothing where nothing was posted. */
function partsOf(posted: Posted | undefined): Parts {
  return {
    block: posted ? hashOf(posted.block) : '',
    parent: posted ? hashOf(posted.parent) : '',
    parentSlot: posted ? String(posted.parent.slot) : '',
    taken: posted ? String(posted.takenBefore) : '',
    committee: commitmentTo(posted?.posting?.committee ?? []),
    attestations: commitmentTo(posted?.posting?.attestations ?? []),
  }
}

type Parts = Record<Exclude<EventOf<'challenge'>['preimage'], 'match'>, string>

function textOf(parts: Parts): string {
  return Object.values(parts).join('|')
}

function commitmentTo(list: readonly string[]): string {
  return list.join(' ')
}
