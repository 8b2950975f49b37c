import ts from 'typescript'

/** What a file defines, by name, in a text in which comments and layout are nothing. Whatever has no name is `''`. */
export type Units = ReadonlyMap<string, Unit>

export interface Unit {
  readonly text: string
  /** Words that may be names of other units. */
  readonly uses: ReadonlySet<string>
}

/** Name of the unit that an event is in a statechart. */
export const eventUnit = (event: string): string => `event ${event}`

/**
 * Divides a file into what it defines.
 * @param events types of events: in a statechart the transitions of each are a unit of their own
 */
export function unitsOf(file: string, text: string, events: readonly string[]): Units {
  if (file.endsWith('.tla')) return tlaUnits(text)
  if (file.endsWith('.ts')) return typescriptUnits(file, text, events)
  return collected([['', text, wordsOf(text)]])
}

/** Names of what two versions of a file define differently; a definition that only one of them has is among them. */
export function changedUnits(before: Units, after: Units): string[] {
  return [...new Set([...before.keys(), ...after.keys()])].filter(
    (name) => before.get(name)?.text !== after.get(name)?.text,
  )
}

type Part = readonly [name: string, text: string, uses: Iterable<string>]

function collected(parts: readonly Part[]): Units {
  const units = new Map<string, { text: string; uses: Set<string> }>()
  for (const [name, text, uses] of parts) {
    const known = units.get(name) ?? { text: '', uses: new Set() }
    units.set(name, { text: `${known.text}${text}\n`, uses: new Set([...known.uses, ...uses]) })
  }
  return units
}

const wordsOf = (text: string): string[] => text.match(/\b[A-Za-z_]\w*/g) ?? []

const DEFINITION = /^(?:LOCAL\s+)?(\w+)(?:\([^=]*\))?\s*==/

function tlaUnits(text: string): Units {
  const parts: Part[] = []
  let [name, lines]: [string, string[]] = ['', []]
  const end = (): void => {
    const body = lines.join('\n').replace(/\s+/g, ' ')
    parts.push([name, body, wordsOf(body)])
  }
  // A comment in a string would be cut off; the modules have none, and a rest that changes is still seen.
  const bare = text.replace(/\(\*.*?\*\)/gs, '').replace(/\\\*.*$/gm, '')
  for (const line of bare.split('\n')) {
    const [, defined] = DEFINITION.exec(line) ?? []
    if (defined !== undefined || /^(RECURSIVE|CONSTANTS?|VARIABLES?|ASSUME|[-=]{4})/.test(line)) {
      end()
      ;[name, lines] = [defined ?? '', []]
    }
    if (!/^[-=]{4,}\s*$/.test(line)) lines.push(line)
  }
  end()
  return collected(parts)
}

const printer = ts.createPrinter({ removeComments: true, omitTrailingSemicolon: true })

function typescriptUnits(file: string, text: string, events: readonly string[]): Units {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true)
  const print = (node: ts.Node): string =>
    printer.printNode(ts.EmitHint.Unspecified, node, source).replace(/\s+/g, ' ')
  const isMachine = file.endsWith('.machine.ts')
  const parts: Part[] = []
  for (const statement of source.statements) {
    // What is imported is named where it is used.
    if (ts.isImportDeclaration(statement)) continue
    const cut = isMachine ? transitionsIn(statement, new Set(events)) : []
    for (const node of cut)
      parts.push([eventUnit((node.name as ts.Identifier).text), print(node), usesOf(node, [], isMachine)])
    const whole = print(statement)
    const rest = cut.reduce((left, node) => left.replace(print(node), ''), whole)
    for (const name of namesOf(statement)) parts.push([name, rest, usesOf(statement, cut, isMachine)])
  }
  return collected(parts)
}

/** The properties of a statechart that are named after events. */
function transitionsIn(node: ts.Node, events: ReadonlySet<string>): ts.PropertyAssignment[] {
  const found: ts.PropertyAssignment[] = []
  const visit = (child: ts.Node): void => {
    if (ts.isPropertyAssignment(child) && ts.isIdentifier(child.name) && events.has(child.name.text))
      found.push(child)
    else ts.forEachChild(child, visit)
  }
  visit(node)
  return found
}

function namesOf(statement: ts.Statement): string[] {
  if (ts.isVariableStatement(statement))
    return statement.declarationList.declarations.map(({ name }) => (ts.isIdentifier(name) ? name.text : ''))
  const { name } = statement as { name?: ts.Node }
  return [name && ts.isIdentifier(name) ? name.text : '']
}

/**
 * Identifiers that stand for a value or a type, and in a statechart the strings that name guards and actions. Keys, and
 * lists of names that only gather, are no use.
 */
function usesOf(node: ts.Node, without: readonly ts.Node[], withStrings: boolean): Set<string> {
  const uses = new Set<string>()
  const visit = (child: ts.Node): void => {
    if (without.includes(child) || ts.isShorthandPropertyAssignment(child)) return
    if (ts.isPropertyAssignment(child)) visit(child.initializer)
    else if (ts.isPropertyAccessExpression(child)) visit(child.expression)
    else if (ts.isIdentifier(child)) uses.add(child.text)
    else if (ts.isStringLiteral(child)) {
      if (withStrings) uses.add(child.text)
    } else ts.forEachChild(child, visit)
  }
  visit(node)
  return uses
}
