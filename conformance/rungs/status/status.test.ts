import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { attester } from '../../../model/attester/actor.ts'
import type { Actor, ActorTypes } from '../../../model/core/actor.ts'
import { codecsOf } from '../../../model/core/codecs.ts'
import { explore } from '../../../model/core/explorer.ts'
import { follower } from '../../../model/follower/actor.ts'
import { type Status, type StatusStates, statuses, statusOf } from '../../../model/node/status.ts'
import { NO_PROPOSAL } from '../../../model/node/vocabulary.ts'
import { proposer } from '../../../model/proposer/actor.ts'
import { transactionPool } from '../../../model/transaction-pool/actor.ts'
import { loadFollowerPreset } from '../../../spec/followerParameters.ts'
import { loadAttesterPreset, loadProposerPreset } from '../../../spec/nodeParameters.ts'
import { loadPoolPreset } from '../../../spec/poolParameters.ts'
import { statusesOf } from '../../../tla/node/status.ts'

const NODES = 5_000
const transactions = ['t1', 't2', 't3', 't4', 't5', 'wrong']
/** Of whom t1 and t2 spend the same, t1 and t4 do, or no two. */
const nullifiers = [['t1', 't2'], ['t1', 't4'], ['t1']].map((same) =>
  Object.fromEntries(transactions.map((it) => [it, same.includes(it) ? 'n1' : `n${it}`])),
)

/** A node, in whose roles' stead stand texts of states that each reaches in some profile of its own. */
type Drawn = { readonly [Role in keyof StatusStates]: string } & {
  readonly committees: readonly (readonly string[])[]
  readonly nullifiers: Readonly<Record<string, string>>
}

const statesIn = <T extends ActorTypes>(actor: Actor<T>, profile: T['profile']): readonly string[] =>
  explore(actor, profile, { engine: 'flat' }).states
const reachedBy = <T extends ActorTypes>(actor: Actor<T>, profiles: readonly T['profile'][]) =>
  fc.oneof(...profiles.map((profile) => fc.constantFrom(...statesIn(actor, profile))))

const proposing = loadProposerPreset().profiles.map((profile) =>
  fc.record({
    proposer: fc.constantFrom(...statesIn(proposer, profile)),
    committees: fc.constant(profile.parameters.committees),
  }),
)
const drawn: fc.Arbitrary<Drawn> = fc
  .record({
    follower: reachedBy(follower, loadFollowerPreset().profiles),
    pool: reachedBy(transactionPool, loadPoolPreset().profiles),
    attester: reachedBy(attester, loadAttesterPreset().profiles),
    nullifiers: fc.constantFrom(...nullifiers),
    proposing: fc.oneof(...proposing),
  })
  .map(({ proposing: own, ...others }) => ({ ...others, ...own }))

const codecs = {
  follower: codecsOf(follower).state,
  pool: codecsOf(transactionPool).state,
  attester: codecsOf(attester).state,
  proposer: codecsOf(proposer).state,
}
const statesOf = (node: Drawn): StatusStates => ({
  follower: codecs.follower.parse(node.follower),
  pool: codecs.pool.parse(node.pool),
  attester: codecs.attester.parse(node.attester),
  proposer: codecs.proposer.parse(node.proposer),
})

/** Statuses that do not look at a part of what they rest on. */
const blind: Readonly<Record<string, (states: StatusStates) => StatusStates>> = {
  'what is final': (states) => withView(states, { final: 0 }),
  'what is proven': (states) => withView(states, { proven: states.follower.view.final }),
  'what is applied': (states) => ({ ...states, follower: { ...states.follower, applied: [] } }),
  'a prune': (states) => withView(states, { prunesAt: -1 }),
  'the own proposal': (states) => ({ ...states, proposer: { ...states.proposer, proposed: NO_PROPOSAL } }),
  'its attestations': (states) => ({ ...states, proposer: { ...states.proposer, attestations: [] } }),
  'what is signed': (states) => ({ ...states, attester: { ...states.attester, signed: NO_PROPOSAL } }),
  'what is in work': (states) => ({ ...states, attester: { ...states.attester, work: NO_PROPOSAL } }),
  'what is stored': (states) => ({ ...states, pool: { ...states.pool, stored: [] } }),
  'the slot': (states) => ({
    ...states,
    proposer: { ...states.proposer, slot: states.proposer.proposed.slot },
    attester: { ...states.attester, slot: states.attester.signed.slot },
  }),
}
const withView = (states: StatusStates, change: Partial<StatusStates['follower']['view']>): StatusStates => ({
  ...states,
  follower: { ...states.follower, view: { ...states.follower.view, ...change } },
})

const nodes = fc.sample(drawn, { seed: 11, numRuns: NODES })
const statesOfNodes = nodes.map(statesOf)
const told = (see: (states: StatusStates) => StatusStates, spending = nodes): Status[][] =>
  statesOfNodes.map((states, place) =>
    transactions.map((transaction) => statusOf(transaction, see(states), spending[place]!)),
  )

let byTla: string[][]
beforeAll(async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'lockstep-status-'))
  byTla = await statusesOf(
    nodes.map((node) => ({ ...node, transactions })),
    { folder: path.join(folder, 'run') },
  )
  await rm(folder, { recursive: true, force: true })
})

describe('TX-11: where a transaction stands', () => {
  test('TLA+ and TypeScript, written apart, say the same of nodes whose roles are anywhere', () => {
    const found = told((states) => states)
    const differing = nodes.flatMap((node, place) =>
      transactions.flatMap((transaction, at) => {
        const [tla, model] = [byTla[place]![at]!, found[place]![at]!]
        return tla === model ? [] : [{ node, transaction, tla, model }]
      }),
    )
    expect(differing.slice(0, 3)).toEqual([])
    expect([...new Set(found.flat())].sort()).toEqual([...statuses].sort())
  })

  test.each(Object.entries(blind))('a status that does not look at %s is found out', (_what, see) => {
    expect(told(see)).not.toEqual(byTla)
  })
  test('and so is one that does not look at what else is spent', () => {
    expect(
      told(
        (states) => states,
        nodes.map((node) => ({ ...node, nullifiers: {} })),
      ),
    ).not.toEqual(byTla)
  })
})
