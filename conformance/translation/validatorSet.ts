import type { StorageLayout } from '../../impl/contracts/artifact.ts'
import type { State } from '../../model/l1-rollup/vocabulary.ts'
import { type FieldValue, readVariable, type Write, writerTo } from '../evm/storage.ts'
import type { Hex, SlotValues } from '../evm/word.ts'
import { addressOf, type Cast } from './cast.ts'
import { StorageUnexplained } from './storageUnexplained.ts'

/** A value of the set, an entry or the length, at the times that a state names. */
interface History<Value> {
  readonly current: Value
  readonly previous: Value
  readonly earlier: Value
}
type Time = keyof History<unknown>

/** What storage says of the past of one value. `changedAt` 0: nothing. */
interface Past {
  readonly previous: FieldValue
  readonly earlier: FieldValue
  readonly changedAt: bigint
}
const NO_LENGTHS: Past = { previous: 0n, earlier: 0n, changedAt: 0n }
const NO_ENTRIES: Past = { previous: addressOf('none'), earlier: addressOf('none'), changedAt: 0n }

const historyOf = <Value>(at: (time: Time) => Value): History<Value> => ({
  current: at('current'),
  previous: at('previous'),
  earlier: at('earlier'),
})
const hasChanged = ({ current, previous, earlier }: History<unknown>): boolean =>
  previous !== current || earlier !== current
/** How storage says that an epoch was the last that changed something. */
const changedAtOf = (epoch: number): bigint => BigInt(epoch + 2)

/** γ: every entry that was not always the same counts as changed in the last epoch that changed the set. */
export function writeValidators(write: Write, { changedEpoch, ...sets }: State['validators']): void {
  const changedAt = changedAtOf(changedEpoch)
  const indices = Math.max(...Object.values(sets).map(({ length }) => length))
  const entries = Array.from({ length: indices }, (_, index) =>
    historyOf((time) => addressOf(sets[time][index] ?? 'none')),
  )
  write(sets.current.length, 'validatorSet', 'length', 'current')
  if (changedEpoch > 0 || entries.some(hasChanged)) {
    const lengths = historyOf((time) => BigInt(sets[time].length))
    writePast(write, ['length'], { ...lengths, changedAt })
  }
  for (const [index, history] of entries.entries()) {
    write(history.current, 'validatorSet', 'entries', index, 'current')
    if (hasChanged(history)) writePast(write, ['entries', index], { ...history, changedAt })
  }
  for (const [index, name] of sets.current.entries())
    write(index + 1, 'validatorSet', 'positions', addressOf(name))
}

/** α. @throws StorageUnexplained, UnknownAddress */
export function readValidators(layout: StorageLayout, image: SlotValues, cast: Cast): State['validators'] {
  const set = new StoredSet(layout, image)
  const names = historyOf((time) =>
    Array.from({ length: Number(set.lengths[time]) }, (_, index) => cast.nameOf(set.entry(index)[time])),
  )
  return { ...names, changedEpoch: set.changedAt === 0n ? 0 : Number(set.changedAt - changedAtOf(0)) }
}

/**
 * Storage as γ would write it, without what can never matter again in a validator set: what an index was before an epoch
 * whose frozen set nobody will read, which of the last two epochs changed it, and the record of changes that changed
 * nothing.
 * @param indices no set of the profile has more members
 * @throws StorageUnexplained
 */
export function normalisedValidators(
  layout: StorageLayout,
  image: SlotValues,
  indices: number,
): Map<bigint, bigint> {
  const copy = new Map(image)
  const write = writerTo(layout, copy)
  const set = new StoredSet(layout, image)
  const { changedAt, lengths } = set
  const entries = Array.from({ length: indices }, (_, index) => set.entry(index))
  for (const [index, history] of entries.entries())
    writePast(write, ['entries', index], hasChanged(history) ? { ...history, changedAt } : NO_ENTRIES)
  // Changed and changed back in epoch 0, or never.
  if (changedAt === changedAtOf(0) && ![lengths, ...entries].some(hasChanged))
    writePast(write, ['length'], NO_LENGTHS)
  return copy
}

function writePast(
  write: Write,
  place: readonly (string | number)[],
  { previous, earlier, changedAt }: Past,
): void {
  for (const [member, value] of Object.entries({ previous, earlier, changedAt }))
    write(value, 'validatorSet', ...place, member)
}

/** The set in storage, read without the contract. */
class StoredSet {
  /** 0 if nothing ever changed. */
  readonly changedAt: bigint
  readonly lengths: History<FieldValue>

  constructor(
    readonly layout: StorageLayout,
    readonly image: SlotValues,
  ) {
    this.changedAt = this.#field('length', 'changedAt') as bigint
    this.lengths = historyOf((time) => this.#field('length', this.changedAt === 0n ? 'current' : time))
  }

  /** @throws StorageUnexplained if it changed when the set did not */
  entry(index: number): History<Hex> {
    const changedAt = this.#field('entries', index, 'changedAt') as bigint
    if (changedAt > this.changedAt)
      throw new StorageUnexplained(
        `entry ${index} of the validator set changed at ${changedAt}, the set last at ${this.changedAt}`,
      )
    const at = (time: Time): Hex => this.#field('entries', index, time) as Hex
    const current = at('current')
    if (changedAt === this.changedAt && changedAt > 0n) return historyOf(at)
    // The epoch before the last one that changed the set: what that made is what the last one found.
    if (changedAt === this.changedAt - 1n && changedAt > 0n)
      return { current, previous: current, earlier: at('previous') }
    return historyOf(() => current)
  }

  #field(...rest: (string | number)[]): FieldValue {
    return readVariable(this.layout, this.image, ['validatorSet', ...rest])
  }
}
