/** A process of its own for mutants, one after the other: what a mutant breaks, hangs or leaks ends here. */
import type { Mutant, Verdict } from './mutant.ts'
import { tryMutant } from './trial.ts'

/** What a lane is told. */
export interface LaneTask {
  readonly mutant: Mutant
  readonly full: boolean
}
/** What it answers. */
export type LaneAnswer = { readonly verdict: Verdict } | { readonly failure: string }

process.on('message', (task: LaneTask) => {
  tryMutant(task.mutant, task.full).then(
    (verdict) => answer({ verdict }),
    (error: Error) => answer({ failure: error.stack ?? error.message }),
  )
})
process.on('disconnect', () => process.exit())

function answer(it: LaneAnswer): void {
  process.send!(it)
}
