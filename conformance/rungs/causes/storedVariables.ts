import type { StorageLayout } from '../../../impl/contracts/artifact.ts'
import { peopleOf } from '../../../spec/parameters.ts'
import { readVariable, type StoragePath, slotOf } from '../../evm/storage.ts'
import type { SlotValues, Storage } from '../../evm/word.ts'
import { addressOf } from '../../translation/cast.ts'
import type { StorageMap } from '../../translation/storage.ts'

type Tree = { [name: string]: unknown }

/**
 * The variables of the contracts as they are stored, by contract and name: for storage that is that of no state, and for
 * what no state says. Words that are no known variable stand under their slots.
 * @param word how a value is told
 */
export function storedVariables(
  { contracts, profile }: Pick<StorageMap, 'contracts' | 'profile'>,
  storage: Storage,
  word: (value: unknown) => unknown,
): Tree {
  const { addable, removable, validators, forceable, parameters } = profile
  const places = parameters.challengeSlots > 0 ? 2 * parameters.slotsPerEpoch : 0
  const holders = [contracts.escrow.address, contracts.rollup.address]
  const keys = {
    people: [...['sink', 'admin', ...peopleOf(profile)].map(addressOf), ...holders],
    // Of a set that changes, what was before may differ between storage that stands for one state (StorageMap).
    omitted: addable.length + removable.length > 0 ? ['previous', 'earlier', 'changedAt'] : [],
    // Of the set they begin at 0, of the queue at 1; postings have places.
    indices: [
      ...Array(Math.max(new Set([...validators, ...addable]).size, forceable.length + 1, places)).keys(),
    ],
  }
  const tree: Tree = {}
  for (const [name, { address, layout }] of Object.entries(contracts))
    tree[name] = variablesOf(layout, storage.get(address) ?? new Map(), keys, word)
  const known = Object.values(contracts).map(({ address }) => address as string)
  for (const [address, words] of storage)
    if (!known.includes(address) && words.size > 0) tree[String(word(address))] = wordsOf(words)
  return tree
}

function variablesOf(
  layout: StorageLayout,
  image: SlotValues,
  keys: {
    readonly people: readonly string[]
    readonly indices: readonly number[]
    /** Members that are left out. */
    readonly omitted: readonly string[]
  },
  word: (value: unknown) => unknown,
): Tree {
  // By hashes stands what nobody does in the models: a word of it is shown as it is.
  const keysOf = (type: string | undefined): readonly (string | number)[] =>
    type === 't_address' ? keys.people : type === 't_bytes32' ? [] : keys.indices
  const tree: Tree = {}
  const rest = new Map(image)
  const visit = (path: StoragePath, into: Tree, name: string): void => {
    const { type, slot } = slotOf(layout, path)
    if (keys.omitted.includes(String(path.at(-1)))) {
      rest.delete(slot)
      return
    }
    const below = (parts: readonly (string | number)[]): void => {
      const own: Tree = {}
      for (const part of parts) visit([...path, part], own, String(word(String(part))))
      if (Object.keys(own).length > 0) into[name] = own
    }
    if (type.members) below(type.members.map(({ label }) => label))
    else if (type.encoding === 'mapping') below(keysOf(type.key))
    else if (type.encoding === 'inplace' && !type.base) {
      if (!image.has(slot)) return
      rest.delete(slot)
      const value = readVariable(layout, image, path)
      // What is zero is not there, as in storage itself.
      if (value !== false && value !== 0n && !/^0x0+$/.test(String(value))) into[name] = word(value)
    }
  }
  for (const { label } of layout.storage) visit([label], tree, label)
  return { ...tree, ...wordsOf(rest) }
}

const wordsOf = (words: SlotValues): Tree =>
  Object.fromEntries([...words].map(([slot, value]) => [`slot 0x${slot.toString(16)}`, value]))
