import { type Abi, decodeFunctionResult, encodeFunctionData, zeroHash } from 'viem'
import { epochNow, sampleInForce, slotNow } from '../../model/l1-rollup/chain.ts'
import { epochOf } from '../../model/l1-rollup/rules/arithmetic.ts'
import { GENESIS, type Sample, type State } from '../../model/l1-rollup/vocabulary.ts'
import { keccakWords } from '../../model/shared/hash.ts'
import type { Hex } from '../evm/word.ts'
import { addressOf, packedMembers } from '../translation/cast.ts'
import { queueHashes } from '../translation/queue.ts'
import { committeeHash } from '../translation/storage.ts'
import { DriverError } from './driver.ts'
import { bondsAround, type EffectiveView } from './effective.ts'
import type { Stand } from './stand.ts'

/** @throws DriverError for an answer that is none of this function */
function decoded(abi: Abi, functionName: string, data: Hex): unknown {
  try {
    return decodeFunctionResult({ abi, functionName, data })
  } catch (cause) {
    throw new DriverError(`view ${functionName} answers ${data}`, { cause })
  }
}

interface Tip {
  readonly blockHash: Hex
  readonly nextSlot: bigint
}

/** Answers of views that answer for an epoch (VIEW-5). */
type SampleSaid = readonly [
  sample: { epoch: bigint; seed: Hex; committee: Hex; size: bigint },
  isFinal: boolean,
]
type ProposerSaid = readonly [proposer: Hex, isFinal: boolean]

/**
 * The effective state as the views of the contracts tell it, on real blocks.
 * @param stored by α from raw storage: its members in force are an argument of a view, and what the credits hold must be
 * what the views say of them
 * @param moment seconds since 1970, in the current slot
 * @throws DriverError when a view contradicts raw storage; UnknownBlock, UnknownAddress, ViewRefused
 */
export async function viewsOf(stand: Stand, stored: State, moment: bigint): Promise<EffectiveView> {
  const { addresses, abis, blocks, profile } = stand
  const { parameters } = profile
  const { members } = sampleInForce(stored, parameters)
  const slotNext = slotNow(stored) + parameters.slotsPerEpoch
  // VIEW-5: of the current epoch all is final, of the next one if it was set up.
  const inForce = [slotNow(stored), slotNext].map((slot) => ({
    slot,
    epoch: epochOf({ slot, slotsPerEpoch: parameters.slotsPerEpoch }),
    sample: sampleInForce({ ...stored, slot }, parameters),
    isFinal: slot !== slotNext || stored.samples.at(-1)!.epoch > epochNow(stored, parameters),
  }))
  const holders = Object.keys(stored.credits)
  const provers = Object.keys(stored.accounts)
  const slots = slotsAround(stored)
  const bonds = provers.flatMap((name) =>
    bondsAround(stored.accounts[name]!).map((bondAmount) => ({ name, bondAmount })),
  )
  const asked: { contract: 'rollup' | 'escrow'; functionName: string; args: readonly unknown[] }[] = [
    ...[
      'currentSlot',
      'currentEpoch',
      'provenTip',
      'pendingTip',
      'epochEnd',
      'claim',
      'pruneIsDue',
      'rewardPool',
      'inFallback',
      'fallbackState',
      'taken',
      'queueLength',
      'validatorCount',
    ].map((functionName) => ({ contract: 'rollup' as const, functionName, args: [] })),
    ...['validators', 'frozenValidators'].map((functionName) => ({
      contract: 'rollup' as const,
      functionName,
      args: [0n, ALL],
    })),
    ...inForce.flatMap(({ slot, epoch, sample }) => [
      { contract: 'rollup' as const, functionName: 'sampleInForce', args: [BigInt(epoch)] },
      {
        contract: 'rollup' as const,
        functionName: 'proposerOf',
        args: [BigInt(slot), packedMembers(sample.members)],
      },
    ]),
    { contract: 'escrow', functionName: 'slashedWei', args: [] },
    ...holders.map((name) => ({
      contract: 'rollup' as const,
      functionName: 'creditOf',
      args: [addressOf(name)],
    })),
    ...provers.map((name) => ({
      contract: 'escrow' as const,
      functionName: 'accountOf',
      args: [addressOf(name)],
    })),
    ...holders.map((name) => ({
      contract: 'rollup' as const,
      functionName: 'isValidator',
      args: [addressOf(name)],
    })),
    ...stored.queue.map((_, index) => ({
      contract: 'rollup' as const,
      functionName: 'queueEntry',
      args: [BigInt(index)],
    })),
    ...slots.flatMap((slot) =>
      ['postingOf', 'isChallengeable'].map((functionName) => ({
        contract: 'rollup' as const,
        functionName,
        args: [BigInt(slot)],
      })),
    ),
    ...bonds.map(({ name, bondAmount }) => ({
      contract: 'escrow' as const,
      functionName: 'coveredNextSlot',
      args: [addressOf(name), bondAmount],
    })),
  ]
  const encode = (abi: Abi, functionName: string, args: readonly unknown[]) =>
    encodeFunctionData({ abi, functionName, args })
  const answers = await stand.chain.views(
    asked.map(({ contract, functionName, args }) => ({
      to: addresses[contract],
      data: encode(abis[contract], functionName, args),
    })),
    moment,
  )
  const read = answers.map((data, index) => {
    const { contract, functionName } = asked[index]!
    return decoded(abis[contract], functionName, data)
  })
  const [slot, currentEpoch, provenTip, pendingTip, epochEnd, claim, pruneIsDue, ...rest] = read as [
    bigint,
    bigint,
    Tip,
    Tip,
    Tip,
    { epochToProve: bigint; proverAddress: Hex; bondAmount: bigint; basisPointFee: bigint; claimant: Hex },
    boolean,
    ...unknown[],
  ]
  const [
    rewardPool,
    inFallback,
    timing,
    taken,
    queueLength,
    counts,
    validators,
    frozenValidators,
    ...others
  ] = rest as [
    bigint,
    boolean,
    Readonly<Record<'countedFromNext' | 'enteredNext' | 'advancedNext', bigint>>,
    readonly [effective: bigint, proven: bigint],
    bigint,
    readonly [current: bigint, frozen: bigint],
    Hex[],
    Hex[],
    ...unknown[],
  ]
  const [sampleNow, proposerNow, sampleNext, proposerNext, slashedWei, ...amounts] = others as [
    SampleSaid,
    ProposerSaid,
    SampleSaid,
    ProposerSaid,
    bigint,
    ...unknown[],
  ]
  const same = (what: string, found: unknown, expected: unknown): void => {
    if (String(found) !== String(expected))
      throw new DriverError(`view ${what} says ${String(found)}, raw storage ${String(expected)}`)
  }
  const seedOf = ({ randao, epoch }: Sample): Hex => stand.storageMap.seedOf(randao, epoch)
  for (const [place, [said, isFinal]] of [sampleNow, sampleNext].entries()) {
    const { epoch, sample, ...expected } = inForce[place]!
    same(
      `sampleInForce ${epoch}`,
      [said.epoch, said.seed, said.committee, said.size, isFinal],
      [sample.epoch, seedOf(sample), committeeHash(sample.members), sample.members.length, expected.isFinal],
    )
  }
  // Who it is in the current slot is compared with what the model draws.
  same(`proposerOf ${inForce[0]!.slot}, isFinal`, proposerNow[1], true)
  const next = inForce[1]!
  same(
    `proposerOf ${next.slot}`,
    [proposerNext[0].toLowerCase(), proposerNext[1]],
    [addressOf(drawn(next.sample.members, next, seedOf(next.sample))), next.isFinal],
  )
  holders.forEach((name, index) => {
    same(`creditOf ${name}`, amounts[index], stored.credits[name])
  })
  const accounts = provers.map((name, index) => {
    const seen = amounts[holders.length + index] as Record<string, bigint>
    const account = {
      available: String(seen.availableWei),
      withdrawing: String(seen.withdrawingWei),
      unlockSlot: Number(seen.unlockSlot),
      staked: String(seen.stakedWei),
    }
    return [name, account] as const
  })
  const nextSlots = amounts.slice(amounts.length - bonds.length)
  const covered = provers.map((prover) => {
    const told = bonds.flatMap(({ name, bondAmount }, index) =>
      name === prover ? [[String(bondAmount), Number(nextSlots[index])] as const] : [],
    )
    return [prover, Object.fromEntries(told)] as const
  })
  holders.forEach((name, index) => {
    const found = amounts[holders.length + provers.length + index]
    same(`isValidator ${name}`, found, stored.validators.current.includes(name))
  })
  same('taken, proven', taken[1], stored.taken)
  same('queueLength', queueLength, stored.queue.length)
  same('validatorCount', counts, [validators.length, frozenValidators.length])
  const hashes = queueHashes(stored.queue)
  stored.queue.forEach(({ includedByEpoch }, index) => {
    const found = amounts[2 * holders.length + provers.length + index] as Record<string, unknown>
    same(
      `queueEntry ${index}`,
      [found.hash, found.includedByEpoch, found.included],
      [hashes[index + 1], includedByEpoch, index < taken[0]],
    )
  })
  const answersOf = (functionName: string): readonly (readonly [slot: number, answer: unknown])[] =>
    slots.map((slot, index) => [
      slot,
      amounts[
        2 * holders.length +
          provers.length +
          stored.queue.length +
          2 * index +
          (functionName === 'postingOf' ? 0 : 1)
      ],
    ])
  const posted = answersOf('postingOf').filter(([, commitment]) => commitment !== zeroHash)
  for (const [slot, commitment] of posted)
    same(`postingOf ${slot}`, commitment, stand.storageMap.postingIn(stand.chain.storage, slot))
  const blockOf = (what: string, { blockHash, nextSlot }: Tip) => {
    const block = blockHash === blocks.genesisHash ? GENESIS : blocks.preimage(blockHash).block
    same(`${what}.nextSlot`, nextSlot, block.slot + 1)
    return block
  }
  const { cast } = stand.storageMap
  const proverAddress = cast.nameOf(claim.proverAddress)
  if (proverAddress === 'none')
    same(
      'claim of nobody',
      [claim.epochToProve, claim.bondAmount, claim.basisPointFee, cast.nameOf(claim.claimant)],
      [0, 0, 0, 'none'],
    )
  return {
    slot: Number(slot),
    epoch: Number(currentEpoch),
    proven: blockOf('provenTip', provenTip),
    tip: blockOf('pendingTip', pendingTip),
    epochEnd: blockOf('epochEnd', epochEnd),
    claim:
      proverAddress === 'none'
        ? null
        : {
            epochToProve: Number(claim.epochToProve),
            proverAddress,
            bondAmount: claim.bondAmount.toString(),
            basisPointFee: Number(claim.basisPointFee),
            claimant: cast.nameOf(claim.claimant),
          },
    pruneIsDue,
    committee: members,
    proposer: cast.nameOf(proposerNow[0]),
    validators: validators.map((address) => cast.nameOf(address)),
    frozenValidators: frozenValidators.map((address) => cast.nameOf(address)),
    rewardPoolWei: rewardPool.toString(),
    accounts: Object.fromEntries(accounts),
    slashedWei: slashedWei.toString(),
    covered: Object.fromEntries(covered),
    inFallback,
    fallback: {
      countedFrom: Number(timing.countedFromNext) - 1,
      entered: Number(timing.enteredNext) - 1,
      advanced: Number(timing.advancedNext) - 1,
    },
    taken: Number(taken[0]),
    posted: posted.map(([slot]) => slot),
    challengeable: answersOf('isChallengeable')
      .filter(([, isChallengeable]) => isChallengeable)
      .map(([slot]) => slot),
  }
}

/** EPOCH-8, of any slot: samples of real blocks have what stands for their prevrandao for the slots of the run alone. */
function drawn(members: readonly string[], at: { epoch: number; slot: number }, seed: Hex): string {
  if (members.length === 0) return 'none'
  const word = keccakWords(BigInt(at.epoch), BigInt(at.slot), BigInt(seed))
  return members[Number(word % BigInt(members.length))]!
}

/** However many there are. */
const ALL = 2n ** 256n - 1n

/** The current slot, those of pending blocks, and those next to them. */
const slotsAround = (state: State): number[] => {
  const slots = [slotNow(state), ...state.pending.flatMap(({ slot }) => [slot - 1, slot, slot + 1])]
  return [...new Set(slots)].filter((slot) => slot >= 0).sort((left, right) => left - right)
}
