/**
 * Every fault of a token and of a verifier, for every call, while credits, a stake, a withdrawal and a slashed bond are
 * all outstanding. The whole storage is compared.
 */
import { type Abi, decodeEventLog, encodeErrorResult, encodeFunctionData, parseAbi } from 'viem'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { keyOf } from '../evm/ecdsa.ts'
import { applyChanges, type Log } from '../evm/trace.ts'
import type { Hex } from '../evm/word.ts'
import {
  after,
  type Call,
  callsOf,
  credited,
  creditedForBlock,
  type Move,
  moved,
  sink,
  type Write,
} from './calls.ts'
import {
  declaredFaults,
  faultyProof,
  type Loaded,
  proposer,
  prover,
  startLoaded,
  type TokenFault,
  tokenFaults,
  type VerifierFault,
  verifierFaults,
} from './loaded.ts'
import type { Refusal, World } from './world.ts'

type Calls = Awaited<ReturnType<typeof callsOf>>
type CallName = keyof Calls

let loaded: Loaded
let world: World
let calls: Calls

beforeAll(async () => {
  loaded = await startLoaded()
  world = loaded.world
  calls = await callsOf(loaded)
})
afterAll(() => world?.stop())
beforeEach(() => at('loaded'))

const at = (moment: Call['at']): void => {
  world.storage = loaded[moment].storage
  world.slot = loaded[moment].slot
}
const misbehave = (fault: TokenFault) => world.accepted('token', 'misbehave', [tokenFaults.indexOf(fault)])
const execute = ({ contract, functionName, args, options }: Call) =>
  world.execute(contract, functionName, args, options)

const refusal = (name: string, ...args: unknown[]): Refusal => ({ name, args })
const reentered = encodeErrorResult({ abi: parseAbi(['error Reentered()']) })
const abiOf = (contract: 'rollup' | 'escrow'): Abi =>
  world.artifact(contract === 'rollup' ? 'Rollup' : 'ProofEscrow').abi
const entryPoints = (contract: 'rollup' | 'escrow'): string[] =>
  abiOf(contract).flatMap((item) =>
    item.type === 'function' && item.stateMutability !== 'view' && item.stateMutability !== 'pure'
      ? [item.name]
      : [],
  )
const eventsOf = (logs: readonly Log[]): string[] =>
  logs.map(({ data, topics }) => {
    const abi = [...abiOf('rollup'), ...abiOf('escrow')]
    return (decodeEventLog({ abi, data, topics: topics as [Hex] }) as { eventName: string }).eventName
  })

/** Only the rollup may call these: what they do is in its calls. */
const ofTheRollup = ['slash', 'stake', 'unstake'] as const
/** Only the escrow may call this one. */
const ofTheEscrow = ['settle'] as const
const callNames = [
  'deposit',
  'startWithdrawal',
  'executeWithdrawal',
  'collectSlashed',
  'collectReward',
  'propose',
  'proposeByPublished',
  'publishCommittee',
  'challenge',
  'claimEpochProofRight',
  'submitEpochProof',
  'unclaimedProof',
  'setupEpoch',
  'addValidator',
  'removeValidator',
  'addValidators',
  'removeValidators',
  'transferAdministration',
  'acceptAdministration',
  'prune',
  'pruneEntering',
  'proposeWithProof',
  'forceInclusion',
  'forceInclusionEntering',
  'forceInclusionLeaving',
  'proposeOnWhatIsLeft',
  'withdrawalToStranger',
  'withdrawalToRollup',
  'withdrawalOverdue',
  'collectSlashedOverdue',
  'collectSlashedEntering',
  'collectSlashedLeaving',
  'collectRewardOverdue',
  'depositOverdue',
  'depositEntering',
  'depositLeaving',
] as const satisfies readonly CallName[]

describe('what is enumerated', () => {
  test('is every fault of the mocks', () => {
    expect(declaredFaults('FaultyToken', 'Fault')).toEqual([...tokenFaults])
    expect(declaredFaults('FaultyVerifier', 'VerifierFault')).toEqual([...verifierFaults])
  })

  test('is every call of both contracts', () => {
    expect([...callNames].sort()).toEqual(Object.keys(calls).sort())
    for (const contract of ['rollup', 'escrow'] as const) {
      const called = new Set<string>(
        Object.values<Call>(calls)
          .filter((call) => call.contract === contract)
          .map(({ functionName }) => functionName),
      )
      expect(
        entryPoints(contract)
          .filter((name) => !called.has(name))
          .sort(),
      ).toEqual(contract === 'escrow' ? [...ofTheRollup] : [...ofTheEscrow])
    }
  })

  test('has credits, a stake, an open withdrawal and a slashed bond outstanding at once', async () => {
    const stored = { from: world.addresses.rollup }
    for (const moment of ['loaded', 'overdue', 'entered', 'left'] as const) {
      at(moment)
      const account = { availableWei: 27n, stakedWei: 9n, withdrawingWei: 4n, unlockSlot: 141n }
      expect(await world.view('escrow', 'storedStakeOf', [prover.address], stored)).toBe(9n)
      // VIEW-2: later the 9 wei at stake are due to be slashed.
      const isLive = moment === 'loaded'
      expect(await world.view('escrow', 'accountOf', [prover.address])).toEqual({
        ...account,
        stakedWei: isLive ? 9n : 0n,
      })
      expect(await world.view('escrow', 'slashedWei')).toBe(isLive ? 6n : 15n)
      expect(await world.view('rollup', 'creditOf', [prover.address])).toBe(3n)
      expect(await world.view('rollup', 'creditOf', [proposer])).toBe(4n)
      expect(await world.view('rollup', 'rewardPool')).toBe(5n)
    }
    at('unclaimed')
    expect(await world.view('escrow', 'accountOf', [prover.address])).toMatchObject({
      availableWei: 36n,
      stakedWei: 0n,
      withdrawingWei: 4n,
    })
  })
})

/** What a move of tokens comes to: carried out but for what the token keeps, not at all, or refused. */
type Fate = { readonly keptWei: bigint } | 'nothing' | ((move: Move) => Refusal)
const moves: Fate = { keptWei: 0n }
const failed = ({ from, to, amountWei }: Move) => refusal('TokenTransferFailed', from, to, amountWei)
const mismatch = (receivedWei: bigint) => (move: Move) =>
  refusal('TokenAmountMismatch', receivedWei, move.amountWei)
const unavailable = ({ from }: Move) => refusal('TokenBalanceUnavailable', from)

/** Of every fault: what a deposit, a payment, and the reward of a proof come to. No other call asks the token. */
const fates: Record<TokenFault, readonly [deposit: Fate, payment: Fate, rewardWei: 0n | 5n | 7n]> = {
  None: [moves, moves, 5n],
  ReturnsFalse: [failed, failed, 5n],
  ReturnsNothing: [moves, moves, 5n],
  ReturnsTwo: [failed, failed, 5n],
  ReturnsMegabyte: [moves, moves, 5n],
  Reverts: [failed, failed, 5n],
  // Whoever deploys with a token that keeps what it should pay cannot be helped; a deposit is not believed.
  MovesNothing: [mismatch(0n), 'nothing', 5n],
  TakesFee: [mismatch(9n), { keptWei: 1n }, 5n],
  Reenters: [moves, moves, 5n],
  BalanceReverts: [unavailable, moves, 0n],
  BalanceReturnsNothing: [unavailable, moves, 0n],
  BalanceBurnsGas: [unavailable, moves, 0n],
  BalanceOverstates: [mismatch(0n), moves, 7n],
}

/** What a call credits beyond its writes, by what the pool is seen to hold. */
const rewardOf = ({ functionName, at: moment }: Call, rewardWei: 0n | 5n | 7n) => {
  if (functionName === 'proposeWithProof') return creditedForBlock(rewardWei)
  const isRewarded = functionName === 'submitEpochProof' && moment === 'loaded'
  return isRewarded ? credited(rewardWei) : { writes: [], events: [] }
}

/** What a fault leaves of a call: its refusal, or all that it writes and tells. */
const expected = (
  fault: TokenFault,
  call: Call,
): Refusal | { writes: Write[]; events: readonly string[] } => {
  const { functionName, move, writes, events } = call
  const [deposit, payment, rewardWei] = fates[fault]
  const fate = functionName === 'deposit' ? deposit : payment
  if (move && typeof fate === 'function') return fate(move)
  const reward = rewardOf(call, rewardWei)
  return {
    writes: [
      ...writes,
      ...(move && typeof fate === 'object' ? moved(move, fate.keptWei) : []),
      ...reward.writes,
      // It has called nobody, who accepts everything, and behaves from then on.
      ...(move && fault === 'Reenters' ? calledBack(true, '0x') : []),
    ],
    events: [...events, ...reward.events],
  }
}
/** What the token remembers of a call that it made. */
const calledBack = (accepted: boolean, answer: Hex): Write[] => [
  ['token', ['fault'], 0n],
  ['token', ['accepted'], accepted],
  ['token', ['answer'], answer],
]

describe('a token with a fault', () => {
  const rows = tokenFaults.flatMap((fault) => callNames.map((name) => [fault, name] as const))

  test.each(rows)('%s: %s changes what it should, or is refused and changes nothing', async (fault, name) => {
    const call = calls[name]
    at(call.at)
    await misbehave(fault)
    const before = world.storage
    const outcome = await execute(call)
    const wanted = expected(fault, call)
    if ('name' in wanted) {
      expect(outcome.status === 'success' ? 'accepted' : world.decode(outcome)).toEqual(wanted)
      expect(applyChanges(before, outcome.changes!)).toEqual(before)
    } else {
      expect(outcome.status === 'success' ? undefined : world.decode(outcome)).toBeUndefined()
      expect(world.storage).toEqual(after(loaded, before, wanted.writes))
      expect(eventsOf((outcome as { logs: readonly Log[] }).logs)).toEqual(wanted.events)
    }
  })

  test.each(
    tokenFaults.flatMap((fault) => [
      [fault, 'submitEpochProof' as const] as const,
      [fault, 'proposeWithProof' as const] as const,
    ]),
  )('%s: %s costs less than half a million gas', async (fault, name) => {
    at(calls[name].at)
    await misbehave(fault)
    expect((await execute(calls[name])).gasUsed).toBeLessThan(500_000n)
  })

  test.each(['ReturnsFalse', 'ReturnsTwo', 'Reverts'] as const)(
    '%s: everything is paid when the token comes round',
    async (fault) => {
      await misbehave(fault)
      const payments = [calls.executeWithdrawal, calls.collectSlashed, calls.collectReward]
      for (const call of payments) expect((await execute(call)).status).toBe('reverted')
      await misbehave('None')
      for (const call of payments) expect((await execute(call)).status).toBe('success')
      const held = (holder: Hex) => world.view('token', 'balanceOf', [holder])
      const { escrow, rollup } = world.addresses
      expect(await Promise.all([prover.address, sink, escrow, rollup].map(held))).toEqual([17n, 6n, 60n, 9n])
    },
  )
})

describe('a token that calls back', () => {
  const outers = [
    'deposit',
    'executeWithdrawal',
    'withdrawalToStranger',
    'withdrawalToRollup',
    'collectSlashed',
    'collectReward',
  ] as const
  const inners = [...callNames.filter((name) => calledIn(name) === 'loaded'), ...ofTheRollup, ...ofTheEscrow]
  /** By contract: what cannot be called from within a call that moves tokens. */
  const locked = {
    escrow: ['deposit', 'startWithdrawal', 'executeWithdrawal', 'collectSlashed'],
    rollup: ['submitEpochProof', 'proposeWithProof', 'collectReward'],
  }
  const innerCall = (name: (typeof inners)[number]): Pick<Call, 'contract' | 'functionName' | 'args'> => {
    if (name === 'settle') return { contract: 'rollup', functionName: name, args: [] }
    if (name === 'stake' || name === 'unstake' || name === 'slash') {
      const args = name === 'stake' ? [prover.address, 1n] : [prover.address]
      return { contract: 'escrow', functionName: name, args }
    }
    return calls[name]
  }

  test.each(outers.flatMap((outer) => inners.map((inner) => [outer, inner] as const)))(
    'within %s: %s is refused by the lock, or does what it would do on its own',
    async (outer, inner) => {
      const call = calls[outer]
      const { contract, functionName, args } = innerCall(inner)
      const data = encodeFunctionData({ abi: abiOf(contract), functionName, args } as never)
      await world.accepted('token', 'reenter', [world.addresses[contract], data])
      const prepared = world.storage

      // One after the other, the token behaving.
      await misbehave('None')
      const isLocked = contract === call.contract && locked[contract].includes(functionName)
      const alone = isLocked
        ? undefined
        : await world.execute(contract, functionName, args, { from: world.addresses.token })
      expect((await execute(call)).status).toBe('success')
      const accepted = alone?.status === 'success'
      const answer = accepted ? '0x' : (alone?.returnData ?? reentered)
      const wanted = after(loaded, world.storage, calledBack(accepted, answer))

      world.storage = prepared
      expect((await execute(call)).status).toBe('success')
      expect(world.storage).toEqual(wanted)
    },
  )

  test('a fallback block within a collected reward is refused by the lock, within a withdrawal it is proven', async () => {
    const { functionName, args, options, writes, contract } = calls.proposeWithProof
    const data = encodeFunctionData({ abi: abiOf(contract), functionName, args } as never)
    for (const outer of [calls.collectRewardOverdue, calls.withdrawalOverdue]) {
      at('entered')
      await world.accepted('token', 'reenter', [world.addresses[contract], data])
      const before = world.storage
      const isLocked = outer.contract === contract
      expect((await execute({ ...outer, options: { ...outer.options, ...options } })).status).toBe('success')
      const { token } = world.addresses
      // Its caller is the token.
      const proven: Write[] = [
        ...writes,
        ['rollup', ['credits', token], 2n],
        ['rollup', ['totalCreditsNext'], 10n],
      ]
      expect(world.storage).toEqual(
        after(loaded, before, [
          ...outer.writes,
          ...moved(outer.move!),
          ...(isLocked ? calledBack(false, reentered) : [...proven, ...calledBack(true, '0x')]),
        ]),
      )
    }
  })

  test('prune within a withdrawal carries out what is due', async () => {
    at('overdue')
    const data = encodeFunctionData({ abi: abiOf('rollup'), functionName: 'prune' })
    await world.accepted('token', 'reenter', [world.addresses.rollup, data])
    const before = world.storage
    await execute(calls.withdrawalOverdue)
    const { move, writes } = calls.withdrawalOverdue
    expect(world.storage).toEqual(
      after(loaded, before, [...writes, ...moved(move!), ...calls.prune.writes, ...calledBack(true, '0x')]),
    )
  })
})

describe('a verifier with a fault', () => {
  const proofBy = (fault: VerifierFault, call: Call, to?: { to: Hex; data: Hex }): Call => ({
    ...call,
    args: [...call.args.slice(0, -1), faultyProof(fault, to)],
  })
  const proofs = ['submitEpochProof', 'unclaimedProof', 'proposeWithProof', 'forceInclusion'] as const

  test.each(
    verifierFaults
      .filter((fault) => fault !== 'Reenters')
      .flatMap((fault) => proofs.map((name) => [fault, name] as const)),
  )('PROOF-5, FALLBACK-13, QUEUE-2: %s: %s is accepted for a single word of 1 only', async (fault, name) => {
    const call = calls[name]
    at(call.at)
    const before = world.storage
    const outcome = await execute(proofBy(fault, call))
    if (fault === 'None') {
      const reward = rewardOf(call, 5n).writes
      expect(world.storage).toEqual(after(loaded, before, [...call.writes, ...reward]))
    } else {
      const invalid = name === 'forceInclusion' ? 'ForcedProofInvalid' : 'ProofInvalid'
      expect(world.decode(outcome)).toEqual(refusal(invalid))
      expect(applyChanges(before, outcome.changes!)).toEqual(before)
    }
  })

  test.each(callNames.flatMap((inner) => proofs.map((name) => [inner, name] as const)))(
    'PROOF-5, FALLBACK-13, QUEUE-2: a verifier that calls %s within %s brings nothing about',
    async (inner, name) => {
      const call = calls[name]
      at(call.at)
      const before = world.storage
      const { contract, functionName, args } = calls[inner]
      const data = encodeFunctionData({ abi: abiOf(contract), functionName, args } as never)
      const proof = proofBy('Reenters', call, { to: world.addresses[contract], data })
      expect((await execute(proof)).status).toBe('success')
      const reward = rewardOf(call, 5n).writes
      expect(world.storage).toEqual(after(loaded, before, [...call.writes, ...reward]))
    },
  )

  test('PROOF-5: an empty proof, and one of a stranger to the verifier, are refused', async () => {
    for (const proof of ['0x', '0xff'] as Hex[]) {
      const [start, end] = calls.submitEpochProof.args
      expect(
        await world.refusal('rollup', 'submitEpochProof', [start, end, proof], {
          from: keyOf('stranger').address,
        }),
      ).toEqual(refusal('ProofInvalid'))
    }
  })
})

/** At which moment the calls are made, known before the world stands. */
function calledIn(name: CallName): Call['at'] {
  if (/Entering$|WithProof$/.test(name)) return 'entered'
  if (/Leaving$/.test(name)) return 'left'
  if (/Overdue$|^prune$|^proposeOn/.test(name)) return 'overdue'
  return name === 'claimEpochProofRight' || name === 'unclaimedProof' ? 'unclaimed' : 'loaded'
}
