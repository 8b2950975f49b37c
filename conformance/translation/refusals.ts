import { readFileSync } from 'node:fs'
import { decodeErrorResult, encodeErrorResult, parseAbi } from 'viem'
import type { RefusalName } from '../../model/l1-rollup/refusals.ts'
import type { Hex } from '../evm/word.ts'
import type { Chain } from './blocks.ts'
import { addressOf } from './cast.ts'
import { hashWords } from './headers.ts'
import { committeeHash } from './storage.ts'

/** A refusal of the models, with the facts that decide it by the names of the rule's parameters, in their order. */
export interface ModelRefusal {
  readonly refusal: RefusalName
  readonly decisive: readonly { readonly name: string; readonly value: number | bigint | string }[]
}

const source = new URL('../../impl/contracts/src/generated/Refusals.sol', import.meta.url)

/** The errors that the generated checks revert with, read from the generated file. */
export function refusalAbi() {
  const declarations = readFileSync(source, 'utf8').match(/^error \w+\([^)]*\);/gm) ?? []
  return parseAbi(
    declarations.map((text) =>
      text.replace(/;$/, '').replace(/\s+/g, ' ').replace('( ', '(').replace(' )', ')'),
    ) as [string],
  )
}

/** Turns refusals of the models into the bytes that a contract reverts with. */
export class RefusalEncoder {
  readonly #abi = refusalAbi()
  readonly #encoded = new Map<string, Hex>()

  /** @param chain names the blocks of the run */
  encode({ refusal, decisive }: ModelRefusal, chain: Chain): Hex {
    const args = decisive.map(({ name, value }) => concrete(name, value, chain))
    const key = `${refusal} ${args.join()}`
    const known = this.#encoded.get(key)
    if (known) return known
    const made = encodeErrorResult({ abi: this.#abi, errorName: refusal, args } as never)
    this.#encoded.set(key, made)
    return made
  }

  /** What revert data says, for people; the data itself where it is none of the refusals. */
  describe(data: Hex): string {
    try {
      const { errorName, args } = decodeErrorResult({ abi: this.#abi, data }) as {
        errorName: string
        args?: readonly unknown[]
      }
      return `${errorName}(${(args ?? []).join(', ')})`
    } catch {
      return data === '0x' ? 'a revert without data' : `revert data ${data.slice(0, 74)}`
    }
  }
}

const committees = new Set(['givenCommittee', 'committeeInForce'])
const bodies = new Set(['headerBlobs', 'publishedBlobsHash'])
const blocks = new Set(['parentHash', 'tipHash', 'fromHash', 'provenHash', 'toHash', 'epochEndHash'])
const timestamps = new Set(['headerTimestamp', 'startOfHeaderSlot'])

/** The model knows lists and blocks as words, addresses as names, and counts seconds from genesis (model/l1-rollup/facts.ts). */
function concrete(name: string, value: number | bigint | string, chain: Chain): Hex | bigint {
  if (timestamps.has(name)) return chain.blocks.clock.genesisTimestamp + BigInt(value)
  if (typeof value !== 'string') return BigInt(value)
  if (blocks.has(name)) {
    const [slot, content, beneficiary] = value.split(' ') as [string, string, string]
    return chain.hashOf({ slot: Number(slot), content, beneficiary })
  }
  if (committees.has(name)) return committeeHash(wordsOf(value))
  if (bodies.has(name)) {
    const isAnother = (label: string): boolean => label === 'other' || label === 'more'
    const { of, another } = chain.blocks.bodies
    return hashWords(wordsOf(value).flatMap((label) => (isAnother(label) ? [another] : of(label))))
  }
  return addressOf(value)
}

const wordsOf = (text: string): string[] => (text === '' ? [] : text.split(' '))
