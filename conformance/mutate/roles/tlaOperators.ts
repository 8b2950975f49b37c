import { readFileSync } from 'node:fs'
import path from 'node:path'
import { roleTwins } from '../../../tla/node/twins.ts'
import { readModule } from '../../../tla/tlc/module.ts'
import { repositoryRoot } from '../reference.ts'
import { type Definition, definitionsOf, withoutComments } from '../tlaMutants.ts'

/** An operator that decides about events of a role, wherever it stands. */
export interface Operator extends Definition {
  readonly file: string
  /** The module with its comments, and with spaces in their place. */
  readonly text: string
  readonly code: string
  /** Names of the events that it decides about. */
  readonly events: ReadonlySet<string>
}

/** The operators of every role that say what becomes of which event. */
export const dispatchers = ['Refusals', 'After', 'Effects'] as const

/** What the modules of a role are made of, by name. */
export interface RoleModules {
  /** The name of that with the rules. */
  readonly rules: string
  /** File from the root of the repository, by name; modules of TLC are left out. */
  readonly files: ReadonlyMap<string, string>
}

const known = new Map<string, RoleModules>()

/** The module of a role's rules and all that it extends. */
export function modulesOf(role: string): RoleModules {
  const found = known.get(role)
  if (found) return found
  const { twin } = roleTwins.find(({ actor }) => actor === role)!
  const folder = path.relative(repositoryRoot, twin.folder)
  const pointwise = readModule(read(path.join(folder, `${twin.modules.pointwise}.tla`)))
  const rules = pointwise.extends.find((name) => name.endsWith('Rules'))!
  const files = new Map<string, string>()
  const visit = (name: string): void => {
    const file = [folder, 'tla/node'].map((it) => path.posix.join(it, `${name}.tla`)).find(isFile)
    if (!file || files.has(name)) return
    files.set(name, file)
    readModule(read(file)).extends.forEach(visit)
  }
  visit(rules)
  known.set(role, { rules, files })
  return known.get(role)!
}

const texts = new Map<string, string>()
function read(file: string): string {
  const text = texts.get(file) ?? readFileSync(path.join(repositoryRoot, file), 'utf8')
  texts.set(file, text)
  return text
}
function isFile(file: string): boolean {
  try {
    return read(file) !== ''
  } catch {
    return false
  }
}

/** Every operator that a role's refusals, successors and effects rest on, in the order of the modules. */
export function operatorsOf(role: string): Operator[] {
  const all = new Map<string, Omit<Operator, 'events'>>()
  for (const file of modulesOf(role).files.values()) {
    const text = read(file)
    const code = withoutComments(text)
    for (const definition of definitionsOf(code))
      if (!all.has(definition.operator)) all.set(definition.operator, { ...definition, file, text, code })
  }
  const bodyOf = ({ code, start, end }: Definition & { code: string }): string => code.slice(start, end)
  const reached = new Map<string, Set<string>>()
  const reach = (text: string, events: readonly string[]): void => {
    for (const [name] of text.replace(/"[^"]*"/g, '""').matchAll(/\b[A-Z]\w*\b/g)) {
      const operator = all.get(name)
      if (!operator || (dispatchers as readonly string[]).includes(name)) continue
      const before = reached.get(name) ?? new Set()
      const added = events.filter((event) => !before.has(event))
      if (added.length === 0) continue
      reached.set(name, new Set([...before, ...added]))
      reach(bodyOf(operator).replace(name, ''), added)
    }
  }
  const every = new Set<string>()
  for (const dispatcher of dispatchers) {
    const body = bodyOf(all.get(dispatcher)!)
    // Of one event alone: whatever it says is put down to all of them.
    if (!body.includes('CASE')) reach(body.slice(body.indexOf('==')), [...every])
    for (const arm of body.includes('CASE') ? body.slice(body.indexOf('CASE') + 4).split('[]') : []) {
      const [names, result] = arm.split('->') as [string, string]
      const events = [...names.matchAll(/"(\w+)"/g)].map((match) => match[1]!)
      for (const event of events) every.add(event)
      reach(arm.slice(names.length + 2), events)
      if (result === undefined) throw new Error(`${role}: an arm of ${dispatcher} has no result: ${arm}`)
    }
    reached.set(dispatcher, every)
  }
  return [...all.values()].flatMap((operator) => {
    const events = reached.get(operator.operator)
    return events ? [{ ...operator, events }] : []
  })
}
