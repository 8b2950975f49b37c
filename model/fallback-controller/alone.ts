import type { SlotOffset } from '../shared/units.ts'

/** What is asked of the controller where it stands alone, and of no contract: rules in the form of all others. */

/**
 * PROOF-6. Only an epoch that had a slot before the current one can have a block that a proof leaves.
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
