import { Rational } from './rational.ts'

/**
 * The numbers that the RFC states, each once, as the derivations take them. They are not the `rfc` preset: what
 * a derivation confirms or corrects must not be read from the thing it judges.
 */
export const rfc = {
  /** Validators. "Assuming a total validator set of 10,000 validators" (FAQ) */
  validatorCount: 10_000,
  /** Validators. "a maximum 1/3 of those being malicious" (FAQ): the largest whole number within the maximum. */
  maliciousCount: 3_333,
  /** Probability. "less than 1e^{-6}" (FAQ), read as one in a million. */
  threshold: Rational.of(1n, 1_000_000n),
  /** Members. "That committee size is K=48." (FAQ) */
  committeeSize: 48,
  /** Slots. "That value of C is 13" (FAQ) */
  claimWindowSlots: 13,
  /** Slots. "i.e. 32 slots have elapsed since the start of the epoch" (Section 2, Proof claim phase) */
  epochSlots: 32,
  /** Seconds. "slot times (36s)" (Section 3, Based fallback) */
  slotSeconds: 36,
  /** L1 slots in an L2 slot. "3 L1 slots or ~ 36s" (FAQ, L2 Attestation Committee) */
  l1SlotsPerSlot: 3,
  /** Transactions per second. "At 10TPS" (comments) */
  transactionsPerSecond: 10,
  /** Bytes. "ClientIVC proofs which are ~80kbs" (comments), read as 80,000 bytes. */
  proofBytes: 80_000,
  /** Bytes. "(~60kbs compressed)" (comments) */
  compressedProofBytes: 60_000,
  /** Bytes. "around 25 MBs download" (comments), read as 25,000,000 bytes per some period. */
  statedDownloadBytes: 25_000_000,
} as const
