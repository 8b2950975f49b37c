import type { Count, Slot } from '../../shared/units.ts'

/** TX-19. `isVerifying`: whether the transaction with the same proof of the same sender is being verified. */
export const copyIsNew = ({ isVerifying }: { isVerifying: boolean }): boolean => !isVerifying

/** TX-5, TX-13. `isFinal`: spent in the proven chain of a finalized L1 block; `isSpent`: at the own tip. */
export const transactionIsUnspent = ({
  isFinal,
  isSpent,
  isAsked,
}: {
  isFinal: boolean
  isSpent: boolean
  isAsked: boolean
}): boolean => !isFinal && (!isSpent || isAsked)

/** TX-12. `waiting`: transactions that are stored and have not had their effects at the own tip. */
export const poolHasRoom = ({
  isAsked,
  waiting,
  poolMaximum,
}: {
  isAsked: boolean
  waiting: Count
  poolMaximum: Count
}): boolean => isAsked || waiting < poolMaximum

/**
 * TX-14. `copies`: of the sender, those that are being verified; `hasSent`: one of them is of this transaction. Who is no
 * peer is not bounded.
 */
export const senderHasRoom = ({
  isPeer,
  isAsked,
  hasSent,
  copies,
  verifyingMaximum,
}: {
  isPeer: boolean
  isAsked: boolean
  hasSent: boolean
  copies: Count
  verifyingMaximum: Count
}): boolean => !isPeer || copies < verifyingMaximum || (isAsked && !hasSent)

/** TX-15. `isVerifying`: whether the transaction with that proof of that sender is being verified. */
export const copyIsVerifying = ({ isVerifying }: { isVerifying: boolean }): boolean => isVerifying

/** TX-16. `isAsked`: in the current slot, and it did not come. */
export const transactionIsNotAsked = ({ isAsked }: { isAsked: boolean }): boolean => !isAsked

/** TX-17. */
export const requestIsForSlot = ({ requestSlot, slot }: { requestSlot: Slot; slot: Slot }): boolean =>
  requestSlot === slot

/** TX-18, TX-7. */
export const transactionCanBeSent = ({
  isHeld,
  isStashed,
}: {
  isHeld: boolean
  isStashed: boolean
}): boolean => isHeld && !isStashed

/** TX-17. `isAnswered`: to that peer, in the current slot. */
export const requestIsNew = ({ isAnswered }: { isAnswered: boolean }): boolean => !isAnswered
