import type { AttesterTypes } from '../../model/attester/types.ts'
import type { FollowerTypes } from '../../model/follower/types.ts'
import type { Header, L1View } from '../../model/follower/vocabulary.ts'
import type { Block as L1Block, State as L1State } from '../../model/l1-rollup/vocabulary.ts'
import type { Execution, Phase, Proposal, View } from '../../model/node/vocabulary.ts'
import type { ProposerTypes } from '../../model/proposer/types.ts'
import type { TransactionPoolTypes } from '../../model/transaction-pool/types.ts'
import type { Copy } from '../../model/transaction-pool/vocabulary.ts'
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
  /** FOLLOW-11, in slots. */
  readonly maxViewAge: number
  /** TX-12, in transactions. */
  readonly poolMaximum: number
  /** TX-14, in transactions. */
  readonly verifyingMaximum: number
  /** By how many calls that it accepted L1 goes back at most; with 0 it never does. */
  readonly reorgDepth: number
}

/** The roles of a node that are composed, each with its generated step: a new one is a line here and one in `nodes.ts`. */
export interface RoleTypes {
  readonly follower: FollowerTypes
  readonly pool: TransactionPoolTypes
  readonly attester: AttesterTypes
  readonly proposer: ProposerTypes
}
export type Role = keyof RoleTypes
/** Of a transaction: the bytes that its user made, or others (TX-1). */
export type Proof = 'right' | 'wrong'
/** What becomes of the store in a crash. */
export type Store = 'kept' | 'lost'
/** Forms of a message; each but `fits` is refused by one check (MESSAGE-1 to MESSAGE-8). */
export type Form = BodyForm | 'signature'
/** Of one that nobody signs. */
export type BodyForm = 'fits' | 'oversized' | 'version' | 'domain' | 'malformed'

/** What one node says to another, or to itself: an event of its receiver that waits. */
export type Message =
  | { readonly kind: 'proposal'; readonly form: Form; readonly proposal: Proposal }
  | { readonly kind: 'attestation'; readonly form: Form; readonly proposal: Proposal }
  | {
      readonly kind: 'transaction'
      readonly form: BodyForm
      readonly transaction: string
      readonly proof: Proof
    }
  | {
      readonly kind: 'request'
      readonly form: BodyForm
      readonly transaction: string
      readonly slot: number
    }
  /** A body that was asked for, of whoever has it. */
  | { readonly kind: 'body'; readonly header: Header; readonly body: readonly string[] }
  | { readonly kind: 'executed'; readonly role: 'attester' | 'proposer'; readonly execution: Execution }
  | { readonly kind: 'verified'; readonly copy: Copy }
  | { readonly kind: 'block'; readonly proposal: Proposal; readonly attestations: readonly string[] }
  | { readonly kind: 'setUp'; readonly epoch: number }

/** A message that is on its way. `key`: from its content, so that one that waits is not put there twice. */
export interface Delivery {
  readonly key: string
  readonly from: string
  /** A node, or `l1`. */
  readonly to: string
  readonly message: Message
  /** The last slot of use, −1 if there is none. */
  readonly expiresSlot: number
  /** What is carried out with it: an id in the outbox of its sender. */
  readonly carriesOut?: string
}

/** What a node has sent and may send again after a restart; durable, by an id from its content. */
export interface Outgoing {
  readonly id: string
  /** The last slot of use, −1 if there is none. */
  readonly expiresSlot: number
  readonly deliveries: readonly Delivery[]
}

/** The states of the roles of a node; what they tell one another is never on its way. */
export type RoleStates = { [Name in Role]: RoleTypes[Name]['state'] }
export type Node = RoleStates & { outbox: Outgoing[] }

/** What honest members and L1 did, for whoever judges a run. Slots are those of the clock of who did it. */
export type Fact =
  | { readonly kind: 'crashed'; readonly member: string; readonly slot: number; readonly store: Store }
  /** A member took a view of L1. */
  | { readonly kind: 'read'; readonly member: string; readonly slot: number; readonly view: L1View }
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
      readonly role: 'pool' | 'attester' | 'proposer'
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
    }
  | {
      readonly kind: 'proposed'
      readonly member: string
      readonly slot: number
      readonly proposal: Proposal
    }
  | ({ readonly kind: 'submitted' } & Published)
  | ({ readonly kind: 'taken' } & Published)

interface Published {
  readonly member: string
  readonly slot: number
  readonly proposal: Proposal
  /** Of whom an attestation stands in its seat. */
  readonly attestations: readonly string[]
}

/** What was put to L1, in its order, and the refusal that it was answered with. Slots are those of the clock. */
export type L1Call = { readonly slot: number; readonly refusal: string | undefined } & (
  | { readonly kind: 'force'; readonly transaction: string }
  | { readonly kind: 'setUp'; readonly caller: string }
  /** L1 goes back behind its last calls, as many as were accepted. */
  | { readonly kind: 'reorg'; readonly depth: number }
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

/** L1 before a call. `again`: what is put to it anew when it has gone back behind that. */
export interface Past {
  readonly l1: L1State
  readonly again: Delivery | undefined
}

/** The state of the system. A step changes it in place. */
export interface World {
  slot: number
  phase: Phase
  l1: L1State
  /** What L1 can go back to: its states before the calls that it accepted last, the newest last. */
  past: Past[]
  /** Blocks that L1 took, and what they stand on, by what L1 calls them and as it shows them. */
  readonly blocks: { readonly l1: L1Block; readonly parent: L1Block; readonly header: Header }[]
  /** What L1 has shown so far, the newest last. */
  readonly views: L1View[]
  /** The honest ones. */
  readonly nodes: Readonly<Record<string, Node>>
  /** Whose proofs they verified since their stores were lost last. */
  readonly verified: Record<string, readonly string[]>
  /** What they have read of the queue since then. */
  readonly forced: Record<string, readonly string[]>
  /** Messages on their way. */
  waiting: Delivery[]
  readonly facts: Fact[]
  readonly calls: L1Call[]
}

/**
 * What the scheduler decides next. One whose object is not there changes nothing. `settle`: whatever honest nodes have to
 * carry out themselves after it (to verify, to execute, to fetch) is done at once, all that follows from it included.
 */
export type Choice = Act & { readonly settle?: true }

type Act =
  /** Time goes on for L1, and for all nodes but for those whose clocks are late. */
  | { readonly do: 'tick'; readonly late?: readonly string[] }
  /** A clock that was late shows what it should. */
  | { readonly do: 'wake'; readonly node: string }
  /** Delivers a message that waits; `keep` leaves it there as well. */
  | { readonly do: 'deliver'; readonly key: string; readonly keep?: true }
  | { readonly do: 'drop'; readonly key: string }
  /** `age`: how many changes of L1 the source lags behind; 0 shows what is. */
  | { readonly do: 'read'; readonly node: string; readonly age: number }
  /** A user sends a transaction, to be passed on or (`stash`) to be kept to itself. */
  | {
      readonly do: 'submit'
      readonly node: string
      readonly transaction: string
      readonly proof: Proof
      readonly to: 'user' | 'stash'
    }
  /** A connection ends. */
  | { readonly do: 'leave'; readonly node: string; readonly from: string }
  /** A keeper sets the epoch up. */
  | { readonly do: 'setUp'; readonly node: string }
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
  /** L1 reorganises: time stays, and what nodes did is not undone. */
  | { readonly do: 'reorg'; readonly depth: number }
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
export type Lie = Extract<Message, { kind: 'proposal' | 'attestation' | 'transaction' | 'request' | 'body' }>

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
