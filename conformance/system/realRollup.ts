import { type Abi, decodeErrorResult, decodeFunctionResult, encodeFunctionData } from 'viem'
import { firstSeats } from '../../impl/system/seats.ts'
import type { System } from '../../impl/system/system.ts'
import type { L1Call, Setup } from '../../impl/system/vocabulary.ts'
import { blockText, listText } from '../../model/node/lists.ts'
import { GENESIS, type Proposal } from '../../model/node/vocabulary.ts'
import { NO_ADDRESS } from '../../model/shared/units.ts'
import { type Blob, blobOf } from '../evm/blobs.ts'
import { Chain, type Snapshot, type Transaction } from '../evm/blocks.ts'
import { compactVs, keyOf, sign } from '../evm/ecdsa.ts'
import { type Address, type Hex, wordHex } from '../evm/word.ts'
import { packedMembers } from '../translation/cast.ts'
import { chainId, genesisTimestamp, planProfile } from '../translation/deployment.ts'
import { Domain, genesisStateRoot, type Header, hashWords, labelHash } from '../translation/headers.ts'
import { forcedData, hashOfData, queueHashes, transactionHash } from '../translation/queue.ts'

/** Seconds since 1970 of the engine's first block: before every slot. */
const ENGINE_START = 1_700_000_000
const CREATION_GAS = 30_000_000n

/** A constructor reverted. */
export class DeploymentFailed extends Error {
  override readonly name = 'DeploymentFailed'
}

/** A run called L1 in a way that is not put to the contract. */
export class CallUnknown extends Error {
  override readonly name = 'CallUnknown'
}

/** An entry of the forced-inclusion queue. */
interface Forced {
  readonly transaction: string
  readonly includedByEpoch: number
}

/** How the contract answered a call: the name of its error, undefined where it accepted. */
export interface Answer {
  readonly refusal: string | undefined
  readonly gasUsed: bigint
}

/**
 * The deployed rollup of a setup on real blocks. What nodes say of a block becomes what L1 is given: its list the body in
 * a blob, its root a state root, its attestations signatures by their members' keys.
 */
export class RealRollup {
  /** Hashes of the blocks that were taken, by what nodes call them. */
  #hashes = new Map<string, Hex>()
  /** Where it can go back to: before each call that is accepted, the oldest first. */
  #past: { snapshot: Snapshot; hashes: Map<string, Hex>; queue: readonly Forced[] }[] = []
  /** Entries of the forced-inclusion queue. */
  #queue: readonly Forced[] = []

  private constructor(
    private readonly setup: Setup,
    /** In the order of the seats; the same in all slots of a run. */
    private readonly committee: readonly string[],
    private readonly chain: Chain,
    private readonly rollup: Address,
    private readonly abi: Abi,
    private readonly domain: Domain,
    private readonly start: Snapshot,
  ) {}

  /** @throws EngineMissing, EngineDied, DeploymentFailed */
  static async deploy(system: System): Promise<RealRollup> {
    const { setup } = system
    const { committees } = firstSeats(system)
    const deployer = keyOf('deployer')
    const plan = await planProfile(setup.profile, deployer.address)
    const chain = await Chain.start({ genesisTimestamp: ENGINE_START, chainId })
    try {
      for (const { contract, data } of plan.creations) {
        const [mined] = await chain.mine([{ from: deployer, data, gas: CREATION_GAS }], genesisTimestamp)
        if (mined!.status === 'reverted') throw new DeploymentFailed(`${contract}: ${mined!.returnData}`)
      }
      const { rollup } = plan.addresses
      const domain = new Domain(BigInt(chainId), rollup)
      const real = new RealRollup(
        setup,
        committees[0]!,
        chain,
        rollup,
        plan.abi('Rollup'),
        domain,
        await chain.snapshot(),
      )
      real.#forget()
      return real
    } catch (error) {
      await chain.stop()
      throw error
    }
  }

  /** Back to the state after deployment. */
  async reset(): Promise<void> {
    await this.chain.revert(this.start)
    this.#forget()
  }

  stop(): Promise<void> {
    return this.chain.stop()
  }

  #forget(): void {
    this.#hashes = new Map([[blockText(GENESIS), this.domain.genesisHash(genesisStateRoot)]])
    this.#queue = []
    this.#past = []
  }

  /** L1 reorganises: the blocks of its last calls are gone. */
  async #goBack(depth: number): Promise<Answer> {
    const { snapshot, hashes, queue } = this.#past.at(-depth)!
    this.#past = this.#past.slice(0, -depth)
    this.#hashes = hashes
    this.#queue = queue
    await this.chain.revert(snapshot)
    return { refusal: undefined, gasUsed: 0n }
  }

  /** A call of a run, as a signed transaction in a block of its own in the slot of the run. */
  async call(call: L1Call): Promise<Answer> {
    if (call.kind === 'reorg') return this.#goBack(call.depth)
    const before = { hashes: new Map(this.#hashes), queue: this.#queue }
    if (this.setup.reorgDepth > 0 && call.refusal === undefined)
      this.#past.push({ snapshot: await this.chain.snapshot(), ...before })
    if (call.kind === 'force') {
      const { forcedMaximumBytes } = this.setup.profile.parameters
      const data = forcedData({ transaction: call.transaction, data: 'fits' }, forcedMaximumBytes)
      const args = [data, hashWords([hashOfData(data)])]
      const answer = await this.#mine('user', 'forceInclusion', args, call.slot)
      if (answer.refusal === undefined)
        // Due at once, and all slots of a run are of epoch 0.
        this.#queue = [...this.#queue, { transaction: call.transaction, includedByEpoch: 0 }]
      return answer
    }
    if (call.kind === 'setUp') return this.#mine(call.caller, 'setupEpoch', [], call.slot)
    if (call.kind !== 'propose')
      throw new CallUnknown(`${call.kind} in slot ${call.slot}: no run puts it to a contract yet`)
    const { proposal, signers, caller, slot } = call
    const body = await bodyOf(proposal)
    const header = this.#header(call, body)
    const digest = this.domain.blockHash(header)
    const args = [header, packedMembers(this.committee), attestationsOf(signers, this.committee, digest)]
    const answer = await this.#mine(caller, 'propose', args, slot, [body])
    if (answer.refusal === undefined)
      this.#hashes.set(blockText({ slot: proposal.slot, root: proposal.root }), digest)
    return answer
  }

  /** Identity of the block that the contract has as its tip, and that of a block of the nodes. */
  async tips(block: { slot: number; root: string[] }, slot: number): Promise<{ found: Hex; expected: Hex }> {
    const data = encodeFunctionData({ abi: this.abi, functionName: 'pendingTip', args: [] })
    const [answer] = await this.chain.views([{ to: this.rollup, data }], this.#startOf(slot))
    const tip = decodeFunctionResult({ abi: this.abi, functionName: 'pendingTip', data: answer! })
    return { found: (tip as { blockHash: Hex }).blockHash, expected: this.#hashes.get(blockText(block))! }
  }

  #startOf(slot: number): bigint {
    return genesisTimestamp + BigInt(slot * this.setup.profile.parameters.slotDurationSeconds)
  }

  /** PROPOSE-13: what nodes say of a block, as L1 is told it. */
  #header({ proposal, taken, forcedHash }: Extract<L1Call, { kind: 'propose' }>, body: Blob): Header {
    const { slot, timestampSlot, parent, transactions, forced, root } = proposal
    return {
      parentHash: this.#hashes.get(blockText(parent)) ?? labelHash(`no block ${blockText(parent)}`),
      slot: BigInt(slot),
      timestamp: this.#startOf(timestampSlot),
      stateRoot: labelHash(`state root ${listText(root)}`),
      transactionsHash: hashWords(transactions.map(transactionHash)),
      forcedCount: BigInt(forced),
      forcedHash:
        forcedHash === 'other'
          ? labelHash('another queue')
          : (queueHashes(this.#queue)[taken + forced] ?? wordHex(0n)),
      hasOthers: transactions.length > forced,
      blobHashes: [body.versionedHash],
    }
  }

  async #mine(
    caller: string,
    functionName: string,
    args: readonly unknown[],
    slot: number,
    blobs?: readonly Blob[],
  ): Promise<Answer> {
    const data = encodeFunctionData({ abi: this.abi, functionName, args })
    const transaction: Transaction = { from: keyOf(caller), to: this.rollup, data }
    const [mined] = await this.chain.mine(
      [blobs ? { ...transaction, blobs } : transaction],
      this.#startOf(slot),
    )
    const { gasUsed } = mined!
    if (mined!.status === 'success') return { refusal: undefined, gasUsed }
    return { refusal: decodeErrorResult({ abi: this.abi, data: mined!.returnData }).errorName, gasUsed }
  }
}

/** What execution gives of a list, as it is published; the hash of another body stands in a header that lies. */
const bodyOf = ({ transactions, blobs }: Proposal): Promise<Blob> =>
  blobOf(new TextEncoder().encode(blobs === 'match' ? `effects of ${listText(transactions)}` : 'others'))

/**
 * Signatures seat by seat. That of a stranger is one that the member made of something else: it recovers to nobody who is
 * known.
 */
function attestationsOf(signers: readonly string[], committee: readonly string[], digest: Hex) {
  let markedSeats = 0n
  const signatures: { r: Hex; vs: Hex }[] = []
  for (const [seat, signer] of signers.entries()) {
    if (signer === NO_ADDRESS) continue
    markedSeats |= 1n << BigInt(seat)
    const made = sign(signer === 'stranger' ? labelHash('another block') : digest, keyOf(committee[seat]!))
    signatures.push({ r: made.r, vs: compactVs(made) })
  }
  return { markedSeats, signatures }
}
