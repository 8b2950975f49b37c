import type { Timestamp } from '../../shared/units.ts'

/** TIME-4. Of the block, in seconds. */
export const hasStarted = ({
  timestamp,
  genesisTimestamp,
}: {
  timestamp: Timestamp
  genesisTimestamp: Timestamp
}): boolean => timestamp >= genesisTimestamp
