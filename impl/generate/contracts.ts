import { dirname } from 'node:path'
import type { Actor, ActorTypes } from '../../model/core/actor.ts'
import type { Reading, Stage } from '../../model/core/reading.ts'
import { indented, parameterText, ruleFunction, WIDTH, wrapped } from './solidity.ts'
import type { Parameter, Rule, TypeName } from './subset.ts'

/**
 * The Solidity that is generated, by file name.
 *
 * One function per event and stage, in the order of the statechart, with its facts as plain arguments in the order of
 * first use: they stay on the stack, nothing is copied to memory, and a stage is small enough (MOST_FACTS) that the
 * compiler reaches them all. Callers name the arguments (`Checks.proposeHeader({ slot: …, … })`), so that two of the
 * same type cannot change places unseen. A boolean fact decides a check and is no argument of its error.
 */
export type Sources = ReadonlyMap<string, string>

/** Arguments that the compiler's stack holds beside the call to a rule. */
const MOST_FACTS = 10

/** Of what others compile with their own compiler: interfaces, and what these are written in. */
const FLOATING = '^0.8.8'

const heading = (source: string, imports: readonly string[] = [], compiler = '0.8.37') => [
  '// SPDX-License-Identifier: Apache-2.0',
  `// Generated from ${source} by \`npm run generate\`. Do not edit.`,
  `pragma solidity ${compiler};`,
  '',
  ...(imports.length > 0 ? [...imports, ''] : []),
]

/** A parameter that a deployment chooses, or, where `value` is there, one that the contracts fix. */
export type ProtocolParameter = { name: string; clause: string; value?: number }

/** The machine or the rules cannot be generated from. */
export class CannotGenerate extends Error {
  override name = 'CannotGenerate'
}

/**
 * @param actor whose contracts they are
 * @param reading of its statechart
 * @param rules in the order in which they are emitted
 * @param protocol parameters, each with the clause that names it
 */
export function contractSources<T extends ActorTypes>(
  actor: Actor<T>,
  reading: Reading<T>,
  rules: readonly Rule[],
  protocol: readonly ProtocolParameter[],
): Sources {
  const byName = new Map(rules.map((rule) => [rule.name, rule]))
  return new Map([
    ['Parameters.sol', parametersFile(protocol)],
    ['Refusals.sol', refusalsFile(actor, byName)],
    ['Rules.sol', rulesFile(rules, byName)],
    ['Checks.sol', checksFile(actor, reading, byName)],
  ])
}

function parametersFile(protocol: readonly ProtocolParameter[]): string {
  const fixed = protocol.filter(({ value }) => value !== undefined)
  return text([
    ...heading('spec/parameters.ts', [], FLOATING),
    ...fixed.map(
      ({ name, clause, value }) => `uint256 constant ${constantName(name)} = ${value}; // ${clause}`,
    ),
    '',
    '/// Protocol parameters of a deployment. Slots and epochs are counts, amounts are wei.',
    '/// `shuffleRounds` has a byte for each of its entries, the lowest one for the first.',
    'struct Parameters {',
    ...protocol
      .filter(({ value }) => value === undefined)
      .map(({ name, clause }) => `    uint256 ${name}; // ${clause}`),
    '}',
  ])
}

function constantName(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter}`).toUpperCase()
}

function refusalsFile<T extends ActorTypes>(actor: Actor<T>, rules: ReadonlyMap<string, Rule>): string {
  const refusals = Object.entries<{ refusal: string; clause: string }>(actor.refusals)
  const errors = refusals.flatMap(([check, { refusal, clause }]) => {
    const given = errorArguments(ruleNamed(rules, check))
    return [
      '',
      `// ${clause}`,
      // What Solidity's type does not say: readers and decoders take it from here.
      ...given.map(({ name, type }) => `/// @param ${name} ${type}`),
      ...wrapped(
        `error ${refusal}(`,
        given.map(({ name, type }) => (isUnit(type) ? `${type} ${name}` : parameterText({ name, type }))),
        ');',
        0,
      ),
    ]
  })
  return text([
    ...heading(`model/${actor.name}/refusals.ts and model/${actor.name}/rules`, importOfUnits(errors)).slice(
      0,
      -1,
    ),
    ...errors,
  ])
}

/** Of the units that lines of Solidity name: an actor without slots has none. */
function importOfUnits(lines: readonly string[]): string[] {
  const code = lines.filter((line) => !line.trimStart().startsWith('//')).join('\n')
  const named = ['Epoch', 'Slot'].filter((unit) => new RegExp(`\\b${unit}\\b`).test(code))
  return named.length === 0 ? [] : [`import {${named.join(', ')}} from "../Units.sol";`]
}

function rulesFile(rules: readonly Rule[], byName: ReadonlyMap<string, Rule>): string {
  const functions = rules.flatMap((rule, index) => [
    ...(index === 0 ? [] : ['']),
    ...(rule.file === rules[index - 1]?.file ? [] : [`// ${rule.file}`, '']),
    ...ruleFunction(rule, byName),
  ])
  return text([
    ...heading(foldersOf(rules).join(', ')),
    '/// The decisions of the protocol. An address of 0 is nobody.',
    'library Rules {',
    ...indented(functions),
    '}',
  ])
}

/** Folders that rules stand in, each once. */
const foldersOf = (rules: readonly Rule[]): string[] => [...new Set(rules.map(({ file }) => dirname(file)))]

function checksFile<T extends ActorTypes>(
  actor: Actor<T>,
  reading: Reading<T>,
  rules: ReadonlyMap<string, Rule>,
): string {
  const stages = reading.eventTypes.flatMap((event) =>
    reading.stages[event as T['event']['type']].map((stage) => ({ name: `${event}${stage.name}`, stage })),
  )
  const functions = stages.flatMap(({ name, stage }, index) => [
    ...(index === 0 ? [] : ['']),
    ...stageFunction(actor, name, stage, rules),
  ])
  return text([
    ...heading(`model/${actor.name}/${actor.name}.machine.ts`, [
      ...importOfUnits(functions),
      'import "./Refusals.sol";',
      'import {Rules} from "./Rules.sol";',
    ]),
    '/// The checks of each event, in their order; the first that fails is the refusal.',
    'library Checks {',
    ...indented(functions),
    '}',
  ])
}

function stageFunction<T extends ActorTypes>(
  actor: Actor<T>,
  name: string,
  stage: Stage<T>,
  rules: ReadonlyMap<string, Rule>,
): string[] {
  const facts = new Map<string, Parameter>()
  for (const check of stage.checks)
    for (const parameter of ruleNamed(rules, check).parameters) {
      const known = facts.get(parameter.name)
      if (known && known.type !== parameter.type)
        throw new CannotGenerate(`${name}: ${parameter.name} is a ${known.type} and a ${parameter.type}`)
      facts.set(parameter.name, parameter)
    }
  if (facts.size > MOST_FACTS)
    throw new CannotGenerate(
      `${name} has ${facts.size} facts, at most ${MOST_FACTS} fit: nest another and([…])`,
    )
  return [
    ...wrapped(
      `function ${name}(`,
      [...facts.values()].map((it) => parameterText(it)),
      ') internal pure {',
    ),
    ...indented(stage.checks.flatMap((check) => checkLines(actor, check, ruleNamed(rules, check)))),
    '}',
  ]
}

function checkLines<T extends ActorTypes>(actor: Actor<T>, check: T['check'], rule: Rule): string[] {
  const { refusal, clause } = actor.refusals[check]
  const given = rule.parameters.map(({ name }) => name)
  const thrown = errorArguments(rule).map(({ name, type }) => (isUnit(type) ? `${type}.wrap(${name})` : name))
  const revert = `revert ${refusal}(${thrown.join(', ')});`
  const single = `if (!Rules.${check}(${given.join(', ')})) ${revert} // ${clause}`
  if (single.length + 8 <= WIDTH) return [single]
  return [
    `// ${clause}`,
    ...wrapped(`if (!Rules.${check}(`, given, ')) {', 8),
    ...indented(wrapped(`revert ${refusal}(`, thrown, ');', 12)),
    '}',
  ]
}

/** Types that callers see as such. Checks calculate with plain words. */
const isUnit = (type: TypeName): boolean => type === 'Slot' || type === 'Epoch'

/** What an error tells: neither what only decides, nor what can have but one value where it is thrown. */
function errorArguments(rule: Rule): Parameter[] {
  return rule.parameters.filter(({ name, type }) => type !== 'boolean' && name !== knownWhereRefused(rule))
}

/** The parameter that is 0, or nobody, wherever the rule refuses: it is all that the rule asks. */
function knownWhereRefused({ body }: Rule): string | undefined {
  if (body.kind !== 'binary' || body.left.kind !== 'parameter') return undefined
  const { operator, left, right } = body
  const isZero = right.kind === 'nobody' || (right.kind === 'integer' && right.value === 0n)
  return isZero && (operator === '>' || operator === '!=') ? left.name : undefined
}

function ruleNamed(rules: ReadonlyMap<string, Rule>, name: string): Rule {
  const rule = rules.get(name)
  if (!rule) throw new CannotGenerate(`no rule is called ${name}`)
  return rule
}

function text(lines: readonly string[]): string {
  return `${lines.join('\n')}\n`
}
