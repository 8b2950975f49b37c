/** Which properties a model violates, and which of their conjuncts it takes to see it. */
import { readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { parseConfig, printConfig } from './config.ts'
import type { Tools } from './jar.ts'
import { type Model, writeModel } from './models.ts'
import type { Definition } from './module.ts'
import { runTlc } from './tlc.ts'
import { ToolError } from './toolError.ts'
import { weakened } from './weakened.ts'

export interface WatchRun {
  /** Folder of this run alone. */
  readonly folder: string
  /** Definitions of the properties, invariants and steps. */
  readonly properties: readonly Definition[]
  /** Steps from an initial state that are looked at; all when not given. */
  readonly steps?: number
  readonly signal?: AbortSignal
  readonly tools?: Tools
}

/** What the steps violate with which things first go wrong. */
export interface Watched {
  /** Names of properties, in alphabetical order. */
  readonly violated: readonly string[]
  /** `P 2`: without its second conjunct P would miss a violation. The numbers count from 1 in the order of the text. */
  readonly decisive: readonly string[]
}

const WATCHED = 'Watched'

/**
 * Explores a model without stopping at what it violates, and not beyond it: a state that violates an invariant of its
 * configuration, or that a violating step leads to, has no successors here. Other properties are noted only.
 * @throws ToolError when TLC does not come to the end
 */
export async function watch(model: Model, run: WatchRun): Promise<Watched> {
  const { folder, properties, steps, signal, tools } = run
  const own = { ...model, name: `${model.name}.watched` }
  const { module, config } = await writeModel(own, folder)
  const root = path.basename(module, '.tla')
  const place = path.dirname(config)
  const { invariants, properties: checked, ...rest } = parseConfig(model.config, config)
  const cutting = new Set([...invariants, ...checked])
  await writeFile(path.join(place, `${WATCHED}.tla`), watchModule(root, { properties, cutting, steps }))
  await writeFile(
    config,
    printConfig({ ...rest, invariants: [], properties: [], actionConstraints: ['WatchedSteps'] }),
  )
  const notes = path.join(place, 'watched.txt')
  const tlc = await runTlc({
    ...{ module: path.join(place, `${WATCHED}.tla`), config, libraries: [path.dirname(module)], brief: true },
    watch: notes,
    ...(signal && { signal }),
    ...(tools && { tools }),
  })
  if (tlc.outcome !== 'pass') {
    const says = tlc.errors.map(({ text }) => text).join('; ') || tlc.outcome
    throw new ToolError('WatchFailed', model.name, 'an exploration to its end', says)
  }
  const noted = (await readFile(notes, 'utf8')).split('\n').filter((line) => line !== '')
  return {
    violated: noted.filter((name) => !name.includes(' ')),
    decisive: noted.filter((name) => name.includes(' ')),
  }
}

/** How many conjuncts a property has that could be dropped. */
export const conjunctsOf = (property: Definition): number => weakened(formulaOf(property).formula).length

/** What a property says of a state or of a step, without `[][` and `]_vars`, which leave their columns empty. */
function formulaOf({ body }: Definition): { formula: string; isStep: boolean } {
  const step = /^(\s*)\[\]\[([\s\S]*)\]_vars\s*$/.exec(body)
  return { formula: step ? `${step[1]}   ${step[2]}` : body, isStep: step !== null }
}

/** What is watched: every property, those that end a path, and how far. */
interface Watching {
  readonly properties: readonly Definition[]
  readonly cutting: ReadonlySet<string>
  readonly steps: number | undefined
}

/** Every property as a formula about one step, and without each of its conjuncts. */
function watchModule(root: string, { properties, cutting, steps }: Watching): string {
  const formulas = properties.map((property) => {
    const { name } = property
    const { formula, isStep } = formulaOf(property)
    // What stands in its column stays there.
    const texts = [formula, ...weakened(formula)].map((text) => `${' '.repeat(`${name} ==`.length)}${text}`)
    return { name, prime: isStep ? '' : "'", texts }
  })
  const bounded = steps === undefined ? [] : [`    /\\ TLCGet("level") <= ${steps}`]
  const seen = formulas.map(({ name, prime, texts }) => {
    const missed = texts.slice(1).map((_, i) => ` /\\ Misses("${name} ${i + 1}", ${name}_${i + 1}${prime})`)
    return `    IF Holds("${name}", ${name}_0${prime}) THEN TRUE ELSE TRUE${missed.join('')} /\\ ${cutting.has(name) ? 'FALSE' : 'TRUE'}`
  })
  return [
    `---- MODULE ${WATCHED} ----`,
    `EXTENDS ${root}, Watch, TLC`,
    ...formulas.flatMap(({ name, texts }) => texts.flatMap((text, i) => [`${name}_${i} ==`, text])),
    // A set, so that each is evaluated, and once.
    'Seen == {',
    `${seen.join(',\n')}}`,
    'WatchedSteps ==',
    ...bounded,
    '    /\\ FALSE \\notin Seen',
    '====',
    '',
  ].join('\n')
}
