/** What the cut of a few epochs takes for granted is checked in the cut of a slot. */
import { expect, test } from 'vitest'
import { propertiesStated, statementOf } from '../../tlc/configurations.ts'
import { slotTwin } from '../slot/twin.ts'
import { epochTwin } from './twin.ts'

test('ATTEST-10, ATTEST-14: what the oracle is said to be, slots state and check', () => {
  const said = statementOf(epochTwin, 'OracleIsOfSlots')!.comment
  const taken = [...said.matchAll(/\b([A-Z]\w*[a-z][A-Z]\w*):/g)].map(([, name]) => name)
  expect(taken).toEqual(['OneQuorumPerSlot', 'QuorumsAreHeld'])
  const stated = propertiesStated(slotTwin).invariants.map(({ name }) => name)
  expect(stated).toEqual(expect.arrayContaining(taken))
})
