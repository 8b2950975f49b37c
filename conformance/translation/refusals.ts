import { readFileSync } from 'node:fs'
import { decodeErrorResult, encodeErrorResult, parseAbi } from 'viem'
import type { TypeName } from '../../impl/generate/subset.ts'
import { ANOTHER_BLOB, ANOTHER_PART, ANOTHER_QUEUE } from '../../model/l1-rollup/facts.ts'
import type { RefusalName } from '../../model/l1-rollup/refusals.ts'
import type { Hex } from '../evm/word.ts'
import type { Chain } from './blocks.ts'
import { addressOf, holderAddressOf } from './cast.ts'
import { hashWords } from './headers.ts'
import { commitmentTo, givenPosting } from './postings.ts'
import { anotherQueue, queueHashes } from './queue.ts'
import { committeeHash } from './storage.ts'

/** A refusal of the models, with the facts that decide it by the names of the rule's parameters, in their order. */
export interface ModelRefusal {
  readonly refusal: RefusalName
  readonly decisive: readonly { readonly name: string; readonly value: number | bigint | string }[]
}

const source = new URL('../../impl/contracts/src/generated/Refusals.sol', import.meta.url)

/** An error as the generated file declares it: its signature, and what each argument is. */
interface Declaration {
  readonly signature: string
  readonly types: ReadonlyMap<string, TypeName>
}

function declarations(): Map<string, Declaration> {
  const text = readFileSync(source, 'utf8')
  const found = [...text.matchAll(/((?:^\/\/\/ @param .*\n)*)^error (\w+)\(([^)]*)\);/gm)]
  return new Map(
    found.map(([, documented = '', name = '', args = '']) => {
      const types = [...documented.matchAll(/@param (\w+) (\w+)/g)]
      const words = args
        .trim()
        .replace(/\s+/g, ' ')
        .replace(/\b(Slot|Epoch) /g, 'uint256 ')
      const signature = `error ${name}(${words})`
      return [
        name,
        { signature, types: new Map(types.map(([, argument, type]) => [argument!, type as TypeName])) },
      ]
    }),
  )
}

/** The errors that the generated checks revert with, read from the generated file. */
export const refusalAbi = () =>
  parseAbi([...declarations().values()].map(({ signature }) => signature) as [string])

/** Turns refusals of the models into the bytes that a contract reverts with. */
export class RefusalEncoder {
  readonly #abi = refusalAbi()
  readonly #declared = declarations()
  readonly #encoded = new Map<string, Hex>()

  /**
   * @param chain names the blocks of the run
   * @param seconds how far into its slot the block of the call is
   */
  encode({ refusal, decisive }: ModelRefusal, chain: Chain, seconds = 0n): Hex {
    const types = this.#declared.get(refusal)?.types
    const storedPosting = decisive.find(({ name }) => name === 'storedPosting')?.value
    const args = [...(types ?? [])].map(([name, type]) => {
      const value = decisive.find((it) => it.name === name)?.value
      if (value === undefined)
        throw new UndeclaredArgument(`${source.pathname}: ${refusal} declares ${name}, which decides nothing`)
      const word =
        type === 'PostingCommitment'
          ? concretePosting(String(value), String(storedPosting), chain)
          : ofHolders.has(name)
            ? holderAddressOf(String(value), chain.blocks.contracts)
            : concrete(type, value, chain)
      // The models know the time of a call by its slot alone.
      return name === 'timestamp' ? BigInt(word) + seconds : word
    })
    const key = `${refusal} ${args.join()}`
    const known = this.#encoded.get(key)
    if (known) return known
    const made = encodeErrorResult({ abi: this.#abi, errorName: refusal, args } as never)
    this.#encoded.set(key, made)
    return made
  }

  /** The refusal that revert data is; `undefined` where it is none. */
  nameOf(data: Hex): RefusalName | undefined {
    try {
      return decodeErrorResult({ abi: this.#abi, data }).errorName as RefusalName
    } catch {
      return undefined
    }
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

/** Facts that name who pays or is paid, by the names of the rules' parameters. */
const ofHolders: ReadonlySet<string> = new Set(['receiver', 'escrow'])

/** The model's fact and the generated error do not have the same arguments. */
export class UndeclaredArgument extends Error {
  override name = 'UndeclaredArgument'
}

/** The model knows lists and blocks as words, addresses as names, and counts seconds from genesis (model/l1-rollup/facts.ts). */
function concrete(type: TypeName, value: number | bigint | string, chain: Chain): Hex | bigint {
  switch (type) {
    case 'Timestamp':
      return chain.blocks.clock.genesisTimestamp + BigInt(value)
    case 'BlockHash': {
      const [slot, content, beneficiary, forced] = String(value).split(' ') as [
        string,
        string,
        string,
        string,
      ]
      return chain.hashOf({ slot: Number(slot), content, beneficiary, forced: Number(forced) })
    }
    case 'CommitteeCommitment':
      return committeeHash(wordsOf(String(value)))
    case 'BlobsCommitment': {
      const { of, another } = chain.blocks.bodies
      const labels = wordsOf(String(value))
      return hashWords(labels.flatMap((label) => (label === ANOTHER_BLOB ? [another] : of(label))))
    }
    case 'QueueCommitment':
      return value === ANOTHER_QUEUE ? anotherQueue : queueHashes(wordsOf(String(value)).map(entryOf)).at(-1)!
    case 'Address':
      return addressOf(String(value))
    default:
      return BigInt(value)
  }
}

/** The parts of a posting as the facts name them, in their order. */
const postingParts = ['block', 'parent', 'parentSlot', 'taken', 'committee', 'attestations'] as const

/** The facts name the parts one after the other, the block first and its slot first of that. */
function concretePosting(given: string, stored: string, chain: Chain): Hex {
  const slot = Number(stored.split(' ')[0])
  const other = postingParts[given.split('|').indexOf(ANOTHER_PART)]
  return commitmentTo(slot, givenPosting(chain.postedIn(slot), other))
}

/** The facts name an entry as `transaction@includedByEpoch`. */
function entryOf(word: string): { transaction: string; includedByEpoch: number } {
  const [transaction, includedByEpoch] = word.split('@') as [string, string]
  return { transaction, includedByEpoch: Number(includedByEpoch) }
}

const wordsOf = (text: string): string[] => (text === '' ? [] : text.split(' '))
