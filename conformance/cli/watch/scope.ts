import type { ClauseIndex } from '../../clauses/clauseIndex.ts'
import { capitalised } from '../../clauses/names.ts'
import type { RungKey } from '../../evidence.ts'
import { changedUnits, eventUnit, type Units, unitsOf } from './units.ts'

/** A file that changed. Absent: it was not there, or is no more. */
export interface Change {
  /** From the root of the tree, with `/`. */
  readonly file: string
  readonly before: string | undefined
  readonly after: string | undefined
}

/** What the reach of a change is worked out from. */
export interface Surroundings {
  readonly actor: string
  readonly events: readonly string[]
  /** Every file of the actor's folders, by its path. */
  readonly texts: ReadonlyMap<string, string>
  readonly index: Pick<ClauseIndex, 'clauses' | 'citations'>
}

/** What changes can make different. */
export interface Reach {
  readonly rungs: readonly RungKey[]
  /** Types of events; `all`: whatever there is. */
  readonly events: ReadonlySet<string> | 'all'
  /** What was changed, in a line for each file. */
  readonly says: readonly string[]
}

/** Modules that state properties and models of rules: they say nothing about graphs. */
const aboutRules = /\/(bug|live)\/|(Properties|Consequences|Reach)\.tla$/
const graphs: readonly RungKey[] = ['graphParity']
const bytecode: readonly RungKey[] = ['oneStep']

/**
 * The rungs, and the events whose answers or successors a change can make different; `undefined` where it changes
 * nothing but comments and layout, or what no rung reads.
 */
export function reachOf(changes: readonly Change[], surroundings: Surroundings): Reach | undefined {
  const parts = changes.flatMap((change) => reachOfOne(change, surroundings) ?? [])
  if (parts.length === 0) return undefined
  const isAll = parts.some(({ events }) => events === 'all')
  return {
    rungs: [...new Set(parts.flatMap(({ rungs }) => rungs))],
    events: isAll ? 'all' : new Set(parts.flatMap(({ events }) => [...events])),
    says: parts.flatMap(({ says }) => says),
  }
}

function reachOfOne({ file, before, after }: Change, surroundings: Surroundings): Reach | undefined {
  const { actor, events } = surroundings
  const [old, now] = [before, after].map((text) => unitsOf(file, text ?? '', events)) as [Units, Units]
  const changed = changedUnits(old, now)
  if (/\.test\.ts$|\/fixtures\//.test(file) || changed.length === 0) return undefined
  const says = (what: string): string[] => [`${file}: ${what}`]
  if (file.startsWith('spec/clauses/')) return reachOfClauses(before, after, file, surroundings)
  if (/^spec\/.*\.md$/.test(file)) return undefined
  if (file.startsWith(`tla/${actor}/`) && aboutRules.test(file))
    return { rungs: ['modelChecking'], events: 'all', says: says('what must hold') }
  const ownFolder = new RegExp(`^(tla|model)/${actor}/.*\\.(tla|ts)$`)
  if (ownFolder.test(file)) {
    const form = file.split('/')[0]!
    const rungs = form === 'model' ? [...graphs, ...bytecode] : graphs
    const reached = eventsReached(changed, { file, old, form }, surroundings)
    const names = changed.map((name) => (name === '' ? 'what has no name' : name)).join(', ')
    const whither = reached === 'all' ? 'every event' : [...reached].join(', ')
    return { rungs, events: reached, says: says(`${names}: reaches ${whither}`) }
  }
  if (file.startsWith('impl/')) return { rungs: bytecode, events: 'all', says: says('what is executed') }
  return { rungs: [...graphs, ...bytecode], events: 'all', says: says('what every actor rests on') }
}

/** A clause that changed reaches the events that cite it. */
function reachOfClauses(
  before: string | undefined,
  after: string | undefined,
  file: string,
  { events, index }: Surroundings,
): Reach | undefined {
  const [old, now] = [before, after].map((text) => sectionsOf(text ?? '')) as [Sections, Sections]
  const ids = [...new Set([...old.keys(), ...now.keys()])].filter((id) => old.get(id) !== now.get(id))
  if (ids.length === 0) return undefined
  const named = (name: string): string[] =>
    events.filter((event) => name.split('.').includes(event) || name === `${capitalised(event)}Refusals`)
  const citing = index.citations.filter(({ clause }) => ids.includes(clause))
  const reached = new Set(citing.flatMap(({ within }) => named(within)))
  return {
    rungs: [...graphs, ...bytecode],
    events: reached.size === 0 ? 'all' : reached,
    says: [
      `${file}: ${ids.join(', ')}: cited by ${reached.size === 0 ? 'no event' : [...reached].join(', ')}`,
    ],
  }
}

type Sections = ReadonlyMap<string, string>

const sectionsOf = (text: string): Sections =>
  new Map(
    text.split(/^(?=#+ )/m).flatMap((section) => {
      const [, id] = /^#+ ([A-Z]+-\d+)/.exec(section) ?? []
      return id === undefined ? [] : [[id, section.replace(/\s+/g, ' ')] as const]
    }),
  )

interface Where {
  readonly file: string
  /** What the file had before. */
  readonly old: Units
  readonly form: string
}

/**
 * Goes from what was changed to whatever uses it, as far as the events. Where that ends at anything else, no event can be
 * left out.
 */
function eventsReached(
  changed: readonly string[],
  { file, old, form }: Where,
  { actor, events, texts }: Surroundings,
): ReadonlySet<string> | 'all' {
  const units = new Map<string, Set<string>>()
  const add = (of: Units): void => {
    for (const [name, { uses }] of of) units.set(name, new Set([...(units.get(name) ?? []), ...uses]))
  }
  for (const [path, text] of texts)
    if (path.startsWith(`${form}/${actor}/`) && !aboutRules.test(path) && !path.endsWith('.test.ts'))
      add(unitsOf(path, text, events))
  // What used it before it was taken away used it then.
  if (!aboutRules.test(file)) add(old)
  const eventOf = (name: string): string | undefined =>
    events.find((event) =>
      form === 'model'
        ? name === eventUnit(event)
        : name === capitalised(event) || name === `${capitalised(event)}Refusals`,
    )
  const dispatches = (uses: ReadonlySet<string>): boolean =>
    new Set([...uses].flatMap((name) => eventOf(name) ?? [])).size > events.length / 2
  const users = (name: string): string[] =>
    [...units].flatMap(([user, uses]) => (user !== name && uses.has(name) ? [user] : []))
  const reached = new Set<string>()
  const seen = new Set(changed)
  for (const name of seen) {
    if (name === '') return 'all'
    const event = eventOf(name)
    if (event !== undefined) reached.add(event)
    const above = users(name)
    if (event === undefined && above.length === 0) return 'all'
    for (const user of above) if (event === undefined || !dispatches(units.get(user)!)) seen.add(user)
  }
  return reached
}
