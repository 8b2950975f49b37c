import ts from 'typescript'
import { type MutationKind, movedComparison } from '../mutant.ts'
import type { Declaration } from './modelFiles.ts'

/** What the names in a role's statechart stand for. */
export interface RoleNames {
  readonly refusals: Readonly<Record<string, { refusal: string; clause: string } | undefined>>
  /** Clauses of the transitions that an update or an effect is named in. */
  readonly clausesOfAction: ReadonlyMap<string, readonly string[]>
}

/** One mistake in a declaration. */
export interface StatechartMistake {
  readonly kind: MutationKind
  readonly start: number
  readonly original: string
  readonly replacement: string
  readonly what: string
  readonly clause: string
}

/**
 * Every mistake in a declaration. In a statechart: a check, an arm, an action or a target left out, two actions exchanged.
 * Elsewhere: a rule made true, an operand, update, effect, filter, negation or part of a text dropped, a condition decided,
 * a comparison, boundary or number moved by one, a relation negated, a connective or quantifier exchanged.
 */
export function statechartMistakes(
  { name, source, node, file }: Declaration,
  names: RoleNames,
): StatechartMistake[] {
  const text = source.text
  const found: StatechartMistake[] = []
  const isMachine = file.endsWith('.machine.ts')
  const own = clausesIn(text.slice(node.getFullStart(), node.getStart()))
  const ofName = names.refusals[name]?.clause
  const inherited = own.length > 0 ? own : ofName ? [ofName] : (names.clausesOfAction.get(name) ?? [])
  const note = (
    kind: MutationKind,
    start: number,
    end: number,
    replacement: string,
    what: string,
    clauses = inherited,
  ) => {
    const original = text.slice(start, end)
    if (original !== replacement)
      found.push({ kind, start, original, replacement, what, clause: [...new Set(clauses)].join(' ') })
  }
  const whole = (
    kind: MutationKind,
    at: ts.Node,
    replacement: string,
    what: string,
    clauses?: readonly string[],
  ) => note(kind, at.getStart(), at.getEnd(), replacement, what, clauses ? [...clauses] : undefined)
  const without = (
    kind: MutationKind,
    list: ts.NodeArray<ts.Node>,
    index: number,
    what: string,
    clauses?: readonly string[],
  ) => {
    const [element, next, previous] = [list[index]!, list[index + 1], list[index - 1]]
    const start = next || !previous ? element.getStart() : previous.getEnd()
    note(kind, start, next ? next.getStart() : element.getEnd(), '', what, clauses ? [...clauses] : undefined)
  }

  const visitMachine = (at: ts.Node): void => {
    if (ts.isTypeNode(at)) return
    if (ts.isPropertyAssignment(at)) {
      const property = at.name.getText()
      const value = at.initializer
      if (['meta', 'types', 'context', 'id', 'initial'].includes(property)) return
      const here = `${ownerOf(at)}`
      if (property === 'actions') {
        const clauses = metaOf(at)
        if (ts.isArrayLiteralExpression(value)) {
          value.elements.forEach((element, index) => {
            without('update dropped', value.elements, index, `${here}/${shortText(element)} dropped`, clauses)
            const next = value.elements[index + 1]
            if (next)
              note(
                'order exchanged',
                element.getStart(),
                next.getEnd(),
                `${next.getText()}, ${element.getText()}`,
                `${here}/${shortText(element)} after ${shortText(next)}`,
                clauses,
              )
          })
        } else if (ts.isStringLiteral(value))
          whole('update dropped', value, '[]', `${here}/${shortText(value)} dropped`, clauses)
        return
      }
      if (property === 'target') {
        without(
          'update dropped',
          at.parent.properties,
          at.parent.properties.indexOf(at),
          `${here}/target ${value.getText()} dropped`,
          metaOf(at),
        )
        return
      }
      if (ts.isArrayLiteralExpression(value))
        value.elements.forEach((element, index) => {
          if (ts.isObjectLiteralExpression(element) || ts.isIdentifier(element))
            without(
              'arm dropped',
              value.elements,
              index,
              `${here}/arm ${index + 1} dropped`,
              ts.isObjectLiteralExpression(element) ? clausesOfMeta(element) : [],
            )
        })
    }
    if (ts.isCallExpression(at) && at.expression.getText() === 'and') {
      const list = at.arguments[0] as ts.ArrayLiteralExpression
      list.elements.forEach((element, index) => {
        if (!ts.isStringLiteral(element)) return
        const clause = names.refusals[element.text]?.clause
        if (list.elements.length === 1)
          whole(
            'check removed',
            list,
            '[]',
            `${ownerOf(at)}/${element.text} removed`,
            clause ? [clause] : metaOf(at),
          )
        else
          without(
            'check removed',
            list.elements,
            index,
            `${ownerOf(at)}/${element.text} removed`,
            clause ? [clause] : metaOf(at),
          )
      })
    }
    ts.forEachChild(at, visitMachine)
  }

  const visit = (at: ts.Node): void => {
    if (ts.isTypeNode(at) || ts.isTypeParameterDeclaration(at)) return
    if (ts.isArrowFunction(at) || ts.isFunctionDeclaration(at)) {
      if (at.type?.getText() === 'boolean' && at.body && !ts.isBlock(at.body) && at.body.getText() !== 'true')
        whole('rule made true', at.body, 'true', 'made true')
    }
    // Which event it is tells TypeScript what fields it has: the statechart asks about no other.
    if (isNarrowing(at)) return
    if (ts.isBinaryExpression(at)) {
      const operator = at.operatorToken
      const sign = operator.getText()
      const moved = movedComparison[sign]
      if (moved) {
        whole('comparison moved', operator, moved, `${sign} moved`)
        whole('order made equality', operator, '===', `${sign} made ===`)
      }
      if (sign === '&&' || sign === '||') {
        if (!isNarrowing(at.left))
          whole('connective swapped', operator, sign === '&&' ? '||' : '&&', `${sign} swapped`)
        const [kind, neutral]: [MutationKind, string] =
          sign === '&&' ? ['conjunct dropped', 'true'] : ['disjunct dropped', 'false']
        for (const side of [at.left, at.right])
          if (!isNarrowing(side) && (!ts.isBinaryExpression(side) || side.operatorToken.getText() !== sign))
            whole(kind, side, neutral, `${shortText(side)} dropped`)
      } else if (sign === '===' || sign === '!==') {
        if (isNumeric(at.left) || isNumeric(at.right))
          whole('equality shifted', operator, `${sign} 1 +`, `${sign} shifted`)
        whole('equality negated', operator, sign === '===' ? '!==' : '===', `${shortText(at)} negated`)
      } else if (sign === '+' || sign === '-')
        whole('accumulation made assignment', at, at.right.getText(), `${sign} assigned`)
    }
    if (ts.isPrefixUnaryExpression(at) && at.operator === ts.SyntaxKind.ExclamationToken)
      whole('negation dropped', at, at.operand.getText(), `${shortText(at)} dropped`)
    if (ts.isNumericLiteral(at) || ts.isBigIntLiteral(at)) {
      const suffix = ts.isBigIntLiteral(at) ? 'n' : ''
      const value = BigInt(at.text.replace(/[n_]/g, ''))
      whole('literal shifted', at, `${value + 1n}${suffix}`, `${at.getText()} + 1`)
      whole(
        'literal shifted',
        at,
        value > 0n ? `${value - 1n}${suffix}` : `(-1${suffix})`,
        `${at.getText()} - 1`,
      )
    }
    if (ts.isConditionalExpression(at) || ts.isIfStatement(at)) {
      const condition = ts.isIfStatement(at) ? at.expression : at.condition
      for (const value of ['true', 'false'])
        whole('condition decided', condition, value, `${shortText(condition)} made ${value}`)
    }
    // A fact that is missing ends every evaluation: nothing could be learned of it.
    if (
      file.endsWith('updates.ts') &&
      ts.isObjectLiteralExpression(at) &&
      at.properties.some(ts.isSpreadAssignment)
    )
      at.properties.forEach((property, index) => {
        if (!ts.isSpreadAssignment(property))
          without('update dropped', at.properties, index, `${shortText(property)} dropped`)
      })
    if (ts.isArrayLiteralExpression(at) && at.elements.length > 0) {
      if (at.elements.every(ts.isSpreadElement) && at.elements.length === 1)
        whole('effect dropped', at, '[]', `${shortText(at)} emptied`)
      else
        for (const [index, element] of at.elements.entries())
          without('effect dropped', at.elements, index, `${shortText(element)} dropped`)
    }
    if (ts.isTemplateExpression(at))
      at.templateSpans.forEach((span) => {
        const end = span.literal.getStart() + 1
        note(
          'part dropped',
          span.expression.getStart() - 2,
          end,
          '',
          `${shortText(span.expression)} left out of the text`,
        )
      })
    if (ts.isCallExpression(at) && ts.isPropertyAccessExpression(at.expression)) {
      const { name: method, expression: receiver } = at.expression
      const other: Record<string, string> = { some: 'every', every: 'some', min: 'max', max: 'min' }
      if (other[method.text])
        whole('connective swapped', method, other[method.text]!, `${shortText(at)} by ${other[method.text]}`)
      if (method.text === 'filter')
        whole('filter dropped', at, receiver.getText(), `${shortText(at)} lets all through`)
      if (method.text === 'sort')
        whole('order exchanged', at, receiver.getText(), `${shortText(at)} unsorted`)
      if (['includes', 'has'].includes(method.text) && !isNegated(at))
        whole('equality negated', at, `!${at.getText()}`, `${shortText(at)} negated`)
      if (method.text === 'slice')
        for (const argument of at.arguments)
          if (!ts.isNumericLiteral(argument))
            whole('boundary moved', argument, `${argument.getText()} + 1`, `${shortText(at)} one later`)
    }
    ts.forEachChild(at, visit)
  }
  if (isMachine) visitMachine(node)
  else visit(node)
  return found.sort((a, b) => a.start - b.start)
}

const clausesIn = (comment: string): string[] => comment.match(/\b[A-Z]+-\d+\b/g) ?? []

const isNegated = (at: ts.Node): boolean =>
  ts.isPrefixUnaryExpression(at.parent) && at.parent.operator === ts.SyntaxKind.ExclamationToken

const isNarrowing = (at: ts.Node): boolean =>
  ts.isBinaryExpression(at) && at.operatorToken.getText() === '===' && at.left.getText() === 'event.type'

const isNumeric = (at: ts.Expression): boolean =>
  ts.isNumericLiteral(at) ||
  /(?:[sS]lots?|[eE]pochs?|[cC]ount|[lL]ength|index|place|forced)$/.test(at.getText())

const shortText = (at: ts.Node): string => {
  const text = at.getText().replace(/\s+/g, ' ')
  return text.length > 48 ? `${text.slice(0, 45)}…` : text
}

/** The event, state or constant that this is of. */
function ownerOf(at: ts.Node): string {
  const names: string[] = []
  for (let node = at.parent; node; node = node.parent) {
    if (ts.isVariableDeclaration(node)) names.push(node.name.getText())
    if (ts.isPropertyAssignment(node) && !['guard', 'on', 'states', 'actions'].includes(node.name.getText()))
      names.push(node.name.getText())
  }
  return names.reverse().join('.')
}

/** Clauses that a transition says it carries out. */
function clausesOfMeta(transition: ts.ObjectLiteralExpression): string[] {
  const meta = transition.properties.find((it) => ts.isPropertyAssignment(it) && it.name.getText() === 'meta')
  return meta ? clausesIn(/clauses:\s*\[[^\]]*\]/.exec(meta.getText())?.[0] ?? '') : []
}

function metaOf(at: ts.Node): string[] {
  for (let node = at.parent; node; node = node.parent)
    if (ts.isObjectLiteralExpression(node)) {
      const clauses = clausesOfMeta(node)
      if (clauses.length > 0) return clauses
    }
  return []
}
