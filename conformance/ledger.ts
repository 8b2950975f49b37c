import type { Preset } from '../spec/parameters.ts'
import type { LedgerEntry } from './evidence.ts'

/** What a reader has to believe without a check in this run. Bounds come from the preset, the rest is written here. */
export function readLedger(preset: Preset): LedgerEntry[] {
  return boundsOf(preset)
}

function boundsOf({ name, profiles }: Preset): LedgerEntry[] {
  const place = `spec/presets/${name}.json`
  return profiles.flatMap((profile): LedgerEntry[] => [
    {
      kind: 'bound',
      what: `Profile ${profile.name} ends at slot ${profile.horizon}, epoch ${Math.floor(profile.horizon / profile.parameters.slotsPerEpoch)}`,
      why: 'a state graph must be finite to be compared in every state',
      place,
    },
    ...profile.freezes.map(
      (what): LedgerEntry => ({
        kind: 'bound',
        what: `Profile ${profile.name}: ${what}`,
        why: 'one graph with everything moving would be too large to be checked in every state',
        place,
      }),
    ),
  ])
}
