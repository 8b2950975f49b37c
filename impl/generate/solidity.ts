import type { Expression, Operator, Parameter, Rule, TypeName } from './subset.ts'

/** Solidity text for what the rules are made of. Lines end at 110 characters, as in the rest of the repository. */
export const WIDTH = 110

const types: Record<TypeName, string> = {
  Slot: 'uint256',
  Epoch: 'uint256',
  SlotOffset: 'uint256',
  Count: 'uint256',
  Index: 'uint256',
  Timestamp: 'uint256',
  BasisPoints: 'uint256',
  Wei: 'uint256',
  Address: 'address',
  BlockHash: 'bytes32',
  CommitteeCommitment: 'bytes32',
  BlobsCommitment: 'bytes32',
  QueueCommitment: 'bytes32',
  PostingCommitment: 'bytes32',
  boolean: 'bool',
}

/** Stronger binds tighter; Solidity and TypeScript agree on this order. */
const strength: Record<Operator, number> = {
  '*': 5,
  '/': 5,
  '%': 5,
  '+': 4,
  '-': 4,
  '<': 3,
  '<=': 3,
  '>': 3,
  '>=': 3,
  '==': 3,
  '!=': 3,
  '&&': 1,
  '||': 0,
}

/** A parameter list entry, without its name where the body does not use it: the compiler warns otherwise. */
export function parameterText({ name, type }: Parameter, used: boolean = true): string {
  return used ? `${types[type]} ${name}` : types[type]
}

/**
 * A rule as an internal function.
 * @param rules all rules, for the order of the arguments of calls
 */
export function ruleFunction(rule: Rule, rules: ReadonlyMap<string, Rule>): string[] {
  const used = parametersIn(rule.body)
  const parameters = rule.parameters.map((it) => parameterText(it, used.has(it.name)))
  const head = wrapped(
    `function ${rule.name}(`,
    parameters,
    `) internal pure returns (${types[rule.result]}) {`,
  )
  const [first, ...rest] = expressionLines(rule.body, rules, WIDTH - 'return ;'.length - 8)
  const body = [`return ${first}`, ...indented(rest)]
  body.push(`${body.pop()};`)
  return [...rule.doc.flatMap(docLines), ...head, ...indented(body), '}']
}

/** A line of a doc comment, in as many lines as it needs one level deep. */
function docLines(text: string): string[] {
  const lines = ['///']
  // What TypeScript returns, Solidity does.
  for (const word of text.replace(/^@returns /, '@return ').split(' ')) {
    if (`${lines.at(-1)} ${word}`.length + 4 > WIDTH) lines.push('///')
    lines.push(`${lines.pop()} ${word}`)
  }
  return lines
}

/** One expression, broken at its weakest operator when it is too long for a line. */
function expressionLines(it: Expression, rules: ReadonlyMap<string, Rule>, width: number): string[] {
  const whole = expressionText(it, rules)
  if (whole.length <= width) return [whole]
  if (it.kind === 'choice') return choiceLines(it, rules, width)
  if (it.kind !== 'binary') return [whole]
  const terms = termsOf(it, it.operator)
  return terms.flatMap((term, index) => {
    const lead = index === 0 ? '' : `${it.operator} `
    const text = lead + expressionText(term, rules, it.operator)
    if (text.length <= width || term.kind !== 'binary') return [text]
    return [`${lead}(`, ...indented(expressionLines(term, rules, width - 4)), ')']
  })
}

/** A long choice, its outcomes on lines of their own. */
function choiceLines(
  { condition, whenTrue, whenFalse }: Extract<Expression, { kind: 'choice' }>,
  rules: ReadonlyMap<string, Rule>,
  width: number,
): string[] {
  const outcome = (lead: string, part: Expression): string[] => {
    const [first, ...rest] = expressionLines(part, rules, width - 6)
    const isNested = part.kind === 'choice'
    const lines = [`${lead} ${isNested ? '(' : ''}${first}`, ...indented(rest)]
    return isNested ? [...lines.slice(0, -1), `${lines.at(-1)})`] : lines
  }
  return [...expressionLines(condition, rules, width), ...outcome('?', whenTrue), ...outcome(':', whenFalse)]
}

function termsOf(expression: Expression, operator: Operator): Expression[] {
  if (expression.kind !== 'binary' || expression.operator !== operator) return [expression]
  return [...termsOf(expression.left, operator), expression.right]
}

/** @param around the operator whose operand this is; whatever a reader would have to look up gets parentheses */
function expressionText(it: Expression, rules: ReadonlyMap<string, Rule>, around?: Operator): string {
  switch (it.kind) {
    case 'integer':
      return it.value < 10_000n ? `${it.value}` : it.value.toString().replace(/\B(?=(\d{3})+$)/g, '_')
    case 'boolean':
      return String(it.value)
    case 'parameter':
      return it.name
    case 'nobody':
      return 'address(0)'
    case 'not':
      return isAtom(it.operand)
        ? `!${expressionText(it.operand, rules)}`
        : `!(${expressionText(it.operand, rules)})`
    case 'binary': {
      const { operator, left, right } = it
      const terms = termsOf(it, operator)
      const text = isAssociative(operator)
        ? terms.map((term) => expressionText(term, rules, operator)).join(` ${operator} `)
        : `${expressionText(left, rules, operator)} ${operator} ${expressionText(right, rules, operator)}`
      const looser =
        around && (strength[operator] <= strength[around] || !isCommonKnowledge(operator, around))
      return looser ? `(${text})` : text
    }
    case 'choice': {
      const parts = [it.condition, it.whenTrue, it.whenFalse].map((part) =>
        isAtom(part) || part.kind !== 'choice'
          ? expressionText(part, rules)
          : `(${expressionText(part, rules)})`,
      )
      const text = `${parts[0]} ? ${parts[1]} : ${parts[2]}`
      return around ? `(${text})` : text
    }
    case 'call': {
      const called = rules.get(it.rule)
      if (!called) throw new RangeError(`no rule is called ${it.rule}`)
      const values = called.parameters.map(({ name }) => {
        const given = it.given.find((argument) => argument.name === name)
        if (!given) throw new RangeError(`a call of ${it.rule} does not give ${name}`)
        return expressionText(given.value, rules)
      })
      return `${it.rule}(${values.join(', ')})`
    }
  }
}

function isAtom({ kind }: Expression): boolean {
  return kind !== 'binary' && kind !== 'choice'
}

/** Chains of these are written without parentheses. */
function isAssociative(operator: Operator): boolean {
  return operator === '&&' || operator === '||' || operator === '+' || operator === '*'
}

/** Everybody knows that sums and comparisons bind tighter than what joins them, and products tighter than sums. */
function isCommonKnowledge(inner: Operator, outer: Operator): boolean {
  return strength[inner] - strength[outer] > 1 || outer === '+' || outer === '-' || isComparison(outer)
}

function isComparison(operator: Operator): boolean {
  return strength[operator] === strength['<']
}

function parametersIn(it: Expression): ReadonlySet<string> {
  switch (it.kind) {
    case 'integer':
    case 'boolean':
    case 'nobody':
      return new Set()
    case 'parameter':
      return new Set([it.name])
    case 'not':
      return parametersIn(it.operand)
    case 'binary':
      return new Set([...parametersIn(it.left), ...parametersIn(it.right)])
    case 'choice':
      return new Set([it.condition, it.whenTrue, it.whenFalse].flatMap((part) => [...parametersIn(part)]))
    case 'call':
      return new Set(it.given.flatMap(({ value }) => [...parametersIn(value)]))
  }
}

/** `opening items closing` on one line if it fits below an indentation of one level, else one item per line. */
export function wrapped(opening: string, items: readonly string[], closing: string, indent = 4): string[] {
  const single = `${opening}${items.join(', ')}${closing}`
  if (single.length + indent <= WIDTH) return [single]
  return [
    opening,
    ...items.map((item, index) => `    ${item}${index < items.length - 1 ? ',' : ''}`),
    closing,
  ]
}

/** Lines one level deeper. */
export function indented(lines: readonly string[]): string[] {
  return lines.map((line) => (line === '' ? '' : `    ${line}`))
}
