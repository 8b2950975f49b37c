/** Which properties a model violates, and which of their conjuncts it takes to see it. */
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { parseConfig, printConfig } from './config.ts'
import type { Model } from './models.ts'
import type { Definition } from './module.ts'
import { weakened } from './weakened.ts'

/** What the steps violate with which things first go wrong. */
export interface Watched {
  /** Names of properties, in alphabetical order. */
  readonly violated: readonly string[]
  /** `P 2`: without its second conjunct P would miss a violation. The numbers count from 1 in the order of the text. */
  readonly decisive: readonly string[]
}

const WATCHED = 'Watched'
/** A property of the configuration, as the watched model checks it: a violation ends paths, not the run. */
const once = (property: string): string => `First_${property}`

/** The property that a watched model says it violates, under its own name. */
export const watchedName = (name: string): string => name.replace(/^First_/, '')

/**
 * The model, made to tell everything that its first wrong steps violate. It reports one violation, as the model itself
 * does, and goes on with the states that are as near to the start; a state that violates an invariant of its
 * configuration, or that a violating step leads to, has no successors. Other properties are noted only.
 * @param properties definitions of invariants and steps; those of the configuration must be among them
 */
export function watchedModel(model: Model, properties: readonly Definition[]): Model {
  const { invariants, properties: checked, ...rest } = parseConfig(model.config, model.name)
  const cutting = new Set([...invariants, ...checked])
  const root = path.basename(model.module, '.tla')
  const config = printConfig({
    ...rest,
    invariants: invariants.map(once),
    properties: checked.map(once),
    constraints: [...rest.constraints, 'WatchedStates'],
    actionConstraints: ['WatchedSteps'],
  })
  const file = `${WATCHED}.tla`
  const files = new Map([...model.files, [file, watchModule(root, properties, cutting)]])
  return { ...model, module: file, config, files }
}

/** What the operators of Watch.tla noted in a run. */
export async function readNotes(file: string): Promise<string[]> {
  return (await readFile(file, 'utf8')).split('\n').filter((line) => line !== '')
}

/** What a watched model noted. */
export const watchedIn = (noted: readonly string[]): Watched => ({
  violated: noted.filter((name) => !name.includes(' ')),
  decisive: noted.filter((name) => name.includes(' ')),
})

/** How many conjuncts a property has that could be dropped. */
export const conjunctsOf = (property: Definition): number => weakened(formulaOf(property).formula).length

/** What a property says of a state or of a step, without `[][` and `]_vars`, which leave their columns empty. */
function formulaOf({ body }: Definition): { formula: string; variables: string | undefined } {
  const step = /^(\s*)\[\]\[([\s\S]*)\]_(\w+)\s*$/.exec(body)
  return { formula: step ? `${step[1]}   ${step[2]}` : body, variables: step?.[3] }
}

/** Every property as a formula about one step, and without each of its conjuncts. */
function watchModule(root: string, properties: readonly Definition[], cutting: ReadonlySet<string>): string {
  const formulas = properties.map((property) => {
    const { name } = property
    const { formula, variables } = formulaOf(property)
    // What stands in its column stays there.
    const texts = [formula, ...weakened(formula)].map((text) => `${' '.repeat(`${name} ==`.length)}${text}`)
    return { name, variables, isStep: variables !== undefined, prime: variables ? '' : "'", texts }
  })
  // Primed, TLC evaluates a LET and an argument again at each mention: HoldsNext finds what was told of the state here.
  const told = formulas
    .filter(({ isStep }) => !isStep)
    .map(({ name }) => `HoldsHere("${name}", ${name}_0(0))`)
  const seen = formulas.map(({ name, isStep, prime, texts }) => {
    const missed = texts
      .slice(1)
      .map((_, i) => ` /\\ Misses("${name} ${i + 1}", ${name}_${i + 1}(0)${prime})`)
    const asked = isStep ? 'Holds' : 'HoldsNext'
    return `    IF ${asked}("${name}", ${name}_0(0)${prime}) THEN TRUE ELSE TRUE${missed.join('')} /\\ ${cutting.has(name) ? 'FALSE' : 'TRUE'}`
  })
  const checked = formulas
    .filter(({ name }) => cutting.has(name))
    .map(({ name, variables, isStep }) => {
      const told = isStep ? 'Holds' : 'HoldsHere'
      const first = `WasReported("${name}") \\/ ${told}("${name}", ${name}_0(0)) \\/ Report("${name}")`
      return `${once(name)} == ${isStep ? `[][${first}]_${variables}` : first}`
    })
  return [
    `---- MODULE ${WATCHED} ----`,
    `EXTENDS ${root}, Watch, TLC`,
    // With an argument that nobody reads: TLC looks at what has none when it starts, to see whether it is a constant.
    ...formulas.flatMap(({ name, texts }) => texts.flatMap((text, i) => [`${name}_${i}(unread) ==`, text])),
    ...checked,
    // A set, so that each is evaluated, and once.
    'WatchedFormulas == {',
    `${seen.join(',\n')}}`,
    'WatchedStates == ~IsNear(TLCGet("level")) \\/ {',
    `    ${told.join(',\n    ')}} \\subseteq BOOLEAN`,
    'WatchedSteps ==',
    '    /\\ IsNear(TLCGet("level"))',
    '    /\\ FALSE \\notin WatchedFormulas \\/ ~IsLast(TLCGet("level"))',
    '====',
    '',
  ].join('\n')
}
