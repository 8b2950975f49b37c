/** Several Reach models of one profile in one exploration: each alone would begin from the start. */
import path from 'node:path'
import { parseConfig, printConfig } from './config.ts'
import type { Model } from './models.ts'

const REACHED = 'Reached'
/** What models must share to be explored together: all but the one claim, which is each model's own. */
function commonOf({ kind, module, config, files, expected, name }: Model): string | undefined {
  if (kind !== 'reach') return undefined
  const { invariants, ...rest } = parseConfig(config, name)
  if (invariants.length !== 1 || invariants[0] !== expected) return undefined
  return JSON.stringify([module, [...files], rest])
}

/** The models by groups that are explored together, in the order of the first of each; others by themselves. */
export function togetherOf(models: readonly Model[]): Model[][] {
  const groups = new Map<string, Model[]>()
  for (const model of models) {
    const common = commonOf(model) ?? model.name
    groups.set(common, [...(groups.get(common) ?? []), model])
  }
  return [...groups.values()]
}

/**
 * A model that refutes all of these claims, each in the first state that does, and ends with the last of them. What it notes
 * is read by {@link refutedIn}.
 * @param models of one group of {@link togetherOf}
 */
export function reachedModel(models: readonly Model[]): Model {
  const [first] = models
  const { invariants: _, ...rest } = parseConfig(first!.config, first!.name)
  const config = printConfig({ ...rest, invariants: ['NothingIsNew'] })
  const text = [
    `---- MODULE ${REACHED} ----`,
    `EXTENDS ${path.basename(first!.module, '.tla')}, Watch`,
    // A set, so that each is evaluated: a state may refute several. What is refuted is not evaluated again.
    'NothingIsNew ==',
    '    \\/ {',
    models
      .map(({ expected }) => `        IsSeen("${expected}") \\/ ${expected} \\/ WasSeen("${expected}")`)
      .join(',\n'),
    '        } = {TRUE}',
    `    \\/ EndState(${models.length})`,
    '====',
    '',
  ].join('\n')
  const file = `${REACHED}.tla`
  return { ...first!, module: file, config, files: new Map([...first!.files, [file, text]]) }
}

/** By claim, the place of the counterexample that refutes it among those of the run. @param noted names of the run's notes */
export const refutedIn = (noted: readonly string[]): ReadonlyMap<string, number> =>
  new Map(
    noted.map((note) => {
      const [state, claim] = note.split(' ')
      return [claim!, Number(state)]
    }),
  )
