import { expect, test } from 'vitest'
import { loadFollowerPreset, parseFollowerPreset } from '../../spec/followerParameters.ts'
import { profileFiles } from '../tlc/files.ts'
import { followerTwin } from './twin.ts'

const preset = loadFollowerPreset()

test('a profile has all the constants of the rules, and those of its instances', () => {
  const files = profileFiles(followerTwin, preset.profiles.find(({ name }) => name === 'keep')!)
  expect(files.get('Keep.cfg')).toContain('    MaxViewAge = 0\n')
  expect(files.get('Keep.cfg')).toContain('    SlotsPerEpoch = 2\n')
  expect(files.get('Keep.cfg')).toContain('    Horizon = 3\n')
  expect(files.get('Keep.tla')).toContain('ProfileCrashes == <<"kept", "lost">>\n')
})

test('a view has its headers and all of its numbers', () => {
  const files = profileFiles(followerTwin, preset.profiles.find(({ name }) => name === 'reorg')!)
  expect(files.get('Reorg.tla')).toContain(
    '[time |-> 1, chain |-> <<[slot |-> 0, parent |-> [slot |-> -1, root |-> <<>>], body |-> <<"t1">>, ' +
      'forced |-> <<>>, root |-> <<"t1">>], [slot |-> 1, parent |-> [slot |-> 0, root |-> <<"t1">>], ' +
      'body |-> <<"t3">>, forced |-> <<"t3">>, root |-> <<"t1", "t3">>]>>, proven |-> 0, final |-> 0, prunesAt |-> -1, fallbackFrom |-> -1, fallbackUntil |-> -1, forced |-> <<"t3">>, setUp |-> -1]',
  )
})

test('more that is final than is proven is refused in a preset', () => {
  const [first, ...rest] = preset.profiles
  const [view, ...views] = first!.views
  const impossible = {
    ...preset,
    profiles: [{ ...first, views: [{ ...view, final: 1 }, ...views] }, ...rest],
  }
  expect(() => parseFollowerPreset(impossible)).toThrow(
    /spec\/presets\/follower\.json: [\s\S]*final <= proven[\s\S]*profiles\[0\]\.views\[0\]/,
  )
})
