/**
 * Rules one by one: the same arguments to a rule in TypeScript and to its translation in compiled Solidity.
 */
import { z } from 'zod'
import { artifactOf } from '../../../impl/contracts/artifact.ts'
import { compileSources, PRODUCTION_SOURCES, readSources } from '../../../impl/contracts/compile.ts'
import { GENERATED_CONTRACTS } from '../../../impl/generate/generate.ts'
import type { Rule, TypeName } from '../../../impl/generate/subset.ts'
import { NO_ADDRESS } from '../../../model/shared/units.ts'
import { startAnvil } from '../../evm/anvil.ts'
import { type Hex, wordHex } from '../../evm/word.ts'

/** A value as a rule in TypeScript takes or gives it. */
export type Value = number | bigint | string | boolean

const HARNESS = '0x00000000000000000000000000000000000ba5e5'
const GAS = '0x1c9c3800'
const hex = z.string().regex(/^0x[0-9a-f]*$/)

/** The translated rules on an EVM. */
export type TranslatedRules = {
  /**
   * Applies a rule to each list of words.
   * @returns one word per list, `undefined` where the rule reverts
   */
  apply(rule: Rule, cases: readonly (readonly bigint[])[]): Promise<(bigint | undefined)[]>
  stop(): Promise<void>
}

/** Compiles a contract that exposes every rule, and puts it on an EVM of its own. */
export async function startTranslatedRules(rules: readonly Rule[]): Promise<TranslatedRules> {
  const production = await readSources([PRODUCTION_SOURCES])
  const needed = [GENERATED_CONTRACTS, `${PRODUCTION_SOURCES}/Units.sol`]
  const sources = new Map([...production].filter(([file]) => needed.some((path) => file.startsWith(path))))
  sources.set('conformance/contract-tests/rules/Harness.sol', harnessSource(rules))
  const compilation = await compileSources(sources)
  const { deployedBytecode, selectors } = artifactOf(compilation, 'Harness')
  const anvil = await startAnvil({ accounts: 1 })
  await anvil.request('anvil_setCode', [HARNESS, deployedBytecode])
  const call = (data: Hex) => anvil.request('eth_call', [{ to: HARNESS, data, gas: GAS }, 'latest'], hex)
  const selectorOf = ({ name }: Rule) => {
    const found = Object.entries(selectors).find(([signature]) => signature.startsWith(`${name}(`))
    if (!found) throw new RangeError(`the harness has no function ${name}`)
    return found[1]
  }
  const apply = async (
    rule: Rule,
    cases: readonly (readonly bigint[])[],
  ): Promise<(bigint | undefined)[]> => {
    const words = [32n, BigInt(cases.length), ...cases.flat()].map((word) => wordHex(word).slice(2))
    const answer = await call(`${selectorOf(rule)}${words.join('')}`).catch(() => undefined)
    if (answer !== undefined) {
      const results = answer.slice(2).match(/.{64}/g)!.slice(2)
      return results.map((word) => BigInt(`0x${word}`))
    }
    if (cases.length === 1) return [undefined]
    const middle = cases.length >> 1
    return [...(await apply(rule, cases.slice(0, middle))), ...(await apply(rule, cases.slice(middle)))]
  }
  return { apply, stop: () => anvil.stop() }
}

function harnessSource(rules: readonly Rule[]): string {
  const functions = rules.map((rule) => {
    const given = rule.parameters.map(({ type }, index) => fromWord(type, `words[i][${index}]`))
    const value = `Rules.${rule.name}(${given.join(', ')})`
    return `
    function ${rule.name}(uint256[${rule.parameters.length}][] calldata words) external pure returns (uint256[] memory answers) {
        answers = new uint256[](words.length);
        for (uint256 i = 0; i < words.length; i++) answers[i] = ${rule.result === 'boolean' ? `${value} ? 1 : 0` : value};
    }`
  })
  return `// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Rules} from "../../../${GENERATED_CONTRACTS}/Rules.sol";

contract Harness {${functions.join('\n')}
}
`
}

function fromWord(type: TypeName, word: string): string {
  if (type === 'boolean') return `${word} != 0`
  if (type === 'Address') return `address(uint160(${word}))`
  return type === 'BlockHash' || type.endsWith('Commitment') ? `bytes32(${word})` : word
}

/** A value as a word. Texts other than nobody's become the words of their first bytes, which differ when they do. */
export function wordOf(value: Value): bigint {
  if (typeof value === 'string')
    return value === NO_ADDRESS ? 0n : BigInt(`0x${Buffer.from(value.slice(0, 20)).toString('hex')}`)
  return BigInt(value)
}
