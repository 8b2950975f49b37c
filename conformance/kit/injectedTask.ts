/** The cases of one profile, as a task for a side process. */

import { serve } from '../rungs/sideProcess.ts'
import { countsOf, type InjectedTask, injectSuite } from './injected.ts'
import type { VectorRun } from './run.ts'

serve<InjectedTask, VectorRun[]>(async (task, { progress, signal }) => {
  const runs = await injectSuite(task, signal)
  progress(JSON.stringify(countsOf(runs)))
  return runs
})
