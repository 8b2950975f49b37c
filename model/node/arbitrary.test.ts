import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { loadAttesterPreset, loadProposerPreset } from '../../spec/nodeParameters.ts'
import { loadProverPreset } from '../../spec/proverParameters.ts'
import { attester } from '../attester/actor.ts'
import { pairs as attesterPairs } from '../attester/arbitrary.ts'
import type { Actor, ActorTypes } from '../core/actor.ts'
import { codecsOf } from '../core/codecs.ts'
import { deploy } from '../core/deployed.ts'
import { createFlatEngine } from '../core/engine.ts'
import { walk } from '../core/walk.ts'
import { proposer } from '../proposer/actor.ts'
import { pairs as proposerPairs } from '../proposer/arbitrary.ts'
import { prover } from '../prover/actor.ts'
import { pairs as proverPairs } from '../prover/arbitrary.ts'

interface Drawn<T extends ActorTypes> {
  readonly actor: Actor<T>
  readonly profile: T['profile']
  readonly pairs: fc.Arbitrary<{ readonly state: T['state']; readonly events: readonly T['event'][] }>
}
const drawn = <T extends ActorTypes>(of: Drawn<T>) => of as unknown as Drawn<ActorTypes>
const roles = [
  ...loadAttesterPreset().profiles.map((profile) =>
    drawn({ actor: attester, profile, pairs: attesterPairs(profile, 20) }),
  ),
  ...loadProposerPreset().profiles.map((profile) =>
    drawn({ actor: proposer, profile, pairs: proposerPairs(profile, 20) }),
  ),
  ...loadProverPreset().profiles.map((profile) =>
    drawn({ actor: prover, profile, pairs: proverPairs(profile, 20) }),
  ),
]

describe.each(roles)('$actor.name in profile $profile.name', ({ actor, profile, pairs }) => {
  const deployed = deploy(actor, profile)
  const { state: stateCodec, event: eventCodec, effects: effectsCodec } = codecsOf(actor)

  test('drawn states and events are of the vocabulary, and each event is accepted or refused by all engines', () => {
    const flat = createFlatEngine(actor, deployed.machine, deployed.reading)
    const met = new Set<string>()
    fc.assert(
      fc.property(pairs, ({ state, events }) => {
        expect(stateCodec.parse(stateCodec.text(state))).toEqual(state)
        expect(() => stateCodec.decode(state)).not.toThrow()
        for (const event of events) {
          expect(() => eventCodec.decode(event)).not.toThrow()
          const step = deployed.step(state, event)
          const accepted = flat.next(state, event)
          if ('refusals' in step) {
            expect(accepted).toBeUndefined()
            for (const { refusal } of step.refusals) met.add(refusal)
          } else {
            expect(accepted).toEqual(step)
            expect(effectsCodec.parse(effectsCodec.text(step.effects))).toEqual(step.effects)
            expect(() => stateCodec.decode(step.state)).not.toThrow()
            met.add(event.type)
          }
        }
      }),
      { numRuns: 400, seed: 7 },
    )
    for (const type of deployed.reading.eventTypes) expect(met).toContain(type)
  })

  test('a walk goes on, and comes to the same with the same seed', () => {
    const texts = [1, 1].map((seed) =>
      [...walk(actor, profile, { seed, length: 40 })].map(({ state }) => stateCodec.text(state)),
    )
    expect(texts[0]!.length).toBe(40)
    expect(texts[0]).toEqual(texts[1])
  })
})
