import { proposalText } from '../../model/node/facts.ts'
import type { Proposal } from '../../model/node/vocabulary.ts'
import type { System } from './system.ts'
import type { Fact } from './vocabulary.ts'

/** What has to hold of every run, whatever the network and the Byzantine members do. */
export const predicates = {
  /** No two blocks of one slot can have a quorum while fewer than 2q − k members are Byzantine. */
  oneQuorum: ['ATTEST-10'],
  /** An honest member signs at most once per slot, across restarts. */
  signsOnce: ['ATTEST-7', 'ATTEST-10'],
  /** An honest member signs what it executed, with the root that it gave, of transactions that it holds or that L1 forces. */
  signsComputed: ['ATTEST-12', 'ATTEST-14', 'ATTEST-15', 'ATTEST-18'],
  /** An honest proposer signs at most one proposal per slot, across restarts. */
  proposesOnce: ['BUILD-5', 'BUILD-6'],
  /** An honest proposer hands blocks to L1 that a quorum attested. */
  submitsQuorum: ['BUILD-21'],
  /** What L1 has taken a quorum attested. */
  takenHasQuorum: ['PROPOSE-10', 'PROPOSE-11'],
} as const satisfies Record<string, readonly string[]>
export type Predicate = keyof typeof predicates

/** A predicate that does not hold: of whom, in which slot. */
export interface Violation {
  readonly predicate: Predicate
  readonly slot: number
  /** Undefined where it is nobody's alone. */
  readonly member: string | undefined
}

export const violationText = ({ predicate, slot, member }: Violation): string =>
  member === undefined ? `${predicate} in slot ${slot}` : `${predicate} by ${member} in slot ${slot}`

/** `Root` (spec/actors/attester.md), written a second time: what has its effects gives none twice. */
function rootOf({ parent, transactions }: Proposal): string {
  const seen = new Set([...parent.root, ...transactions])
  return [...seen].join()
}

/** Whether a signature is one of what its member computed. */
export function isComputed(fact: Extract<Fact, { kind: 'signed' }>): boolean {
  const { proposal, result, verified } = fact
  const { parent, transactions, forced, root } = proposal
  const sameExecution =
    JSON.stringify([parent.slot, parent.root, transactions, forced]) ===
    JSON.stringify([result.parent.slot, result.parent.root, result.transactions, result.forced])
  return (
    sameExecution &&
    root.join() === rootOf(proposal) &&
    transactions.slice(0, forced).every((transaction) => fact.forced.includes(transaction)) &&
    transactions.slice(forced).every((transaction) => verified.includes(transaction))
  )
}

/** The predicates of a run, brought up to date fact by fact. */
export class Watch {
  readonly violations: Violation[] = []
  readonly #told = new Set<string>()
  /** Who of the honest signed a proposal, by its text. */
  readonly #signers = new Map<string, Set<string>>()
  /** The texts of a slot that would have a quorum if all Byzantine members signed them. */
  readonly #quorums = new Map<number, Set<string>>()
  readonly #signed = new Set<string>()
  readonly #proposed = new Set<string>()
  #facts = 0

  constructor(private readonly system: System) {}

  /** Looks at the facts that are new. */
  look(facts: readonly Fact[]): void {
    for (; this.#facts < facts.length; this.#facts++) this.#take(facts[this.#facts]!)
  }

  #take(fact: Fact): void {
    const { member, slot, proposal } = fact
    const text = proposalText(proposal)
    switch (fact.kind) {
      case 'signed': {
        if (this.#signed.has(`${member} ${slot}`)) this.#violate('signsOnce', slot, member)
        this.#signed.add(`${member} ${slot}`)
        if (!isComputed(fact)) this.#violate('signsComputed', slot, member)
        const signers = this.#signers.get(text) ?? new Set()
        this.#signers.set(text, signers.add(member))
        const { setup, quorums } = this.system
        if (proposal.slot < 0 || signers.size + setup.byzantine.length < quorums[proposal.slot]!) break
        const texts = this.#quorums.get(proposal.slot) ?? new Set()
        this.#quorums.set(proposal.slot, texts.add(text))
        if (texts.size > 1 && fewByzantine(this.system, proposal.slot))
          this.#violate('oneQuorum', proposal.slot)
        break
      }
      case 'proposed':
        if (this.#proposed.has(`${member} ${slot}`)) this.#violate('proposesOnce', slot, member)
        this.#proposed.add(`${member} ${slot}`)
        break
      case 'submitted':
      case 'taken': {
        const { setup, committees, quorums } = this.system
        const counted = committees[slot]!.filter(
          (name) =>
            fact.attestations.includes(name) &&
            (setup.byzantine.includes(name) || this.#signers.get(text)?.has(name)),
        )
        if (counted.length >= quorums[slot]!) break
        if (fact.kind === 'submitted') this.#violate('submitsQuorum', slot, member)
        else this.#violate('takenHasQuorum', slot)
        break
      }
    }
  }

  #violate(predicate: Predicate, slot: number, member?: string): void {
    const violation = { predicate, slot, member }
    const text = violationText(violation)
    if (this.#told.has(text)) return
    this.#told.add(text)
    this.violations.push(violation)
  }
}

/** With 2q − k or more Byzantine members two quorums need no honest member in common. */
const fewByzantine = ({ setup, committees, quorums }: System, slot: number): boolean =>
  committees[slot]!.filter((name) => setup.byzantine.includes(name)).length <
  2 * quorums[slot]! - committees[slot]!.length

/** The same of all facts at once, without what is kept between them. */
export function violationsOf(system: System, facts: readonly Fact[]): Violation[] {
  const { setup, committees, quorums } = system
  const found: Violation[] = []
  const signed = facts.flatMap((fact, place) => (fact.kind === 'signed' ? [{ ...fact, place }] : []))
  const proposed = facts.filter(({ kind }) => kind === 'proposed')
  const violate = (predicate: Predicate, slot: number, member?: string) => {
    found.push({ predicate, slot, member })
  }
  const slots = [...new Set(facts.flatMap(({ slot, proposal }) => [slot, proposal.slot]))]
  for (const slot of slots) {
    for (const member of system.honest) {
      const own = signed.filter((fact) => fact.member === member && fact.slot === slot)
      if (own.length > 1) violate('signsOnce', slot, member)
      if (!own.every(isComputed)) violate('signsComputed', slot, member)
      if (proposed.filter((fact) => fact.member === member && fact.slot === slot).length > 1)
        violate('proposesOnce', slot, member)
    }
    if (slot < 0 || !fewByzantine(system, slot)) continue
    const ofSlot = signed.filter(({ proposal }) => proposal.slot === slot)
    const texts = [...new Set(ofSlot.map(({ proposal }) => proposalText(proposal)))]
    const withQuorum = texts.filter((text) => {
      const signers = ofSlot.filter(({ proposal }) => proposalText(proposal) === text)
      return new Set(signers.map(({ member }) => member)).size + setup.byzantine.length >= quorums[slot]!
    })
    if (withQuorum.length > 1) violate('oneQuorum', slot)
  }
  for (const [place, fact] of facts.entries()) {
    if (fact.kind !== 'submitted' && fact.kind !== 'taken') continue
    const { slot, member, attestations } = fact
    const text = proposalText(fact.proposal)
    const made = (name: string) =>
      signed.some((it) => it.place < place && it.member === name && proposalText(it.proposal) === text)
    const counted = attestations.filter(
      (name) => committees[slot]!.includes(name) && (setup.byzantine.includes(name) || made(name)),
    )
    if (new Set(counted).size >= quorums[slot]!) continue
    if (fact.kind === 'submitted') violate('submitsQuorum', slot, member)
    else violate('takenHasQuorum', slot)
  }
  const told = new Map(found.map((violation) => [violationText(violation), violation]))
  return [...told.values()]
}
