/** What a rule that fails is called, in TLA+ and TypeScript, and the clause that it enforces. */
export const refusals = {
  viewIsNotOlder: { refusal: 'ViewOlder', clause: 'FOLLOW-10' },
  viewIsNew: { refusal: 'ViewKnown', clause: 'FOLLOW-7' },
  bodyIsLacking: { refusal: 'NothingFetching', clause: 'FOLLOW-3' },
  bodyIsThatOfHeader: { refusal: 'BodyMismatch', clause: 'FOLLOW-2' },
  nodeHasView: { refusal: 'NotFollowing', clause: 'FOLLOW-1' },
  epochIsNotSetUp: { refusal: 'EpochAlreadySampled', clause: 'EPOCH-1' },
  setUpIsNotSubmitted: { refusal: 'AlreadySubmitted', clause: 'FOLLOW-12' },
} as const satisfies Record<string, { refusal: string; clause: string }>

/** Name of a rule that guards an event. */
export type CheckName = keyof typeof refusals
/** Name of a refusal, the same in every form. */
export type RefusalName = (typeof refusals)[CheckName]['refusal']
