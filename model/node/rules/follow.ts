/** FOLLOW-1. */
export const nodeHasView = ({ hasView }: { hasView: boolean }): boolean => hasView

/** FOLLOW-9, FOLLOW-1: without a view there is no level tip. */
export const ownTipIsLevel = ({ isLevel }: { isLevel: boolean }): boolean => isLevel

/** FOLLOW-5. */
export const noAlarm = ({ alarm }: { alarm: boolean }): boolean => !alarm
