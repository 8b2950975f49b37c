/**
 * A rollup in which everything can be owed to somebody at once: a bond at stake, a withdrawal that is open, a slashed
 * bond and credits that nobody has collected. Its token and its verifier misbehave when they are told to.
 */
import { readFileSync } from 'node:fs'
import { keyOf } from '../evm/ecdsa.ts'
import type { Hex, Storage } from '../evm/word.ts'
import {
  namedValidators,
  type Posting,
  type Quote,
  type QuoteTerms,
  signatureOf,
  smallParameters,
  World,
} from './world.ts'

/** In the order of `Fault` in mock/FaultyToken.sol. */
export const tokenFaults = [
  'None',
  'ReturnsFalse',
  'ReturnsNothing',
  'ReturnsTwo',
  'ReturnsMegabyte',
  'Reverts',
  'MovesNothing',
  'TakesFee',
  'Reenters',
  'BalanceReverts',
  'BalanceReturnsNothing',
  'BalanceBurnsGas',
  'BalanceOverstates',
] as const
export type TokenFault = (typeof tokenFaults)[number]

/** In the order of `VerifierFault` in mock/FaultyVerifier.sol. */
export const verifierFaults = [
  'None',
  'ReturnsFalse',
  'ReturnsTwo',
  'ReturnsNothing',
  'ReturnsByte',
  'ReturnsLongWord',
  'ReturnsTwoWords',
  'ReturnsMegabyte',
  'Reverts',
  'RevertsWithTrue',
  'BurnsGas',
  'Writes',
  'Reenters',
] as const
export type VerifierFault = (typeof verifierFaults)[number]

/** Members of the enumeration that a mock declares, in their order. */
export const declaredFaults = (mock: string, enumeration: string): string[] => {
  const source = readFileSync(
    new URL(`../../impl/contracts/src/mock/${mock}.sol`, import.meta.url),
    'utf8',
  ).replace(/\/\/.*/g, '')
  const [, members] = new RegExp(`enum ${enumeration} \\{([^}]*)\\}`).exec(source)!
  return members!
    .split(',')
    .map((member) => member.trim())
    .filter((member) => member !== '')
}

/** A proof that makes the verifier behave so. @param call that `Reenters` makes */
export const faultyProof = (
  fault: VerifierFault,
  call: { to: Hex; data: Hex } | undefined = undefined,
): Hex => {
  const number = verifierFaults.indexOf(fault).toString(16).padStart(2, '0')
  return `0x${number}${call ? call.to.slice(2) + call.data.slice(2) : ''}`
}

/** Its bond is slashed. */
export const slashed = keyOf('p1')
/** Its bond is at stake, its withdrawal open, its credit not collected. */
export const prover = keyOf('p2')
/** Whom the administration is offered to. */
export const heir = keyOf('heir').address
/** The only validator: proposes every block and makes every claim. */
export const proposer = keyOf('v1').address

/** Storage, and the slot at which it is acted on. */
export interface Moment {
  readonly slot: bigint
  readonly storage: Storage
}

export interface Loaded {
  readonly world: World
  /** Last blocks of epochs 2, 3 and 4: the first is proven, the second claimed. */
  readonly blocks: Readonly<Record<'proven' | 'claimed' | 'pending', Hex>>
  /** What the last of them was proposed with, in slot 129: its attestation is false. */
  readonly posting: Posting
  /** Slot 128: of epoch 3, which ended, nothing is claimed. Everything but a stake is outstanding. */
  readonly unclaimed: Moment
  /** Slot 141: all is outstanding, and the withdrawal can be executed from now on. */
  readonly loaded: Moment
  /** Slot 160: the same, and the chain is to be pruned and the second bond to be slashed. */
  readonly overdue: Moment
  /** Slot 225, 128 after the proof: the same, and fallback is to be entered. */
  readonly entered: Moment
  /** Slot 289: the same, and the session is to be left. */
  readonly left: Moment
}

/** A quote of any prover for the preceding epoch. */
export const quoteOf = (world: World, key: typeof prover, changes: Partial<QuoteTerms>): Quote => {
  const terms = world.terms({ proverAddress: key.address, ...changes })
  return world.quote(terms, signatureOf(world.digest(terms), key))
}

/**
 * The story. Of 30 wei of the first prover 6 are slashed; of 40 wei of the second 9 are at stake and 4 withdrawing, and
 * it has 10 more to deposit. The rollup holds 12 wei, of which it owes 3 to the second prover and 4 to the proposer. Its
 * administration is offered.
 */
export const startLoaded = async (): Promise<Loaded> => {
  const world = await World.start(namedValidators(1), {
    parameters: { ...smallParameters, fallbackEnterSlots: 128, fallbackRewardWei: '2', challengeSlots: 12 },
    stand: { token: 'FaultyToken', verifier: 'FaultyVerifier', txVerifier: 'FaultyVerifier' },
  })
  const claim = (key: typeof prover, bondAmount: bigint) =>
    world.accepted('rollup', 'claimEpochProofRight', [quoteOf(world, key, { bondAmount }), world.members], {
      from: proposer,
    })
  const from = prover.address
  await world.deposit(30n, slashed)
  await world.deposit(40n, prover)
  await world.accepted('token', 'mint', [from, 10n])
  await world.accepted('token', 'approve', [world.addresses.escrow, 10n], { from })
  await world.accepted('token', 'mint', [world.addresses.rollup, 12n])
  await world.accepted('rollup', 'transferAdministration', [heir], { from: keyOf('admin').address })
  await world.publish()

  const genesis = (await world.view<{ blockHash: Hex }>('rollup', 'provenTip')).blockHash
  await world.propose()
  world.slot = 32n
  await claim(slashed, 6n)
  world.slot = 64n
  await world.accepted('rollup', 'prune')
  world.slot = 65n
  const proven = await world.propose()

  world.slot = 96n
  await claim(prover, 8n)
  await world.accepted('escrow', 'startWithdrawal', [4n], { from })
  world.slot = 97n
  const claimed = await world.propose()
  await world.accepted('rollup', 'submitEpochProof', [genesis, proven, faultyProof('None')])

  world.slot = 128n
  const unclaimed = { slot: world.slot, storage: world.storage }
  await claim(prover, 9n)
  world.slot = 129n
  const header = await world.header()
  const posting = await world.posting(header, world.attest(header, [keyOf('stranger')]))
  await world.proposeHeader(header, posting.attestations)
  const { storage } = world
  return {
    world,
    blocks: { proven, claimed, pending: posting.blockHash },
    posting,
    unclaimed,
    loaded: { slot: 141n, storage },
    overdue: { slot: 160n, storage },
    entered: { slot: 225n, storage },
    left: { slot: 289n, storage },
  }
}
