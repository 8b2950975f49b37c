import type { Quote } from '../../model/claimant/vocabulary.ts'
import type { Block, Proposal } from '../../model/node/vocabulary.ts'
import type { EscrowCall, Message, Proof, Store } from './vocabulary.ts'

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
  /** So many slots pass, and nothing else happens. */
  | { readonly do: 'pass'; readonly slots: number }
  /** The network delivers whatever waits, every honest node reads L1, and what follows from that is done too. */
  | { readonly do: 'calm' }
  /** The same, then every honest node works (or builds and publishes alone), and what comes of that is delivered and read too. */
  | { readonly do: 'round'; readonly only?: 'blocks' }
  /** A node begins whatever its roles may begin. */
  | { readonly do: 'work'; readonly node: string }
  /** A keeper sets the epoch up. */
  | { readonly do: 'setUp'; readonly node: string }
  | {
      readonly do: 'build'
      readonly node: string
      readonly transactions: readonly string[]
      readonly forced: number
    }
  | { readonly do: 'publish'; readonly node: string }
  | {
      readonly do: 'quote'
      readonly node: string
      readonly validUntilSlot: number
      readonly bond: string
      readonly fee: number
    }
  /** A claimant claims; a prover asks for what it lacks, begins a proof, hands one in, or pays its escrow out. */
  | {
      readonly do: 'claim' | 'gather' | 'prove' | 'submitProof' | 'executeWithdrawal'
      readonly node: string
    }
  | { readonly do: 'deposit' | 'startWithdrawal'; readonly node: string; readonly amount: string }
  /** A fallback proposer builds, hands a block in, or begins anew. */
  | {
      readonly do: 'buildAlone'
      readonly node: string
      readonly transactions: readonly string[]
      readonly forced: number
    }
  | { readonly do: 'submitBlock' | 'giveUp'; readonly node: string }
  | { readonly do: 'crash'; readonly node: string; readonly store: Store }
  /** What is left in the outbox is carried out again. */
  | { readonly do: 'resend'; readonly node: string }
  /** A user enters a transaction into the queue on L1. */
  | { readonly do: 'force'; readonly transaction: string }
  /** L1 reorganises: time stays, and what nodes did is not undone. */
  | { readonly do: 'reorg'; readonly depth: number }
  /** A Byzantine member sends a message under its own key. */
  | { readonly do: 'lie'; readonly from: string; readonly to: string; readonly message: Lie }
  /** It sends one with the signature of somebody else: one that an honest node did not make recovers to nobody. */
  | {
      readonly do: 'passOn'
      readonly from: string
      readonly to: string
      readonly signer: string
      readonly message: SignedLie
    }
  /** A Byzantine member calls L1; an attestation that was never made recovers to a stranger. */
  | {
      readonly do: 'post'
      readonly from: string
      readonly proposal: Proposal
      readonly attestations: readonly string[]
    }
  /** A Byzantine node claims for a quote, which its prover signed if that is Byzantine too or quoted it. */
  | { readonly do: 'seize'; readonly from: string; readonly quote: Quote }
  /** A Byzantine node hands in a proof of an epoch up to a block; it is one if all of that is right. */
  | { readonly do: 'finish'; readonly from: string; readonly epoch: number; readonly tip: Block }
  /** A Byzantine node hands in a block of fallback; its proof is one if the block is right. */
  | { readonly do: 'advance'; readonly from: string; readonly proposal: Proposal }
  /** A Byzantine node moves its escrow. */
  | { readonly do: 'move'; readonly from: string; readonly call: EscrowCall }

/** What Byzantine members send. */
export type Lie = Extract<
  Message,
  { kind: 'proposal' | 'attestation' | 'transaction' | 'request' | 'body' | 'quote' }
>
/** The same, as far as it is signed. */
export type SignedLie = Extract<Lie, { kind: 'proposal' | 'attestation' | 'quote' }>
