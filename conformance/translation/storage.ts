import type { StorageLayout } from '../../impl/contracts/artifact.ts'
import { epochOf } from '../../model/l1-rollup/rules/arithmetic.ts'
import {
  type Account,
  type Block,
  GENESIS,
  type Sample,
  type State,
} from '../../model/l1-rollup/vocabulary.ts'
import { randaoValue, seedOf } from '../../model/shared/hash.ts'
import { type Profile, peopleOf } from '../../spec/parameters.ts'
import { type FieldValue, readVariable, type StoragePath, type Write, writerTo } from '../evm/storage.ts'
import { type Address, type Hex, type SlotValues, type Storage, wordHex } from '../evm/word.ts'
import { type Administration, firstAdministration, writeAdministration } from './administration.ts'
import { type Blocks, Chain } from './blocks.ts'
import { addressOf, Cast, holderAddressOf, packedMembers } from './cast.ts'
import { hashBytes } from './headers.ts'
import { PostingStorage } from './postingStorage.ts'
import type { Posted } from './postings.ts'
import { EMPTY_QUEUE, queueHash, queueHashes } from './queue.ts'
import { withoutRemains, withRemains } from './remains.ts'
import { StorageUnexplained } from './storageUnexplained.ts'
import { normalisedValidators, readValidators, writeValidators } from './validatorSet.ts'

/** A contract whose storage is a part of the state. */
export interface Stored {
  readonly address: Address
  readonly layout: StorageLayout
}

export interface StoredContracts {
  readonly rollup: Stored
  readonly escrow: Stored
  readonly token: Stored
}

type Image = Map<bigint, bigint>

/** The prevrandao that a name of the models stands for in the sample of an epoch. */
export type RandaoValues = (randao: string, epoch: number) => bigint

/** What stands for the slot counted from while there is a session. */
const IN_SESSION = 2 ** 32 - 1
const NO_FALLBACK: State['fallback'] = { countedFrom: -1, entered: -1, advanced: -1 }
/** A transaction that no profile forces and probes name. */
const OTHER_TRANSACTION = 'other'

const UNLIMITED = (1n << 256n) - 1n

/**
 * γ and α: the storage that stands for a state of the model, and the state that storage stands for.
 *
 * Hashes are resolved through tables of preimages made here, never by asking a contract. What is not a part of the state
 * of the model and the same in all storage of a profile: the token's supply, the unlimited allowances of provers, and who
 * administers.
 * What can differ between storage that stands for the same state, because it can never matter again: see
 * `normalisedValidators`.
 */
export class StorageMap {
  readonly #people: readonly string[]
  /** Whom fallback blocks may credit, and withdrawals pay, beside them. */
  readonly #others: readonly string[]
  readonly #parts = new Map<string, SlotValues>()
  readonly #seeds = new Map<string, Hex>()
  /** Members by the hash that stands for them in storage. */
  readonly #committees = new Map<Hex, readonly string[]>()
  readonly cast: Cast
  /** Whether anything of these can differ from what it is at first: most profiles have neither. */
  readonly #hasQueue: boolean
  readonly #hasFallback: boolean
  /** None where signatures are verified. */
  readonly #postings: PostingStorage | undefined

  constructor(
    readonly profile: Profile,
    readonly contracts: StoredContracts,
    readonly blocks: Blocks,
    readonly randaoOf: RandaoValues = randaoValue,
    readonly administration: Administration = firstAdministration,
  ) {
    this.cast = new Cast(profile)
    this.#people = peopleOf(profile)
    const creditsAnybody = profile.parameters.fallbackRewardWei !== '0'
    const paysAnybody = profile.families.withdrawal !== 'none'
    this.#others = creditsAnybody || paysAnybody ? ['admin', 'none', 'stranger'] : []
    this.#hasQueue = profile.families.forceInclusion !== 'none'
    this.#hasFallback = profile.parameters.fallbackEnterSlots > 0
    const { challengeSlots, slotsPerEpoch } = profile.parameters
    if (challengeSlots > 0) this.#postings = new PostingStorage(contracts.rollup.layout, slotsPerEpoch)
  }

  /** From now on α reads the hash of these members as them; γ knows those of its states. */
  know(members: readonly string[]): void {
    this.#committees.set(committeeHash(members), members)
  }

  /** The same for what was posted. */
  knowPosted(posted: Posted): void {
    this.#postings?.know(posted)
  }

  /** γ. @param chain names the blocks of the state */
  storageOf(state: State, chain: Chain): Map<Address, Image> {
    const { rollup, escrow, token } = this.contracts
    return new Map([
      [rollup.address, this.#rollupImage(state, chain)],
      [escrow.address, this.#escrowImage(state)],
      [token.address, this.#tokenImage(state)],
    ])
  }

  /**
   * α. Every non-zero word must be explained: γ of the answer must be this storage.
   * @param slot the current slot, which no contract stores
   * @throws StorageUnexplained, UnknownBlock, UnknownAddress
   */
  stateOf(storage: Storage, slot: number): State {
    const { rollup, escrow, token } = this.contracts
    const [tips, claimPath] = ['tips', 'liveClaim'] as const
    const read = (contract: Stored, ...path: StoragePath): FieldValue =>
      readVariable(contract.layout, storage.get(contract.address) ?? new Map(), path)

    const provenHash = read(rollup, tips, 'provenHash') as Hex
    const proven = provenHash === this.blocks.genesisHash ? GENESIS : this.blocks.preimage(provenHash).block
    const hashes = [provenHash]
    const pending: Block[] = []
    for (let hash = read(rollup, tips, 'pendingHash') as Hex; hash !== provenHash; ) {
      const { block, parentHash } = this.blocks.preimage(hash)
      hashes.splice(1, 0, hash)
      pending.unshift(block)
      hash = parentHash
    }
    const accounts: Record<string, Account> = {}
    for (const name of this.profile.provers) {
      const field = (member: string): FieldValue => read(escrow, 'accounts', addressOf(name), member)
      accounts[name] = {
        available: String(field('available')),
        withdrawing: String(field('withdrawing')),
        unlockSlot: Number(field('unlockSlot')),
        staked: String(field('staked')),
      }
    }
    const isLive = Boolean(read(rollup, claimPath, 'isLive'))
    const claimedProver = isLive ? this.cast.nameOf(read(rollup, claimPath, 'proverAddress') as Hex) : 'none'
    const holders = [...this.#people, 'sink', 'escrow', 'rollup']
    const state: State = {
      slot,
      proven,
      pending,
      claim:
        claimedProver === 'none'
          ? null
          : {
              epochToProve: Number(read(rollup, claimPath, 'epochToProve')),
              proverAddress: claimedProver,
              bondAmount: accounts[claimedProver]?.staked ?? '0',
              basisPointFee: Number(read(rollup, claimPath, 'basisPointFee')),
              claimant: this.cast.nameOf(read(rollup, claimPath, 'claimant') as Hex),
            },
      accounts,
      slashed: String(read(escrow, 'slashed')),
      tokens: this.#amounts(holders, (name) => read(token, 'balanceOf', this.#holder(name))),
      credits: this.#amounts(this.#people, (name) => read(rollup, 'credits', addressOf(name))),
      validators: readValidators(rollup.layout, this.#rollupWords(storage), this.cast),
      samples: this.#readSamples((...path) => read(rollup, 'samples', ...path)),
      ...this.#readQueue((...path) => read(rollup, ...path)),
      posted: this.#postings?.read(this.#rollupWords(storage), pending) ?? [],
      fallback: this.#readFallback((...path) => read(rollup, ...path)),
    }
    const chain = Chain.found(state, hashes, this.blocks)
    this.requireSame(this.storageOf(state, chain), storage)
    return state
  }

  /** A state as storage tells it: of those whom the profile does not name, the ones that hold something. */
  told(state: State): State {
    if (this.#others.length === 0) return state
    const told = (amounts: Readonly<Record<string, string>>) =>
      Object.fromEntries(
        Object.entries(amounts).filter(([name, wei]) => wei !== '0' || !this.#others.includes(name)),
      )
    return { ...state, tokens: told(state.tokens), credits: told(state.credits) }
  }

  #amounts(named: readonly string[], read: (name: string) => FieldValue): Record<string, string> {
    const amounts = (names: readonly string[]) => names.map((name) => [name, String(read(name))] as const)
    return Object.fromEntries([...amounts(named), ...amounts(this.#others).filter(([, wei]) => wei !== '0')])
  }

  /**
   * Compares storage word by word, but for what can never matter again.
   * @throws StorageUnexplained naming the first word that differs
   */
  requireSame(expected: Storage, found: Storage): void {
    for (const address of new Set([...expected.keys(), ...found.keys()])) {
      const isRollup = address === this.contracts.rollup.address
      const sides = [expected, found].map((storage) => storage.get(address) ?? new Map<bigint, bigint>())
      if (sameWords(sides[0]!, sides[1]!)) continue
      const [left, right] = isRollup ? sides.map((image) => this.#normalised(image)) : sides
      for (const slot of new Set([...left!.keys(), ...right!.keys()])) {
        const [want, have] = [left!.get(slot) ?? 0n, right!.get(slot) ?? 0n]
        if (want !== have)
          throw new StorageUnexplained(
            `storage of ${this.#title(address)}, slot ${wordHex(slot)}: expected ${wordHex(want)}, found ${wordHex(have)}`,
          )
      }
    }
  }

  #title(address: Address): string {
    const found = Object.entries(this.contracts).find(([, contract]) => contract.address === address)
    return found ? `${found[0]} (${address})` : address
  }

  #holder(name: string): Address {
    return holderAddressOf(name, this.blocks.contracts)
  }

  #rollupImage(state: State, chain: Chain): Image {
    const { layout } = this.contracts.rollup
    const image: Image = new Map()
    const write = writerTo(layout, image)
    const end = epochEnd(state, this.profile.parameters.slotsPerEpoch)
    for (const [name, block] of [
      ['proven', state.proven],
      ['epochEnd', end],
      ['pending', state.pending.at(-1) ?? state.proven],
    ] as const) {
      // Nothing reads this one while it is the tip.
      if (name !== 'epochEnd' || end !== state.pending.at(-1))
        write(chain.hashOf(block), 'tips', `${name}Hash`)
      write(block.slot + 1, 'tips', `${name}NextSlot`)
    }
    if (usesQueue(state)) this.#addQueue(image, state, end)
    if (usesFallback(state)) writeFallback(write, state.fallback)
    this.#postings?.write(write, state, chain)
    const { claim, samples, credits, validators } = state
    if (claim) {
      write(addressOf(claim.proverAddress), 'liveClaim', 'proverAddress')
      write(claim.epochToProve, 'liveClaim', 'epochToProve')
      write(claim.basisPointFee, 'liveClaim', 'basisPointFee')
      write(true, 'liveClaim', 'isLive')
      write(addressOf(claim.claimant), 'liveClaim', 'claimant')
    }
    const sampled = samples.map((sample) => ({ ...sample, seed: this.seedOf(sample.randao, sample.epoch) }))
    for (const { members } of samples) this.know(members)
    writeAdministration(write, this.administration)
    this.#addPart(image, 'samples', sampled, (part) => writeSamples(writerTo(layout, part), sampled))
    this.#addPart(image, 'credits', credits, (part) => writeCredits(writerTo(layout, part), credits))
    this.#addPart(image, 'validators', validators, (part) =>
      writeValidators(writerTo(layout, part), validators),
    )
    return image
  }

  /** The commitment in raw storage to what was posted in a slot, whether or not it means anything; 0 where none is kept. */
  postingIn(storage: Storage, slot: number): Hex {
    return this.#postings?.commitmentIn(this.#rollupWords(storage), slot) ?? wordHex(0n)
  }

  #rollupWords(storage: Storage): SlotValues {
    return storage.get(this.contracts.rollup.address) ?? new Map()
  }

  #addQueue(image: Image, { queue, taken, pending }: State, end: Block): void {
    const { layout } = this.contracts.rollup
    this.#addPart(image, 'queue', queue, (part) => writeQueue(writerTo(layout, part), queue))
    const write = writerTo(layout, image)
    let takenWith = taken
    write(taken, 'tips', 'provenTaken')
    if (pending.length === 0) write(taken, 'tips', 'epochEndTaken')
    for (const block of pending) {
      takenWith += block.forced
      if (block === end) write(takenWith, 'tips', 'epochEndTaken')
    }
    write(takenWith, 'tips', 'pendingTaken')
  }

  #escrowImage({ accounts, slashed }: State): Image {
    const { layout } = this.contracts.escrow
    const image: Image = new Map()
    this.#addPart(image, 'escrow', [accounts, slashed], (part) => {
      const write = writerTo(layout, part)
      for (const [name, account] of Object.entries(accounts)) {
        for (const [member, value] of Object.entries(account))
          write(BigInt(value), 'accounts', addressOf(name), member)
      }
      write(BigInt(slashed), 'slashed')
    })
    return image
  }

  #tokenImage({ tokens }: State): Image {
    const { layout } = this.contracts.token
    const image: Image = new Map()
    this.#addPart(image, 'tokens', tokens, (part) => {
      const write = writerTo(layout, part)
      let supply = 0n
      for (const [name, balance] of Object.entries(tokens)) {
        write(BigInt(balance), 'balanceOf', this.#holder(name))
        supply += BigInt(balance)
      }
      write(supply, 'totalSupply')
      for (const name of this.#people)
        write(UNLIMITED, 'allowance', addressOf(name), this.contracts.escrow.address)
    })
    return image
  }

  /** Adds the words of a part of the state. The same parts recur in thousands of states, so their words are kept. */
  #addPart(image: Image, name: string, value: unknown, fill: (part: Image) => void): void {
    const key = `${name} ${JSON.stringify(value)}`
    let part = this.#parts.get(key)
    if (!part) {
      const filled: Image = new Map()
      fill(filled)
      this.#parts.set(key, filled)
      part = filled
    }
    // Variables of different parts may share a word.
    for (const [slot, word] of part) image.set(slot, (image.get(slot) ?? 0n) | word)
  }

  /** The seed that the name of a prevrandao value gives for an epoch. */
  seedOf(randao: string, epoch: number): Hex {
    const value = this.randaoOf(randao, epoch)
    const key = `${epoch} ${value}`
    const seed = this.#seeds.get(key) ?? wordHex(seedOf(epoch, value))
    this.#seeds.set(key, seed)
    return seed
  }

  #readSamples(read: (...path: [string, ...number[]]) => FieldValue): Sample[] {
    const lastPlace = Number(read('lastPlace'))
    const sample = (which: string, place: number): Sample => {
      const epoch = Number(read(`${which}Epoch`))
      return {
        epoch,
        randao: this.#randaoOf(epoch, read('seeds', place) as Hex),
        members: [...this.#membersOf(read('committees', place) as Hex, Number(read(`${which}Size`)))],
      }
    }
    const last = sample('last', lastPlace)
    // Beside the constructor's stands what means nothing. Only a state that is drawn has a later one alone, and nothing
    // beside it.
    const hasPrevious = last.epoch > 0 && BigInt(read('seeds', 1 - lastPlace) as Hex) !== 0n
    return hasPrevious ? [sample('previous', 1 - lastPlace), last] : [last]
  }

  #readQueue(read: (...path: StoragePath) => FieldValue): Pick<State, 'queue' | 'taken'> {
    if (!this.#hasQueue) return { queue: [], taken: 0 }
    const queue: State['queue'] = []
    let before = EMPTY_QUEUE
    for (let index = 1; index <= Number(read('tips', 'queueLength')); index++) {
      const hash = read('queue', index, 'hash') as Hex
      const includedByEpoch = Number(read('queue', index, 'includedByEpoch'))
      queue.push({ transaction: this.#transactionIn(before, hash, includedByEpoch), includedByEpoch })
      before = hash
    }
    return { queue, taken: Number(read('tips', 'provenTaken')) }
  }

  #transactionIn(before: Hex, hash: Hex, includedByEpoch: number): string {
    const found = [...this.profile.forceable, OTHER_TRANSACTION].find(
      (transaction) => queueHash(before, { transaction, includedByEpoch }) === hash,
    )
    if (found === undefined)
      throw new StorageUnexplained(
        `queue entry ${hash} of epoch ${includedByEpoch} is that of no transaction`,
      )
    return found
  }

  #readFallback(read: (...path: StoragePath) => FieldValue): State['fallback'] {
    if (!this.#hasFallback) return NO_FALLBACK
    const slotBefore = (...path: StoragePath): number => Number(read(...path)) - 1
    const entered = slotBefore('session', 'enteredNext')
    return {
      countedFrom: entered < 0 ? slotBefore('tips', 'countedFromNext') : -1,
      entered,
      advanced: slotBefore('session', 'advancedNext'),
    }
  }

  #randaoOf(epoch: number, seed: Hex): string {
    const found = this.profile.randaos.find((name) => this.seedOf(name, epoch) === seed)
    if (found === undefined)
      throw new StorageUnexplained(`seed ${seed} of epoch ${epoch} is that of no randao of the profile`)
    return found
  }

  #membersOf(commitment: Hex, size: number): readonly string[] {
    const members = this.#committees.get(commitment)
    if (members?.length !== size)
      throw new StorageUnexplained(`committee ${commitment} of ${size} has no known members`)
    return members
  }

  /** Storage of the rollup without what can never matter again. */
  #normalised(image: SlotValues): SlotValues {
    return this.#unworn(this.#withoutOldEntries(image))
  }

  /**
   * The same state as use may have left it: with an old claim, an old end of an epoch, and every mark and every posting
   * that means nothing.
   * @param storage by γ
   */
  worn(storage: Storage): Storage {
    return this.#withRollup(storage, (words) => {
      const worn = withRemains(this.contracts.rollup.layout, words)
      return this.#postings?.worn(worn) ?? worn
    })
  }

  /** Without any of them. */
  unworn(storage: Storage): Storage {
    return this.#withRollup(storage, (words) => this.#unworn(words))
  }

  #unworn(words: SlotValues): SlotValues {
    const unworn = withoutRemains(this.contracts.rollup.layout, words)
    return this.#postings?.unworn(unworn) ?? unworn
  }

  #withRollup(storage: Storage, change: (words: SlotValues) => SlotValues): Storage {
    const { address } = this.contracts.rollup
    return storage.has(address)
      ? new Map([...storage, [address, change(this.#rollupWords(storage))]])
      : storage
  }

  /** Without what can never matter again in a validator set. */
  #withoutOldEntries(image: SlotValues): SlotValues {
    if (this.profile.addable.length + this.profile.removable.length === 0) return image
    const { layout } = this.contracts.rollup
    const indices = new Set([...this.profile.validators, ...this.profile.addable]).size
    return normalisedValidators(layout, image, indices)
  }
}

/** PROOF-4, by its plain definition. */
function epochEnd(state: State, slotsPerEpoch: number): Block {
  const epoch = ({ slot }: Block): number => epochOf({ slot, slotsPerEpoch })
  const [oldest] = state.pending
  return oldest ? state.pending.findLast((block) => epoch(block) === epoch(oldest))! : state.proven
}

/** What is not used is zero in storage. */
const usesQueue = ({ queue, taken, pending }: State): boolean =>
  queue.length > 0 || taken > 0 || pending.some(({ forced }) => forced > 0)
const usesFallback = ({ fallback }: State): boolean => Object.values(fallback).some((slot) => slot >= 0)

/** QUEUE: counted from 1. */
function writeQueue(write: Write, queue: State['queue']): void {
  const hashes = queueHashes(queue)
  write(queue.length, 'tips', 'queueLength')
  for (const [before, { includedByEpoch }] of queue.entries()) {
    write(hashes[before + 1]!, 'queue', before + 1, 'hash')
    write(includedByEpoch, 'queue', before + 1, 'includedByEpoch')
  }
}

/** FALLBACK: slots are stored as the ones after them, 0 stands for none. */
function writeFallback(write: Write, { countedFrom, entered, advanced }: State['fallback']): void {
  const inSession = entered >= 0
  write(inSession ? IN_SESSION : countedFrom + 1, 'tips', 'countedFromNext')
  write(entered + 1, 'session', 'enteredNext')
  write(advanced + 1, 'session', 'advancedNext')
}

/** Computed once. */
const commitments = new Map<string, Hex>()

/** EPOCH-13. */
export function committeeHash(members: readonly string[]): Hex {
  const key = members.join(' ')
  const known = commitments.get(key)
  if (known) return known
  const hash = hashBytes(packedMembers(members))
  commitments.set(key, hash)
  return hash
}

const sameWords = (left: SlotValues, right: SlotValues): boolean => {
  if (left.size !== right.size) return false
  for (const [slot, word] of left) if (right.get(slot) !== word) return false
  return true
}

function writeSamples(write: Write, samples: readonly (Sample & { readonly seed: Hex })[]): void {
  const [last, previous] = [...samples].reverse()
  for (const [place, [name, sample]] of (
    [
      ['last', last],
      ['previous', previous],
    ] as const
  ).entries()) {
    if (!sample) continue
    write(sample.epoch, 'samples', `${name}Epoch`)
    write(sample.members.length, 'samples', `${name}Size`)
    write(sample.seed, 'samples', 'seeds', place)
    write(committeeHash(sample.members), 'samples', 'committees', place)
  }
}

function writeCredits(write: Write, credits: State['credits']): void {
  let totalCredits = 0n
  for (const [name, credit] of Object.entries(credits)) {
    write(BigInt(credit), 'credits', addressOf(name))
    totalCredits += BigInt(credit)
  }
  write(totalCredits + 1n, 'totalCreditsNext')
}
