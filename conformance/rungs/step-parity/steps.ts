import * as attester from '../../../impl/node/generated/attester.step.ts'
import * as claimant from '../../../impl/node/generated/claimant.step.ts'
import * as fallbackController from '../../../impl/node/generated/fallback-controller.step.ts'
import * as fallbackProposer from '../../../impl/node/generated/fallback-proposer.step.ts'
import * as follower from '../../../impl/node/generated/follower.step.ts'
import * as l1Rollup from '../../../impl/node/generated/l1-rollup.step.ts'
import * as proposer from '../../../impl/node/generated/proposer.step.ts'
import * as prover from '../../../impl/node/generated/prover.step.ts'
import * as transactionPool from '../../../impl/node/generated/transaction-pool.step.ts'
import type { ActorTypes } from '../../../model/core/actor.ts'
import type { GeneratedStep } from './compare.ts'

const generated = {
  attester,
  claimant,
  'fallback-controller': fallbackController,
  'fallback-proposer': fallbackProposer,
  follower,
  'l1-rollup': l1Rollup,
  proposer,
  prover,
  'transaction-pool': transactionPool,
}

/** The committed step of an actor, by its name; of another one there is none. */
export const stepOf = (name: string): GeneratedStep<ActorTypes> | undefined =>
  (generated as unknown as Readonly<Record<string, GeneratedStep<ActorTypes>>>)[name]
