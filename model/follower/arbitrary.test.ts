import fc from 'fast-check'
import { expect, test } from 'vitest'
import { loadFollowerPreset } from '../../spec/followerParameters.ts'
import { deploy } from '../core/deployed.ts'
import { listText } from '../node/lists.ts'
import { follower } from './actor.ts'
import { pairs } from './arbitrary.ts'
import { computedRoot, isProvable, tipOf } from './chain.ts'

const { profiles } = loadFollowerPreset()
const STATES = 1_000
const EVENTS = 4

test.each(profiles)(
  'FOLLOW-3, FOLLOW-4, FOLLOW-13: of $name bodies are drawn that are taken, right ones and wrong ones of each kind, with forced transactions and without',
  (profile) => {
    const node = deploy(follower, profile)
    const met = new Map<string, number>()
    for (const { state, events } of fc.sample(pairs(profile, EVENTS), { numRuns: STATES, seed: 1 }))
      for (const event of events) {
        if (event.type !== 'fetched' || 'refusals' in node.step(state, event)) continue
        const { header, body } = event
        const hasRoot = listText(computedRoot(state, body)) === listText(header.root)
        const kind = [
          hasRoot ? 'right root' : 'wrong root',
          isProvable(tipOf(state), header) ? 'provable' : 'unprovable',
          ...(header.forced.length > 0 ? ['forced'] : []),
        ].join(', ')
        met.set(kind, (met.get(kind) ?? 0) + 1)
      }
    const often = [...met].filter(([, times]) => times >= 10).map(([kind]) => kind)
    const wanted = ['right root, provable', 'right root, unprovable', 'wrong root, provable']
    expect(often).toEqual(expect.arrayContaining([...wanted, ...wanted.map((kind) => `${kind}, forced`)]))
  },
)
