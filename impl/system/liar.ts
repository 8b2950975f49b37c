import type { Quote } from '../../model/claimant/vocabulary.ts'
import { epochOf, offsetOf } from '../../model/l1-rollup/rules/arithmetic.ts'
import { proposalText } from '../../model/node/facts.ts'
import { missingOf, rootAfter } from '../../model/node/lists.ts'
import { GENESIS, type Proposal, type View, WRONG_ROOT } from '../../model/node/vocabulary.ts'
import { chainAt, shownNow } from './chain.ts'
import type { Choice, Lie, SignedLie } from './choice.ts'
import type { Fact } from './fact.ts'
import type { Random } from './random.ts'
import { seatsOf } from './seats.ts'
import { listFor } from './straight.ts'
import type { System } from './system.ts'
import type { BodyForm, Form, World } from './vocabulary.ts'

/** How often a lie is wrong in one more respect. */
const WRONG = 0.3
/** The same where it is what is looked for. */
const OFTEN = 0.7
/** Who is no node. */
const STRANGER = 'stranger'
const badBodyForms: readonly BodyForm[] = ['oversized', 'version', 'domain', 'malformed']
const badForms: readonly Form[] = [...badBodyForms, 'signature']

/** What somebody signed, or seems to have. */
export interface Signed {
  readonly message: SignedLie
  readonly signer: string
}

/** What Byzantine members send and call, drawn from random numbers alone. */
export class Liar {
  constructor(
    private readonly system: System,
    private readonly random: Random,
  ) {}

  /** Transactions in any order, one of them perhaps twice. */
  some(): string[] {
    const { random, system } = this
    const { transactions } = system.setup
    return Array.from({ length: random.below(transactions.length + 1) }, () => random.among(transactions))
  }

  /** @param to whom it is told: it may be what that one waits for */
  lie(world: World, to: string): Lie {
    const { random } = this
    const { transactions, profile } = this.system.setup
    const isBad = random.chance(0.2)
    if (profile.provers.length > 0 && random.chance(0.3)) {
      const form = isBad ? random.among(badForms) : 'fits'
      return { kind: 'quote', form, quote: this.quote(world) }
    }
    const { fetching } = world.nodes[to]!.follower
    if (fetching.slot >= 0 && random.chance(0.3)) return { kind: 'body', header: fetching, body: this.some() }
    const kind = random.next()
    if (kind < 0.6) {
      const form = isBad ? random.among(badForms) : 'fits'
      return { kind: 'proposal', form, proposal: this.#proposal(world, to) }
    }
    if (kind < 0.75) {
      const form = isBad ? random.among(badForms) : 'fits'
      return { kind: 'attestation', form, proposal: this.#known(world) ?? this.#proposal(world) }
    }
    const transaction = random.among(transactions)
    const form = isBad ? random.among(badBodyForms) : 'fits'
    if (kind < 0.87)
      return { kind: 'transaction', form, transaction, proof: random.chance(0.5) ? 'right' : 'wrong' }
    const { chain } = world.views.at(-1)!
    if (kind < 0.93 || chain.length === 0)
      return { kind: 'request', form, transaction, slot: world.slot + (random.chance(WRONG / 3) ? 1 : 0) }
    const header = random.among(chain)
    return { kind: 'body', header, body: random.chance(0.5) ? header.body : this.some() }
  }

  /**
   * What others signed, or should have: of this slot or an earlier one, to somebody whom it may not be meant for. Of
   * attestations all of one proposal.
   */
  passOn(world: World): Signed[] {
    const { random, system } = this
    if (random.chance(WRONG)) {
      const proposal = this.#known(world)
      const signer = random.among([...system.nodes, STRANGER])
      const form = random.chance(0.5) ? random.among(badForms) : 'fits'
      return proposal ? [{ message: { kind: 'attestation', form, proposal }, signer }] : []
    }
    const signed = world.facts.flatMap((fact) => messageOf(fact) ?? [])
    if (signed.length === 0) return []
    const one = random.among(signed)
    const { message } = one
    if (message.kind !== 'attestation') return [one]
    const text = proposalText(message.proposal)
    return signed.filter(
      (other) => other.message.kind === 'attestation' && proposalText(other.message.proposal) === text,
    )
  }

  /** ATTEST-3: a proposal that is right but for its slot, which is the next. */
  early(world: World, to: string): Lie {
    const slot = world.slot + 1
    return {
      kind: 'proposal',
      form: 'fits',
      proposal: { ...this.#right(world, to), slot, timestampSlot: slot },
    }
  }

  /** A quote that is often wrong; after the claim window one that lasts. */
  bid(world: World): Quote {
    const { slotsPerEpoch, claimWindowSlots } = this.system.setup.profile.parameters
    const quote = this.quote(world, OFTEN)
    const isLate = offsetOf({ slot: world.slot, slotsPerEpoch }) >= claimWindowSlots
    return isLate ? { ...quote, validUntilSlot: world.slot + slotsPerEpoch } : quote
  }

  /**
   * QUOTE-6: that outbids everybody, often of somebody who will not prove; sometimes false in one respect.
   * @param wrong how often
   */
  quote({ slot }: World, wrong = WRONG): Quote {
    const { random, system } = this
    const { byzantine, profile } = system.setup
    const { slotsPerEpoch, claimWindowSlots, minimumBondWei, escrowCapWei } = profile.parameters
    const liars = byzantine.filter((name) => profile.provers.includes(name))
    const epoch = epochOf({ slot, slotsPerEpoch })
    const right: Quote = {
      prover: liars.length > 0 ? random.among(liars) : random.among(profile.provers),
      epoch: Math.max(epoch - 1, 0),
      validUntilSlot: epoch * slotsPerEpoch + claimWindowSlots - 1,
      bond: minimumBondWei,
      fee: random.below(3),
    }
    if (!random.chance(wrong)) return right
    switch (random.below(6)) {
      case 0:
        return { ...right, epoch: right.epoch + 1 }
      case 1:
        return { ...right, validUntilSlot: Math.max(slot - 1, 0) }
      case 2:
        return { ...right, bond: random.chance(0.5) ? '0' : escrowCapWei }
      case 3:
        return { ...right, fee: 10_001 }
      case 4:
        return { ...right, prover: random.among(profile.provers) }
      default:
        return { ...right, validUntilSlot: right.validUntilSlot + slotsPerEpoch }
    }
  }

  /** On what L1 shows, or what a node takes for that, often right, and one of a few, so that several members get the same. */
  #proposal(world: World, to = this.random.among(this.system.honest)): Proposal {
    const { random } = this
    const { slot } = world
    const right = this.#right(world, to)
    if (!random.chance(WRONG)) return right
    switch (random.below(10)) {
      case 0:
        return { ...right, root: [...WRONG_ROOT] }
      case 1:
        return { ...right, root: rootAfter({ parent: right.parent, transactions: this.some() }) }
      case 2:
        return { ...right, blobs: 'other' }
      case 3:
        return { ...right, parent: GENESIS }
      case 4:
        return { ...right, forced: right.forced + 1 }
      case 5:
        return { ...right, timestampSlot: slot + 1 }
      case 6:
        return this.#spendsAgain(right)
      case 7:
        return executed({ ...right, transactions: right.transactions.toReversed() })
      case 8:
        return executed({ ...right, transactions: this.#leaveOut(right), forced: 0 })
      default:
        return { ...right, slot: slot + 1, timestampSlot: slot + random.below(2) }
    }
  }

  #right(world: World, to: string): Proposal {
    const { slot, nodes } = world
    const view = this.random.chance(WRONG / 3) ? nodes[to]!.attester.view : shownNow(world)
    const list = this.#list(view)
    return {
      slot,
      timestampSlot: slot,
      parent: view.tip,
      ...list,
      root: rootAfter({ parent: view.tip, ...list }),
      blobs: 'match',
    }
  }

  /** ATTEST-13, ATTEST-16: what its parent has spent, or itself, once more. */
  #spendsAgain(right: Proposal): Proposal {
    const { random } = this
    const spent = [...right.parent.root, ...right.transactions]
    if (spent.length === 0) return right
    return executed({ ...right, transactions: [...right.transactions, random.among(spent)] })
  }

  /** ATTEST-12, ATTEST-13: what is forced, or everything. */
  #leaveOut({ transactions, forced }: Proposal): string[] {
    return this.random.chance(0.5) ? [] : transactions.slice(forced)
  }

  #list(view: Pick<View, 'tip' | 'queue'>): { transactions: string[]; forced: number } {
    const { random, system } = this
    const { transactions } = system.setup
    const all = listFor(view, transactions)
    const others = missingOf(all.transactions, [...view.queue, ...view.tip.root])
    if (others.length === 0 || random.chance(0.2)) return all
    const one = random.among(others)
    return { transactions: [...view.queue, one], forced: all.forced }
  }

  /** One that somebody signed in this slot. */
  #known({ facts, slot }: World): Proposal | undefined {
    const known = facts.flatMap((fact) =>
      fact.slot === slot && (fact.kind === 'signed' || fact.kind === 'proposed') ? [fact.proposal] : [],
    )
    return known.length > 0 ? this.random.among(known) : undefined
  }

  /** With the attestations that there are and those of all Byzantine members, sometimes with more. */
  post(world: World): Choice {
    const { random, system } = this
    const { byzantine } = system.setup
    const { proposers, committees } = seatsOf(system, world.l1)
    const proposer = proposers[world.slot]!
    const committee = committees[world.slot]!
    const from = byzantine.includes(proposer) && !random.chance(0.1) ? proposer : random.among(byzantine)
    const proposal = this.#known(world) ?? this.#proposal(world)
    const text = proposalText(proposal)
    const signers = world.facts
      .filter((fact) => fact.kind === 'signed' && proposalText(fact.proposal) === text)
      .map(({ member }) => member)
    const attestations = random.chance(0.2)
      ? [...committee]
      : committee.filter((member) => byzantine.includes(member) || signers.includes(member))
    return { do: 'post', from, proposal, attestations }
  }

  /** For itself, or for whoever quoted. */
  seize(world: World): Choice {
    const { random, system } = this
    const proposer = seatsOf(system, world.l1).proposers[world.slot]!
    const from = this.#inCharge(proposer)
    const made = world.facts.flatMap((fact) => (fact.kind === 'quoted' ? [fact.quote] : []))
    const last = made.at(-1)
    return { do: 'seize', from, quote: last && random.chance(0.3) ? last : this.quote(world) }
  }

  /** The oldest epoch that is not proven, or less of it. */
  finish(world: World): Choice | undefined {
    const { random, system } = this
    const { slotsPerEpoch } = system.setup.profile.parameters
    const view = world.views.at(-1)!
    const unproven = chainAt(view, world.slot).slice(view.proven)
    const [first] = unproven
    if (!first) return undefined
    const epoch = epochOf({ slot: first.slot, slotsPerEpoch })
    const ofEpoch = unproven.filter(({ slot }) => epochOf({ slot, slotsPerEpoch }) === epoch)
    const { slot, root } = random.chance(WRONG) ? random.among(unproven) : ofEpoch.at(-1)!
    return { do: 'finish', from: random.among(system.setup.byzantine), epoch, tip: { slot, root } }
  }

  /** A block of fallback, right or not. */
  advance(world: World): Choice {
    return {
      do: 'advance',
      from: this.random.among(this.system.setup.byzantine),
      proposal: this.#proposal(world),
    }
  }

  /** Of its escrow, whoever may be bound by it. */
  move(): Choice {
    const { random, system } = this
    const amount = String(1 + random.below(2))
    const call = random.among([
      { call: 'deposit' as const, amount },
      { call: 'startWithdrawal' as const, amount },
      { call: 'executeWithdrawal' as const },
    ])
    return { do: 'move', from: random.among(system.setup.byzantine), call }
  }

  #inCharge(proposer: string): string {
    const { random, system } = this
    const { byzantine } = system.setup
    return byzantine.includes(proposer) && !random.chance(0.1) ? proposer : random.among(byzantine)
  }
}

/** What an honest node signed and sent. */
function messageOf(fact: Fact): Signed | undefined {
  const { member: signer } = fact
  switch (fact.kind) {
    case 'proposed':
      return { message: { kind: 'proposal', form: 'fits', proposal: fact.proposal }, signer }
    case 'signed':
      return { message: { kind: 'attestation', form: 'fits', proposal: fact.proposal }, signer }
    case 'quoted':
      return { message: { kind: 'quote', form: 'fits', quote: fact.quote }, signer }
    default:
      return undefined
  }
}

const executed = (proposal: Proposal): Proposal => ({ ...proposal, root: rootAfter(proposal) })
