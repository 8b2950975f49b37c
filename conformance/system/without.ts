import { posix } from 'node:path'
import { loadModules, type Modules } from '../../impl/generate/modules.ts'
import { stepSource } from '../../impl/generate/steps.ts'
import type { Stepper } from '../../impl/system/system.ts'
import type { Role, RoleTypes } from '../../impl/system/vocabulary.ts'
import type { Actor } from '../../model/core/actor.ts'
import { deploy } from '../../model/core/deployed.ts'
import type { L1RollupTypes } from '../../model/l1-rollup/types.ts'
import type { PlantedSteps } from '../rungs/step-parity/plant.ts'

/** A check that no event of an actor has. */
export class CheckUnknown extends Error {
  override readonly name = 'CheckUnknown'
}

const loaded = new Map<string, Promise<Modules>>()
const modulesOf = (entry: string): Promise<Modules> => {
  const modules = loaded.get(entry) ?? loadModules(entry)
  loaded.set(entry, modules)
  return modules
}

/**
 * The step that is generated of a statechart without one of its checks, of whatever event.
 * @param planted where it is written to
 * @throws CheckUnknown
 */
export async function without<T extends L1RollupTypes | RoleTypes[Role]>(
  planted: PlantedSteps,
  actor: Actor<T>,
  profile: T['profile'],
  check: T['check'],
): Promise<Stepper<T>> {
  const entry = `model/${actor.name}/actor.ts`
  const { reading } = deploy(actor, profile)
  const given = reading.stages as unknown as Record<string, { checks: string[] }[]>
  const stages = Object.fromEntries(
    Object.entries(given).map(([event, list]) => [
      event,
      list.map((stage) => ({ ...stage, checks: stage.checks.filter((name) => name !== check) })),
    ]),
  )
  if (JSON.stringify(stages) === JSON.stringify(given))
    throw new CheckUnknown(`${actor.name} ${check}: no event has it`)
  const changed = { ...reading, stages } as unknown as typeof reading
  const source = stepSource(actor, changed, await modulesOf(entry), {
    folder: posix.dirname(entry),
    output: planted.folder,
  })
  return (await planted.load<T>(source)).step as unknown as Stepper<T>
}
