/** Reads and rewrites TLC's configuration files. */
import { ToolError } from './toolError.ts'

/** What a configuration file says, by section. */
export interface TlcConfig {
  /** `CONSTANT` assignments: `Limit = 4` or `Limit <- Definition`, the right side as written. */
  constants: Map<string, { operator: '=' | '<-'; value: string }>
  invariants: string[]
  properties: string[]
  constraints: string[]
  actionConstraints: string[]
  symmetry: string[]
  view: string[]
  specification: string[]
  init: string[]
  next: string[]
  checkDeadlock: boolean
}

const sections: Record<string, string> = {
  CONSTANT: 'constants',
  CONSTANTS: 'constants',
  INVARIANT: 'invariants',
  INVARIANTS: 'invariants',
  PROPERTY: 'properties',
  PROPERTIES: 'properties',
  CONSTRAINT: 'constraints',
  CONSTRAINTS: 'constraints',
  ACTION_CONSTRAINT: 'actionConstraints',
  ACTION_CONSTRAINTS: 'actionConstraints',
  SYMMETRY: 'symmetry',
  VIEW: 'view',
  SPECIFICATION: 'specification',
  INIT: 'init',
  NEXT: 'next',
  CHECK_DEADLOCK: 'checkDeadlock',
}

/** Sections of TLC that only newer releases have, or that no model here needs. */
const unsupported = new Set(['ALIAS', 'POSTCONDITION', 'TYPE', 'TYPE_CONSTRAINT', 'PERIODIC', 'RL_REWARD'])

type ListSection = Exclude<keyof TlcConfig, 'constants' | 'checkDeadlock'>

/**
 * Parses a configuration. `place`: its path, for errors.
 *
 * Throws {@link ToolError} `BadConfiguration` for a section that this project does not use.
 */
export function parseConfig(text: string, place: string): TlcConfig {
  const config: TlcConfig = {
    constants: new Map(),
    invariants: [],
    properties: [],
    constraints: [],
    actionConstraints: [],
    symmetry: [],
    view: [],
    specification: [],
    init: [],
    next: [],
    checkDeadlock: true,
  }
  const bare = text.replace(/\(\*[\s\S]*?\*\)/g, ' ').replace(/\\\*.*/g, ' ')
  const tokens = bare.match(/<-|=|"[^"]*"|[{},()[\]]|[^\s=<{},()[\]"]+/g) ?? []
  let section: string | undefined
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i]!
    if (sections[token] !== undefined) {
      section = sections[token]
      continue
    }
    if (section === undefined || unsupported.has(token)) {
      throw badConfig(place, `one of ${Object.keys(sections).join(', ')}`, token)
    }
    if (section === 'checkDeadlock') {
      config.checkDeadlock = token === 'TRUE'
    } else if (section === 'constants') {
      const operator = tokens[i + 1]
      if (operator !== '=' && operator !== '<-')
        throw badConfig(place, `= or <- after ${token}`, operator ?? '')
      const value = readValue(tokens, i + 2)
      if (value.length === 0) throw badConfig(place, `a value for ${token}`, tokens[i + 2] ?? '')
      config.constants.set(token, { operator, value: value.join(' ') })
      i += 1 + value.length
    } else {
      config[section as ListSection].push(token)
    }
  }
  return config
}

/** A value ends where its brackets are closed. */
function readValue(tokens: string[], from: number): string[] {
  let depth = 0
  for (let i = from; i < tokens.length; i++) {
    if ('{(['.includes(tokens[i]!)) depth++
    if ('})]'.includes(tokens[i]!)) depth--
    if (depth === 0) return tokens.slice(from, i + 1)
  }
  return []
}

function badConfig(place: string, expected: string, found: string): ToolError {
  return new ToolError(
    'BadConfiguration',
    place,
    `${expected}, found "${found}"`,
    'Correct the configuration.',
  )
}

/** Writes a configuration back, one line per entry. */
export function printConfig(config: TlcConfig): string {
  const lines: string[] = []
  const list = (keyword: string, names: string[]) => lines.push(...names.map((name) => `${keyword} ${name}`))
  list('SPECIFICATION', config.specification)
  list('INIT', config.init)
  list('NEXT', config.next)
  for (const [name, { operator, value }] of config.constants)
    lines.push(`CONSTANT ${name} ${operator} ${value}`)
  list('INVARIANT', config.invariants)
  list('PROPERTY', config.properties)
  list('CONSTRAINT', config.constraints)
  list('ACTION_CONSTRAINT', config.actionConstraints)
  list('SYMMETRY', config.symmetry)
  list('VIEW', config.view)
  lines.push(`CHECK_DEADLOCK ${config.checkDeadlock ? 'TRUE' : 'FALSE'}`)
  return `${lines.join('\n')}\n`
}

/**
 * The configuration with other values for some constants. `values`: TLA+ text by name, e.g. `{ Limit: '5' }`.
 *
 * Throws {@link ToolError} `BadConfiguration` for a constant that the configuration does not assign.
 */
export function withConstants(config: TlcConfig, values: Record<string, string>, place: string): TlcConfig {
  const constants = new Map(config.constants)
  for (const [name, value] of Object.entries(values)) {
    if (!constants.has(name)) {
      const known = [...constants.keys()].join(', ')
      throw badConfig(place, `a constant that it assigns (${known === '' ? 'it has none' : known})`, name)
    }
    constants.set(name, { operator: '=', value })
  }
  return { ...config, constants }
}

/**
 * The sections that make temporal checking unsound: a constraint silently cuts behaviours off, a view or a
 * symmetry merges states that fairness tells apart.
 */
export function unsoundForLiveness(config: TlcConfig): string[] {
  const found: [string, string[]][] = [
    ['CONSTRAINT', config.constraints],
    ['ACTION_CONSTRAINT', config.actionConstraints],
    ['SYMMETRY', config.symmetry],
    ['VIEW', config.view],
  ]
  return found.filter(([, names]) => names.length > 0).map(([keyword]) => keyword)
}
