import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type AskedNode, StatusUntold, statusesOf } from './status.ts'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'lockstep-status-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

const ask = (nodes: readonly AskedNode[]) => statusesOf(nodes, { folder: path.join(folder, 'run') })

const genesis = { slot: -1, root: [] }
const members = Array.from({ length: 48 }, (_, index) => `m${index + 1}`)
const block = { slot: 7, parent: genesis, body: ['t1'], forced: [], root: ['t1'] }
const noHeader = { slot: -1, parent: genesis, body: [], forced: [], root: [] }
const noProposal = {
  slot: -1,
  timestampSlot: -1,
  parent: genesis,
  transactions: [],
  forced: 0,
  root: [],
  blobs: 'match',
}
const ofSlot7 = { ...noProposal, slot: 7, timestampSlot: 7, transactions: ['t1'], root: ['t1'] }

/** What L1 shows of the block of slot 7, if anything: how many are proven, how many of them final, when a prune is due. */
interface ShownBlock {
  readonly proven?: number
  readonly final?: number
  readonly prunesAt?: number
}

/** A node in a slot, which proposed in slot 7 and holds t1 and t2; both spend the same. */
function nodeIn(slot: number, attestations: number, shown?: ShownBlock): AskedNode {
  const chain = shown ? [block] : []
  const view = { proven: 0, final: 0, prunesAt: -1, ...shown, time: slot, chain, forced: [], setUp: -1 }
  const follower = { slot, applied: chain, wrong: [], kept: -1, fetching: noHeader }
  const roles = {
    follower: { ...follower, view: { ...view, fallbackFrom: -1, fallbackUntil: -1 } },
    pool: { stored: ['t1', 't2'] },
    attester: { slot, signed: noProposal, work: noProposal },
    proposer: { slot, proposed: ofSlot7, attestations: members.slice(0, attestations) },
  }
  const texts = Object.entries(roles).map(([role, state]) => [role, JSON.stringify(state)])
  return {
    ...(Object.fromEntries(texts) as Record<keyof typeof roles, string>),
    committees: Array.from({ length: 50 }, () => members),
    nullifiers: { t1: 'n1', t2: 'n1', t3: 'n3' },
    transactions: ['t1', 't2', 't3'],
  }
}

describe('where a transaction stands', () => {
  const nodes = [
    nodeIn(7, 32),
    nodeIn(7, 33),
    nodeIn(8, 33),
    nodeIn(8, 33, {}),
    nodeIn(45, 33, { prunesAt: 46 }),
    nodeIn(46, 33, { prunesAt: 46 }),
    nodeIn(40, 33, { proven: 1 }),
    nodeIn(40, 33, { proven: 1, final: 1 }),
  ]
  let told: string[][]
  beforeAll(async () => {
    told = await ask(nodes)
  })

  test('TX-11: t1 of a proposal with 33 of 48 attestations is attested in slot 7', () => {
    expect(told.slice(0, 2)).toEqual([
      ['proposed', 'received', 'unknown'],
      ['attested', 'received', 'unknown'],
    ])
  })

  test('TX-11: received in slot 8 if L1 has no block of slot 7, and published if it has; pruned, received', () => {
    expect(told.slice(2, 6).map(([t1]) => t1)).toEqual(['received', 'published', 'published', 'received'])
  })

  test('TX-11, TX-13: proven is proven; with t1 final t2 is dropped, whatever the pool holds', () => {
    expect(told.slice(6)).toEqual([
      ['proven', 'received', 'unknown'],
      ['final', 'dropped', 'unknown'],
    ])
  })
})

describe('what cannot be told', () => {
  test('is of a node that is not of its shape', async () => {
    const node = { ...nodeIn(7, 33), pool: JSON.stringify({ stored: 't1' }) }
    await expect(ask([nodeIn(7, 33), node])).rejects.toThrow(StatusUntold)
  })

  test('is of a transaction without a nullifier', async () => {
    const node = { ...nodeIn(40, 33, { proven: 1, final: 1 }), nullifiers: { t1: 'n1', t2: 'n1' } }
    await expect(ask([node])).rejects.toThrow(/TLC on 1 nodes: [\s\S]*t3/)
  })
})
