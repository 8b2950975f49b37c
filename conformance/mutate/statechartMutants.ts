import ts from 'typescript'
import { refusals } from '../../model/l1-rollup/refusals.ts'
import { type Mutant, type MutationKind, movedComparison, numbered } from './mutant.ts'

interface Found {
  readonly kind: MutationKind
  readonly start: number
  readonly end: number
  readonly replacement: string
  readonly what: string
  readonly refusal?: string | undefined
  readonly event?: string | undefined
}

const checkNames = refusals as Readonly<Record<string, { refusal: string; clause: string } | undefined>>

/** Mistakes in the statechart: every check taken out of the `and([…])` that it stands in. */
export function machineMutants(file: string, text: string): Mutant[] {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.ES2023, true)
  const found: Found[] = []
  const visit = (node: ts.Node): void => {
    if (isAnd(node)) {
      const list = node.arguments[0] as ts.ArrayLiteralExpression
      list.elements.forEach((element, index) => {
        if (!ts.isStringLiteral(element)) return
        const next = list.elements[index + 1]
        const previous = list.elements[index - 1]
        const start = next || !previous ? element.getStart() : previous.getEnd()
        found.push({
          kind: 'check removed',
          start,
          end: next ? next.getStart() : element.getEnd(),
          replacement: '',
          what: `${ownerOf(node)}/${element.text} removed`,
          refusal: checkNames[element.text]?.refusal,
          event: eventOf(ownerOf(node)),
        })
      })
    }
    ts.forEachChild(node, visit)
  }
  visit(source)
  return numbered(
    found.map((it) => {
      const check = /\/(\w+) removed/.exec(it.what)?.[1] ?? ''
      return mutantOf(file, text, it, checkNames[check]?.clause ?? '')
    }),
  )
}

/**
 * Mistakes in a file of rules: each rule true, each comparison moved by one and made an equality, each equality of
 * numbers shifted by one and each other one negated, each `&&` and `||` swapped, each number one more and one less.
 */
export function ruleMutants(file: string, text: string): Mutant[] {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.ES2023, true)
  const mutants = source.statements.filter(ts.isVariableStatement).flatMap((statement) => {
    const [declaration] = statement.declarationList.declarations
    const rule = declaration?.name.getText()
    const arrow = declaration?.initializer
    if (!rule || !arrow || !ts.isArrowFunction(arrow)) return []
    const clause = [
      ...new Set(text.slice(statement.getFullStart(), statement.getStart()).match(/[A-Z]+-\d+/g)),
    ]
    return foundIn(arrow, rule).map((it) => mutantOf(file, text, it, clause.join(' ')))
  })
  return numbered(mutants)
}

/** Who acts or is named, and somebody else in the same event. */
const otherRole: Readonly<Record<string, string>> = {
  caller: "'admin'",
  'quote.proverAddress': "'admin'",
  'claim.proverAddress': 'claim.claimant',
  "'escrow'": "'rollup'",
  "'rollup'": "'escrow'",
  "'sink'": "'rollup'",
}

/**
 * Mistakes in a file of updates: each sum and difference that becomes what is added or taken, each appended list that
 * loses what it was, each role exchanged for another.
 */
export function updateMutants(file: string, text: string): Mutant[] {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.ES2023, true)
  const found: (Found & { clause: string })[] = []
  const note = (kind: MutationKind, node: ts.Node, replacement: string, what: string): void => {
    const owner = statementOf(node)
    const doc = text.slice(owner.getFullStart(), owner.getStart()).match(/[A-Z]+-\d+/g) ?? []
    const named = ownerName(owner)
    found.push({
      kind,
      start: node.getStart(),
      end: node.getEnd(),
      replacement,
      what: `${named}/${what}`,
      clause: [...new Set(doc)].join(' '),
    })
  }
  const visit = (node: ts.Node): void => {
    if (ts.isBinaryExpression(node)) {
      const operator = node.operatorToken.getText()
      if (operator === '+' || operator === '-')
        note('accumulation made assignment', node, node.right.getText(), `${operator} assigned`)
    }
    if (ts.isSpreadElement(node) && ts.isArrayLiteralExpression(node.parent))
      note('accumulation made assignment', node, '...[]', `${node.getText()} emptied`)
    const role = otherRole[node.getText()]
    if (role !== undefined && isRead(node)) note('role exchanged', node, role, `${node.getText()} exchanged`)
    ts.forEachChild(node, visit)
  }
  visit(source)
  return numbered(found.map((it) => mutantOf(file, text, it, it.clause)))
}

/** A value that is asked for, not a name that is given. */
const isRead = (node: ts.Node): boolean =>
  (ts.isStringLiteral(node) && ts.isCallExpression(node.parent)) ||
  ts.isPropertyAccessExpression(node) ||
  (ts.isIdentifier(node) &&
    (ts.isCallExpression(node.parent) || ts.isComputedPropertyName(node.parent)) &&
    !ts.isBindingElement(node.parent))

function statementOf(node: ts.Node): ts.Node {
  let at = node
  while (!ts.isSourceFile(at.parent)) at = at.parent
  return at
}

const ownerName = (statement: ts.Node): string =>
  ts.isVariableStatement(statement)
    ? statement.declarationList.declarations[0]!.name.getText()
    : ts.isFunctionDeclaration(statement)
      ? (statement.name?.getText() ?? '')
      : ''

function foundIn(arrow: ts.ArrowFunction, rule: string): Found[] {
  const { body } = arrow
  const refusal = checkNames[rule]?.refusal
  const types = typesOf(arrow)
  const found: Found[] = []
  const note = (kind: MutationKind, node: ts.Node, replacement: string, what: string) =>
    found.push({
      kind,
      start: node.getStart(),
      end: node.getEnd(),
      replacement,
      what: `${rule}/${what}`,
      refusal,
    })
  if (arrow.type?.getText() === 'boolean' && body.getText() !== 'true')
    note('rule made true', body, 'true', 'made true')
  const visit = (node: ts.Node): void => {
    if (ts.isBinaryExpression(node)) {
      const operator = node.operatorToken
      const text = operator.getText()
      const moved = movedComparison[text]
      if (moved) {
        note('comparison moved', operator, moved, `${text} moved`)
        note('order made equality', operator, '===', `${text} made ===`)
      }
      if (text === '&&') note('connective swapped', operator, '||', '&& swapped')
      else if (text === '||') note('connective swapped', operator, '&&', '|| swapped')
      else if (text === '===' || text === '!==') {
        const one = numberKind(node.right, types) ?? numberKind(node.left, types)
        if (one) note('equality shifted', operator, `${text} ${one} +`, `${text} shifted`)
        else note('equality negated', operator, text === '===' ? '!==' : '===', `${text} negated`)
      }
    }
    if (ts.isNumericLiteral(node) || ts.isBigIntLiteral(node)) {
      const suffix = ts.isBigIntLiteral(node) ? 'n' : ''
      const value = BigInt(node.text.replace(/[n_]/g, ''))
      note('literal shifted', node, `${value + 1n}${suffix}`, `${node.getText()} + 1`)
      // The rules know no negative numbers: the generator would refuse one.
      if (value > 0n) note('literal shifted', node, `${value - 1n}${suffix}`, `${node.getText()} - 1`)
    }
    ts.forEachChild(node, visit)
  }
  visit(body)
  return found
}

const addresses: ReadonlySet<string> = new Set([
  'Address',
  'BlockHash',
  'CommitteeCommitment',
  'BlobsCommitment',
  'boolean',
])

/** The one of an operand's kind of number, `undefined` for what is no number. */
function numberKind(node: ts.Expression, types: ReadonlyMap<string, string>): '1' | '1n' | undefined {
  if (ts.isNumericLiteral(node)) return '1'
  if (ts.isBigIntLiteral(node)) return '1n'
  if (ts.isBinaryExpression(node)) return numberKind(node.left, types) ?? numberKind(node.right, types)
  const type = ts.isIdentifier(node) ? types.get(node.text) : undefined
  if (!type || addresses.has(type)) return undefined
  return type === 'Wei' ? '1n' : '1'
}

function typesOf(arrow: ts.ArrowFunction): ReadonlyMap<string, string> {
  const type = arrow.parameters[0]?.type
  if (!type || !ts.isTypeLiteralNode(type)) return new Map()
  return new Map(
    type.members
      .filter(ts.isPropertySignature)
      .map((member) => [member.name.getText(), member.type?.getText() ?? '']),
  )
}

function mutantOf(
  file: string,
  text: string,
  { kind, start, end, replacement, what, refusal, event }: Found,
  clause: string,
): Mutant {
  return {
    name: `statechart/${what}`,
    side: 'statechart',
    kind,
    file,
    start,
    original: text.slice(start, end),
    replacement,
    clause,
    event,
    refusal,
  }
}

function isAnd(node: ts.Node): node is ts.CallExpression {
  return (
    ts.isCallExpression(node) &&
    node.expression.getText() === 'and' &&
    !!node.arguments[0] &&
    ts.isArrayLiteralExpression(node.arguments[0])
  )
}

/** The event, or the constant, whose guard this is. */
function ownerOf(node: ts.Node): string {
  for (let at = node.parent; at; at = at.parent) {
    if (ts.isVariableDeclaration(at)) return at.name.getText()
    if (ts.isPropertyAssignment(at) && at.name.getText() !== 'guard') return at.name.getText()
  }
  return ''
}

/** Constants that hold the checks of an event. */
const checksOfEvents: Readonly<Record<string, string>> = {
  proposeChecks: 'propose',
  proofChecks: 'submitEpochProof',
  fallbackChecks: 'proposeWithProof',
  forcingChecks: 'forceInclusion',
}

function eventOf(owner: string): string | undefined {
  return checksOfEvents[owner] ?? owner
}
