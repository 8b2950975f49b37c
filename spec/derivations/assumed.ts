import { rfc } from './inputs.ts'

/**
 * Numbers that the RFC leaves open or that L1 sets, each once, as the derivations take them. Those of fallback are the
 * smallest whole epochs that keep the relations of FALLBACK-17 and FALLBACK-18 with some room, and no more than examples.
 */
export const assumed = {
  /** Slots. T_enter: FALLBACK-17 with a forced delay of one epoch. */
  fallbackEnterSlots: 3 * rfc.epochSlots,
  /** Slots. T_exit. */
  fallbackExitSlots: 4 * rfc.epochSlots,
  /** Slots. T_activity. */
  fallbackExitActivitySlots: 2 * rfc.epochSlots,
  /** Slots. d where signatures are posted: within CHALLENGE-10, and an example. */
  challengeSlots: 8,
  /** Slots of L1 until a block of it is final, at least: two of its epochs. */
  l1FinalSlots: 64,
  /** Gas of a byte of calldata that is not zero (EIP-2028). */
  calldataGas: 16,
  /** Gas of such a byte in a transaction that does little else (EIP-7623). */
  calldataFloorGas: 40,
  /** Bytes that the blobs of one block hold (QUEUE-11): 6 of 4,096 words of 31 bytes. */
  blockBytes: 6 * 4_096 * 31,
} as const
