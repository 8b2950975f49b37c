import { floorDiv, floorMod } from '../../shared/arithmetic.ts'
import type { BasisPoints, Count, Epoch, Slot, SlotOffset, Timestamp, Wei } from '../../shared/units.ts'

/** TIME-2. */
export const epochOf = ({ slot, slotsPerEpoch }: { slot: Slot; slotsPerEpoch: Count }): Epoch =>
  floorDiv(slot, slotsPerEpoch)

/** TIME-2. */
export const offsetOf = ({ slot, slotsPerEpoch }: { slot: Slot; slotsPerEpoch: Count }): SlotOffset =>
  floorMod(slot, slotsPerEpoch)

/** TIME-1. The slot of a time not before genesis. */
export const slotAt = ({
  timestamp,
  genesisTimestamp,
  slotDurationSeconds,
}: {
  timestamp: Timestamp
  genesisTimestamp: Timestamp
  slotDurationSeconds: Count
}): Slot => (timestamp < genesisTimestamp ? 0 : floorDiv(timestamp - genesisTimestamp, slotDurationSeconds))

/** PROPOSE-4. When a slot starts. */
export const startOf = ({
  slot,
  genesisTimestamp,
  slotDurationSeconds,
}: {
  slot: Slot
  genesisTimestamp: Timestamp
  slotDurationSeconds: Count
}): Timestamp => genesisTimestamp + slot * slotDurationSeconds

/** EPOCH-2. The epoch that a call in the current one samples for. */
export const sampledEpochOf = ({
  currentEpoch,
  seedLookaheadEpochs,
}: {
  currentEpoch: Epoch
  seedLookaheadEpochs: Count
}): Epoch => currentEpoch + seedLookaheadEpochs

/** PROPOSE-11. Attestations that a committee of `seats` members needs. */
export const quorum = ({ seats }: { seats: Count }): Count => floorDiv(2 * seats, 3) + 1

/** CLAIM-10. What a bond takes from the available amount; the rest comes from the withdrawing amount. */
export const stakedFromAvailable = ({
  availableWei,
  bondAmount,
}: {
  availableWei: Wei
  bondAmount: Wei
}): Wei => (bondAmount <= availableWei ? bondAmount : availableWei)

/** ESCROW-12. */
export const unlockSlotOf = ({
  slot,
  withdrawalDelaySlots,
}: {
  slot: Slot
  withdrawalDelaySlots: Count
}): Slot => slot + withdrawalDelaySlots

/**
 * VIEW-4. The slot after the last one through which a bond stays covered whatever its prover does, 0 if there is none.
 * @param unlockSlot 0 when nothing is withdrawing
 */
export const coveredNextSlotOf = ({
  availableWei,
  withdrawingWei,
  unlockSlot,
  bondAmount,
  slot,
  withdrawalDelaySlots,
}: {
  availableWei: Wei
  withdrawingWei: Wei
  unlockSlot: Slot
  bondAmount: Wei
  slot: Slot
  withdrawalDelaySlots: Count
}): Slot =>
  bondAmount <= availableWei
    ? unlockSlotOf({ slot: unlockSlot > slot ? unlockSlot : slot, withdrawalDelaySlots })
    : bondAmount - availableWei <= withdrawingWei && slot < unlockSlot
      ? unlockSlot
      : 0

/** REWARD-1. What an epoch distributes. */
export const distributedReward = ({ epochRewardWei, poolWei }: { epochRewardWei: Wei; poolWei: Wei }): Wei =>
  epochRewardWei <= poolWei ? epochRewardWei : poolWei

/** REWARD-2. */
export const proverShare = ({
  rewardWei,
  basisPointFee,
}: {
  rewardWei: Wei
  basisPointFee: BasisPoints
}): Wei => floorDiv(rewardWei * BigInt(basisPointFee), 10_000n)

/** FALLBACK-15. What a fallback block credits to its caller. */
export const fallbackReward = ({
  fallbackRewardWei,
  poolWei,
}: {
  fallbackRewardWei: Wei
  poolWei: Wei
}): Wei => (fallbackRewardWei <= poolWei ? fallbackRewardWei : poolWei)

/** QUEUE-3. The date of an entry of the forced-inclusion queue. */
export const includedByEpochOf = ({
  currentEpoch,
  forcedDelayEpochs,
}: {
  currentEpoch: Epoch
  forcedDelayEpochs: Count
}): Epoch => currentEpoch + forcedDelayEpochs

/** CHALLENGE-1. Whether attestations are posted, and challenged if one is false, instead of being verified. */
export const signaturesAreChallenged = ({ challengeSlots }: { challengeSlots: Count }): boolean =>
  challengeSlots > 0

/** CHALLENGE-5. The last slot in which a block can be challenged. */
export const lastChallengeSlot = ({
  blockSlot,
  challengeSlots,
}: {
  blockSlot: Slot
  challengeSlots: Count
}): Slot => blockSlot + challengeSlots
