import { rmSync } from 'node:fs'
import { loadClauses } from '../../../spec/clause.ts'
import { propertiesStated, statementOf } from '../../../tla/tlc/configurations.ts'
import type { Tools } from '../../../tla/tlc/jar.ts'
import type { Machines } from '../../../tla/tlc/machines.ts'
import { type Model, type ModelResult, runModels } from '../../../tla/tlc/models.ts'
import type { TlcResult } from '../../../tla/tlc/result.ts'
import type { Twin } from '../../../tla/tlc/twin.ts'
import { modelsOf } from '../../../tla/tlc/twinModels.ts'
import { conjunctsOf } from '../../../tla/tlc/watch.ts'
import { idFinder } from '../../clauses/citation.ts'
import type { PropertyEvidence, ModelResult as Shown } from '../../evidence.ts'
import type { RungContext } from '../rung.ts'
import type { Modelled } from '../subjects.ts'
import { work } from '../work.ts'

/** Those of liveness start a virtual machine each, which does not keep a core busy: three keep two busy. */
const modelsAtATime = 3

/** The models of these profiles of a subject. */
export const modelsFor = (subject: Modelled, names: ReadonlySet<string>): Model[] =>
  modelsOf(subject.twin, subject.modelProfiles()).filter(({ profile }) => names.has(profile))

/** Runs the Bug, Reach and liveness models of the profiles of a check. */
export async function runModelsBeside(
  subject: Modelled,
  context: RungContext,
  { folder, tools, machines }: { folder: string; tools: Tools; machines: Machines },
): Promise<ModelResult[]> {
  const { signal, progress, did } = context
  const models = modelsFor(subject, new Set(subject.profiles(context).map(({ name }) => name)))
  const properties = propertiesStated(subject.twin)
  let done = 0
  try {
    return await runModels({
      models,
      folder,
      tools,
      machines,
      signal,
      parallel: modelsAtATime,
      libraries: [subject.twin.folder],
      properties: [...properties.invariants, ...properties.steps],
      onResult: ({ model, result }) => {
        progress(`model ${++done} of ${models.length}, ${subject.prefix}${model.name}: ${result}`)
        did(work.model)
      },
    })
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** The properties of an actor, as the report lists them. */
export function propertiesShown({ twin }: Pick<Modelled, 'twin'>): PropertyEvidence[] {
  const { invariants, steps } = propertiesStated(twin)
  const kinds = [['invariant', invariants] as const, ['step', steps] as const]
  return kinds.flatMap(([kind, definitions]) =>
    definitions.map((property) => ({ name: property.name, kind, conjuncts: conjunctsOf(property) })),
  )
}

/** Where a property is stated and the clauses that it cites; empty for what is none. */
export function propertyPlace(
  { actor, twin }: Pick<Modelled, 'actor' | 'twin'>,
  name: string | undefined,
): { clauses: string[]; places?: string[] } {
  const stated = name === undefined ? undefined : statementOf(twin, name)
  if (!stated) return { clauses: [] }
  // What is composed cites whatever its actors do.
  const clauses = actor
    ? Object.values(actor.refusals).map(({ clause }) => clause)
    : loadClauses().map(({ id }) => id)
  const idsIn = idFinder(clauses.map((clause) => clause.replace(/-\d+$/, '')))
  return { clauses: [...new Set(idsIn(stated.comment))], places: [stated.place] }
}

/** Properties, and conjuncts of them, that no Bug model asks for: whoever dropped one would not be noticed. */
export function idleProperties(
  models: readonly Pick<Shown, 'violated' | 'decisive'>[],
  listed: readonly PropertyEvidence[],
): { property: string; text: string }[] {
  const violated = new Set(models.flatMap((model) => model.violated ?? []))
  const idle = listed
    .filter(({ name }) => !violated.has(name))
    .map(({ name }) => ({ property: name, text: `property ${name}: no Bug model violates it` }))
  const decisive = new Set(models.flatMap((model) => model.decisive ?? []))
  const dropped = listed.flatMap(({ name, conjuncts }) =>
    Array.from({ length: conjuncts }, (_, index) => `${name} ${index + 1}`)
      .filter((conjunct) => !decisive.has(conjunct))
      .map((conjunct) => ({
        property: name,
        text: `conjunct ${conjunct.replace(' ', ', number ')}: no Bug model violates what only it forbids`,
      })),
  )
  return [...idle, ...dropped]
}

/** The constants of a profile, as TLA+ has them. */
export function constantsShown<Profile extends { readonly name: string }>(
  { rules, bounds }: Pick<Twin<Profile>, 'rules' | 'bounds'>,
  profile: Profile,
): string[] {
  const { plain, structured } = rules(profile)
  const { plain: plainBounds, structured: structuredBounds } = bounds(profile)
  return [...plain, ...structured, ...plainBounds, ...structuredBounds].map(
    ([name, value]) => `${name} = ${value.replaceAll(/\s+/g, ' ')}`,
  )
}

/** A model as the report shows it. */
export function shown({ model, result, distinctStates, seconds, tlc, watched }: ModelResult): Shown {
  const { name, kind, expected, words, assumes, profile } = model
  return {
    name,
    kind,
    expected,
    words,
    result,
    distinctStates,
    seconds,
    profile,
    ...(assumes && { assumes: [...assumes] }),
    ...counterexampleOf(tlc),
    ...(tlc.runAgainBecause && { runAgainBecause: tlc.runAgainBecause }),
    ...(watched && { violated: [...watched.violated], decisive: [...watched.decisive] }),
  }
}

/** How long the counterexample is, and with what it ends. */
function counterexampleOf({ counterexample }: TlcResult): { steps: number; lastEvent: string } | undefined {
  const last = counterexample?.states.at(-1)?.variables.get('event')
  const name = last?.kind === 'record' ? last.fields.find(([field]) => field === 'name')?.[1] : undefined
  if (!counterexample || name?.kind !== 'string') return undefined
  return { steps: counterexample.states.length - 1, lastEvent: name.value }
}
