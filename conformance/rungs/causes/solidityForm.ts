import { readdirSync, readFileSync } from 'node:fs'
import { solidityUnits } from '../../clauses/solidityCitations.ts'
import type { Form, Spot } from './locate.ts'
import { reachedFrom } from './reached.ts'

const folder = 'impl/contracts/src'
const checks = `${folder}/generated/Checks.sol`

/** What the contracts call the variables of the statechart, and those that are written with them. */
const storedAs: Readonly<Record<string, string>> = {
  proven: 'provenHash|provenNextSlot',
  pending: '(?:pending|epochEnd)(?:Hash|NextSlot)',
  claim: 'liveClaim',
  slashed: 'slashed',
  credits: 'credits|totalCreditsNext',
  validators: 'validatorSet',
  samples: 'samples',
  queue: 'queue|queueLength',
  taken: 'provenTaken',
  posted: 'postings|pendingSlots',
  fallback: 'countedFromNext|session|enteredNext|advancedNext',
}
/** Of which what goes is not written: another variable goes. */
const goesWith: Readonly<Record<string, string>> = { posted: 'pending' }
/** Variables that the statechart has under another name. */
const variableOf: Readonly<Record<string, string>> = {
  tips: 'pending',
  liveClaim: 'claim',
  totalCreditsNext: 'credits',
  validatorSet: 'validators',
  balanceOf: 'tokens',
  session: 'fallback',
  postings: 'posted',
  pendingSlots: 'posted',
}
/** And those that stand in one word with others. */
const variableOfTip: Readonly<Record<string, string>> = {
  countedFromNext: 'fallback',
  provenTaken: 'taken',
  queueLength: 'queue',
}
/** Whether a path is one through what is stored, which begins with the contract, and not through the state. */
const isStored = ([contract]: readonly string[]): boolean => /^(rollup|escrow|token)$/.test(contract ?? '')

/** The variable of the statechart for one that is stored; what is a path through the state stays as it is. */
export function statePath(path: readonly string[]): readonly string[] {
  if (!isStored(path)) return path
  const [, variable = '', member = ''] = path
  const tip = variable === 'tips' ? variableOfTip[member] : undefined
  return [tip ?? variableOf[variable] ?? variable, ...path.slice(2)]
}

/** The bond token is another contract: its balances move where it is told to move them. */
const movesTokens = /TOKEN\.(?:pull|push)\(/
/** Views that have another name than what they answer. */
const viewNames: Readonly<Record<string, string>> = {
  slot: 'currentSlot',
  epoch: 'currentEpoch',
  proven: 'provenTip',
  tip: 'pendingTip',
  committee: 'sampleInForce',
  proposer: 'proposerOf',
  rewardPoolWei: 'rewardPool',
  accounts: 'accountOf',
  covered: 'coveredNextSlot',
  fallback: 'fallbackState',
  posted: 'postingOf',
  challengeable: 'isChallengeable',
}

/** A function of the contracts. */
interface Unit extends Pick<Spot, 'file' | 'from' | 'to'> {
  readonly name: string
  /** Line of its name, 1-based. */
  readonly head: number
  readonly lines: readonly string[]
}

/** The contracts: the shell that people wrote, and generated code where it says more. */
export class SolidityForm implements Form {
  readonly #units: readonly Unit[]

  constructor(root: string) {
    const files = readdirSync(`${root}/${folder}`, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.sol') && !/^mock\b/.test(name))
      .map((name) => `${folder}/${name.replaceAll('\\', '/')}`)
    this.#units = files.sort().flatMap((file) => unitsIn(file, readFileSync(`${root}/${file}`, 'utf8')))
  }

  /** Where the event hands the facts to the generated check, or the fact; the check itself where no event does. */
  check(event: string, refusal: string, argument?: string): Spot | undefined {
    const reverts = new RegExp(`\\brevert ${refusal}\\(`)
    const generated = this.#units.filter((unit) => unit.file === checks && indexOf(unit, reverts) >= 0)
    for (const unit of this.#reached(event))
      for (const { name } of generated) {
        const call = indexOf(unit, new RegExp(`\\bChecks\\.${name}\\(`))
        if (call < 0) continue
        const end = unit.lines.findIndex((text, at) => at >= call && /\)\s*;/.test(text))
        const handed = new RegExp(`\\b${argument}:`)
        const at =
          argument === undefined
            ? -1
            : unit.lines.findIndex((text, at) => at >= call && at <= end && handed.test(text))
        return spotIn(unit, at < 0 ? call : at)
      }
    const [first] = [...generated, ...this.#reached(event)].filter((unit) => indexOf(unit, reverts) >= 0)
    return first ? spotIn(first, indexOf(first, reverts)) : this.#head(event)
  }

  written(event: string, path: readonly string[]): Spot | undefined {
    const [variable = '', leaf = variable] = [path[0], path.findLast((name) => !/^\d+$/.test(name))]
    if (statePath(path)[0] === 'tokens') return this.#first(event, [movesTokens]) ?? this.#head(event)
    const others = variable in goesWith ? [storedAs[goesWith[variable]!]!] : []
    const names = isStored(path) ? [leaf, path[1]!] : [storedAs[variable] ?? leaf, leaf, ...others]
    const patterns = names.filter((name) => /^[\w|?:()]+$/.test(name)).map(writing)
    return this.#first(event, patterns) ?? this.#head(event)
  }

  announced(event: string, effect: string): Spot | undefined {
    const emits = new RegExp(`\\bemit (?:\\w+\\.)?${effect}\\(`)
    const anywhere = this.#units.find((unit) => indexOf(unit, emits) >= 0)
    return (
      this.#first(event, effect === 'Transfer' ? [movesTokens] : [emits]) ??
      (anywhere && spotIn(anywhere, indexOf(anywhere, emits))) ??
      this.#head(event)
    )
  }

  viewed(view: string): Spot | undefined {
    return this.#head(viewNames[view] ?? view)
  }

  /** The first line of the event, or of what it calls, that is like one of these, the first of them before the others. */
  #first(event: string, patterns: readonly RegExp[]): Spot | undefined {
    for (const pattern of patterns)
      for (const unit of this.#reached(event)) {
        const at = indexOf(unit, pattern)
        if (at >= 0) return spotIn(unit, at)
      }
    return undefined
  }

  #head(name: string): Spot | undefined {
    const [unit] = this.#named(name)
    return unit && spotIn(unit, unit.head - unit.from)
  }

  #reached(event: string): Unit[] {
    const entries = this.#named(event)
    return [...entries, ...reachedFrom(entries, (unit) => this.#calledBy(unit))]
  }

  #calledBy({ lines }: Unit): Unit[] {
    const code = lines.filter((text) => !isComment(text)).join('\n')
    const names = code.match(/\b\w+(?=\s*\(|\(\{)/g) ?? []
    return [...new Set(names)].flatMap((name) => this.#named(name))
  }

  /** Functions of the shell. */
  #named(name: string): Unit[] {
    return this.#units.filter((unit) => unit.name === name && !unit.file.includes('/generated/'))
  }
}

/** Assigns, deletes or changes one of these. */
const writing = (names: string): RegExp =>
  new RegExp(
    [
      `delete\\s+[\\w.]*\\b(?:${names})\\b`,
      `^\\s*(?:if \\(.*?\\) )?[^=(]*\\b(?:${names})\\b(?:\\[[^\\]]*\\])?[\\w.]*(?:\\[[^\\]]*\\])?\\s*[-+|]?=(?!=)`,
      `^\\s*\\([^=]*\\w\\.(?:${names})\\b[^=]*\\)\\s*=(?!=)`,
      `\\b(?:${names})\\.(?:add|remove)\\(`,
    ].join('|'),
  )

/** Functions with a body: those of interfaces do nothing. */
function unitsIn(file: string, text: string): Unit[] {
  const all = text.split('\n')
  return solidityUnits(text)
    .filter(({ kind }) => kind === 'function' || kind === 'constructor')
    .flatMap(({ name, from, to }) => {
      const lines = all.slice(from - 1, to)
      const head = lines.findIndex((line) =>
        new RegExp(`^\\s*(function\\s+${name}|constructor)\\b`).test(line),
      )
      return lines.some((line) => !isComment(line) && line.includes('{')) && head >= 0
        ? [{ file, name, from, to, head: from + head, lines }]
        : []
    })
}

const isComment = (text: string): boolean => /^\s*\/\//.test(text)
const indexOf = ({ lines }: Unit, pattern: RegExp): number =>
  lines.findIndex((text) => !isComment(text) && pattern.test(text))
const spotIn = ({ file, from, to }: Unit, at: number): Spot => ({ file, line: from + at, from, to })
