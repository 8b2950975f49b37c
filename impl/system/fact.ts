import type { Quote } from '../../model/claimant/vocabulary.ts'
import type { Header, L1View } from '../../model/follower/vocabulary.ts'
import type { Account, QueueEntry } from '../../model/l1-rollup/vocabulary.ts'
import type { Block, Execution, Proposal, View } from '../../model/node/vocabulary.ts'
import type { Role, Store } from './vocabulary.ts'

/** What honest members and L1 did, for whoever judges a run. Slots are those of the clock of who did it. */
export type Fact =
  | { readonly kind: 'crashed'; readonly member: string; readonly slot: number; readonly store: Store }
  /** A member took a view of L1. `account`: its own in the escrow; `claim`: who is claimed for, or `nobody`. */
  | {
      readonly kind: 'read'
      readonly member: string
      readonly slot: number
      readonly view: L1View
      readonly account: Account
      readonly claim: string
    }
  /** A member took a body for that of a header. */
  | {
      readonly kind: 'fetched'
      readonly member: string
      readonly slot: number
      readonly header: Header
      readonly body: readonly string[]
    }
  /** What a follower has told its roles, after each step of its. */
  | { readonly kind: 'told'; readonly member: string; readonly slot: number; readonly view: View }
  /** A member verified a proof, and it was right. `from`: whose copy it is. */
  | {
      readonly kind: 'verified'
      readonly member: string
      readonly slot: number
      readonly transaction: string
      readonly from: string
    }
  /** A member takes a transaction for held from now on. */
  | {
      readonly kind: 'holds'
      readonly member: string
      readonly slot: number
      readonly role: Role
      readonly transaction: string
    }
  /** A member does not hold a transaction any more, without a crash. */
  | { readonly kind: 'drops'; readonly member: string; readonly slot: number; readonly transaction: string }
  /** A transaction leaves a member. */
  | { readonly kind: 'passed'; readonly member: string; readonly slot: number; readonly transaction: string }
  | {
      readonly kind: 'signed'
      readonly member: string
      readonly slot: number
      readonly proposal: Proposal
      /** The execution whose result led to it. */
      readonly result: Execution
      /** Whose proofs the member had verified since its store was lost last. */
      readonly verified: readonly string[]
      /** What it had read of the forced-inclusion queue since then. */
      readonly forced: readonly string[]
      /** Of its slot, as the member had read it. */
      readonly committee: readonly string[]
      readonly proposer: string
      readonly foreseen: Foreseen
    }
  | {
      readonly kind: 'proposed'
      readonly member: string
      readonly slot: number
      readonly proposal: Proposal
      /** Whose proofs the member had verified since its store was lost last, and what it had read of the queue. */
      readonly held: readonly string[]
      readonly foreseen: Foreseen
    }
  | ({ readonly kind: 'submitted' } & Published)
  | ({ readonly kind: 'taken' } & Published)
  /** A member took a message of a form that it should have refused. */
  | {
      readonly kind: 'took'
      readonly member: string
      readonly slot: number
      readonly message: string
      readonly form: string
    }
  /** A member begins a proof. `work`: of which epoch up to which block, or on which block. */
  | {
      readonly kind: 'began'
      readonly member: string
      readonly slot: number
      readonly what: 'epoch' | 'block'
      readonly work: string
    }
  /** A fallback proposer forgets what it built and proved. */
  | { readonly kind: 'gaveUp'; readonly member: string; readonly slot: number }
  /** A prover offers to prove an epoch. */
  | {
      readonly kind: 'quoted'
      readonly member: string
      readonly slot: number
      readonly quote: Quote
      /** Of the epoch, as the member had read it. */
      readonly transactions: readonly string[]
      readonly held: readonly string[]
      /** Of a claim with it by the proposer of the slot. */
      readonly foreseen: Foreseen
    }
  /** A member hands a call to L1. */
  | {
      readonly kind: 'handed'
      readonly member: string
      readonly slot: number
      readonly call: string
      readonly foreseen: Foreseen
      /** In a withdrawal, in wei. */
      readonly amount: string
    }
  | L1Fact

/** What L1 would answer to a call at that time. */
export interface Foreseen {
  /** Whether L1 still is as the member had read it, bodies included, when it began what it hands in or signs. */
  readonly isCurrent: boolean
  readonly refusal: string | undefined
}

/** What became of L1. `member`: who called it, whom it befell, or L1. */
export type L1Fact =
  /** Who is in charge in this slot from now on. */
  | {
      readonly kind: 'seats'
      readonly member: string
      readonly slot: number
      readonly committee: readonly string[]
      readonly proposer: string
    }
  | {
      readonly kind: 'reorganised'
      readonly member: string
      readonly slot: number
      readonly depth: number
    }
  /** What the chain is from now on, with what is due. */
  | {
      readonly kind: 'shows'
      readonly member: string
      readonly slot: number
      readonly chain: readonly Header[]
      /** Blocks of `chain`. */
      readonly proven: number
      readonly queue: readonly QueueEntry[]
      /** Entries of the queue that the chain has taken, as L1 counts them. */
      readonly marked: number
      /** Whether fallback is in force. */
      readonly session: boolean
      readonly claim: string
    }
  /** A block of fallback. */
  | {
      readonly kind: 'based'
      readonly member: string
      readonly slot: number
      readonly proposal: Proposal
      readonly valid: boolean
    }
  | { readonly kind: 'claimed'; readonly member: string; readonly slot: number; readonly quote: Quote }
  | {
      readonly kind: 'proven'
      readonly member: string
      readonly slot: number
      readonly epoch: number
      readonly tip: Block
      readonly valid: boolean
      /** Who was claimed for, or `nobody`. */
      readonly prover: string
    }
  | { readonly kind: 'slashed'; readonly member: string; readonly slot: number; readonly epoch: number }

interface Published {
  readonly member: string
  readonly slot: number
  readonly proposal: Proposal
  /** Of whom an attestation stands in its seat. */
  readonly attestations: readonly string[]
  /** Of the slot, as its member had read it, or as L1 has it. */
  readonly committee: readonly string[]
}
