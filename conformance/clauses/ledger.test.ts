import { expect, test } from 'vitest'
import { roles } from '../../model/node/roles.ts'
import { loadFallbackPreset } from '../../spec/fallbackParameters.ts'
import { loadPreset } from '../../spec/parameters.ts'
import { readLedger } from './ledger.ts'

const tiny = loadPreset('tiny')
const ledger = readLedger(tiny)

test('every entry stands at a line of this tree', () => {
  const lost = ledger.filter(({ place }) => !/:\d+$/.test(place) && !place.startsWith('spec/presets/'))
  expect(lost.map(({ what, place }) => `${place}: ${what}`)).toEqual([])
})

test('what a profile freezes and where it ends is in the ledger, word for word', () => {
  const bounds = ledger.filter(({ kind }) => kind === 'bound').map(({ what }) => what)
  const ofFallback = loadFallbackPreset().profiles.map((profile) => ({
    ...profile,
    name: `fallback-controller/${profile.name}`,
  }))
  for (const { name, freezes, horizon } of [...tiny.profiles, ...ofFallback]) {
    expect(bounds.some((what) => what.startsWith(`Profile ${name}: time ends at slot ${horizon},`))).toBe(
      true,
    )
    for (const freeze of freezes) expect(bounds).toContain(`Profile ${name}: ${freeze}`)
  }
})

test('so are those of the actors of a node', () => {
  const bounds = ledger.filter(({ kind }) => kind === 'bound').map(({ what }) => what)
  for (const { actor, profiles } of roles)
    for (const { name, horizon, freezes } of profiles()) {
      expect(bounds).toContain(`Profile ${actor.name}/${name}: time ends after slot ${horizon}`)
      for (const freeze of freezes) expect(bounds).toContain(`Profile ${actor.name}/${name}: ${freeze}`)
    }
})

test('mocks, abstractions, assumptions and powers are all told', () => {
  const kinds = new Set(ledger.map(({ kind }) => kind))
  expect([...kinds].sort()).toEqual(['abstraction', 'assumption', 'bound', 'mock', 'power'])
})

test('walks are a bound of presets that are too large to explore', () => {
  const told = (name: string): boolean =>
    readLedger(loadPreset(name)).some(({ what }) => what.includes('seeded walks'))
  expect([told('tiny'), told('rfc')]).toEqual([false, true])
})

test('a place that cannot be found is the file alone', () => {
  expect(readLedger(tiny, '/nowhere')[0]!.place).toBe('impl/contracts/src/mock/MockEpochProofVerifier.sol')
})
