/** Who takes part in a few epochs. */
import type { EpochProfile } from '../../../spec/system/epoch.ts'

type Members = Pick<EpochProfile, 'proposers' | 'deposits' | 'byzantine'>

const honest = (names: readonly string[], { byzantine }: Members): string[] =>
  [...new Set(names)].filter((name) => !byzantine.includes(name)).sort()

export const claimantsOf = (profile: Members): string[] => honest(profile.proposers, profile)
export const honestProversOf = (profile: Members): string[] => honest(Object.keys(profile.deposits), profile)
export const nodesOf = (profile: Members): string[] =>
  honest([...profile.proposers, ...Object.keys(profile.deposits)], profile)
