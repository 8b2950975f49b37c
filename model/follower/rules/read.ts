import type { BlobsCommitment, Epoch, Slot } from '../../shared/units.ts'

/** FOLLOW-10. Slots from the time of no view: `sinceRead` up to the view that is read, `sinceViewed` up to the own one. */
export const viewIsNotOlder = ({ sinceRead, sinceViewed }: { sinceRead: Slot; sinceViewed: Slot }): boolean =>
  sinceRead >= sinceViewed

/** FOLLOW-7. */
export const viewIsNew = ({ isKnown }: { isKnown: boolean }): boolean => !isKnown

/** FOLLOW-3. `isFetching`: whether a body is asked for; `isOfFetched`: whether it came for that block. */
export const bodyIsLacking = ({
  isFetching,
  isOfFetched,
}: {
  isFetching: boolean
  isOfFetched: boolean
}): boolean => isFetching && isOfFetched

/** FOLLOW-2. */
export const bodyIsThatOfHeader = ({
  bodyHash,
  headerBodyHash,
}: {
  bodyHash: BlobsCommitment
  headerBodyHash: BlobsCommitment
}): boolean => bodyHash === headerBodyHash

/** EPOCH-1. `nextSetUp`: the epoch after the last one that the view shows set up, 0 if there is none. */
export const epochIsNotSetUp = ({ epoch, nextSetUp }: { epoch: Epoch; nextSetUp: Epoch }): boolean =>
  epoch >= nextSetUp

/** FOLLOW-12. `isSubmitted`: whether it was handed to L1 in the current slot. */
export const setUpIsNotSubmitted = ({ isSubmitted }: { isSubmitted: boolean }): boolean => !isSubmitted
