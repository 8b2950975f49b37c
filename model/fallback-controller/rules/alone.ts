import type { SlotOffset } from '../../shared/units.ts'

/**
 * PROOF-6. What the controller alone is told of blocks: only an epoch that had a slot before this one can have a block.
 * @param leavesPending whether later blocks stay pending, of the current epoch
 */
export const blockCanBeLeft = ({
  leavesPending,
  offset,
}: {
  leavesPending: boolean
  offset: SlotOffset
}): boolean => !leavesPending || offset > 0

/** FALLBACK-8. `isDue`: whether the effective state is another one than the stored. */
export const changeIsDue = ({ isDue }: { isDue: boolean }): boolean => isDue
