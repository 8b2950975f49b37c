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
  'no loot': 'NothingSlashed',
}

/** Seconds from the first moment of the chain to slot 0: time for the deployment. */
const BEFORE_SLOT_0 = 600n
const GENESIS: Block = { slot: -1, content: 'genesis', beneficiary: 'none' }
/** The state that the chain starts from. */
const ORIGIN = keccak256(toHex('origin'))

let chain: AdapterChain
let rollup: Contract
let start: bigint
let slotSeconds: bigint
let people: ReadonlyMap<string, string>
let provers: readonly string[]
let holders: readonly string[]
/** Words of the blocks of the run by slot and content, and the way back. */
let words: Map<string, bigint>
let blocks: Map<bigint, Block>

export const adapter: Adapter = {
  name: 'PackedRollup',
  solidity: [new URL('./PackedRollup.sol', import.meta.url)],
  unsupported: {
    events: [
      'setupEpoch',
      'addValidator',
      'removeValidator',
      'collectReward',
      { type: 'propose', with: { blobs: ['fewer', 'more', 'other', 'missing'] } },
    ],
    variables: ['credits', 'validators', 'samples'],
  },

  async reset({ parameters: p, randaos }, pre, given) {
    chain = given
    start = chain.time + BEFORE_SLOT_0
    slotSeconds = BigInt(p.slotDurationSeconds)
    provers = Object.keys(pre.accounts)
    holders = Object.keys(pre.tokens)
    const [sample] = pre.samples
    const owners = holders.filter((name) => name !== 'escrow')
    const terms = {
      epochSlots: p.slotsPerEpoch,
      windowSlots: p.claimWindowSlots,
      delaySlots: p.withdrawalDelaySlots,
      slotSeconds: p.slotDurationSeconds,
      leastBond: BigInt(p.minimumBondWei),
      cap: BigInt(p.escrowCapWei),
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
    const genesis = wordIn(0n, digestOf('bytes32', [ORIGIN]))
    words = new Map([[textOf(GENESIS), genesis]])
    blocks = new Map([[genesis, GENESIS]])
    people = new Map([...holders, 'stranger', 'admin', 'none'].map((name) => [address(name), name]))
    chain.setTime(start + BigInt(pre.slot) * slotSeconds)
  },

  async apply(event) {
    if (event.type === 'advanceSlot') {
      chain.setTime(chain.time + slotSeconds)
      return { accepted: true }
    }
    const sent = await send(event)
    if (sent.accepted) {
      if (event.type === 'propose') learn(event)
      return { accepted: true }
    }
    const name = names[rollup.errorOf(sent.data) ?? '']
    return name ? { refused: [name] } : { reverted: sent.data }
  },

  async observe() {
    const [slot, line, proven, lead, loot, ...amounts] = await rollup.readAll([
      ...['slotNow', 'chain', 'proven', 'lead', 'loot'].map((view) => [view] as const),
      ...provers.map((name) => ['purses', [address(name)]] as const),
      ...holders.map((name) => ['coins', [address(name)]] as const),
    ])
    const accounts: Record<string, State['accounts'][string]> = {}
    for (const [index, name] of provers.entries()) {
      const purse = (amounts[index] as bigint[]).map(String) as [string, string, string, string]
      const [available, withdrawing, staked, unlockSlot] = purse
      accounts[name] = { available, withdrawing, staked, unlockSlot: Number(unlockSlot) }
    }
    const coins = amounts.slice(provers.length)
    const tokens = Object.fromEntries(holders.map((name, index) => [name, String(coins[index])]))
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

const textOf = ({ slot, content }: Block): string => `${slot} ${content}`
const contentWord = (content: string) => keccak256(toHex(content))

function blockOf(word: bigint): Block {
  const block = blocks.get(word)
  if (!block) throw new Error(`no block of the run is ${toHex(word)}`)
  return block
}

/** A block that the chain never had has a word that no block has. */
const wordOf = (block: Block): bigint => words.get(textOf(block)) ?? blockWord(1n, block.slot, block.content)

const wordIn = (nextSlot: bigint, digest: `0x${string}`): bigint =>
  (nextSlot << 224n) | BigInt.asUintN(224, BigInt(digest))

/** What is signed of a block. */
function blockDigest(parent: bigint, slot: number, timestampSlot: number, content: string): `0x${string}` {
  const time = start + BigInt(timestampSlot) * slotSeconds
  return digestOf('uint256 uint32 uint256 bytes32', [parent, slot, time, contentWord(content)])
}

const blockWord = (parent: bigint, slot: number, content: string): bigint =>
  wordIn(BigInt(slot + 1), blockDigest(parent, slot, slot, content))

function learn({ parent, slot, content }: Extract<Event, { type: 'propose' }>): void {
  const block = { slot, content, beneficiary: 'none' }
  const word = blockWord(wordOf(parent), slot, content)
  words.set(textOf(block), word)
  blocks.set(word, block)
}

/** For this chain and this contract. */
function digestOf(types: string, values: readonly unknown[]): `0x${string}` {
  const parameters = `uint256 address ${types}`.split(' ').map((type) => ({ type }))
  return keccak256(encodeAbiParameters(parameters, [chain.chainId, rollup.address, ...values]))
}

async function send(event: Exclude<Event, { type: 'advanceSlot' }>) {
  switch (event.type) {
    case 'propose': {
      const parent = wordOf(event.parent)
      const time = start + BigInt(event.timestampSlot) * slotSeconds
      const block = [parent, event.slot, time, contentWord(event.content)]
      const digest = blockDigest(parent, event.slot, event.timestampSlot, event.content)
      const seats = event.attestations.map((name) => (name === 'none' ? '0x' : chain.sign(name, digest)))
      return rollup.send(event.caller, 'push', [event.committee.map(address), ...block, seats])
    }
    case 'claimEpochProofRight': {
      const { proverAddress, epochToProve, validUntilSlot, bondAmount, basisPointFee, signer } = event.quote
      const prover = address(proverAddress)
      const values = [prover, epochToProve, validUntilSlot, BigInt(bondAmount), basisPointFee]
      const digest = digestOf('address uint32 uint32 uint64 uint32', values)
      const [, epoch, lastSlot, bond, fee] = values
      const offer = { prover, epoch, lastSlot, bond, fee, signature: chain.sign(signer, digest) }
      return rollup.send(event.caller, 'bid', [offer, event.committee.map(address)])
    }
    case 'submitEpochProof': {
      const ends = [wordOf(event.from), wordOf(event.to)]
      const proof = encodeAbiParameters([{ type: 'uint256' }, { type: 'uint256' }], ends as [bigint, bigint])
      return rollup.send(event.caller, 'prove', [...ends, event.valid ? proof : '0x'])
    }
    case 'prune':
      return rollup.send(event.caller, 'drop')
    case 'deposit':
      return rollup.send(event.caller, 'put', [BigInt(event.amount)])
    case 'startWithdrawal':
      return rollup.send(event.caller, 'leave', [BigInt(event.amount)])
    case 'executeWithdrawal':
      return rollup.send(event.caller, 'cashOut')
    case 'collectSlashed':
      return rollup.send(event.caller, 'sweep')
    default:
      throw new Error(`the contract has no ${event.type}`)
  }
}
