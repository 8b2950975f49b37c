import { type ChildProcess, fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import type { LaneAnswer, LaneTask } from './lane.ts'
import type { Mutant, Verdict } from './mutant.ts'

const laneFile = fileURLToPath(new URL('./lane.ts', import.meta.url))
/** After as many mutants a lane begins anew: copies of modules stay in memory. */
const mutantsPerProcess = 100

export interface LaneRun {
  readonly lanes: number
  /** Whether a mutant that survives the short profiles goes on to the full ones. */
  readonly goesOn: (mutant: Mutant) => boolean
  /** Whether no mutant is begun any more. */
  readonly isOver: () => boolean
  readonly onVerdict: (mutant: Mutant, verdict: Verdict) => void
  readonly onFailure: (mutant: Mutant, failure: string) => void
}

/** Tries mutants in processes of their own, some at a time. */
export async function runLanes(
  mutants: readonly Mutant[],
  { lanes, goesOn, isOver, onVerdict, onFailure }: LaneRun,
): Promise<void> {
  const queue = [...mutants]
  const lane = async (): Promise<void> => {
    let child: ChildProcess | undefined
    let served = 0
    for (let mutant = queue.shift(); mutant && !isOver(); mutant = queue.shift()) {
      if (served++ % mutantsPerProcess === 0) {
        child?.disconnect()
        child = fork(laneFile, { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] })
      }
      const reply = await ask(child!, { mutant, full: goesOn(mutant) })
      if ('verdict' in reply) onVerdict(mutant, reply.verdict)
      else {
        onFailure(mutant, reply.failure)
        // A lane that failed may have died: the next mutant gets a new one.
        served = 0
      }
    }
    if (child?.connected) child.disconnect()
  }
  await Promise.all(Array.from({ length: lanes }, lane))
}

function ask(child: ChildProcess, task: LaneTask): Promise<LaneAnswer> {
  return new Promise((resolve) => {
    const settle = (reply: LaneAnswer) => {
      child.off('message', settle)
      child.off('exit', died)
      resolve(reply)
    }
    const died = (code: number | null) => settle({ failure: `the lane ended with exit code ${code}` })
    child.once('message', settle)
    child.once('exit', died)
    if (child.connected) child.send(task)
    else died(child.exitCode)
  })
}
