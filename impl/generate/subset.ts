import { relative, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import ts from 'typescript'

/**
 * The subset of TypeScript that rules are written in. A file holds imports and exported arrow functions
 *
 *     export const name = ({ a, b }: { a: Slot; b: Count }): boolean => expression
 *
 * whose one parameter takes an object apart without defaults or renaming. Types are those of `model/shared/units.ts` and
 * `boolean`. Expressions are integer and boolean literals, parameters, `NO_ADDRESS`, the comparisons
 * `< <= > >= === !==`, `+ - *`, `&& || !`, `? :`, `floorDiv`, `floorMod`, `BigInt(…)`, and calls to other rules with an
 * object literal. Everything else is refused with its place: a translation that guesses would be worse than none.
 */
export type Rule = {
  name: string
  /** Path from the root of the repository. */
  file: string
  line: number
  /** Lines of its doc comment, without the stars. */
  doc: readonly string[]
  parameters: readonly Parameter[]
  result: TypeName
  body: Expression
}

export type Parameter = { name: string; type: TypeName }

const typeNames = [
  'Slot',
  'Epoch',
  'SlotOffset',
  'Count',
  'Index',
  'Timestamp',
  'BasisPoints',
  'Wei',
  'Address',
  'BlockHash',
  'CommitteeCommitment',
  'BlobsCommitment',
  'QueueCommitment',
  'PostingCommitment',
  'boolean',
] as const
/** A unit of `model/shared/units.ts`, or `boolean`. */
export type TypeName = (typeof typeNames)[number]

export type Operator = '<' | '<=' | '>' | '>=' | '==' | '!=' | '+' | '-' | '*' | '/' | '%' | '&&' | '||'

export type Expression =
  | { kind: 'integer'; value: bigint }
  | { kind: 'boolean'; value: boolean }
  | { kind: 'parameter'; name: string }
  | { kind: 'nobody' }
  | { kind: 'binary'; operator: Operator; left: Expression; right: Expression }
  | { kind: 'not'; operand: Expression }
  | { kind: 'choice'; condition: Expression; whenTrue: Expression; whenFalse: Expression }
  | { kind: 'call'; rule: string; given: readonly { name: string; value: Expression }[] }

/** A rule uses what the subset does not have: file, line and what was found. */
export class OutsideSubset extends Error {
  override name = 'OutsideSubset'
}

const operators = new Map<ts.SyntaxKind, Operator>([
  [ts.SyntaxKind.LessThanToken, '<'],
  [ts.SyntaxKind.LessThanEqualsToken, '<='],
  [ts.SyntaxKind.GreaterThanToken, '>'],
  [ts.SyntaxKind.GreaterThanEqualsToken, '>='],
  [ts.SyntaxKind.EqualsEqualsEqualsToken, '=='],
  [ts.SyntaxKind.ExclamationEqualsEqualsToken, '!='],
  [ts.SyntaxKind.PlusToken, '+'],
  [ts.SyntaxKind.MinusToken, '-'],
  [ts.SyntaxKind.AsteriskToken, '*'],
  [ts.SyntaxKind.AmpersandAmpersandToken, '&&'],
  [ts.SyntaxKind.BarBarToken, '||'],
])

/**
 * Reads the rules of one file.
 * @param file path from the root of the repository, for the errors
 * @throws OutsideSubset
 */
export function readRules(file: string, text: string): Rule[] {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.ES2023, true)
  return source.statements.filter((it) => !ts.isImportDeclaration(it)).map((it) => ruleOf(it, source))
}

/** Words of Solidity that TypeScript and people would take for names. */
const reserved = new Set(
  [
    'wei gwei ether seconds minutes hours days weeks years address bool bytes string mapping',
    'calldata memory storage indexed anonymous payable external internal pure view virtual override',
    'contract library interface struct event error modifier constructor fallback receive function returns',
    'emit revert assembly unchecked using pragma is after alias apply auto copyof define final immutable',
    'implements inline macro match mutable partial promise reference relocatable sealed sizeof supports',
    'typedef constant of int uint fixed ufixed',
  ].flatMap((words) => words.split(' ')),
)

function ruleOf(statement: ts.Statement, source: ts.SourceFile): Rule {
  if (!ts.isVariableStatement(statement)) throw outside(statement, 'expected an exported arrow function')
  const [declaration] = statement.declarationList.declarations
  const exported = statement.modifiers?.some((it) => it.kind === ts.SyntaxKind.ExportKeyword)
  const constant = statement.declarationList.flags & ts.NodeFlags.Const
  if (!declaration || !exported || !constant || statement.declarationList.declarations.length > 1)
    throw outside(statement, 'expected one exported constant')
  const { name, initializer } = declaration
  if (!ts.isIdentifier(name) || !initializer || !ts.isArrowFunction(initializer))
    throw outside(declaration, 'expected an arrow function')
  if (ts.isBlock(initializer.body)) throw outside(initializer.body, 'expected an expression as body')
  const parameters = parametersOf(initializer)
  const scope = new Set(parameters.map((parameter) => parameter.name))
  return {
    name: name.text,
    file: source.fileName,
    line: source.getLineAndCharacterOfPosition(name.getStart()).line + 1,
    doc: docOf(statement, source),
    parameters,
    result: typeOf(initializer.type, initializer),
    body: expressionOf(initializer.body, scope),
  }
}

function parametersOf(arrow: ts.ArrowFunction): Parameter[] {
  const [parameter] = arrow.parameters
  if (!parameter || arrow.parameters.length > 1 || !ts.isObjectBindingPattern(parameter.name))
    throw outside(arrow, 'expected one parameter that takes an object apart')
  if (!parameter.type || !ts.isTypeLiteralNode(parameter.type))
    throw outside(parameter, 'expected the type of the facts, written out')
  const types = new Map(
    parameter.type.members.map((member): [string, TypeName] => {
      if (!ts.isPropertySignature(member) || member.questionToken || !ts.isIdentifier(member.name))
        throw outside(member, 'expected a required property')
      return [member.name.text, typeOf(member.type, member)]
    }),
  )
  const names = parameter.name.elements.map((element) => {
    if (
      !ts.isIdentifier(element.name) ||
      element.propertyName ||
      element.initializer ||
      element.dotDotDotToken
    )
      throw outside(element, 'expected a plain name')
    if (reserved.has(element.name.text)) throw outside(element, 'expected a name that Solidity leaves free')
    return element.name.text
  })
  const parameters = names.map((name) => ({ name, type: types.get(name) }))
  // The order is that of the error's arguments: it may not depend on which of the two lists one reads.
  if (names.join() !== [...types.keys()].join())
    throw outside(parameter, 'expected the same names in the same order in the pattern and in its type')
  return parameters as Parameter[]
}

function typeOf(node: ts.TypeNode | undefined, place: ts.Node): TypeName {
  const text = node?.getText()
  const found = typeNames.find((name) => name === text)
  if (!found) throw outside(node ?? place, `expected one of ${typeNames.join(', ')}`)
  return found
}

function expressionOf(node: ts.Expression, scope: ReadonlySet<string>): Expression {
  const inner = (child: ts.Expression) => expressionOf(child, scope)
  if (ts.isParenthesizedExpression(node)) return inner(node.expression)
  if (ts.isNumericLiteral(node) && /^[0-9_]+$/.test(node.getText()))
    return { kind: 'integer', value: BigInt(node.text) }
  if (ts.isBigIntLiteral(node) && /^[0-9_]+n$/.test(node.getText()))
    return { kind: 'integer', value: BigInt(node.text.replace(/[n_]/g, '')) }
  if (node.kind === ts.SyntaxKind.TrueKeyword) return { kind: 'boolean', value: true }
  if (node.kind === ts.SyntaxKind.FalseKeyword) return { kind: 'boolean', value: false }
  if (ts.isIdentifier(node)) {
    if (scope.has(node.text)) return { kind: 'parameter', name: node.text }
    if (node.text === 'NO_ADDRESS') return { kind: 'nobody' }
    throw outside(node, 'expected a parameter or NO_ADDRESS')
  }
  if (ts.isBinaryExpression(node)) {
    const operator = operators.get(node.operatorToken.kind)
    if (!operator) throw outside(node.operatorToken, 'operator')
    return { kind: 'binary', operator, left: inner(node.left), right: inner(node.right) }
  }
  if (ts.isPrefixUnaryExpression(node) && node.operator === ts.SyntaxKind.ExclamationToken)
    return { kind: 'not', operand: inner(node.operand) }
  if (ts.isConditionalExpression(node))
    return {
      kind: 'choice',
      condition: inner(node.condition),
      whenTrue: inner(node.whenTrue),
      whenFalse: inner(node.whenFalse),
    }
  if (ts.isCallExpression(node)) return callOf(node, scope)
  throw outside(node, 'expression')
}

function callOf(node: ts.CallExpression, scope: ReadonlySet<string>): Expression {
  if (!ts.isIdentifier(node.expression)) throw outside(node, 'call')
  const rule = node.expression.text
  const values = () => node.arguments.map((argument) => expressionOf(argument, scope))
  if (rule === 'BigInt' && node.arguments.length === 1) return values()[0]!
  if ((rule === 'floorDiv' || rule === 'floorMod') && node.arguments.length === 2) {
    const [left, right] = values()
    return { kind: 'binary', operator: rule === 'floorDiv' ? '/' : '%', left: left!, right: right! }
  }
  const [given] = node.arguments
  if (!given || node.arguments.length > 1 || !ts.isObjectLiteralExpression(given))
    throw outside(node, 'expected a rule with an object literal')
  return {
    kind: 'call',
    rule,
    given: given.properties.map((property) => {
      if (ts.isShorthandPropertyAssignment(property))
        return { name: property.name.text, value: expressionOf(property.name, scope) }
      if (ts.isPropertyAssignment(property) && ts.isIdentifier(property.name))
        return { name: property.name.text, value: expressionOf(property.initializer, scope) }
      throw outside(property, 'expected name: value')
    }),
  }
}

function docOf(statement: ts.Statement, source: ts.SourceFile): string[] {
  const comments = ts.getJSDocCommentsAndTags(statement).filter(ts.isJSDoc)
  const text = comments.at(-1)?.getText(source) ?? ''
  return text
    .replace(/^\/\*\*/, '')
    .replace(/\*\/$/, '')
    .split('\n')
    .map((line) => line.replace(/^\s*\*\s?/, '').trim())
    .filter((line) => line !== '')
}

function outside(node: ts.Node, what: string): OutsideSubset {
  const source = node.getSourceFile()
  const { line, character } = source.getLineAndCharacterOfPosition(node.getStart())
  const found = node.getText().split('\n')[0]!.slice(0, 60)
  return new OutsideSubset(
    `${source.fileName}:${line + 1}:${character + 1}: outside the subset of the rules: ${what}; found ${found}`,
  )
}

/** The root of the repository. */
export const repositoryRoot = fileURLToPath(new URL('../../', import.meta.url))

/** A path as it is named in headers and errors. */
export function fromRoot(path: string): string {
  return relative(repositoryRoot, path).split(sep).join('/')
}
