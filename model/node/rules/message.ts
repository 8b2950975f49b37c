/** MESSAGE-1. */
export const messageIsShortEnough = ({ isOversized }: { isOversized: boolean }): boolean => !isOversized

/** MESSAGE-2. */
export const versionIsKnown = ({ isKnownVersion }: { isKnownVersion: boolean }): boolean => isKnownVersion

/** MESSAGE-3. */
export const domainIsOwn = ({ isOwnDomain }: { isOwnDomain: boolean }): boolean => isOwnDomain

/** MESSAGE-4. */
export const messageIsWellFormed = ({ isWellFormed }: { isWellFormed: boolean }): boolean => isWellFormed

/** MESSAGE-5. `listMatches`: whether the header binds the list of transactions. */
export const listIsThatOfHeader = ({ listMatches }: { listMatches: boolean }): boolean => listMatches

/** MESSAGE-7. `recovers`: whether the signature is one, whoever made it. */
export const proposalSignatureIsValid = ({ recovers }: { recovers: boolean }): boolean => recovers

/** MESSAGE-8. `recovers`: whether the signature is one, whoever made it. */
export const attestationSignatureIsValid = ({ recovers }: { recovers: boolean }): boolean => recovers

/** MESSAGE-17. `recovers`: whether the signature is one, whoever made it. */
export const quoteSignatureIsValid = ({ recovers }: { recovers: boolean }): boolean => recovers
