import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { codecsOf } from '../core/codecs.ts'
import { deploy } from '../core/deployed.ts'
import { createFlatEngine } from '../core/engine.ts'
import { walk } from '../core/walk.ts'
import { roles } from './roles.ts'

const drawn = roles.flatMap(({ actor, profiles, pairs }) =>
  profiles().map((profile) => ({ actor, profile, pairs: pairs(profile, 20) })),
)

describe.each(drawn)('$actor.name in profile $profile.name', ({ actor, profile, pairs }) => {
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
    // In a profile of one slot the clock of a pool stands.
    const hasTime = deployed.instances(deployed.initial).some(({ type }) => type === 'tick')
    for (const type of deployed.reading.eventTypes)
      if (type !== 'tick' || hasTime) expect(met).toContain(type)
  })

  test('a walk goes on, and comes to the same with the same seed', () => {
    const texts = [1, 1].map((seed) =>
      [...walk(actor, profile, { seed, length: 40 })].map(({ state }) => stateCodec.text(state)),
    )
    expect(texts[0]!.length).toBe(40)
    expect(texts[0]).toEqual(texts[1])
  })
})
