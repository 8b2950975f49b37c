import { describe, expect, test } from 'vitest'
import { slotProfiles } from '../../../spec/system/slot.ts'
import { is as isEvent, played as playedIn } from '../scenario.ts'
import { type SlotTypes, slot } from './slot.ts'
import type { Event } from './vocabulary.ts'

const played = (name: string, steps: readonly ((event: Event) => boolean)[]) =>
  playedIn<SlotTypes>(slot, slotProfiles.find((profile) => profile.name === name)!, steps)
const is = isEvent<Event>

const proposed = [is('build'), is('propose')]
const attestedBy = (node: string) => [is('receiveProposal', node), is('attest', node)]

describe('a slot of statecharts', () => {
  test('BUILD-18: what a proposer sends stays in the world, whatever becomes of its store', () => {
    const { state } = played('single', [
      ...proposed,
      (event) => event.type === 'crash' && event.store === 'lost',
    ])
    expect(state.offered.m1).toHaveLength(1)
    expect(state.proposer.m1!.proposed.slot).toBe(-1)
    expect(state.attester.m1!.held).toEqual([])
    expect(state.crashed).toMatchObject({ node: 'm1', store: 'lost' })
  })

  test('PROPOSE-11: L1 refuses a block that lacks one signature of a quorum, and takes it with that', () => {
    const offered = (signers: number) => (event: Event) =>
      event.type === 'take' && event.signers.length === signers
    const short = played('equivocating', attestedBy('m1'))
    const refused = short.instances.filter(offered(2)).map(short.step)
    expect(refused.length).toBeGreaterThan(0)
    for (const outcome of refused) expect(outcome).toEqual({ refusals: ['QuorumNotReached'] })
    const { state } = played('equivocating', [...attestedBy('m1'), ...attestedBy('m2'), offered(3)])
    expect(state.chain).toMatchObject([{ caller: 'm4', signers: ['m1', 'm2', 'm4'] }])
  })

  test('PROPOSE-10: an attestation that nobody made is refused', () => {
    const { instances, step } = played('equivocating', [])
    const whole = instances.filter((event) => event.type === 'take' && event.signers.length === 4)
    expect(whole.length).toBeGreaterThan(0)
    for (const event of whole) expect(step(event)).toEqual({ refusals: ['AttestationInvalid'] })
  })

  test('BUILD-24: time passes for all at once', () => {
    const { state } = played('calm', [is('tick')])
    const phases = [...Object.values(state.attester), ...Object.values(state.proposer)].map(
      ({ phase }) => phase,
    )
    expect([state.phase, ...phases]).toEqual(Array.from({ length: 5 }, () => 'attest'))
  })
})
