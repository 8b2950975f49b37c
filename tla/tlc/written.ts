/** What the files of an actor's models say about themselves. */
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { type Definition, readModule } from './module.ts'

/** The file of a model does not say what it must. */
export class ModelUnclear extends Error {
  override name = 'ModelUnclear'
}

/** A Bug model: `bug/<Name>.tla`. Its first comment is `Violates P.`, the next lines say the mistake. */
export interface BugModule {
  readonly name: string
  /** Path of the module. */
  readonly file: string
  readonly violates: string
  readonly words: string
  /** The one module that it extends: that of a profile. */
  readonly extends: string
  /** Names of the operators and constants that its `BuggyX` take the place of. */
  readonly replaced: readonly string[]
}

/** A liveness model: `live/<Name>.cfg`, after an optional `Violates P.` the lines that say what it shows. */
export interface LiveConfiguration {
  readonly name: string
  /** The formula that it checks; empty without one. */
  readonly specification: string
  readonly violates: string | undefined
  readonly words: string
  /** The constants that it assigns, as written, one each. */
  readonly assigns: readonly string[]
  /** As people wrote it: the constants of a profile are not in it. */
  readonly text: string
}

/** What the definition of fairness in a module asks for, one conjunct each. */
export function fairnessOf(file: string): string[] {
  const fairness = readModule(readFileSync(file, 'utf8')).definitions.find(({ name }) => name === 'Fairness')
  if (!fairness) throw unclear(file, 'a definition of Fairness')
  return fairness.body.split(/^\s*\/\\ /m).flatMap((text) => text.trim() || [])
}

/** A definition `NeverX`, above it `Reached in profile a.` or `Reached in profiles a, b.`, then what it is. */
export interface ReachDefinition {
  readonly name: string
  readonly profiles: readonly string[]
  readonly words: string
}

const violation = /^Violates (\w+)\.$/

/** @throws ModelUnclear naming the file and what was expected */
export function readBugs(folder: string): BugModule[] {
  return filesOf(folder, '.tla').map(({ name, file, text }) => {
    const { name: module, extends: extended, definitions } = readModule(text)
    const said = commentsOf(text)
    const violates = violation.exec(said[0] ?? '')?.[1]
    const replaced = definitions.flatMap(({ name }) => /^Buggy(\w+)/.exec(name)?.[1] ?? [])
    if (violates === undefined) throw unclear(file, 'its first comment to be `\\* Violates P.`')
    if (module !== name) throw unclear(file, `module ${name}, the name of its file`)
    if (extended.length !== 1) throw unclear(file, 'EXTENDS with one module, that of its profile')
    if (replaced.length === 0) throw unclear(file, 'an operator `BuggyX` that takes the place of X')
    return { name, file, violates, words: sentence(said.slice(1)), extends: extended[0]!, replaced }
  })
}

export const readLives = (folder: string): LiveConfiguration[] =>
  filesOf(folder, '.cfg').map(({ name, text }) => {
    const said = commentsOf(text)
    const violates = violation.exec(said[0] ?? '')?.[1]
    const specification = /^SPECIFICATION (\w+)$/m.exec(text)?.[1] ?? ''
    const [, constants = ''] = text.split(/^CONSTANTS$/m)
    const assigns = constants.split('\n').flatMap((line) => line.trim() || [])
    return {
      name,
      specification,
      violates,
      words: sentence(violates === undefined ? said : said.slice(1)),
      assigns,
      text,
    }
  })

/** @throws ModelUnclear for a `NeverX` that does not say where it is reached */
export function readReached(file: string): ReachDefinition[] {
  const { definitions } = readModule(readFileSync(file, 'utf8'))
  return definitions.filter(({ name }) => name.startsWith('Never')).map((it) => reached(it, file))
}

function reached({ name, comment: [first = '', ...rest], line }: Definition, file: string): ReachDefinition {
  const profiles = /^Reached in profiles? (\w+(?:, \w+)*)\.$/.exec(first)?.[1]?.split(', ')
  if (!profiles)
    throw unclear(
      `${file}:${line}`,
      `\`Reached in profile a.\` or \`Reached in profiles a, b.\` above ${name}`,
    )
  return { name, profiles, words: sentence(rest) }
}

const unclear = (place: string, expected: string): ModelUnclear =>
  new ModelUnclear(`${path.relative(process.cwd(), place)}: expected ${expected}`)

function filesOf(folder: string, ending: string): { name: string; file: string; text: string }[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith(ending))
    .sort()
    .map((name) => {
      const file = path.join(folder, name)
      return { name: name.slice(0, -ending.length), file, text: readFileSync(file, 'utf8') }
    })
}

/** The first comments that stand alone, one after the other. */
function commentsOf(text: string): string[] {
  const lines = text.split('\n')
  const from = lines.findIndex((line) => line.startsWith('\\* '))
  const end = lines.findIndex((line, at) => at > from && !line.startsWith('\\* '))
  return from < 0 ? [] : lines.slice(from, end).map((line) => line.slice(3))
}

/** Without its full stop; a comment of clauses alone says where to read, not what happens. */
function sentence(lines: readonly string[]): string {
  const text = lines.map((line) => line.trim()).join(' ')
  return /^([A-Z]+-\d+(, | to |[:.] ?))+$/.test(text) ? '' : text.replace(/\.$/, '')
}
