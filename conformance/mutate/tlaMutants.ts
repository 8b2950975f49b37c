import { type Mutant, type MutationKind, movedComparison, numbered } from './mutant.ts'

/** Operators that say what values look like, not what happens. Their mistakes are the type checker's. */
const isTypePredicate = (operator: string): boolean => /^Is[A-Z]|OK$/.test(operator) || operator === 'Wei'
/** Values, not rules. */
const values: ReadonlySet<string> = new Set([
  'Genesis',
  'NoClaim',
  'Init',
  'Holders',
  'Addresses',
  'Anybody',
  'Callers',
])

/**
 * A property, which Bug models break, that stands among the rules because pairs are drawn of such states only: a mistake
 * that makes it weaker changes no answer.
 */
const properties: ReadonlySet<string> = new Set(['Coherent'])

/** Who acts or is named, and somebody else in the same event. */
const otherRole: Readonly<Record<string, string>> = {
  'e.caller': '"admin"',
  'e.quote.proverAddress': 'e.caller',
  'e.quote.signer': 'e.caller',
  'e.validator': 'e.caller',
  'claim.proverAddress': 'claim.claimant',
  'claim.claimant': 'claim.proverAddress',
  '"admin"': '"v1"',
  '"escrow"': '"rollup"',
  '"rollup"': '"escrow"',
  '"sink"': '"rollup"',
}
const roles =
  /(?:\be\.(?:caller|validator|quote\.(?:proverAddress|signer))|\bclaim\.(?:proverAddress|claimant))\b|"(?:admin|escrow|rollup|sink)"/g
/** What a deployment chooses, where it is a number. */
const parameters =
  /\b(?:SlotsPerEpoch|ClaimWindowSlots|TargetCommitteeSize|SeedLookaheadEpochs|WithdrawalDelaySlots|MinimumBondWei|EscrowCapWei|EpochRewardWei|Fallback(?:Enter|Exit|ExitActivity)Slots|FallbackRewardWei|ForcedDelayEpochs|ForcedMinimum|ForcedMaximumBytes)\b/g
/** What is added to, or taken from, what there was. */
const accumulations = /@ [+-] |\bAppend\(@,/g

/** Profiles in which operators of no single event have both of their sides. */
const shownBy: Readonly<Record<string, readonly string[]>> = {
  Frozen: ['committee'],
  Committee: ['committee', 'chain'],
  Proposer: ['chain', 'committeeoffset'],
  Quorum: ['chainthree', 'chain'],
  Stake: ['escrow'],
  SlashedClaim: ['slashes', 'escrow'],
  FullReward: ['rewardsbyblock', 'rewards'],
  RewardedCredits: ['rewards', 'rewardsblockproposers'],
  Without: ['committee'],
}

/** An operator of a module: offsets of its text, 0-based. */
export interface Definition {
  readonly operator: string
  readonly start: number
  readonly end: number
}

/**
 * Mistakes in a TLA+ module: every `Require` that counts for nothing, every order comparison moved by one and made an
 * equality, every equality of numbers shifted by one, every literal one more and one less, every accumulation made an
 * assignment, every role exchanged for another, every parameter made 1.
 *
 * Left out are assumptions about constants, type predicates, properties, initial and empty values.
 */
export function tlaMutants(file: string, text: string): Mutant[] {
  const code = withoutComments(text)
  const assumed = new Set([...code.matchAll(/^ASSUME (\w+)/gm)].map((match) => match[1]))
  const mutants = definitionsOf(code).flatMap((definition) => {
    const { operator } = definition
    const isLeftOut = [values, properties, assumed].some((operators) => operators.has(operator))
    if (isLeftOut || isTypePredicate(operator)) return []
    return [...requires(code, definition), ...moves(code, definition), ...exchanges(code, definition)].map(
      ({ kind, start, original, replacement, what, refusal }): Mutant => ({
        name: `tla/${operator}/${what}`,
        side: 'tla',
        kind,
        file,
        start,
        original,
        replacement,
        clause: clauseAt(text, start, definition),
        event: eventOf(operator),
        refusal: refusal ?? refusalAt(code, start),
        profiles: shownBy[operator],
      }),
    )
  })
  return numbered(mutants.sort((a, b) => a.start - b.start))
}

interface Found {
  readonly kind: MutationKind
  readonly start: number
  readonly original: string
  readonly replacement: string
  readonly what: string
  readonly refusal?: string
}

function requires(code: string, { operator, start, end }: Definition): Found[] {
  if (operator === 'Require') return []
  const found: Found[] = []
  for (const match of within(code, start, end, /\bRequire\(/g)) {
    const original = code.slice(match.index, closing(code, match.index + 'Require('.length))
    const refusal = /"(\w+)"\s*\)$/.exec(original)?.[1]
    if (!refusal) throw new Error(`${operator}: expected a Require with a name, found ${original}`)
    found.push({
      kind: 'check removed',
      start: match.index,
      original,
      replacement: '{}',
      what: `${refusal} removed`,
      refusal,
    })
  }
  return found
}

/** Where an operand of an equality shows that it is a number. */
const numericLeft = /(?:\bslot|[sS]lot|[eE]poch|\bwithdrawing|Epoch\([^()]*(?:\([^()]*\))?[^()]*\))\s*$/
const numericRight = /^\s*(?:slot\b|e\.slot\b|\d|Epoch\(|\w*Epoch\b)/

function moves(code: string, { start, end }: Definition): Found[] {
  const found: Found[] = []
  const body = code.indexOf('==', start) + 2
  for (const match of within(
    code,
    body,
    end,
    /\\leq|\\geq|<=>|=>|<<|>>|\|->|->|==|\/=|<=|>=|<|>|=|#|\d+|\w+/g,
  )) {
    const [token] = match
    const at = match.index
    const moved = movedComparison[token]
    if (moved) {
      found.push({
        kind: 'comparison moved',
        start: at,
        original: token,
        replacement: moved,
        what: `${token} moved`,
      })
      found.push({
        kind: 'order made equality',
        start: at,
        original: token,
        replacement: '=',
        what: `${token} made =`,
      })
    } else if (token === '=' || token === '#') {
      const left = code.slice(body, at)
      const primed = /'\s*$/.test(left)
      const numeric = numericLeft.test(left) || numericRight.test(code.slice(at + 1, end))
      if (!primed && numeric)
        found.push({
          kind: 'equality shifted',
          start: at,
          original: token,
          replacement: `${token} 1 +`,
          what: `${token} shifted`,
        })
    } else if (/^\d+$/.test(token)) {
      for (const [replacement, sign] of [
        [Number(token) + 1, '+'],
        [Number(token) - 1, '-'],
      ] as const)
        found.push({
          kind: 'literal shifted',
          start: at,
          original: token,
          replacement: replacement < 0 ? `(${replacement})` : String(replacement),
          what: `${token} ${sign} 1`,
        })
    }
  }
  return found
}

function exchanges(code: string, { start, end }: Definition): Found[] {
  const body = code.indexOf('==', start) + 2
  const each = (
    kind: MutationKind,
    pattern: RegExp,
    change: (text: string) => { replacement: string; what: string },
  ): Found[] =>
    [...within(code, body, end, new RegExp(pattern, 'g'))].map(({ 0: original, index }) => ({
      kind,
      start: index,
      original,
      ...change(original),
    }))
  return [
    ...each('accumulation made assignment', accumulations, (text) => ({
      replacement: text.startsWith('@') ? '' : 'Append(<<>>,',
      what: `${text.trim()} assigned`,
    })),
    ...each('role exchanged', roles, (text) => ({
      replacement: otherRole[text]!,
      what: `${text} exchanged`,
    })),
    ...each('parameter made constant', parameters, (text) => ({ replacement: '1', what: `${text} made 1` })),
  ]
}

function* within(code: string, start: number, end: number, pattern: RegExp): Generator<RegExpExecArray> {
  pattern.lastIndex = start
  for (let match = pattern.exec(code); match && match.index < end; match = pattern.exec(code)) yield match
}

/** Behind the parenthesis that closes the one before `from`. */
function closing(code: string, from: number): number {
  let depth = 1
  for (let at = from; at < code.length; at++) {
    if (code[at] === '(') depth++
    else if (code[at] === ')' && --depth === 0) return at + 1
  }
  throw new Error('a parenthesis is never closed')
}

/** Operators from their name to the next thing that starts a line. */
export function definitionsOf(code: string): Definition[] {
  const starts = [...code.matchAll(/^\S.*$/gm)]
  return starts.flatMap((match, index) => {
    const operator = /^(\w+)(?:\([^)]*\))?\s*==/.exec(match[0])?.[1]
    if (!operator) return []
    return [{ operator, start: match.index, end: starts[index + 1]?.index ?? code.length }]
  })
}

/** Comments and strings of comments become spaces: offsets stay. */
export function withoutComments(text: string): string {
  return text.replace(/\(\*[\s\S]*?\*\)|\\\*.*$/gm, (comment) => comment.replace(/[^\n]/g, ' '))
}

const clausePattern = /[A-Z]+-\d+/g

/** In the comment of the line, or else in the comments right above the operator. */
export function clauseAt(text: string, offset: number, { start }: Definition): string {
  const lineEnd = text.indexOf('\n', offset)
  const line = text.slice(text.lastIndexOf('\n', offset) + 1, lineEnd)
  const own = /\\\*(.*)$/.exec(line)?.[1]?.match(clausePattern)
  if (own) return own.join(' ')
  const above: string[] = []
  for (const earlier of text.slice(0, start).trimEnd().split('\n').reverse()) {
    if (!earlier.startsWith('\\*')) break
    above.push(earlier)
  }
  return [...new Set(above.join(' ').match(clausePattern) ?? [])].join(' ')
}

function refusalAt(code: string, offset: number): string | undefined {
  const line = code.slice(code.lastIndexOf('\n', offset) + 1, code.indexOf('\n', offset))
  return /Require\(.*"(\w+)"\s*\)/.exec(line)?.[1]
}

/** `DepositRefusals` and `Deposit` belong to `deposit`. */
function eventOf(operator: string): string | undefined {
  const name = operator.replace(/Refusals$/, '')
  return eventOperators.has(name) ? name.charAt(0).toLowerCase() + name.slice(1) : undefined
}

const eventOperators: ReadonlySet<string> = new Set([
  'Propose',
  'ClaimEpochProofRight',
  'SubmitEpochProof',
  'ProposeWithProof',
  'ForceInclusion',
  'Prune',
  'SetupEpoch',
  'AddValidator',
  'RemoveValidator',
  'Deposit',
  'StartWithdrawal',
  'ExecuteWithdrawal',
  'CollectSlashed',
  'CollectReward',
])
