/**
 * An adapter, for a rollup that has nothing in common with ours but the clauses: PackedRollup.sol.
 *
 *     npx lockstep run-vectors report/vectors --on adapter:conformance/kit/examples/adapter/adapter.ts
 */
import { encodeAbiParameters, keccak256, toHex } from 'viem'
import type { RefusalName } from '../../../../model/l1-rollup/refusals.ts'
import type { Block, Event, State } from '../../../../model/l1-rollup/vocabulary.ts'
import type { Adapter } from '../../adapter/adapter.ts'
import type { AdapterChain, Contract } from '../../adapter/chain.ts'

/** What the contract says instead of our names. */
const names: Readonly<Record<string, RefusalName>> = {
  'too early': 'NotStarted',
  'no crew': 'CommitteeEmpty',
  'another crew': 'CommitteeMismatch',
  'another slot': 'SlotNotCurrent',
  'another time': 'TimestampMismatch',
  'another parent': 'ParentNotTip',
  'slot is full': 'SlotTaken',
  NotTheLeader: 'CallerNotProposer',
  'stranger on a seat': 'AttestationInvalid',
  'too few signed': 'QuorumNotReached',
  WindowOver: 'ClaimWindowClosed',
  'no epoch has ended': 'NothingToClaim',
  'another epoch': 'QuoteForOtherEpoch',
  'somebody leads': 'ClaimAlreadyMade',
  'offer is over': 'QuoteExpired',
  BondTooLow: 'BondBelowMinimum',
  FeeTooHigh: 'FeeAboveMaximum',
  'purse is too small': 'EscrowInsufficient',
  'offer is not signed': 'QuoteSignatureInvalid',
  'nothing to prove': 'NothingToProve',
  'epoch is running': 'EpochNotEnded',
  'starts elsewhere': 'ProofStartMismatch',
  'ends elsewhere': 'ProofEndMismatch',
  'proof is wrong': 'ProofInvalid',
  'nothing to drop': 'NothingToPrune',
  nothing: 'AmountZero',
  'too few coins': 'TokenBalanceInsufficient',
  'purse is full': 'EscrowCapExceeded',
  'not free': 'AvailableInsufficient',
  'leaving already': 'WithdrawalPending',
  StillLocked: 'WithdrawalLocked',
  'nothing leaves': 'NoWithdrawal',
  'no purse there': 'ReceiverInvalid',
  'no loot': 'NothingSlashed',
  'gate is open': 'FallbackActive',
  'gate is shut': 'FallbackNotActive',
  'slot to come': 'SlotInFuture',
  'not so many wait': 'ForcedBeyondQueue',
  'another queue': 'ForcedHashMismatch',
  'queue goes first': 'ForcedTransactionsDue',
  'too few taken': 'ForcedBelowMinimum',
  'data is unfit': 'ForcedDataUnfit',
  'data is not proven': 'ForcedProofInvalid',
}

/** Seconds from the first moment of the chain to slot 0: time for the deployment. */
const BEFORE_SLOT_0 = 600n
/** What the contract stores is the slot after the one that is meant. */
const slotBefore = (next: number): number => next - 1
const WITHOUT_OTHERS = 'none'
const LOW_224_BITS = (1n << 224n) - 1n
const GENESIS: Block = { slot: -1, content: 'genesis', beneficiary: 'none', forced: 0 }
/** The state that the chain starts from. */
const ORIGIN = keccak256(toHex('origin'))

let chain: AdapterChain
let rollup: Contract
let start: bigint
let slotSeconds: bigint
let people: ReadonlyMap<string, string>
let provers: readonly string[]
let holders: readonly string[]
/** Whom withdrawals may pay as well: they are holders as soon as they hold something. */
let others: readonly string[]
/** Words of the blocks of the run by their names, and the way back. */
let words: Map<string, bigint>
let blocks: Map<bigint, Block>
/** Roots of the queue of the run, from that of none to that of all, and the transactions in it. */
let roots: bigint[]
let transactions: string[]
let mostBytes: number
let graceEpochs: number
let epochSlots: number

export const adapter: Adapter = {
  name: 'PackedRollup',
  solidity: [new URL('./PackedRollup.sol', import.meta.url)],
  unsupported: {
    variants: ['challenges'],
    events: [
      'setupEpoch',
      'addValidator',
      'removeValidator',
      'collectReward',
      { type: 'propose', with: { blobs: ['fewer', 'more', 'other', 'missing'] } },
      { type: 'proposeWithProof', with: { blobs: ['fewer', 'more', 'other', 'missing'] } },
    ],
    variables: ['credits', 'validators', 'samples'],
  },

  async reset({ parameters: p, randaos }, pre, given) {
    chain = given
    start = chain.time + BEFORE_SLOT_0
    slotSeconds = BigInt(p.slotDurationSeconds)
    provers = Object.keys(pre.accounts)
    holders = Object.keys(pre.tokens)
    others = ['stranger', 'admin'].filter((name) => !holders.includes(name))
    ;[roots, transactions] = [[0n], []]
    ;({ forcedMaximumBytes: mostBytes, forcedDelayEpochs: graceEpochs, slotsPerEpoch: epochSlots } = p)
    const [sample] = pre.samples
    const owners = holders.filter((name) => name !== 'escrow')
    const terms = {
      epochSlots: p.slotsPerEpoch,
      windowSlots: p.claimWindowSlots,
      delaySlots: p.withdrawalDelaySlots,
      slotSeconds: p.slotDurationSeconds,
      leastBond: BigInt(p.minimumBondWei),
      cap: BigInt(p.escrowCapWei),
      patienceSlots: p.fallbackEnterSlots,
      openSlots: p.fallbackExitSlots,
      idleSlots: p.fallbackExitActivitySlots,
      graceEpochs: p.forcedDelayEpochs,
      leastTaken: p.forcedMinimum,
      mostBytes: p.forcedMaximumBytes,
    }
    const setup = {
      terms,
      start,
      origin: ORIGIN,
      randao: BigInt(randaos[sample!.randao]!),
      sink: address('sink'),
      crew: sample!.members.map(address),
      holders: owners.map(address),
      coins: owners.map((name) => BigInt(pre.tokens[name]!)),
      provers: provers.map(address),
      free: provers.map((name) => BigInt(pre.accounts[name]!.available)),
    }
    rollup = await chain.deploy('PackedRollup', [setup])
    const genesis = wordIn(0, 0, digestOf(['bytes32'], [ORIGIN]))
    words = new Map([[textOf(GENESIS), genesis]])
    blocks = new Map([[genesis, GENESIS]])
    people = new Map([...holders, ...others, 'none'].map((name) => [address(name), name]))
    chain.setTime(start + BigInt(pre.slot) * slotSeconds)
  },

  async apply(event) {
    if (event.type === 'advanceSlot') {
      chain.setTime(chain.time + slotSeconds)
      return { accepted: true }
    }
    const sent = await send(event)
    if (sent.accepted) {
      if (event.type === 'propose' || event.type === 'proposeWithProof') learn(event)
      if (event.type === 'forceInclusion') learnEntry(event.transaction)
      return { accepted: true }
    }
    const name = names[rollup.errorOf(sent.data) ?? '']
    return name ? { refused: [name] } : { reverted: sent.data }
  },

  async observe() {
    const [slot, line, proven, lead, loot, entries, gate, ...amounts] = await rollup.readAll([
      ...['slotNow', 'chain', 'proven', 'lead', 'loot', 'entries', 'gate'].map((view) => [view] as const),
      ...provers.map((name) => ['purses', [address(name)]] as const),
      ...[...holders, ...others].map((name) => ['coins', [address(name)]] as const),
    ])
    const accounts: Record<string, State['accounts'][string]> = {}
    for (const [index, name] of provers.entries()) {
      const purse = (amounts[index] as bigint[]).map(String) as [string, string, string, string]
      const [available, withdrawing, staked, unlockSlot] = purse
      accounts[name] = { available, withdrawing, staked, unlockSlot: Number(unlockSlot) }
    }
    const coins = amounts.slice(provers.length)
    const held = [...holders, ...others].map((name, index) => [name, String(coins[index])] as const)
    const tokens = Object.fromEntries(
      held.filter(([name, amount]) => holders.includes(name) || amount !== '0'),
    )
    const [prover, epochToProve, basisPointFee, isLive, claimant, bond] = lead as [
      ...[string, number, number, boolean, string, bigint],
    ]
    return {
      // Before the start the contract counts slot 0.
      slot: chain.time < start ? -1 : Number(slot),
      proven: blockOf(proven as bigint),
      pending: (line as bigint[]).map(blockOf),
      claim: isLive
        ? {
            epochToProve,
            proverAddress: nameOf(prover),
            bondAmount: String(bond),
            basisPointFee,
            claimant: nameOf(claimant),
          }
        : null,
      accounts,
      slashed: String(loot),
      tokens,
      queue: (entries as bigint[]).map(entryOf),
      taken: takenWith(proven as bigint),
      fallback: fallbackOf(gate as [number, number, number]),
    }
  },
}

/** The pool never moves: any account of its own will do. */
const POOL = '0x0000000000000000000000000000000000000001'

function address(name: string): `0x${string}` {
  if (name === 'escrow') return rollup.address
  return name === 'rollup' ? POOL : chain.address(name)
}

function nameOf(account: string): string {
  const name = people.get(account.toLowerCase())
  if (name === undefined) throw new Error(`nobody has the address ${account}`)
  return name
}

const textOf = ({ slot, content, forced }: Block): string => `${slot} ${content} ${forced}`
const contentWord = (content: string) =>
  content === WITHOUT_OTHERS ? toHex(0n, { size: 32 }) : keccak256(toHex(content))
const takenWith = (word: bigint): number => Number(BigInt.asUintN(32, word >> 192n))

const fallbackOf = ([watched, opened, moved]: readonly [number, number, number]): State['fallback'] => ({
  countedFrom: slotBefore(watched),
  entered: slotBefore(opened),
  advanced: slotBefore(moved),
})

function entryOf(word: bigint, index: number): State['queue'][number] {
  const transaction = transactions[index]
  if (transaction === undefined || (word & LOW_224_BITS) !== roots[index + 1])
    throw new Error(`entry ${index} of the queue is ${toHex(word)}, which did not enter`)
  return { transaction, includedByEpoch: Number(word >> 224n) }
}

function blockOf(word: bigint): Block {
  const block = blocks.get(word)
  if (!block) throw new Error(`no block of the run is ${toHex(word)}`)
  return block
}

/** A block that the chain never had has a word that no block has. */
function wordOf(block: Block): bigint {
  const { slot, content, forced } = block
  return (
    words.get(textOf(block)) ??
    blockWord({ parent: 1n, slot, time: 0n, content: contentWord(content), takes: forced, root: 0n })
  )
}

/** A block as the contract takes it. */
interface Packed {
  readonly parent: bigint
  readonly slot: number
  readonly time: bigint
  readonly content: `0x${string}`
  readonly takes: number
  readonly root: bigint
}

const blockTypes = ['uint256', 'uint32', 'uint256', 'bytes32', 'uint32', 'uint224']

function blockWord(block: Packed): bigint {
  return wordIn(block.slot + 1, takenWith(block.parent) + block.takes, blockDigest(block))
}

const wordIn = (nextSlot: number, taken: number, digest: `0x${string}`): bigint =>
  (BigInt(nextSlot) << 224n) | (BigInt(taken) << 192n) | BigInt.asUintN(192, BigInt(digest))

/** What is signed of a block. */
const blockDigest = (block: Packed): `0x${string}` => digestOf(blockTypes, Object.values(block))

type BlockEvent = Extract<Event, { type: 'propose' | 'proposeWithProof' }>

function packed({ parent, slot, timestampSlot, content, forced, forcedHash }: BlockEvent): Packed {
  const word = wordOf(parent)
  const match = roots[takenWith(word) + forced] ?? 0n
  return {
    parent: word,
    slot,
    time: start + BigInt(timestampSlot) * slotSeconds,
    content: contentWord(content),
    takes: forced,
    root: forcedHash === 'match' ? match : match ^ 1n,
  }
}

function learn(event: BlockEvent): void {
  const { slot, content, forced } = event
  const block = { slot, content, forced, beneficiary: 'none' }
  const word = blockWord(packed(event))
  words.set(textOf(block), word)
  blocks.set(word, block)
}

function learnEntry(transaction: string): void {
  const date = (chain.time - start) / slotSeconds / BigInt(epochSlots) + BigInt(graceEpochs)
  const values = [roots.at(-1), keccak256(toHex(transaction)), date]
  const hash = keccak256(encoded(['uint224', 'bytes32', 'uint256'], values))
  roots.push(BigInt.asUintN(224, BigInt(hash)))
  transactions.push(transaction)
}

const encoded = (types: readonly string[], values: readonly unknown[]): `0x${string}` =>
  encodeAbiParameters(
    types.map((type) => ({ type })),
    values,
  )

/** For this chain and this contract. */
const digestOf = (types: readonly string[], values: readonly unknown[]): `0x${string}` =>
  keccak256(encoded(['uint256', 'address', ...types], [chain.chainId, rollup.address, ...values]))

/** As long as the name, or as long as it must not be. */
const dataOf = ({ transaction, data }: Extract<Event, { type: 'forceInclusion' }>): `0x${string}` =>
  data === 'fits' ? toHex(transaction) : `0x${data === 'empty' ? '' : '00'.repeat(mostBytes + 1)}`

async function send(event: Exclude<Event, { type: 'advanceSlot' }>) {
  switch (event.type) {
    case 'propose': {
      const block = packed(event)
      const digest = blockDigest(block)
      const seats = event.attestations.map((name) => (name === 'none' ? '0x' : chain.sign(name, digest)))
      return rollup.send(event.caller, 'push', [event.committee.map(address), block, seats])
    }
    case 'claimEpochProofRight': {
      const { proverAddress, epochToProve, validUntilSlot, bondAmount, basisPointFee, signer } = event.quote
      const prover = address(proverAddress)
      const values = [prover, epochToProve, validUntilSlot, BigInt(bondAmount), basisPointFee]
      const digest = digestOf(['address', 'uint32', 'uint32', 'uint64', 'uint32'], values)
      const [, epoch, lastSlot, bond, fee] = values
      const offer = { prover, epoch, lastSlot, bond, fee, signature: chain.sign(signer, digest) }
      return rollup.send(event.caller, 'bid', [offer, event.committee.map(address)])
    }
    case 'submitEpochProof': {
      const ends = [wordOf(event.from), wordOf(event.to)]
      const proof = encoded(['uint256', 'uint256'], ends)
      return rollup.send(event.caller, 'prove', [...ends, event.valid ? proof : '0x'])
    }
    case 'proposeWithProof': {
      const block = packed(event)
      const proof = encoded(['uint256', 'uint256'], [block.parent, blockWord(block)])
      return rollup.send(event.caller, 'pushProven', [block, event.valid ? proof : '0x'])
    }
    case 'forceInclusion': {
      const data = dataOf(event)
      const proof = encoded(['address', 'bytes32'], [rollup.address, keccak256(data)])
      return rollup.send(event.caller, 'enqueue', [data, event.valid ? proof : '0x'])
    }
    case 'prune':
      return rollup.send(event.caller, 'drop')
    case 'deposit':
      return rollup.send(event.caller, 'put', [BigInt(event.amount)])
    case 'startWithdrawal':
      return rollup.send(event.caller, 'leave', [BigInt(event.amount)])
    case 'executeWithdrawal':
      return rollup.send(event.caller, 'cashOut', [address(event.receiver)])
    case 'collectSlashed':
      return rollup.send(event.caller, 'sweep')
    default:
      throw new Error(`the contract has no ${event.type}`)
  }
}
