/** TX-4. */
export const transactionIsNew = ({ isHeld }: { isHeld: boolean }): boolean => !isHeld

/** TX-1. `proofIsValid`: the answer of the verifier. */
export const transactionProofIsValid = ({ proofIsValid }: { proofIsValid: boolean }): boolean => proofIsValid
