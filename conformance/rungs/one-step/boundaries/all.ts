/**
 * The Boundary line of every clause as calls: what the clause says at its edge. Statechart and bytecode must both answer
 * so; a slip that TLA+ and statechart made together differs here.
 */
import { readFileSync } from 'node:fs'
import { roles } from '../../../../model/node/roles.ts'
import { treeRoot } from '../../../clauses/clauseIndex.ts'
import { Boundaries } from './cases.ts'
import { chain } from './chain.ts'
import { challenge } from './challenge.ts'
import { epochs } from './epochs.ts'
import { escrow } from './escrow.ts'
import { fallback, fallbackLogs } from './fallback.ts'
import { logs } from './logs.ts'
import { proving } from './proving.ts'
import { queue } from './queue.ts'

const administration = 'conformance/contract-tests/administration.test.ts'
const draws = 'conformance/contract-tests/committees.test.ts'
const publishing = 'conformance/contract-tests/publishing.test.ts'
const proofs = 'conformance/contract-tests/fallback.test.ts'
const queues = 'conformance/contract-tests/queue.test.ts'
const parameters = 'spec/parameters.test.ts'
const deployed = { file: 'conformance/contract-tests/bounds.test.ts', why: 'a deployment is no event' }
const twoRollups = {
  file: 'conformance/contract-tests/chain.test.ts',
  why: 'the models have one rollup on one chain',
}

/** Of a node no contract decides anything: the titles of these tests are the lines, of each clause in one of them. */
const ofNode = [
  ...roles.map(({ actor }) => `model/${actor.name}/boundaries.test.ts`),
  'model/node/status.test.ts',
  'conformance/translation/messages.test.ts',
].flatMap((file) =>
  [...readFileSync(`${treeRoot}/${file}`, 'utf8').matchAll(/^test\(['"]([A-Z]+-\d+): /gm)].map(
    ([, clause]) => [clause!, { file, why: 'no contract decides it' }] as const,
  ),
)

/** Clauses whose Boundary line, or a part of it, is no call of a profile, and the tests that execute it instead. */
export const elsewhere: Readonly<Record<string, { readonly file: string; readonly why: string }>> = {
  'CHALLENGE-10': { file: parameters, why: 'no profile may have 14' },
  'CHALLENGE-12': { file: parameters, why: 'no profile may have them' },
  'CLAIM-9': {
    file: 'conformance/contract-tests/claim.test.ts',
    why: 'quotes of the models are signed for this chain and this rollup',
  },
  'DEPLOY-1': deployed,
  'DEPLOY-2': deployed,
  'DEPLOY-3': deployed,
  'DEPLOY-4': deployed,
  'DEPLOY-5': deployed,
  'DEPLOY-6': deployed,
  'DEPLOY-7': deployed,
  'DEPLOY-8': deployed,
  'DEPLOY-9': deployed,
  'DEPLOY-10': deployed,
  'EPOCH-2': { file: draws, why: 'prevrandao 1 has no name' },
  'EPOCH-8': { file: draws, why: 'prevrandao 1 has no name' },
  'EPOCH-9': { file: draws, why: 'prevrandao 1 has no name' },
  'EPOCH-10': { file: 'model/shared/hash.test.ts', why: 'the layout of a hash' },
  'EPOCH-12': {
    file: 'conformance/contract-tests/shuffle.test.ts',
    why: 'no profile has sets of these sizes',
  },
  'EPOCH-13': { file: draws, why: 'committees of the models are lists of members' },
  'EPOCH-14': { file: publishing, why: 'committees of the models are lists of members' },
  'EPOCH-15': { file: publishing, why: 'committees of the models are lists of members' },
  'ESCROW-11': { file: 'model/l1-rollup/escrow.test.ts', why: 'no profile may have a delay of 44' },
  'ESCROW-13': { file: 'conformance/contract-tests/escrow.test.ts', why: 'no event of the models' },
  'ESCROW-15': { file: 'conformance/contract-tests/escrow.test.ts', why: 'no event of the models' },
  'FALLBACK-13': { file: proofs, why: 'proofs of the models are valid or not' },
  'FALLBACK-17': { file: parameters, why: 'no profile may have them' },
  'FALLBACK-18': { file: parameters, why: 'no profile may have them' },
  'LOG-14': { file: 'conformance/contract-tests/deploy.test.ts', why: 'a deployment is no event' },
  'PROOF-10': { file: 'model/l1-rollup/claim.test.ts', why: 'the contracts implement reading (a)' },
  'PROPOSE-4': {
    file: 'conformance/contract-tests/chain.test.ts',
    why: 'timestamps of the models are starts of slots',
  },
  'QUEUE-1': { file: queues, why: 'data of the models fit or not' },
  'QUEUE-2': { file: queues, why: 'proofs of the models are valid or not' },
  'QUEUE-5': { file: queues, why: 'commitments of the models match or not' },
  'QUEUE-10': { file: 'conformance/contract-tests/gas.test.ts', why: 'a cost' },
  'QUEUE-11': { file: parameters, why: 'no profile may have them' },
  'QUEUE-12': { file: queues, why: 'a transaction of the models is its name' },
  'PROPOSE-13': twoRollups,
  'PROPOSE-14': twoRollups,
  'REWARD-6': { file: 'model/l1-rollup/claim.test.ts', why: 'the contracts implement reading (a)' },
  'REWARD-7': {
    file: 'conformance/contract-tests/tokens.test.ts',
    why: 'the token of the models always answers',
  },
  'VALIDATOR-6': { file: administration, why: 'no event of the models' },
  'VALIDATOR-7': { file: administration, why: 'no event of the models' },
  'VALIDATOR-8': { file: administration, why: 'no event of the models' },
  'VALIDATOR-9': {
    file: 'conformance/contract-tests/validators.test.ts',
    why: 'events of the models name one validator',
  },
  'VIEW-1': { file: 'conformance/contract-tests/chain.test.ts', why: 'a view is no event' },
  'VIEW-2': { file: 'conformance/contract-tests/escrow.test.ts', why: 'a view is no event' },
  'VIEW-3': { file: 'conformance/contract-tests/genesis.test.ts', why: 'a view is no event' },
  'VIEW-4': { file: 'conformance/contract-tests/escrow.test.ts', why: 'a view is no event' },
  'VIEW-5': { file: draws, why: 'a view is no event' },
  'PRUNE-6': { file: 'conformance/contract-tests/gas.test.ts', why: 'a cost' },
  ...Object.fromEntries(ofNode),
}

let written: Boundaries | undefined

/** Written when first asked for, because their stories take a second of steps. */
export function allBoundaries(): Boundaries {
  if (written) return written
  written = new Boundaries()
  for (const write of [chain, epochs, proving, escrow, logs, fallback, fallbackLogs, queue, challenge])
    write(written)
  return written
}
