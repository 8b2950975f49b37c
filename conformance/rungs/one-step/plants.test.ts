import { decodeErrorResult } from 'viem'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { StorageLayout, StorageType } from '../../../impl/contracts/artifact.ts'
import { type CheckName, refusals, underOtherReading } from '../../../model/l1-rollup/refusals.ts'
import { epochOf, offsetOf } from '../../../model/l1-rollup/rules/arithmetic.ts'
import { eventTypes, logSchema, type State } from '../../../model/l1-rollup/vocabulary.ts'
import { loadPreset, type Profile } from '../../../spec/parameters.ts'
import { Injector } from '../../evm/inject.ts'
import { readVariable, type StoragePath, slotOf, writeVariable } from '../../evm/storage.ts'
import type { Log, Outcome } from '../../evm/trace.ts'
import { type Address, type Hex, wordHex } from '../../evm/word.ts'
import { namedBodies } from '../../translation/bodies.ts'
import { addressOf } from '../../translation/cast.ts'
import { type Deployment, deployProfile, planProfile } from '../../translation/deployment.ts'
import { LogEncoder } from '../../translation/logs.ts'
import { RefusalEncoder, refusalAbi } from '../../translation/refusals.ts'
import { type Accepted, type CaseState, casesOfStates, statesOfWalks } from './cases.ts'
import { differenceOf, type Expectation } from './difference.ts'
import { createPreparation, type PreparedJob } from './preparation.ts'

/*
 * Rung 3 under test: what a call left behind, and what was expected of it, are altered in one place at a time, and every
 * alteration must be reported. The places are enumerated from storage layouts, the ABI and the schemas of the models, so
 * that what somebody adds is altered too. A rung that stops comparing something fails here.
 */

/** A call as the bytecode made it, and what the model expected of it. */
interface Sample {
  readonly profile: Profile
  readonly deployment: Deployment
  readonly job: PreparedJob
  readonly expectation: Expectation
  readonly outcome: Outcome
}
type Returned = Extract<Outcome, { status: 'success' }>

const { profiles } = loadPreset('tiny')
const encoder = new RefusalEncoder()
/** By what they show: an event that is accepted with these logs, a refusal. */
const samples = new Map<string, Sample>()
let layouts: Readonly<Record<'rollup' | 'escrow' | 'token', StorageLayout>>

const walks = [1, 2, 3, 4, 9, 10].map((seed) => ({ seed, length: 80 }))

/** What a case shows that a comparison could overlook. */
function shownBy({ event, outcome }: CaseState['cases'][number]): string {
  if ('refusals' in outcome) return outcome.refusals[0]!
  return [event.type, ...outcome.logs.map(({ type }) => type)].join(' ')
}

beforeAll(async () => {
  const plan = await planProfile(profiles[0]!)
  layouts = {
    rollup: plan.layout('Rollup'),
    escrow: plan.layout('ProofEscrow'),
    token: plan.layout('TestToken'),
  }
  const shown = new Set<string>()
  for (const profile of profiles) {
    const chosen: CaseState[] = []
    for (const state of casesOfStates(profile, statesOfWalks(profile, walks))) {
      const cases = state.cases.filter((it) => {
        const key = shownBy(it)
        if (it.event.type === 'advanceSlot' || shown.has(key)) return false
        shown.add(key)
        return true
      })
      if (cases.length > 0) chosen.push({ ...state, cases })
    }
    if (chosen.length > 0) await take(profile, chosen)
  }
}, 600_000)

async function take(profile: Profile, chosen: readonly CaseState[]): Promise<void> {
  const deployment = await deployProfile(profile, namedBodies)
  const prepare = createPreparation(deployment)
  const injector = await Injector.start({ contracts: deployment.code, engines: 1 })
  try {
    for (const [salt, state] of chosen.entries()) {
      const job = prepare(state, salt)
      const outcomes = await injector.inject(job)
      for (const [index, expectation] of job.expectations.entries()) {
        const { event, expected } = expectation
        const outcome = 'refusal' in expected ? { refusals: expected.refusals } : expected
        const key = shownBy({ event, text: '', outcome })
        samples.set(key, { profile, deployment, job, expectation, outcome: outcomes[index]! })
      }
    }
  } finally {
    await injector.stop()
  }
}

afterAll(() => samples.clear())

/** What the rung says of a sample with this expectation and this outcome. */
function reported(
  { deployment, job }: Sample,
  expectation: Pick<Expectation, 'event' | 'expected'>,
  outcome: Outcome,
): { expected: string; found: string } | undefined {
  const logs = new LogEncoder(deployment.addresses, deployment.storageMap)
  return differenceOf(deployment, job, expectation, outcome, encoder, logs)
}
const reportedOutcome = (sample: Sample, outcome: Outcome) => reported(sample, sample.expectation, outcome)
const accepted = () =>
  [...samples].filter(([, { outcome }]) => outcome.status === 'success') as [
    string,
    Sample & { outcome: Returned; expectation: { expected: Accepted } },
  ][]
const refused = () => [...samples].filter(([, { outcome }]) => outcome.status === 'reverted')

/** Checks that refuse under the readings that the contracts implement. */
const ofBytecode = (Object.keys(refusals) as CheckName[]).filter((check) => !(check in underOtherReading))

describe('the samples', () => {
  test('show every event, every log and every refusal, and nothing is reported of them', () => {
    const keys = [...samples.keys()].flatMap((key) => key.split(' '))
    const logs = logSchema.options.map(({ shape }) => shape.type.value)
    const refusalNames = ofBytecode.map((check) => refusals[check].refusal)
    const types = eventTypes.filter((type) => type !== 'advanceSlot')
    expect([...types, ...logs, ...refusalNames].filter((name) => !keys.includes(name))).toEqual([])
    for (const sample of samples.values()) expect(reportedOutcome(sample, sample.outcome)).toBeUndefined()
  })
})

describe('what the bytecode left behind', () => {
  test('every variable of every contract is compared', () => {
    const escaped: string[] = []
    let plants = 0
    for (const [key, sample] of accepted()) {
      const { addable, removable } = sample.profile
      // Elsewhere α forgets what can never matter again (StorageMap.requireSame).
      if (addable.length + removable.length > 0) continue
      for (const contract of ['rollup', 'escrow', 'token'] as const)
        for (const path of pathsOf(layouts[contract], sample)) {
          if (contract === 'rollup' && !matters(sample, path)) continue
          plants++
          const outcome = withVariable(sample, contract, path)
          if (!reportedOutcome(sample, outcome)) escaped.push(`${key}: ${contract}.${path.join('.')}`)
        }
    }
    expect(escaped).toEqual([])
    expect(plants).toBeGreaterThan(300)
  })

  test('every balance, every nonce, and that there is no code where there was none', () => {
    for (const [, sample] of accepted())
      for (const change of [{ balanceWei: 1n }, { nonce: 1n }]) {
        const accounts = new Map([[addressOf('sink'), change]])
        const outcome = { ...sample.outcome, changes: { ...sample.outcome.changes, accounts } }
        expect(reportedOutcome(sample, outcome)?.found).toMatch(/^changed accounts /)
      }
  })

  test('storage of a contract that nobody knows', () => {
    for (const [, sample] of accepted()) {
      const storage = new Map(sample.outcome.changes.storage).set(addressOf('stranger'), new Map([[0n, 1n]]))
      const outcome = { ...sample.outcome, changes: { ...sample.outcome.changes, storage } }
      expect(reportedOutcome(sample, outcome)).toBeDefined()
    }
  })

  test('every emitter, topic and word of every log, their number and their order', () => {
    const escaped: string[] = []
    for (const [key, sample] of accepted())
      for (const [what, logs] of alteredLogs(sample.outcome.logs))
        if (!reportedOutcome(sample, { ...sample.outcome, logs })) escaped.push(`${key}: ${what}`)
    expect(escaped).toEqual([])
  })

  test('every argument of every error, and the error', () => {
    const escaped: string[] = []
    const altered = new Set<string>()
    for (const [key, sample] of refused()) {
      const { returnData } = sample.outcome
      const { errorName, args = [] } = decodeErrorResult({ abi: refusalAbi(), data: returnData }) as {
        errorName: string
        args?: readonly unknown[]
      }
      altered.add(errorName)
      const plants: [string, Hex][] = [
        ['selector', bumped(returnData, 4)],
        ...args.map((_, index): [string, Hex] => [
          `argument ${index + 1}`,
          bumped(returnData, 36 + 32 * index),
        ]),
        ['a word more', `${returnData}${'00'.repeat(32)}`],
        ['no data', '0x'],
      ]
      for (const [what, data] of plants)
        if (!reportedOutcome(sample, { ...sample.outcome, returnData: data })) escaped.push(`${key}: ${what}`)
    }
    expect(escaped).toEqual([])
    const declared = refusalAbi() as unknown as { name: string }[]
    const others = (Object.keys(underOtherReading) as CheckName[]).map((check) => refusals[check].refusal)
    expect([...altered, ...others].sort()).toEqual(declared.map(({ name }) => name).sort())
  })

  test('whether the event is accepted at all', () => {
    const [, reverted] = refused()[0]!
    const [, success] = accepted()[0]!
    for (const [, sample] of accepted()) expect(reportedOutcome(sample, reverted.outcome)).toBeDefined()
    for (const [, sample] of refused())
      expect(reportedOutcome(sample, success.outcome)?.found).toBe('accepted')
  })
})

describe('what the model expects', () => {
  test('every variable of the next state', () => {
    const escaped: string[] = []
    const leaves = new Set<string>()
    for (const [key, sample] of accepted()) {
      const { addable, removable } = sample.profile
      const { next, logs } = sample.expectation.expected
      for (const [path, state] of alteredStates(next)) {
        // Time is the block's; what is beside the stored chain and set stands for nothing that is stored.
        if (path === 'slot') continue
        if (path.startsWith('validators') && addable.length + removable.length > 0) continue
        leaves.add(path.replace(/\.\d+/g, '[]').replace(/^(accounts|tokens|credits)\.\w+/, '$1.*'))
        const expectation = { ...sample.expectation, expected: { next: state, logs } }
        if (!reported(sample, expectation, sample.outcome)) escaped.push(`${key}: ${path}`)
      }
    }
    expect(escaped).toEqual([])
    expect([...leaves].sort()).toEqual([
      'accounts.*.available',
      'accounts.*.staked',
      'accounts.*.unlockSlot',
      'accounts.*.withdrawing',
      'claim',
      'claim.basisPointFee',
      'claim.claimant',
      'claim.epochToProve',
      'claim.proverAddress',
      'credits.*',
      'fallback.advanced',
      'fallback.countedFrom',
      'fallback.entered',
      'pending',
      'posted[]',
      'posted[].attestations',
      'posted[].committee',
      'proven',
      'queue',
      'queue[].includedByEpoch',
      'queue[].transaction',
      'samples',
      'samples[].epoch',
      'samples[].members',
      'samples[].randao',
      'slashed',
      'taken',
      'tokens.*',
      'validators.changedEpoch',
      'validators.current',
      'validators.earlier',
      'validators.previous',
    ])
  })
})

/** Every variable, with the keys that a state of the profile has. */
function pathsOf(layout: StorageLayout, { profile, deployment }: Sample): StoragePath[] {
  const named = [...profile.provers, ...profile.validators].map(addressOf)
  const keysOf = (label: string, depth: number): readonly (string | number)[] => {
    // Of committees that are published.
    if (label === 't_bytes32') return [`0x${'c0'.repeat(32)}`]
    // Of the validators they begin at 0, of the queue at 1.
    if (!label.startsWith('t_address') && !label.startsWith('address')) return [0, 1]
    return depth === 0 ? named : [deployment.addresses.escrow]
  }
  const below = (typeName: string, path: StoragePath, depth: number): StoragePath[] => {
    const type: StorageType = layout.types[typeName]!
    if (type.members)
      return type.members.flatMap((member) => below(member.type, [...path, member.label], depth))
    if (type.encoding === 'mapping')
      return keysOf(type.key!, depth).flatMap((key) => below(type.value!, [...path, key], depth + 1))
    if (type.encoding === 'dynamic_array')
      return [[...path, 'length'], ...below(type.base!, [...path, 0], depth)]
    return type.base ? below(type.base, [...path, 0], depth) : [path]
  }
  return layout.storage.flatMap(({ label, type }) => below(type, [label], 0))
}

/** The outcome with another value of a variable. */
function withVariable(
  { deployment, job, outcome }: Sample & { outcome: Returned },
  contract: 'rollup' | 'escrow' | 'token',
  path: StoragePath,
): Returned {
  const layout = layouts[contract]
  const address: Address = deployment.addresses[contract]
  const image = new Map(job.storage.get(address))
  for (const [slot, word] of outcome.changes.storage.get(address) ?? []) image.set(slot, word)
  const value = readVariable(layout, image, path)
  const other =
    typeof value === 'boolean'
      ? !value
      : typeof value === 'bigint'
        ? value ^ 1n
        : bumped(value, value.length / 2 - 1)
  writeVariable(layout, image, path, other)
  const { slot } = slotOf(layout, path)
  const words = new Map(outcome.changes.storage.get(address)).set(slot, image.get(slot) ?? 0n)
  const storage = new Map(outcome.changes.storage).set(address, words)
  return { ...outcome, changes: { ...outcome.changes, storage } }
}

/** Elsewhere α forgets what can never matter again (StorageMap.requireSame). */
function matters({ profile, expectation }: Sample, [variable, place, which]: StoragePath): boolean {
  if (!('next' in expectation.expected)) return true
  const { challengeSlots, slotsPerEpoch } = profile.parameters
  const { pending, claim, samples: sampled } = expectation.expected.next
  if (variable === 'liveClaim') return place === 'isLive' || claim !== null
  if (variable === 'tips' && place === 'epochEndHash') {
    const epochs = pending.map(({ slot }) => epochOf({ slot, slotsPerEpoch }))
    // The tip itself, or none, ends the oldest epoch.
    return new Set(epochs).size > 1
  }
  // With one sample, in either place, the other place means nothing.
  if (variable === 'samples' && which !== undefined) return sampled.length > 1
  if (challengeSlots === 0) return true
  if (variable === 'pendingSlots') return pending.length > 0
  const placeOf = (slot: number) => offsetOf({ slot, slotsPerEpoch: 2 * slotsPerEpoch })
  return variable !== 'postings' || pending.some(({ slot }) => placeOf(slot) === Number(place))
}

/** With the lowest bit of its first `bytes` bytes the other way. */
function bumped(hex: Hex, bytes: number): Hex {
  const end = 2 + 2 * bytes
  const digit = (Number.parseInt(hex[end - 1]!, 16) ^ 1).toString(16)
  return `${hex.slice(0, end - 1)}${digit}${hex.slice(end)}` as Hex
}

function* alteredLogs(logs: readonly Log[]): Generator<[string, Log[]]> {
  const with_ = (index: number, change: Partial<Log>) => logs.with(index, { ...logs[index]!, ...change })
  for (const [index, log] of logs.entries()) {
    yield [`log ${index + 1} missing`, logs.toSpliced(index, 1)]
    yield [`log ${index + 1} twice`, logs.toSpliced(index, 0, log)]
    yield [`emitter of log ${index + 1}`, with_(index, { address: bumped(log.address, 20) })]
    for (const [at, topic] of log.topics.entries())
      yield [
        `topic ${at} of log ${index + 1}`,
        with_(index, { topics: log.topics.with(at, bumped(topic, 32)) }),
      ]
    for (let word = 1; word * 64 < log.data.length; word++)
      yield [`word ${word} of log ${index + 1}`, with_(index, { data: bumped(log.data, 32 * word) })]
  }
  if (logs.length > 1) yield ['order', [...logs].reverse()]
  yield ['one more', [...logs, { address: addressOf('sink'), topics: [wordHex(1n)], data: '0x' }]]
}

/** Other next states: each leaf with another value, each list shorter, each object gone. */
function* alteredStates(state: State): Generator<[string, State]> {
  const amount = (text: string) => (BigInt(text) + 1n).toString()
  const put = (change: Partial<State>): State => ({ ...state, ...change })
  yield ['slot', put({ slot: state.slot + 1 })]
  const { pending, claim, samples: sampled, validators } = state
  if (pending.length > 0) {
    yield ['pending', put({ pending: pending.slice(0, -1) })]
    yield ['proven', put({ proven: pending[0]!, pending: pending.slice(1) })]
  }
  if (claim) {
    yield ['claim', put({ claim: null })]
    yield ['claim.epochToProve', put({ claim: { ...claim, epochToProve: claim.epochToProve + 1 } })]
    yield ['claim.proverAddress', put({ claim: { ...claim, proverAddress: 'stranger' } })]
    yield ['claim.basisPointFee', put({ claim: { ...claim, basisPointFee: claim.basisPointFee + 1 } })]
    yield ['claim.claimant', put({ claim: { ...claim, claimant: 'stranger' } })]
  }
  for (const [name, account] of Object.entries(state.accounts)) {
    const of = (change: Partial<typeof account>) =>
      put({ accounts: { ...state.accounts, [name]: { ...account, ...change } } })
    yield [`accounts.${name}.available`, of({ available: amount(account.available) })]
    yield [`accounts.${name}.withdrawing`, of({ withdrawing: amount(account.withdrawing) })]
    yield [`accounts.${name}.unlockSlot`, of({ unlockSlot: account.unlockSlot + 1 })]
    yield [`accounts.${name}.staked`, of({ staked: amount(account.staked) })]
  }
  yield ['slashed', put({ slashed: amount(state.slashed) })]
  for (const variable of ['tokens', 'credits'] as const)
    for (const [name, value] of Object.entries(state[variable]))
      yield [`${variable}.${name}`, put({ [variable]: { ...state[variable], [name]: amount(value) } })]
  yield [
    'validators.changedEpoch',
    put({ validators: { ...validators, changedEpoch: validators.changedEpoch + 1 } }),
  ]
  for (const which of ['current', 'previous', 'earlier'] as const)
    yield [
      `validators.${which}`,
      put({ validators: { ...validators, [which]: [...validators[which], 'stranger'] } }),
    ]
  yield ['queue', put({ queue: [...state.queue, { transaction: 'other', includedByEpoch: 0 }] })]
  for (const [index, entry] of state.queue.entries()) {
    const of = (change: Partial<typeof entry>) =>
      put({ queue: state.queue.with(index, { ...entry, ...change }) })
    yield [`queue.${index}.transaction`, of({ transaction: 'other' })]
    yield [`queue.${index}.includedByEpoch`, of({ includedByEpoch: entry.includedByEpoch + 1 })]
  }
  for (const [index, posting] of state.posted.entries()) {
    const of = (change: Partial<typeof posting>) =>
      put({ posted: state.posted.with(index, { ...posting, ...change }) })
    yield [`posted.${index}`, put({ posted: state.posted.toSpliced(index, 1) })]
    yield [`posted.${index}.committee`, of({ committee: posting.committee.with(0, 'sink') })]
    yield [`posted.${index}.attestations`, of({ attestations: posting.attestations.with(0, 'sink') })]
  }
  yield ['taken', put({ taken: state.taken + 1 })]
  for (const [name, slot] of Object.entries(state.fallback)) {
    // In a session nothing is counted, and storage has no place for it.
    if (name === 'countedFrom' && state.fallback.entered >= 0) continue
    yield [`fallback.${name}`, put({ fallback: { ...state.fallback, [name]: slot + 1 } })]
  }
  const last = sampled.length - 1
  const sample = (change: Partial<State['samples'][number]>) =>
    put({ samples: sampled.with(last, { ...sampled[last]!, ...change }) })
  yield ['samples', put({ samples: [...sampled, { ...sampled[last]!, epoch: sampled[last]!.epoch + 1 }] })]
  yield [`samples.${last}.epoch`, sample({ epoch: sampled[last]!.epoch + 1 })]
  yield [`samples.${last}.randao`, sample({ randao: 'other' })]
  yield [`samples.${last}.members`, sample({ members: [...sampled[last]!.members, 'stranger'] })]
}
