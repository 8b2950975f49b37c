import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { explore } from '../../model/core/explorer.ts'
import { l1Rollup } from '../../model/l1-rollup/actor.ts'
import { profileNamed } from '../../spec/parameters.ts'
import { runInjected } from '../kit/injected.ts'
import { runVectors, type VectorResult } from '../kit/run.ts'
import { writeVectors } from '../kit/write.ts'
import { Replayer } from '../runs/replayer.ts'

const PROFILE = 'joint'
/** Real blocks are slow: a part of the cases will do. */
const CASES_ON_BLOCKS = '/case_0000'

/** Steps of the default vectors of a profile: call by call, in one process, beside real blocks. */
export async function benchVectors(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'lockstep-bench-'))
  const profile = profileNamed(PROFILE)
  try {
    await writeVectors(profile, explore(l1Rollup, profile, { engine: 'flat' }), folder)
    const injected = await stepsPerSecond(() => runInjected(folder))
    const replayer = await Replayer.start(profile)
    const mined = await stepsPerSecond(() =>
      runVectors(folder, () => replayer.contracts, { filter: { text: CASES_ON_BLOCKS } }),
    )
    await replayer.stop()
    for (const [name, rate] of [
      ['injected', injected],
      ['on real blocks', mined],
    ] as const)
      console.log(`${`vectors of ${PROFILE}: ${name}`.padEnd(38)} ${String(Math.round(rate)).padStart(7)}/s`)
    console.log(`${'injected to real blocks'.padEnd(38)} ${(injected / mined).toFixed(1).padStart(7)} : 1`)
  } finally {
    await rm(folder, { recursive: true })
  }
}

/** @throws Error when a step differs: a number of wrong answers means nothing */
async function stepsPerSecond(run: () => Promise<VectorResult>): Promise<number> {
  const started = performance.now()
  const { steps, failures } = await run()
  if (failures.length > 0) throw new Error(`vectors: ${failures.length} cases differ`)
  return steps / ((performance.now() - started) / 1000)
}
