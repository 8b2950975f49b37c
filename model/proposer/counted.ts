import type { Deployment } from './types.ts'
import type { State } from './vocabulary.ts'

/** BUILD-21: whose attestations count, in their order: members of the committee that is in force by now (F-62). */
export const countedMembers = (
  { slot, attestations }: Pick<State, 'slot' | 'attestations'>,
  { committees }: Deployment['parameters'],
): string[] => committees[slot]!.filter((member) => attestations.includes(member))
