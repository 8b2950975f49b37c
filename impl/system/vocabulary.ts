import type { AttesterTypes } from '../../model/attester/types.ts'
import type { ClaimantTypes } from '../../model/claimant/types.ts'
import type { Quote } from '../../model/claimant/vocabulary.ts'
import type { FallbackProposerTypes } from '../../model/fallback-proposer/types.ts'
import type { FollowerTypes } from '../../model/follower/types.ts'
import type { Header, L1View } from '../../model/follower/vocabulary.ts'
import type { Block as L1Block, State as L1State } from '../../model/l1-rollup/vocabulary.ts'
import type { Block, Execution, Phase, Proposal } from '../../model/node/vocabulary.ts'
import type { ProposerTypes } from '../../model/proposer/types.ts'
import type { Building } from '../../model/proposer/vocabulary.ts'
import type { ProverTypes } from '../../model/prover/types.ts'
import type { Call, Target } from '../../model/prover/vocabulary.ts'
import type { TransactionPoolTypes } from '../../model/transaction-pool/types.ts'
import type { Copy } from '../../model/transaction-pool/vocabulary.ts'
import type { Profile } from '../../spec/parameters.ts'
import type { ForcedHash } from './chain.ts'
import type { Choice } from './choice.ts'
import type { Fact } from './fact.ts'

/**
 * The words of the composed system: a few nodes, L1 and one clock. Everything is plain JSON, so that a run can be written
 * down, made again and made smaller.
 */
export interface Setup {
  /** Of L1. Its validators and its provers are the nodes, each by the name of its key. */
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
  /** Nodes that set epochs up. */
  readonly keepers: readonly string[]
  /** By how many calls that it accepted L1 goes back at most; with 0 it never does. */
  readonly reorgDepth: number
}

/** The roles of a node that are composed, each with its generated step: a new one is a line here and one in `nodes.ts`. */
export interface RoleTypes {
  readonly follower: FollowerTypes
  readonly pool: TransactionPoolTypes
  readonly attester: AttesterTypes
  readonly proposer: ProposerTypes
  readonly claimant: ClaimantTypes
  readonly prover: ProverTypes
  readonly fallbackProposer: FallbackProposerTypes
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
  | { readonly kind: 'quote'; readonly form: Form; readonly quote: Quote }
  | { readonly kind: 'executed'; readonly role: ExecutingRole; readonly execution: Execution }
  /** Of an epoch. */
  | { readonly kind: 'proved'; readonly target: Target }
  /** Of a block in fallback. */
  | { readonly kind: 'blockProved'; readonly block: Building }
  | { readonly kind: 'verified'; readonly copy: Copy }
  | { readonly kind: 'block'; readonly proposal: Proposal; readonly attestations: readonly string[] }
  | { readonly kind: 'setUp'; readonly epoch: number }
  | { readonly kind: 'claim'; readonly quote: Quote }
  | { readonly kind: 'call'; readonly call: Call }
  /** A block of fallback, with its proof. */
  | { readonly kind: 'based'; readonly block: Building }

/** Roles that execute lists of transactions. */
export type ExecutingRole = 'attester' | 'proposer' | 'fallbackProposer'

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
export type Node = RoleStates & {
  outbox: Outgoing[]
  /** What it read of L1 last, beside what its follower keeps. */
  read: Shown
  /** The state of L1 that it had read when it began what it signs now, by role. */
  begun: { attester?: L1State; proposer?: L1State }
}

/** What L1 shows of itself: its state, and whose last claim was slashed. */
export interface Shown {
  readonly l1: L1State
  /** Ascending. */
  readonly failed: readonly string[]
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
      /** Whether its header names what stands in the queue. */
      readonly forcedHash: ForcedHash
      /** How many entries of the queue L1 had taken before. */
      readonly taken: number
    }
  | { readonly kind: 'claim'; readonly caller: string; readonly quote: Quote; readonly signer: string }
  | {
      readonly kind: 'prove'
      readonly caller: string
      readonly target: Target
      readonly from: Block
      /** Whether it is a proof of that. */
      readonly valid: boolean
    }
  | {
      readonly kind: 'based'
      readonly caller: string
      readonly proposal: Proposal
      readonly valid: boolean
      readonly forcedHash: ForcedHash
      readonly taken: number
    }
  | { readonly kind: 'escrow'; readonly caller: string; readonly call: EscrowCall }
)

/** Calls of the escrow. */
export type EscrowCall = Exclude<Call, { readonly call: 'submitEpochProof' }>

/** L1 before a call. `again`: what is put to it anew when it has gone back behind that. */
export interface Past extends Shown {
  readonly again: Delivery | undefined
}

/** The state of the system. A step changes it in place. */
export interface World {
  slot: number
  phase: Phase
  l1: L1State
  /** Whose last claim was slashed, ascending. */
  failed: readonly string[]
  /** What L1 can go back to: its states before the calls that it accepted last, the newest last. */
  past: Past[]
  /** Blocks that L1 took, and what they stand on, by what L1 calls them and as it shows them. */
  readonly blocks: {
    readonly l1: L1Block
    readonly parent: L1Block
    readonly header: Header
    /** Whether it came with its proof. */
    readonly based: boolean
  }[]
  /** What L1 has shown so far, the newest last: to followers, and beside that. */
  readonly views: L1View[]
  readonly shown: Shown[]
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
