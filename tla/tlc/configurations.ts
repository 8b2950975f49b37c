/** The configurations of an actor's models: what each checks, and with which constants. */
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Properties, propertiesOf, readModule } from './module.ts'
import { constantLines, ruleConstantLines } from './profileModule.ts'
import type { Twin } from './twin.ts'
import type { BugModule } from './written.ts'

type Named = { readonly name: string }
/** What is read of an actor's folder, whatever its profiles are. */
type Stating = Pick<Twin<never>, 'folder' | 'modules'>

const treeRoot = fileURLToPath(new URL('../..', import.meta.url))
const none: Properties = { invariants: [], steps: [] }

const fileOf = ({ folder }: Stating, module: string): string => path.join(folder, `${module}.tla`)
const statedIn = (twin: Stating, module: string | undefined): Properties =>
  module === undefined ? none : propertiesOf(readModule(readFileSync(fileOf(twin, module), 'utf8')))

/** What the rules are made for. */
const directOf = (twin: Stating): Properties => statedIn(twin, twin.modules.properties)

/** All that an actor's modules state: what the rules are made for, and what follows from them. */
export function propertiesStated(twin: Stating): Properties {
  const [direct, consequences] = [directOf(twin), statedIn(twin, twin.modules.consequences)]
  return {
    invariants: [...direct.invariants, ...consequences.invariants],
    steps: [...direct.steps, ...consequences.steps],
  }
}

/** Where a property is stated, `file:line` in the tree, and what is said above it; `undefined` for other names. */
export function statementOf(twin: Stating, property: string): { place: string; comment: string } | undefined {
  for (const module of [twin.modules.properties, twin.modules.consequences]) {
    const { invariants, steps } = statedIn(twin, module)
    const found = [...invariants, ...steps].find(({ name }) => name === property)
    if (!found) continue
    const file = path.relative(treeRoot, fileOf(twin, module!)).split(path.sep).join('/')
    return { place: `${file}:${found.line}`, comment: found.comment.join(' ') }
  }
  return undefined
}

const configuration = (lines: readonly string[], constants: readonly string[]): string =>
  ['INIT MCInit', 'NEXT MCNext', 'CHECK_DEADLOCK FALSE', ...lines, 'CONSTANTS', ...constants, ''].join('\n')

const checking = ({ invariants, steps }: Properties): string[] => [
  ...invariants.map(({ name }) => `INVARIANT ${name}`),
  ...steps.map(({ name }) => `PROPERTY ${name}`),
]

const dumps = ['INVARIANT DumpAllRefusals', 'INVARIANT DumpAllProbes']

/** The configuration of a profile's safety model, which also writes the labelled graph when a dump is asked for. */
export const safetyConfiguration = <Profile extends Named>(
  twin: Twin<Profile>,
  profile: Profile,
  stateLimit?: number,
): string =>
  configuration(
    [
      'VIEW View',
      'ACTION_CONSTRAINT DumpTransitions',
      'INVARIANT StatesAreWithinLimit',
      ...dumps,
      ...checking(propertiesStated(twin)),
    ],
    constantLines(twin, profile, stateLimit),
  )

/** The constant that a line assigns. */
const assigned = (line: string): string => line.trim().split(' ')[0]!

/**
 * The configuration of a Bug model. Most mistakes show in some consequence before they show where they belong, so that
 * consequences are checked only where one of them is to be violated.
 * @param replaced every `X` in whose place it has its `BuggyX`
 */
export function bugConfiguration<Profile extends Named>(
  twin: Twin<Profile>,
  profile: Profile,
  { replaced, violates }: Pick<BugModule, 'replaced' | 'violates'>,
): string {
  const direct = directOf(twin)
  const isDirect = [...direct.invariants, ...direct.steps].some(({ name }) => name === violates)
  const kept = constantLines(twin, profile).filter((line) => !replaced.includes(assigned(line)))
  const replacements = replaced.map((name) => `    ${name} <- Buggy${name}`)
  return configuration(
    ['VIEW View', ...checking(isDirect ? direct : propertiesStated(twin))],
    [...kept, ...replacements],
  )
}

/** The configuration of a Reach model. @param never the invariant that must be violated */
export const reachConfiguration = <Profile extends Named>(
  twin: Twin<Profile>,
  profile: Profile,
  never: string,
): string => configuration(['VIEW ReachView', `INVARIANT ${never}`], constantLines(twin, profile))

/** The configuration of a liveness model: the constants of the profile after what people wrote. */
export function liveConfiguration<Profile extends Named>(
  twin: Twin<Profile>,
  profile: Profile,
  written: string,
): string {
  const own = written.split('\n').map(assigned)
  const rest = ruleConstantLines(twin, profile).filter((line) => !own.includes(assigned(line)))
  return [written.trimEnd(), ...rest, ''].join('\n')
}
