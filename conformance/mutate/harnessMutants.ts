import ts from 'typescript'
import { type Mutant, numbered } from './mutant.ts'

/** What compares, and the tests that must notice when it no longer does. */
export const harness: Readonly<Record<string, readonly string[]>> = {
  'conformance/rungs/graph-parity/compare.ts': ['conformance/rungs/graph-parity/compare.test.ts'],
  'conformance/rungs/graph-parity/pointwise.ts': ['conformance/rungs/graph-parity/pointwise.test.ts'],
  'conformance/rungs/graph-parity/bijection.ts': ['conformance/rungs/graph-parity/lamp.test.ts'],
  'conformance/rungs/one-step/difference.ts': ['conformance/rungs/one-step/plants.test.ts'],
  'conformance/rungs/one-step/run.ts': [
    'conformance/rungs/one-step/run.test.ts',
    'conformance/rungs/one-step/plants.test.ts',
  ],
  'conformance/rungs/one-step/preparation.ts': [
    'conformance/rungs/one-step/run.test.ts',
    'conformance/rungs/one-step/plants.test.ts',
  ],
  'conformance/rungs/one-step/boundaries/answers.ts': [
    'conformance/rungs/one-step/boundaries/boundaries.test.ts',
  ],
  'conformance/rungs/one-step/pairs.ts': ['conformance/rungs/one-step/pairs.test.ts'],
  'conformance/rungs/check.ts': ['conformance/rungs/check.test.ts', 'conformance/rungs/graphs.test.ts'],
  'conformance/rungs/record.ts': ['conformance/rungs/record.test.ts'],
  'conformance/runs/play.ts': ['conformance/runs/plants.test.ts', 'conformance/drivers/drivers.test.ts'],
  'conformance/drivers/views.ts': ['conformance/runs/plants.test.ts'],
  'conformance/drivers/constants.ts': ['conformance/drivers/constants.test.ts'],
}

/** Mistakes in a file that compares: each `if` that never holds, each call for its effect alone left out. */
export function harnessMutants(file: string, text: string): Mutant[] {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.ES2023, true)
  const mutants: Mutant[] = []
  const note = (node: ts.Node, replacement: string, what: string) =>
    mutants.push({
      name: `harness/${file.replace(/^.*\/|\.ts$/g, '')}/${functionOf(node)}/${what}`,
      side: 'harness',
      kind: 'comparison switched off',
      file,
      clause: '',
      start: node.getStart(),
      original: node.getText(),
      replacement,
    })
  const visit = (node: ts.Node): void => {
    if (ts.isIfStatement(node) && !besides.test(bodyOf(node)))
      note(node.expression, 'false', `if (${shortened(node.expression)}) off`)
    if (ts.isExpressionStatement(node) && isEffect(node.expression))
      note(node, ';', `${shortened(node.expression)} left out`)
    ts.forEachChild(node, visit)
  }
  visit(source)
  return numbered(mutants)
}

/** What files, people and whoever waits are told: nothing is compared there. */
const besides = /^(rmSync|mkdirSync|writeFiles|pipeline|onBlock|progress|pace|tell|signal)\b|setImmediate/

/** A call, awaited or not. */
const isEffect = (node: ts.Expression): boolean => {
  const call = ts.isAwaitExpression(node) ? node.expression : node
  return ts.isCallExpression(call) && !besides.test(call.getText())
}

/** What an `if` does. */
const bodyOf = ({ thenStatement }: ts.IfStatement): string =>
  thenStatement.getText().replace(/^\{?\s*(await\s+)?/, '')

const shortened = (node: ts.Node): string => node.getText().replace(/\s+/g, ' ').slice(0, 60)

function functionOf(node: ts.Node): string {
  for (let at = node.parent; at; at = at.parent) {
    if (ts.isFunctionDeclaration(at) && at.name) return at.name.text
    if (
      ts.isVariableDeclaration(at) &&
      ts.isIdentifier(at.name) &&
      at.initializer &&
      ts.isArrowFunction(at.initializer)
    )
      return at.name.text
  }
  return 'module'
}
