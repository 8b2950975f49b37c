import { posix } from 'node:path'
import ts from 'typescript'
import { attester } from '../../model/attester/actor.ts'
import type { Actor, ActorTypes } from '../../model/core/actor.ts'
import { machineOf } from '../../model/core/deployed.ts'
import { type Reading, readMachine, type Transition } from '../../model/core/reading.ts'
import { fallbackController } from '../../model/fallback-controller/actor.ts'
import { l1Rollup } from '../../model/l1-rollup/actor.ts'
import { proposer } from '../../model/proposer/actor.ts'
import { prover } from '../../model/prover/actor.ts'
import { loadFallbackPreset } from '../../spec/fallbackParameters.ts'
import { loadAttesterPreset, loadProposerPreset } from '../../spec/nodeParameters.ts'
import { loadPreset } from '../../spec/parameters.ts'
import { loadProverPreset } from '../../spec/proverParameters.ts'
import { CannotGenerate, type Sources } from './contracts.ts'
import { loadModules, type Modules, type Place } from './modules.ts'

/** Where the generated steps are committed. */
export const GENERATED_STEPS = 'impl/node/generated'

/** What all generated steps have in common. */
const COMMON = 'impl/node/step.ts'

/** An actor and any profile of it: the shape of the machine is the same for all. */
interface Stepped {
  readonly actor: Actor<ActorTypes>
  readonly profile: ActorTypes['profile']
}
const stepped = <T extends ActorTypes>(actor: Actor<T>, profile: T['profile']): Stepped => ({
  actor: actor as unknown as Actor<ActorTypes>,
  profile,
})

/** The actors whose steps are generated. What one must bring along: `stepSource`. */
export const steppedActors: readonly Stepped[] = [
  stepped(l1Rollup, loadPreset('tiny').profiles[0]!),
  stepped(fallbackController, loadFallbackPreset().profiles[0]!),
  stepped(attester, loadAttesterPreset().profiles[0]!),
  stepped(proposer, loadProposerPreset().profiles[0]!),
  stepped(prover, loadProverPreset().profiles[0]!),
]

/** Everything that is generated into `GENERATED_STEPS`. */
export async function generateSteps(): Promise<Sources> {
  const sources = new Map<string, string>()
  for (const { actor, profile } of steppedActors) {
    const modules = await loadModules(`model/${actor.name}/actor.ts`)
    const source = { folder: `model/${actor.name}`, output: GENERATED_STEPS }
    const reading = readMachine(actor, machineOf(actor, profile))
    sources.set(`${actor.name}.step.ts`, stepSource(actor, reading, modules, source))
  }
  return sources
}

/**
 * The step of an actor as TypeScript without XState: the checks of each event as a list, and one exhaustive match over
 * the statechart's value and the event, an arm for every transition. Of an actor it takes
 * - `<Name>Types` by name, `Name` its folder in camel case: an exported interface that extends `ActorTypes`;
 * - rules, selectors, facts, updates, effects and `valueOf`, found as the functions that they are: each an export of a
 *   file that runs without XState, or in an exported object (`updates`, `parts.selectors`);
 * - rules with one parameter that takes an object apart, its type written out: booleans decide and are not told.
 *
 * Leaves that do the same for an event share an arm. What an arm leads to is a comment: the value follows from the state.
 * @param folder the actor's own, and `output` the one that the file will stand in: paths from the root of the repository
 * @throws CannotGenerate
 */
export function stepSource<T extends ActorTypes>(
  actor: Actor<T>,
  reading: Reading<T>,
  modules: Modules,
  { folder, output }: { folder: string; output: string },
): string {
  const imports = new Imports(output)
  const use = (given: unknown, what: string): string => imports.use(modules.placeOf(given, what))
  const types = typesName(actor)
  imports.useType(modules.fileOfType(types), types)
  const leaves = [...new Set(reading.transitions.map(({ from }) => from))]
  const arms = reading.eventTypes.flatMap((event) =>
    armsOf(reading.transitions.filter((transition) => transition.event === event)),
  )
  const [facts, value] = [use(actor.facts, 'facts'), use(actor.valueOf, 'valueOf')]
  const checks = reading.eventTypes.flatMap((event) => checkLines(actor, reading, event, use, modules))
  const body = [
    ...arms.flatMap((arm) => armLines(actor, arm, leaves, use)),
    ...leaves.flatMap((leaf) => restLines(leaf, reading, leaves)),
  ]
  const isUsed = (word: string): boolean => body.some((line) => line.includes(word))
  const aliases = ['State', 'Event', 'Effect', 'Deployment', 'Refusal'].filter(
    (name) => name !== 'Effect' || isUsed(`: ${name}[]`),
  )
  const common = ['allRefusals', 'check', 'firstRefusal', ...(isUsed('noTransition') ? ['noTransition'] : [])]
  for (const name of common) imports.use({ file: COMMON, path: [name] })
  imports.useType(COMMON, 'Accepted', 'Check', 'Refused', 'Step')
  return `${[
    `// Generated from ${folder}/${posix.basename(folder)}.machine.ts by \`npm run generate\`. Do not edit.`,
    '',
    ...imports.lines(isUsed('P.')),
    '',
    ...aliases.map((member) => `type ${member} = ${types}['${member.toLowerCase()}']`),
    `type StateValue = ReturnType<typeof ${value}>`,
    '',
    '/** The checks of each event, in the order of the statechart, by stage where there are several. */',
    "const checks: Record<Event['type'], readonly Check<Refusal>[]> = {",
    ...indented(checks),
    '}',
    '',
    '/**',
    ' * What an event leads to in a stored state. A refusal is that of the first check that fails, with its clause.',
    ' * @throws NoTransition where the checks pass and the statechart has no transition',
    ' */',
    `export function step(state: State, event: Event, deployment: Deployment): Step<${types}> {`,
    `  const refused = firstRefusal(checks[event.type], ${facts}(state, event, deployment))`,
    '  if (refused) return refused',
    `  return match<[StateValue, Event], Accepted<${types}>>([${value}(state), event])`,
    ...indented(indented(body)),
    '    .exhaustive()',
    '}',
    '',
    '/** The refusals of all checks that fail, in their order; none where the event is accepted. */',
    'export function refusals(state: State, event: Event, deployment: Deployment): Refused<Refusal>[] {',
    `  return allRefusals(checks[event.type], ${facts}(state, event, deployment))`,
    '}',
  ].join('\n')}\n`
}

type Use = (given: unknown, what: string) => string

const WIDTH = 110

const typesName = ({ name }: { readonly name: string }): string =>
  `${name.replace(/(^|-)(.)/g, (_, _hyphen, letter: string) => letter.toUpperCase())}Types`

/** What a generated file imports, each name from one file. */
class Imports {
  readonly #values = new Map<string, Set<string>>()
  readonly #types = new Map<string, Set<string>>()
  readonly #fileOf = new Map<string, string>()
  constructor(private readonly output: string) {}

  /**
   * @returns the expression that stands for the place
   * @throws CannotGenerate when another file exports something else under the name
   */
  use({ file, path }: Place): string {
    this.#note(this.#values, file, path[0]!)
    return path.join('.')
  }
  useType(file: string, ...names: string[]): void {
    for (const name of names) this.#note(this.#types, file, name)
  }
  #note(imports: Map<string, Set<string>>, file: string, name: string): void {
    const known = this.#fileOf.get(name) ?? file
    if (known !== file) throw new CannotGenerate(`${name} is exported by ${known} and by ${file}`)
    this.#fileOf.set(name, file)
    imports.set(file, (imports.get(file) ?? new Set()).add(name))
  }
  lines(usesPatterns: boolean): string[] {
    const declared = (
      [file, names]: [string, Set<string>],
      word: string,
    ): { file: string; lines: string[] } => {
      const from = ` } from '${this.#pathTo(file)}'`
      const sorted = [...names].sort()
      const single = `${word} { ${sorted.join(', ')}${from}`
      return single.length <= WIDTH
        ? { file, lines: [single] }
        : { file, lines: [`${word} {`, ...sorted.map((name) => `  ${name},`), from.slice(1)] }
    }
    const own = [
      ...[...this.#types].map((entry) => declared(entry, 'import type')),
      ...[...this.#values].map((entry) => declared(entry, 'import')),
    ].sort((a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : 0))
    return [
      `import { match${usesPatterns ? ', P' : ''} } from 'ts-pattern'`,
      ...own.flatMap(({ lines }) => lines),
    ]
  }
  #pathTo(file: string): string {
    const path = posix.relative(this.output, file)
    return path.startsWith('.') ? path : `./${path}`
  }
}

/** The checks of an event, one a line. */
function checkLines<T extends ActorTypes>(
  actor: Actor<T>,
  reading: Reading<T>,
  event: T['event']['type'],
  use: Use,
  modules: Modules,
): string[] {
  const stages = reading.stages[event]
  if (stages.every(({ checks }) => checks.length === 0)) return [`${event}: [],`]
  const lines = stages.flatMap(({ name, checks }) => [
    ...(name === '' ? [] : [`// ${name}`]),
    ...checks.flatMap((check) => {
      const { refusal, clause } = actor.refusals[check]
      const rule = actor.rules[check]
      const decisive = decisiveNames(modules.placeOf(rule, check), modules).map((name) => `'${name}'`)
      const given = [use(rule, check), `'${refusal}'`, `'${clause}'`, `[${decisive.join(', ')}]`]
      const single = `check(${given.join(', ')}),`
      return single.length + 4 <= WIDTH ? [single] : ['check(', ...given.map((it) => `  ${it},`), '),']
    }),
  ])
  const single = `${event}: [${lines[0]!.slice(0, -1)}],`
  if (lines.length === 1 && single.length + 2 <= WIDTH) return [single]
  return [`${event}: [`, ...indented(lines), '],']
}

/**
 * Names of a rule's facts in their order, without those whose type is `boolean`.
 * @throws CannotGenerate for a rule that is not written as one
 */
function decisiveNames({ file, path }: Place, modules: Modules): string[] {
  const name = path.at(-1)!
  const source = ts.createSourceFile(file, modules.textOf(file), ts.ScriptTarget.ES2023, true)
  const rule = source.statements
    .filter(ts.isVariableStatement)
    .flatMap(({ declarationList }) => declarationList.declarations)
    .find((declaration) => declaration.name.getText() === name)?.initializer
  const refuse = (what: string) => new CannotGenerate(`${file}: ${name}: ${what}`)
  if (!rule || !ts.isArrowFunction(rule)) throw refuse('expected an arrow function')
  const [parameter] = rule.parameters
  if (!parameter) return []
  if (!ts.isObjectBindingPattern(parameter.name) || !parameter.type || !ts.isTypeLiteralNode(parameter.type))
    throw refuse('expected a parameter that takes an object apart, with its type written out')
  const members = parameter.type.members.filter(ts.isPropertySignature)
  const typeOf = new Map(members.map((member) => [member.name.getText(), member.type?.getText()]))
  return parameter.name.elements
    .map((element) => (element.propertyName ?? element.name).getText())
    .filter((fact) => typeOf.get(fact) !== 'boolean')
}

/** A transition with all leaves that have it. */
interface Arm<T extends ActorTypes> extends Omit<Transition<T>, 'from' | 'to'> {
  readonly from: readonly string[]
  /** Undefined where every leaf stays what it is. */
  readonly to: string | undefined
}

/** The transitions of one event; those that differ in nothing but the leaf share an arm. */
function armsOf<T extends ActorTypes>(transitions: readonly Transition<T>[]): Arm<T>[] {
  const arms = new Map<string, Arm<T>>()
  const orders = new Map<string, string[]>()
  for (const { from, to, ...rest } of transitions) {
    const target = from === to ? undefined : to
    const key = JSON.stringify([rest, target])
    const known = arms.get(key)
    arms.set(key, known ? { ...known, from: [...known.from, from] } : { ...rest, from: [from], to: target })
    orders.set(from, [...(orders.get(from) ?? []), key])
  }
  const sorted: string[] = []
  const left = () => [...arms.keys()].filter((key) => !sorted.includes(key))
  while (left().length > 0) {
    // In every leaf what is tried before it has been placed.
    const next = left().find((key) =>
      [...orders.values()].every((order) =>
        order.slice(0, Math.max(0, order.indexOf(key))).every((earlier) => sorted.includes(earlier)),
      ),
    )
    if (next === undefined) return transitions.map(alone)
    sorted.push(next)
  }
  return sorted.map((key) => arms.get(key)!)
}

const alone = <T extends ActorTypes>({ from, to, ...rest }: Transition<T>): Arm<T> => ({
  ...rest,
  from: [from],
  to: from === to ? undefined : to,
})

function armLines<T extends ActorTypes>(
  actor: Actor<T>,
  { event, from, to, selectors, checks, actions, clauses }: Arm<T>,
  leaves: readonly string[],
  use: Use,
): string[] {
  const where = from.length === leaves.length ? '' : ` in ${from.join(', ')}`
  const guards = [...new Set(checks.map((check) => actor.refusals[check].clause))]
  const pattern = `[${patternOf(from, leaves)}, { type: '${event}' }]`
  const chosen = selectors.map((name) => `${use(actor.selectors[name], name)}(state, deployment, event)`)
  const takesEvent = (given: readonly string[]) => (given.length > 0 ? '([, event])' : '()')
  return [
    '',
    ...comment(`${event}${where}${to === undefined ? '' : `, to ${to}`}: ${clauses.join(', ')}`),
    ...(guards.length > 0 ? comment(`guarded by ${guards.join(', ')}`) : []),
    ...(chosen.length === 0
      ? [`.with(${pattern}, ${takesEvent(actions)} => {`, ...indented(actionLines(actor, actions, use)), '})']
      : [
          '.with(',
          `  ${pattern},`,
          `  ([, event]) => ${chosen.join(' && ')},`,
          `  ${takesEvent(actions)} => {`,
          ...indented(indented(actionLines(actor, actions, use))),
          '  },',
          ')',
        ]),
  ]
}

/** What is done, in order: an update makes the next state, an effect is told from the state at its place. */
function actionLines<T extends ActorTypes>(actor: Actor<T>, actions: readonly string[], use: Use): string[] {
  const isEffect = (name: string): boolean => name in actor.effects
  const updates = actions.filter((name) => !isEffect(name))
  const sends = actions.some(isEffect)
  const lines = actions.map((name) =>
    isEffect(name)
      ? `sent.push(...${use(actor.effects[name], name)}(next, event, deployment))`
      : `next = ${use(actor.updates[name], name)}(next, event, deployment)`,
  )
  return [
    `${updates.length > 0 ? 'let' : 'const'} next: State = state`,
    ...(sends ? ['const sent: Effect[] = []'] : []),
    ...lines,
    sends ? 'return { next, effects: sent }' : 'return { next, effects: [] }',
  ]
}

/** Pairs of the leaf and an event for which every transition there is chosen by a selector, or there is none. */
function restLines<T extends ActorTypes>(
  leaf: string,
  { eventTypes, transitions }: Reading<T>,
  leaves: readonly string[],
): string[] {
  const isCovered = (type: T['event']['type']): boolean =>
    transitions.some(
      ({ from, event, selectors }) => from === leaf && event === type && selectors.length === 0,
    )
  const open = eventTypes.filter((type) => !isCovered(type)).map((type) => `'${type}'`)
  if (open.length === 0) return []
  const types = open.length === 1 ? open[0]! : `P.union(${open.join(', ')})`
  const given = [`[${patternOf([leaf], leaves)}, { type: ${types} }]`, 'noTransition']
  const single = `.with(${given.join(', ')})`
  return [
    '',
    ...comment(`${leaf} has no transition for what is left: the checks refuse it there`),
    ...(single.length + 4 <= WIDTH ? [single] : ['.with(', ...given.map((it) => `  ${it},`), ')']),
  ]
}

/** Some leaves as the pattern of their values. */
function patternOf(some: readonly string[], all: readonly string[]): string {
  if (some.length === all.length) return 'P._'
  const names = [...new Set(some.map((leaf) => leaf.split('.')[0]!))]
  const patterns = names.map((name) => {
    const below = (leaves: readonly string[]) =>
      leaves.filter((leaf) => leaf.startsWith(`${name}.`)).map((leaf) => leaf.slice(name.length + 1))
    return below(all).length === 0 ? `'${name}'` : `{ ${name}: ${patternOf(below(some), below(all))} }`
  })
  return patterns.length === 1 ? patterns[0]! : `P.union(${patterns.join(', ')})`
}

/** A comment in lines that fit, its clauses kept whole. */
function comment(text: string): string[] {
  const lines: string[] = []
  for (const word of text.split(' ')) {
    const last = lines.at(-1)
    if (last !== undefined && last.length + word.length + 1 + 4 <= WIDTH) lines.push(`${lines.pop()} ${word}`)
    else lines.push(`// ${word}`)
  }
  return lines
}

const indented = (lines: readonly string[]): string[] => lines.map((line) => (line === '' ? '' : `  ${line}`))
