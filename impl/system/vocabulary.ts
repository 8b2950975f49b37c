import type { State as AttesterState } from '../../model/attester/vocabulary.ts'
import type { Block as L1Block, State as L1State } from '../../model/l1-rollup/vocabulary.ts'
import type { Block, Execution, Phase, Proposal, View } from '../../model/node/vocabulary.ts'
import type { State as ProposerState } from '../../model/proposer/vocabulary.ts'
import type { Profile } from '../../spec/parameters.ts'

/**
 * The words of the composed system: a few nodes, L1 and one clock. Everything is plain JSON, so that a run can be written
 * down, made again and made smaller.
 */
export interface Setup {
  /** Of L1. Its validators are the nodes, each by the name of its key. */
  readonly profile: Profile
  /** The last slot. */
  readonly horizon: number
  /** Members that send what they like under their own keys; the others run the generated steps. */
  readonly byzantine: readonly string[]
  /** That exist. */
  readonly transactions: readonly string[]
  /** BUILD-13. */
  readonly minTxPerBlock: number
}

export type Role = 'attester' | 'proposer'
/** What becomes of the store in a crash. */
export type Store = 'kept' | 'lost'
/** Forms of a message; each but `fits` is refused by one check (MESSAGE-1 to MESSAGE-8). */
export type Form = 'fits' | 'oversized' | 'version' | 'domain' | 'malformed' | 'signature'

/** What one node says to another, or to itself: an event of its receiver that waits. */
export type Message =
  | { readonly kind: 'proposal'; readonly form: Form; readonly proposal: Proposal }
  | { readonly kind: 'attestation'; readonly form: Form; readonly proposal: Proposal }
  | { readonly kind: 'request'; readonly transaction: string }
  | { readonly kind: 'transaction'; readonly transaction: string; readonly valid: boolean }
  | { readonly kind: 'result'; readonly role: Role; readonly execution: Execution }
  | { readonly kind: 'block'; readonly proposal: Proposal; readonly attestations: readonly string[] }

/** A message that is on its way. `key`: from its content, so that one that waits is not put there twice. */
export interface Delivery {
  readonly key: string
  readonly from: string
  /** A node, or `l1`. */
  readonly to: string
  readonly message: Message
  readonly expiresSlot: number
}

/** What a node has sent and may send again after a restart; durable, by an id from its content. */
export interface Outgoing {
  readonly id: string
  readonly expiresSlot: number
  readonly deliveries: readonly Delivery[]
}

export interface Node {
  attester: AttesterState
  proposer: ProposerState
  outbox: Outgoing[]
}

/** What honest members and L1 did, for whoever judges a run. Slots are those of the clock of who did it. */
export type Fact =
  | {
      readonly kind: 'signed'
      readonly member: string
      readonly slot: number
      readonly proposal: Proposal
      /** The execution whose result led to it. */
      readonly result: Execution
      /** Whose proofs the member had verified since its store was lost last. */
      readonly verified: readonly string[]
      /** What had entered the forced-inclusion queue by then. */
      readonly forced: readonly string[]
    }
  | {
      readonly kind: 'proposed'
      readonly member: string
      readonly slot: number
      readonly proposal: Proposal
    }
  | {
      readonly kind: 'submitted' | 'taken'
      readonly member: string
      readonly slot: number
      readonly proposal: Proposal
      /** Of whom an attestation stands in its seat. */
      readonly attestations: readonly string[]
    }

/** What was put to L1, in its order, and the refusal that it was answered with. Slots are those of the clock. */
export type L1Call = { readonly slot: number; readonly refusal: string | undefined } & (
  | { readonly kind: 'force'; readonly transaction: string }
  | {
      readonly kind: 'propose'
      readonly caller: string
      readonly proposal: Proposal
      /** One per seat: `none` for an empty one, `stranger` for one that its member did not make of this proposal. */
      readonly signers: readonly string[]
      /** How many entries of the queue L1 had taken before. */
      readonly taken: number
    }
)

/** The state of the system. A step changes it in place. */
export interface World {
  slot: number
  phase: Phase
  l1: L1State
  /** Blocks that L1 took, by what nodes and L1 call them. */
  readonly blocks: { readonly node: Block; readonly l1: L1Block }[]
  /** What L1 has shown so far, the newest last, each once in a row. */
  readonly views: View[]
  /** The honest ones. */
  readonly nodes: Readonly<Record<string, Node>>
  readonly verified: Record<string, string[]>
  pool: Delivery[]
  readonly facts: Fact[]
  readonly calls: L1Call[]
}

/** What the scheduler decides next. One whose object is not there changes nothing. */
export type Choice =
  /** Time goes on for L1, and for all nodes but for those whose clocks are late. */
  | { readonly do: 'tick'; readonly late?: readonly string[] }
  /** A clock that was late shows what it should. */
  | { readonly do: 'wake'; readonly node: string }
  /** Delivers a message that waits; `keep` leaves it there as well. */
  | { readonly do: 'deliver'; readonly key: string; readonly keep?: true }
  | { readonly do: 'drop'; readonly key: string }
  /** `age`: how many changes of L1 the follower lags behind; 0 shows what is. */
  | { readonly do: 'follow'; readonly node: string; readonly age: number; readonly behind?: true }
  /** A user sends a transaction. */
  | { readonly do: 'submit'; readonly node: string; readonly transaction: string; readonly valid: boolean }
  | {
      readonly do: 'build'
      readonly node: string
      readonly transactions: readonly string[]
      readonly forced: number
    }
  | { readonly do: 'publish'; readonly node: string }
  | { readonly do: 'crash'; readonly node: string; readonly store: Store }
  /** What is left in the outbox is carried out again. */
  | { readonly do: 'resend'; readonly node: string }
  /** A user enters a transaction into the queue on L1. */
  | { readonly do: 'force'; readonly transaction: string }
  /** A Byzantine member sends a message under its own key. */
  | { readonly do: 'lie'; readonly from: string; readonly to: string; readonly message: Lie }
  /** A Byzantine member calls L1; an attestation that was never made recovers to a stranger. */
  | {
      readonly do: 'post'
      readonly from: string
      readonly proposal: Proposal
      readonly attestations: readonly string[]
    }

/** What can be sent under a key of one's own. */
export type Lie = Extract<Message, { kind: 'proposal' | 'attestation' | 'transaction' }>

/** One generated step of a run: who made it, of which event, and how it ended. */
export interface Made {
  /** `l1`, or a node and its role: `m1 attester`. */
  readonly actor: string
  readonly event: string
  /** Undefined where it was accepted. */
  readonly refusal: string | undefined
}

/** A run that was made: from the same setup and choices it is the same. */
export interface Run {
  readonly setup: Setup
  readonly choices: readonly Choice[]
}
