import { quorum } from '../../model/l1-rollup/rules/arithmetic.ts'
import type { Setup } from './vocabulary.ts'

/** What has to hold of every run, whatever the network and the Byzantine members do. */
export const predicates = {
  /** No two blocks of one slot can have a quorum while fewer than 2q − k members are Byzantine. */
  oneQuorum: ['ATTEST-10'],
  /** An honest member signs at most once per slot, across restarts. */
  signsOnce: ['ATTEST-7', 'ATTEST-10'],
  /** An honest member signs what it executed, with the root that it gave, of transactions that it holds or that L1 forces. */
  signsComputed: ['ATTEST-12', 'ATTEST-14', 'ATTEST-15', 'ATTEST-16', 'ATTEST-17', 'ATTEST-18'],
  /** What an honest member that has read L1 signs and proposes, L1 would take there and then from a quorum. */
  signsWhatHolds: [
    'ATTEST-3',
    'ATTEST-5',
    'ATTEST-11',
    'ATTEST-12',
    'BUILD-1',
    'BUILD-2',
    'BUILD-8',
    'BUILD-9',
  ],
  /** An honest member signs as one of the committee, for the proposer of its slot. */
  signsAsMember: ['ATTEST-2', 'ATTEST-6'],
  /** What an honest member signs and proposes is as long as a block has to be. */
  listsEnough: ['ATTEST-13', 'BUILD-13', 'BASED-6'],
  /** An honest proposer lists what it holds, none of it twice and none that is spent at the parent. */
  proposesSound: ['BUILD-14', 'BUILD-15', 'BUILD-16'],
  /** An honest proposer signs at most one proposal per slot, across restarts. */
  proposesOnce: ['BUILD-5', 'BUILD-6'],
  /** An honest proposer hands blocks to L1 that a quorum attested. */
  submitsQuorum: ['BUILD-21'],
  /** What L1 has taken a quorum attested. */
  takenHasQuorum: ['PROPOSE-10', 'PROPOSE-11'],
  /** What an honest member signs and hands to L1 rests on what its follower told last; only signatures on less than all. */
  actsOnTip: ['ATTEST-9', 'BUILD-3', 'FOLLOW-1', 'FOLLOW-9', 'BASED-1'],
  /** While its follower raises the alarm a member neither signs nor proposes nor publishes, quotes or claims. */
  alarmIsHeeded: ['FOLLOW-5'],
  /** The tip that a follower tells is what it computed from the bodies of its view; level is the last of that. */
  tipIsComputed: ['FOLLOW-2', 'FOLLOW-3', 'FOLLOW-8', 'FOLLOW-11', 'FOLLOW-13'],
  /** The alarm is raised exactly as long as a block of the view is known to be wrong, by its root or by its body. */
  alarmIsExact: ['FOLLOW-2', 'FOLLOW-3', 'FOLLOW-4', 'FOLLOW-6', 'FOLLOW-13'],
  /** A node holds what it verified since its store was lost, or what L1 forces. */
  holdsVerified: ['TX-1', 'TX-8', 'TX-15'],
  /** What a node holds it holds until it is final. */
  keepsHeld: ['TX-10'],
  /** L1 takes nothing twice that is not forced, while fewer than a quorum are Byzantine. */
  takesOnce: ['ATTEST-13', 'ATTEST-16', 'BUILD-15', 'BUILD-16'],
  /** What leaves a node as a transaction it holds. */
  passesHeld: ['TX-2', 'TX-18'],
  /** A stashed transaction leaves its node only when the node signed a proposal with it or L1 has shown it. */
  stashIsSilent: ['TX-7', 'TX-18'],
  /** As long as L1 does not reorganise, what is proven stays as it is and grows at its end. */
  ledgerAppends: ['PROOF-3', 'PRUNE-8', 'FALLBACK-11'],
  /** Each block stands on the one before it, in a later slot that is not in the future. */
  chainIsOne: ['PROPOSE-5', 'PROPOSE-6', 'FALLBACK-11', 'FALLBACK-12'],
  /** In the proven chain nothing that is not forced is twice, whoever is Byzantine: proofs are sound. */
  provenOnce: ['PROOF-5', 'FALLBACK-13'],
  /** Each block was attested by a quorum of its slot, or came with its proof in fallback; epochs are proven. */
  ledgerIsEarned: ['PROPOSE-11', 'PROOF-5', 'FALLBACK-9', 'FALLBACK-13'],
  /** While forced transactions are due a block takes at least the minimum of them, and others only if it takes them all. */
  forcedAreServed: ['QUEUE-6', 'QUEUE-7'],
  /** What a block takes as forced is the front of what waits, while fewer than a quorum are Byzantine. */
  forcedAreInOrder: ['QUEUE-5', 'ATTEST-12', 'BUILD-10'],
  /** As many entries of the queue count as taken as the blocks of the chain took. */
  marksFollowChain: ['QUEUE-8'],
  /** Who was claimed for and proved in time is not slashed, unless L1 takes the proof back. */
  provedIsNotSlashed: ['PROOF-7', 'PRUNE-3'],
  /** An honest prover quotes once for an epoch, across restarts. */
  quotesOnce: ['QUOTE-8', 'QUOTE-12'],
  /** An honest prover quotes no more than it has available. */
  quotesItsMeans: ['QUOTE-10'],
  /** An honest prover quotes what it holds. */
  quotesHeld: ['QUOTE-11'],
  /** What an honest prover that has read L1 offers, the proposer of the slot could claim with there and then. */
  quotesWhatHolds: ['QUOTE-7'],
  /** What an honest prover has promised it does not withdraw while it can be claimed. */
  keepsPromises: ['PROVE-8', 'QUOTE-9'],
  /** What an honest node that has read L1 hands to it, L1 would take there and then. */
  handsInWhatHolds: ['BUILD-21', 'QUOTE-4', 'PROVE-4', 'BASED-9', 'FOLLOW-12'],
  /** A call is handed in once a slot, as long as the store is kept. */
  handsInOnce: ['BUILD-22', 'QUOTE-5', 'PROVE-6', 'BASED-10', 'FOLLOW-12'],
  /** A proof is not begun again that is being made or is there. */
  provesOnce: ['PROVE-3', 'BASED-3'],
  /** What is oversized, unknown, of another chain, malformed or unsigned changes nothing. */
  takesWhatFits: ['MESSAGE-1', 'MESSAGE-2', 'MESSAGE-3', 'MESSAGE-4'],
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

/** Says that a predicate does not hold. */
export type Violate = (predicate: Predicate, slot: number, member?: string) => void

export const byzantineIn = ({ byzantine }: Setup, committee: readonly string[]): number =>
  committee.filter((name) => byzantine.includes(name)).length

export const quorumOf = (committee: readonly string[]): number => quorum({ seats: committee.length })

/** With 2q − k or more Byzantine members two quorums need no honest member in common. */
export const fewByzantine = (setup: Setup, committee: readonly string[]): boolean =>
  byzantineIn(setup, committee) < 2 * quorumOf(committee) - committee.length

/** Whether some honest member is in every quorum. */
export const someHonest = (setup: Setup, committee: readonly string[]): boolean =>
  byzantineIn(setup, committee) < quorumOf(committee)
