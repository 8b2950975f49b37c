/**
 * The protocol of the kit over the statechart: what an implementation in TypeScript puts its own rollup into.
 *
 *     npx lockstep run-vectors report/vectors --on "npx tsx conformance/kit/examples/runner.ts"
 */
import { createInterface } from 'node:readline'
import { type Deployed, deploy } from '../../../model/core/deployed.ts'
import { l1Rollup } from '../../../model/l1-rollup/actor.ts'
import type { L1RollupTypes } from '../../../model/l1-rollup/types.ts'
import type { State } from '../../../model/l1-rollup/vocabulary.ts'
import { loadPreset } from '../../../spec/parameters.ts'
import type { Question } from '../foreign/protocol.ts'
import { modelComputer } from '../functions/reference.ts'

const PROTOCOL = 2
/** Parameters are those of each case; the statechart asks a profile for nothing else here. */
const [someProfile] = loadPreset('tiny').profiles

let rollup: Deployed<L1RollupTypes> | undefined
let state: State | undefined

async function answer(question: Question): Promise<object> {
  switch (question.ask) {
    case 'hello': {
      const functions = [...modelComputer.declared]
      return { protocol: PROTOCOL, name: 'the statechart, in another process', refusals: 'all', functions }
    }
    case 'reset':
      rollup = deploy(l1Rollup, { ...someProfile!, parameters: question.parameters })
      state = question.pre
      return { ok: true }
    case 'apply': {
      const step = rollup!.step(state!, question.event)
      if ('refusals' in step) return { refused: step.refusals.map(({ refusal }) => refusal) }
      state = step.state
      return { accepted: true }
    }
    case 'observe':
      return { state }
    case 'compute':
      return modelComputer.compute(question.function, question.parameters, question.input)
  }
}

for await (const line of createInterface({ input: process.stdin })) {
  let said: object
  try {
    said = await answer(JSON.parse(line))
  } catch (error) {
    said = { error: (error as Error).message }
  }
  process.stdout.write(`${JSON.stringify(said)}\n`)
}
