import { describe, expect, test } from 'vitest'
import { epochProfiles } from '../../../spec/system/epoch.ts'
import { is as isEvent, played as playedIn } from '../scenario.ts'
import { type EpochTypes, epoch } from './epoch.ts'
import type { Event } from './vocabulary.ts'

const played = (name: string, steps: readonly ((event: Event) => boolean)[]) =>
  playedIn<EpochTypes>(epoch, epochProfiles.find((profile) => profile.name === name)!, steps)
const is = isEvent<Event>
const [tick, block] = [is('tick'), is('block')]

/** A block in slot 1, quoted for in slot 2 by "p1". */
const quoted = [tick, block, tick, is('follow', 'p1'), is('quote', 'p1')]
/** And claimed by "m1". */
const claimed = [...quoted, is('follow', 'm1'), is('receiveQuote', 'm1'), is('claim', 'm1'), is('takeClaim')]

describe('a few epochs of statecharts', () => {
  test('CLAIM-10: the bond of a claim that lands is at stake', () => {
    const { state } = played('prompt', claimed)
    expect(state.claim).toEqual({
      epochToProve: 0,
      proverAddress: 'p1',
      bondAmount: '2',
      basisPointFee: 5,
      claimant: 'm1',
    })
    expect(state.escrow.p1).toMatchObject({ available: '0', staked: '2', slashed: '0' })
  })

  test('CLAIM-4: a claim that comes again is refused', () => {
    const { instances, step } = played('prompt', claimed)
    const again = instances.filter(is('takeClaim'))
    expect(again.length).toBeGreaterThan(0)
    for (const event of again)
      expect(step(event)).toEqual({ refusals: expect.arrayContaining(['ClaimAlreadyMade']) })
  })

  test('PROOF-7: a proof that lands gives the bond back', () => {
    const { state } = played('prompt', [
      ...claimed,
      is('follow', 'p1'),
      is('prove'),
      is('proved'),
      is('submitProof'),
      is('takeProof'),
    ])
    expect(state.escrow.p1).toMatchObject({ available: '2', staked: '0', slashed: '0', failed: false })
    expect(state).toMatchObject({
      proven: { slot: 1, content: 't1' },
      pending: [],
      claim: { epochToProve: -1 },
    })
  })

  test('PRUNE-3: what nobody proves is slashed when the epoch after its own is over', () => {
    const before = played('prompt', [...claimed, tick])
    expect(before.state.escrow.p1).toMatchObject({ staked: '2', slashed: '0' })
    const { state } = played('prompt', [...claimed, tick, tick])
    expect(state.escrow.p1).toMatchObject({ staked: '0', slashed: '2', failed: true })
    expect(state.pending).toEqual([])
  })

  test('PRUNE-1: what nobody claims is dropped behind the window', () => {
    expect(played('prompt', [...quoted, tick]).state.pending).toEqual([])
  })

  test('CLAIM-9: nobody signs for an honest prover', () => {
    const { instances, step } = played('rivals', [tick, block, tick])
    const lies = instances.filter((event) => event.type === 'takeClaim' && event.quote.prover === 'p1')
    expect(lies.length).toBeGreaterThan(0)
    for (const event of lies) expect(step(event)).toEqual({ refusals: ['QuoteSignatureInvalid'] })
  })

  test('FOLLOW-11: a level view is behind in the next slot', () => {
    const { state } = played('prompt', [tick])
    expect([state.claimant.m1!.view.follows, state.prover.p1!.view.follows]).toEqual(['behind', 'behind'])
  })

  test('a reorganisation takes back what its slots brought, and what was signed stays', () => {
    const { state } = played('reorganised', [
      block,
      (event) => event.type === 'reorganise' && event.depth === 1,
    ])
    expect(state).toMatchObject({ pending: [], reorganised: 1, past: [] })
    expect(state.attested[0]).toEqual({ slot: -1, root: [] })
  })
})
