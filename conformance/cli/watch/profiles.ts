import type { EventType } from '../../../model/l1-rollup/vocabulary.ts'
import type { EventFamily, Preset } from '../../../spec/parameters.ts'

/** The part of a profile that decides whether it has events of a type; that of time is in all. */
const familyOf: Readonly<Record<Exclude<EventType, 'advanceSlot'>, EventFamily>> = {
  propose: 'propose',
  challenge: 'challenge',
  claimEpochProofRight: 'claimEpochProofRight',
  submitEpochProof: 'submitEpochProof',
  proposeWithProof: 'proposeWithProof',
  forceInclusion: 'forceInclusion',
  prune: 'prune',
  setupEpoch: 'setupEpoch',
  addValidator: 'validators',
  removeValidator: 'validators',
  deposit: 'deposit',
  startWithdrawal: 'withdrawal',
  executeWithdrawal: 'withdrawal',
  collectSlashed: 'collectSlashed',
  collectReward: 'collectReward',
}

/** The profiles in whose graph one of these events is asked about at all. */
export function profilesWith(preset: Preset, events: ReadonlySet<string> | 'all'): Preset['profiles'] {
  if (events === 'all' || events.has('advanceSlot')) return preset.profiles
  const families = [...events].map((event) => familyOf[event as keyof typeof familyOf])
  return preset.profiles.filter(({ families: extent }) =>
    families.some((family) => extent[family] !== 'none'),
  )
}
