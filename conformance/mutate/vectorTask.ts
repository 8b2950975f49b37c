/** Mistakes in the statechart and vectors, as a task for a side process. */
import { loadPreset } from '../../spec/parameters.ts'
import { serve } from '../rungs/sideProcess.ts'
import type { Mutant } from './mutant.ts'
import { askedOf, type Shown, tryVectors } from './vectorSide.ts'

let asked: ReturnType<typeof askedOf>[] | undefined

serve<Mutant, Shown>((mutant, { progress }) => {
  // Small graphs first: most mistakes show in any of them.
  asked ??= loadPreset('tiny')
    .profiles.map(askedOf)
    .sort((left, right) => left.graph.states.length - right.graph.states.length)
  progress(mutant.name)
  return tryVectors(mutant, asked)
})
