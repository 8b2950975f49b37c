import { afterAll, expect, it } from 'vitest'
import type { Finding } from '../finding.ts'
import { roleMutants, textOfFile } from './roleMutants.ts'
import { endTla, tryRoleTla } from './roleTlaSide.ts'

afterAll(endTla)

it('what gives another answer or none is caught, what says the same is not, and what is no TLA+ says nothing', async () => {
  const named = (name: string) => roleMutants().find((mutant) => mutant.name === `claimant/tla/${name}`)!
  const removed = named('ClaimRefusals/NothingToClaim removed')
  // It chooses from an empty set, in answers to some questions: those before and behind are asked all the same.
  const unevaluable = named('Covered/of = {} made FALSE')
  const same = {
    ...removed,
    name: 'same',
    start: textOfFile(removed.file).indexOf('Level(s) =='),
    original: 'Level(s) ==',
    replacement: 'Level(s)  ==',
  }
  const broken = { ...same, name: 'broken', replacement: 'Level(s) == ==' }
  const found = new Map<string, Finding>()
  const refused: string[] = []
  let told = 0
  const left = await tryRoleTla([unevaluable, removed, same, broken], 'claimant', {
    goesOn: () => false,
    wasAsked: () => false,
    // One round is enough here.
    isOver: () => told > 0,
    tell: () => {
      told++
    },
    onFinding: ({ name }, finding) => found.set(name, finding),
    onRefused: ({ name }) => refused.push(name),
  })
  expect(found.get(removed.name)).toEqual({
    caughtBy: 'rung 2',
    detail: expect.stringMatching(/^claimant\/window: claim gives .* for .*"NothingToClaim"/),
  })
  expect(found.get(unevaluable.name)?.detail).toMatch(/TLC cannot evaluate it: .*CHOOSE/)
  expect([...found.keys()].sort()).toEqual([removed.name, unevaluable.name].sort())
  expect(refused).toEqual(['broken'])
  expect(left).toEqual([same])
}, 300_000)
