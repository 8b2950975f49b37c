import { describe, expect, test } from 'vitest'
import { type FollowerProfile, loadFollowerPreset } from '../../spec/followerParameters.ts'
import { loadAttesterPreset, loadProposerPreset } from '../../spec/nodeParameters.ts'
import { loadPoolPreset } from '../../spec/poolParameters.ts'
import { Scenario as Attester } from '../attester/scenario.ts'
import { Scenario as Follower } from '../follower/scenario.ts'
import type { Header } from '../follower/vocabulary.ts'
import { Scenario as Proposer } from '../proposer/scenario.ts'
import { Scenario as Pool, receipt } from '../transaction-pool/scenario.ts'
import { committee, everySlot, slotsPerEpoch } from './rfc.ts'
import { type Status, statusOf } from './status.ts'
import { GENESIS } from './vocabulary.ts'

const committees = everySlot(committee)
const horizon = 97
const nullifiers = { t1: 'n1', t2: 'n1', t3: 'n3' }
const roleParameters = {
  self: 'm1',
  committees: everySlot([...committee]),
  proposers: everySlot('m1'),
  minTxPerBlock: 1,
  forcedMinimum: 1,
}

/** A node at some point of a story: its roles, each told only what the story tells it. */
interface Told {
  readonly follower: Follower
  readonly pool: Pool
  readonly attester: Attester
  readonly proposer: Proposer
}

const started: Told = {
  follower: Follower.deployed({
    ...(loadFollowerPreset().profiles[0] as FollowerProfile),
    horizon,
    parameters: { maxViewAge: 1, slotsPerEpoch },
  }),
  pool: Pool.deployed({ ...loadPoolPreset().profiles[1]!, horizon }),
  attester: Attester.deployed({
    ...loadAttesterPreset().profiles[0]!,
    horizon,
    initialHeld: [],
    parameters: roleParameters,
  }),
  proposer: Proposer.deployed({
    ...loadProposerPreset().profiles[0]!,
    horizon,
    initialHeld: [],
    parameters: roleParameters,
  }),
}

const at = (slot: number, { follower, pool, attester, proposer }: Told): Told => ({
  follower: follower.at(slot),
  pool: pool.at(slot),
  attester: attester.at(slot),
  proposer: proposer.at(slot),
})

const status = (transaction: string, { follower, pool, attester, proposer }: Told): Status =>
  statusOf(
    transaction,
    { follower: follower.state, pool: pool.state, attester: attester.state, proposer: proposer.state },
    { nullifiers, committees },
  )

/** t1 is held, in slot 7. */
const holding: Told = at(7, { ...started, pool: started.pool.holding('p1', 't1') })
const proposing: Told = {
  ...holding,
  proposer: holding.proposer.following({ tip: GENESIS }).holding('t1').proposing(0, 't1'),
}
const attested: Told = { ...proposing, proposer: proposing.proposer.attestedBy(...committee.slice(0, 33)) }

const seventh: Header = { slot: 7, parent: GENESIS, body: ['t1'], forced: [], root: ['t1'] }
const showing = (node: Told, change: Parameters<Follower['reading']>[0]): Told => ({
  ...node,
  follower: node.follower.reading(change).catchingUp(),
})
const published = showing(holding, { chain: [seventh] })

test('TX-11: t1 of a proposal with 33 of 48 attestations is attested in slot 7, received in slot 8 if L1 has no block of slot 7, and published if it has; pruned, it is received again.', () => {
  expect(status('t1', attested)).toBe('attested')
  const eighth = at(8, attested)
  expect(status('t1', eighth)).toBe('received')
  const included = showing(eighth, { chain: [seventh], prunesAt: 45 })
  expect(status('t1', included)).toBe('published')
  expect(status('t1', at(44, included))).toBe('published')
  expect(status('t1', at(45, included))).toBe('received')
})

describe('TX-11', () => {
  test('what a node knows nothing of, or verifies still, is unknown', () => {
    expect(status('t3', holding)).toBe('unknown')
    const verifying = { ...holding, pool: holding.pool.after(receipt('t3', 'p1')) }
    expect(status('t3', verifying)).toBe('unknown')
  })

  test('with 32 of 48 attestations it is proposed still', () => {
    expect(status('t1', proposing)).toBe('proposed')
    const most = proposing.proposer.attestedBy(...committee.slice(0, 32))
    expect(status('t1', { ...proposing, proposer: most })).toBe('proposed')
    expect(status('t3', attested)).toBe('unknown')
  })

  test('what a member checks or has signed is proposed, in its slot', () => {
    const following = holding.attester.following({ tip: GENESIS })
    const checking = following.after(following.receiving({ transactions: ['t3'] }))
    expect(status('t3', { ...holding, attester: checking })).toBe('proposed')
    const signing = checking.holding('t3').after(checking.result())
    expect(status('t3', { ...holding, attester: signing })).toBe('proposed')
    expect(status('t3', { ...holding, attester: signing.at(8) })).toBe('unknown')
  })

  test('a block counts once its body is applied and its root found right', () => {
    const unread = { ...holding, follower: holding.follower.reading({ chain: [seventh] }) }
    expect(status('t1', unread)).toBe('received')
    expect(status('t1', published)).toBe('published')
    const wrong = showing(holding, { chain: [{ ...seventh, root: ['wrong'] }] })
    expect(status('t1', wrong)).toBe('received')
  })

  test('what is proven is so until L1 goes back behind the proof, and what is final is so for good', () => {
    const proven = showing(published, { chain: [seventh], proven: 1, time: 8 })
    expect(status('t1', proven)).toBe('proven')
    expect(status('t1', showing(proven, { chain: [seventh], proven: 0, time: 9 }))).toBe('published')
    expect(status('t1', showing(proven, { chain: [seventh], proven: 1, final: 1, time: 9 }))).toBe('final')
  })

  test('what spends the nullifier of what is final is dropped, and no sooner', () => {
    const proven = showing(published, { chain: [seventh], proven: 1, time: 8 })
    expect(status('t2', proven)).toBe('unknown')
    const final = showing(proven, { chain: [seventh], proven: 1, final: 1, time: 9 })
    expect(status('t2', final)).toBe('dropped')
    expect(status('t3', final)).toBe('unknown')
  })

  test('of several blocks only the front that is proven, or final, counts as that', () => {
    const eighth = {
      slot: 8,
      parent: { slot: 7, root: ['t1'] },
      body: ['t3'],
      forced: [],
      root: ['t1', 't3'],
    }
    const view = { chain: [seventh, eighth], proven: 1, final: 1 }
    const both = showing(at(8, holding), view)
    expect([status('t1', both), status('t3', both)]).toEqual(['final', 'published'])
    const proven = showing(at(9, both), { ...view, proven: 2 })
    expect([status('t1', proven), status('t3', proven)]).toEqual(['final', 'proven'])
  })

  test('a node that starts again answers from what it stored until it has read L1', () => {
    const { pool, attester, proposer, follower } = attested
    const crash = { type: 'crash', store: 'kept' } as const
    const again: Told = {
      pool: pool.after(crash),
      attester: attester.after(crash),
      proposer: proposer.after(crash),
      follower: follower.after(crash),
    }
    expect(status('t1', again)).toBe('attested')
    expect(status('t1', at(8, again))).toBe('received')
    const lost = { ...again, pool: again.pool.after({ type: 'crash', store: 'lost' }) }
    expect(status('t1', at(8, lost))).toBe('unknown')
  })
})
