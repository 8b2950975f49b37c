import { posix } from 'node:path'
import { loadModules, type Modules } from '../../impl/generate/modules.ts'
import { stepSource } from '../../impl/generate/steps.ts'
import type { Stepper } from '../../impl/system/system.ts'
import type { Role, RoleTypes } from '../../impl/system/vocabulary.ts'
import type { Actor, ActorTypes } from '../../model/core/actor.ts'
import { deploy } from '../../model/core/deployed.ts'
import type { Reading, Transition } from '../../model/core/reading.ts'
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

/** The transitions of an event, in states that have none those of the first that has some. */
function everywhere<T extends ActorTypes>({ transitions }: Reading<T>, event: string): Transition<T>[] {
  const own = transitions.filter((transition) => transition.event === event)
  const first = own.filter(({ from }) => from === own[0]!.from)
  const leaves = [...new Set(transitions.map(({ from }) => from))]
  return leaves.flatMap((leaf) => {
    const there = own.filter(({ from }) => from === leaf)
    return there.length > 0 ? there : first.map((transition) => ({ ...transition, from: leaf }))
  })
}

/**
 * The step that is generated of a statechart without one of its checks, of whatever event: what no check refuses any more
 * is taken in every state, also where the statechart has no transition because the check would refuse it there.
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
  const events = Object.keys(stages).filter(
    (event) => JSON.stringify(stages[event]) !== JSON.stringify(given[event]),
  )
  if (events.length === 0) throw new CheckUnknown(`${actor.name} ${check}: no event has it`)
  const transitions = events.flatMap((event) => everywhere(reading, event))
  const others = reading.transitions.filter(({ event }) => !events.includes(event))
  const changed = {
    ...reading,
    stages,
    transitions: [...others, ...transitions],
  } as unknown as typeof reading
  const source = stepSource(actor, changed, await modulesOf(entry), {
    folder: posix.dirname(entry),
    output: planted.folder,
  })
  return (await planted.load<T>(source)).step as unknown as Stepper<T>
}
