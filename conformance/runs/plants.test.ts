import { decodeFunctionData, toFunctionSelector } from 'viem'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { artifactOf } from '../../impl/contracts/artifact.ts'
import { compileContracts } from '../../impl/contracts/compile.ts'
import type { Event } from '../../model/l1-rollup/vocabulary.ts'
import { type Profile, profileNamed } from '../../spec/parameters.ts'
import { wrongConstants } from '../drivers/constants.ts'
import { type Driver, DriverError, type Observation, type Outcome } from '../drivers/driver.ts'
import { ModelDriver } from '../drivers/model-driver.ts'
import type { Hex } from '../evm/word.ts'
import { describeDifference, differenceOfStates, type Played, play } from './play.ts'
import { Replayer } from './replayer.ts'
import type { Trace } from './trace.ts'
import { Walks } from './walks.ts'

/*
 * Replay under test: what a driver answers is altered in one place at a time, and every alteration must end the run as a
 * difference. The places are those that the answers of a run have, down to the last word of every view.
 */

const delayed = profileNamed('delayed')
/** With a queue, a count, and postings. */
const profile: Profile = {
  ...delayed,
  parameters: { ...delayed.parameters, challengeSlots: 1 },
  families: { ...delayed.families, challenge: 'full' },
}
let replayer: Replayer
let trace: Trace
beforeAll(async () => {
  replayer = await Replayer.start(profile)
  trace = courseWithClaim()
}, 60_000)
afterAll(() => replayer.stop())

/** The first walk up to a claim that lives, with a proven epoch before it, a chain that goes on, and a queue. */
function courseWithClaim(): Trace {
  const walks = new Walks(profile)
  for (let seed = 1; ; seed++) {
    const walk = walks.walk(seed)
    const types = walk.blocks.map(([event]) => event!.type)
    const claimed = types.lastIndexOf('claimEpochProofRight')
    const before = types.slice(0, Math.max(claimed, 0))
    if (before.includes('submitEpochProof') && before.includes('forceInclusion'))
      return { ...walk, blocks: walk.blocks.slice(0, claimed + 1) }
  }
}

/** The model, with its answers altered from some block on. */
class Planted implements Driver {
  #applied = 0
  constructor(
    readonly driver: Driver,
    readonly from: number,
    readonly plant: {
      outcome?: (outcome: Outcome) => Outcome
      observation?: (observation: Observation) => Observation
      missing?: boolean
    },
  ) {}
  async reset(): Promise<void> {
    this.#applied = 0
    await this.driver.reset()
  }
  async apply(events: readonly Event[]): Promise<readonly Outcome[]> {
    this.#applied++
    const outcomes = await this.driver.apply(events)
    if (this.#applied < this.from) return outcomes
    if (this.plant.missing) return []
    return outcomes.map((outcome) => this.plant.outcome?.(outcome) ?? outcome)
  }
  async observe(): Promise<Observation> {
    const seen = await this.driver.observe()
    return this.#applied < this.from ? seen : (this.plant.observation?.(seen) ?? seen)
  }
}

const modelDriver = () => new ModelDriver(profile, { storageMap: replayer.stand.storageMap })
const playPlanted = (
  run: Trace,
  plant: ConstructorParameters<typeof Planted>[2],
  from = run.blocks.length,
): Promise<Played> =>
  play(run, modelDriver(), new Planted(modelDriver(), from, plant), {
    requireSameStorage: (expected, found) => replayer.stand.storageMap.requireSame(expected, found),
  })

type Json = string | number | boolean | null | readonly Json[] | { readonly [name: string]: Json }

/** Every value with one leaf altered, or one list shorter or longer, by the path of the change. */
function* altered(value: Json, path: string): Generator<[string, Json]> {
  if (Array.isArray(value)) {
    yield [`${path}[]`, [...value, value[0] ?? 'stranger']]
    if (value.length > 0) yield [`${path}[]`, value.slice(1)]
    for (const [index, element] of value.entries())
      for (const [at, other] of altered(element, `${path}[${index}]`)) yield [at, value.with(index, other)]
  } else if (value === null) yield [path, 'something']
  else if (typeof value === 'object') {
    for (const [name, member] of Object.entries(value as { [name: string]: Json }))
      for (const [at, other] of altered(member, `${path}.${name}`)) yield [at, { ...value, [name]: other }]
  } else if (typeof value === 'number') yield [path, value + 1]
  else if (typeof value === 'boolean') yield [path, !value]
  else yield [path, /^\d+$/.test(value as string) ? `${value}0` : `${value}x`]
}

describe('what a driver answers', () => {
  test('alike is no difference', async () => {
    expect((await playPlanted(trace, {})).difference).toBeUndefined()
  })

  test('every leaf of the stored and of the effective state is compared, after every block and at the start', async () => {
    const model = modelDriver()
    await model.reset()
    for (const events of trace.blocks) await model.apply(events)
    const last = await model.observe()
    expect(last.stored.pending).not.toEqual([])
    expect(last.stored.claim).not.toBeNull()
    expect(last.stored.queue).not.toEqual([])
    expect(last.stored.posted).not.toEqual([])
    expect(last.stored.fallback.countedFrom).toBeGreaterThanOrEqual(0)
    const escaped: string[] = []
    let plants = 0
    for (const part of ['stored', 'effective'] as const)
      for (const [path, other] of altered(last[part] as unknown as Json, part)) {
        plants++
        const observation = (seen: Observation) => ({ ...seen, [part]: other }) as Observation
        const { difference } = await playPlanted(trace, { observation })
        if (difference?.block !== trace.blocks.length - 1) escaped.push(path)
      }
    expect(escaped).toEqual([])
    expect(plants).toBeGreaterThan(80)
    const wrong = (seen: Observation) => ({ ...seen, stored: { ...seen.stored, slot: 7 } })
    expect((await playPlanted(trace, { observation: wrong }, 0)).difference?.block).toBe(-1)
  })

  test('raw storage is compared, and missing outcomes are no agreement', async () => {
    const { addresses } = replayer.stand
    const observation = (seen: Observation) => ({
      ...seen,
      storage: new Map(seen.storage).set(addresses.token, new Map([[5n, 1n]])),
    })
    const { difference } = await playPlanted(trace, { observation })
    expect(difference?.found).toMatch(/^storage of token /)
    expect((await playPlanted(trace, { missing: true })).difference?.block).toBe(trace.blocks.length - 1)
  })

  test('every part of an outcome is compared', async () => {
    const refused: Trace = { ...trace, blocks: [[{ type: 'prune', caller: 'stranger' }]] }
    const none = modelDriver()
    await none.reset()
    const [outcome] = await none.apply(refused.blocks[0]!)
    const { data, all } = outcome as Extract<Outcome, { accepted: false }>
    const plants: Record<string, Outcome> = {
      accepted: { accepted: true },
      refusal: { accepted: false, refusal: 'NothingToProve', data: data!, all: all! },
      all: { accepted: false, refusal: 'NothingToPrune', data: data!, all: [...all!, 'AmountZero'] },
      data: { accepted: false, refusal: 'NothingToPrune', data: `${data}00` as Hex, all: all! },
    }
    for (const [what, other] of Object.entries(plants)) {
      const { difference } = await playPlanted(refused, { outcome: () => other })
      expect(difference, what).toMatchObject({ block: 0, event: 0 })
    }
  })

  test('a fault of the driver is a difference, when it is asked and when it acts', async () => {
    const broken = () => {
      throw new DriverError('broken')
    }
    expect((await playPlanted(trace, { observation: broken })).difference?.found).toBe('broken')
    const acted = (await playPlanted(trace, { outcome: broken })).difference
    expect(acted).toMatchObject({ block: trace.blocks.length - 1, found: 'broken' })
  })
})

describe('what the views of the contracts say', () => {
  test('every word of every answer is compared, with a claim and without', async () => {
    const { stand, model, contracts } = replayer
    const { views } = stand.chain
    const escaped: string[] = []
    let plants = 0
    for (const run of [{ ...trace, blocks: [] }, trace])
      try {
        const { difference } = await replayer.play(run)
        expect(difference && describeDifference(difference)).toBeUndefined()
        const expected = await model.observe()
        const answers: Hex[] = []
        const calls: { to: Hex; data: Hex }[] = []
        stand.chain.views = async (...args) => {
          calls.push(...args[0])
          answers.push(...(await views.apply(stand.chain, args)))
          return answers
        }
        expect(await differenceOfStates(expected, contracts, undefined)).toBeUndefined()
        for (const [at, answer] of answers.entries())
          for (let word = 0; word * 64 + 2 < answer.length; word++) {
            plants++
            stand.chain.views = async () => answers.with(at, flipped(answer, word))
            if (!(await differenceOfStates(expected, contracts, undefined)))
              escaped.push(`${functionNameOf(calls[at]!)}, word ${word}`)
          }
      } finally {
        stand.chain.views = views
      }
    expect(escaped).toEqual([])
    expect(plants).toBeGreaterThan(80)
  })

  test('every word of what never changes is compared', async () => {
    const { chain } = replayer.stand
    const { call } = chain
    const escaped: string[] = []
    let plants = 0
    try {
      const answers: { to: Hex; data: Hex; answer: Hex }[] = []
      chain.call = async (to, data) => {
        const answer = await call.call(chain, to, data)
        answers.push({ to, data, answer })
        return answer
      }
      expect(await saidWrong()).toEqual([])
      for (const planted of answers)
        for (let word = 0; word * 64 + 2 < planted.answer.length; word++) {
          plants++
          chain.call = async (to, data) => {
            const isPlanted = to === planted.to && data === planted.data
            return isPlanted ? flipped(planted.answer, word) : call.call(chain, to, data)
          }
          if ((await saidWrong()).length !== 1) escaped.push(`${functionNameOf(planted)}, word ${word}`)
        }
    } finally {
      chain.call = call
    }
    expect(escaped).toEqual([])
    // Of the parameters alone there are seventeen.
    expect(plants).toBeGreaterThan(17)
  })

  test('every view of both contracts and of their interfaces is asked, or has a reason not to be', async () => {
    const { chain, abis } = replayer.stand
    const { call, views } = chain
    const asked = new Set<string>()
    try {
      chain.views = (...args) => {
        for (const it of args[0]) asked.add(selectorOf(it))
        return views.apply(chain, args)
      }
      chain.call = (to, data) => {
        asked.add(selectorOf({ to, data }))
        return call.call(chain, to, data)
      }
      const { difference } = await replayer.play(trace)
      expect(difference && describeDifference(difference)).toBeUndefined()
      expect(await saidWrong()).toEqual([])
    } finally {
      Object.assign(chain, { call, views })
    }
    const compilation = await compileContracts()
    const declared = {
      rollup: [...abis.rollup, ...artifactOf(compilation, 'IRollup').abi],
      escrow: [...abis.escrow, ...artifactOf(compilation, 'IProofEscrow').abi],
    }
    const notAsked = Object.entries(declared).flatMap(([contract, abi]) =>
      abi.flatMap((item) =>
        item.type === 'function' &&
        ['view', 'pure'].includes(item.stateMutability) &&
        !asked.has(`${contract} ${toFunctionSelector(item)}`)
          ? [`${contract}.${item.name}`]
          : [],
      ),
    )
    expect([...new Set(notAsked)].sort()).toEqual(Object.keys(comparedElsewhere))
  })
})

/** Views that a replay does not ask, and why. */
const comparedElsewhere = {
  'escrow.storedStakeOf': 'for the rollup alone; what is stored is compared itself',
  'rollup.committeeFor':
    "put beside the models' draw, size by size, by contract-tests/committees.test.ts; what setupEpoch records of it is stored",
  'rollup.holderOf':
    'of members that somebody published: no event of the models, contract-tests/publishing.test.ts',
  'rollup.slashDue': 'for the escrow alone; its views, which ask it, are compared',
}

const saidWrong = () => {
  const { chain, addresses, abis, blocks } = replayer.stand
  return wrongConstants(chain, { profile, addresses, abis, clock: blocks.clock })
}

const contractOf = (to: Hex) => (to === replayer.stand.addresses.escrow ? 'escrow' : 'rollup')
const selectorOf = ({ to, data }: { to: Hex; data: Hex }) => `${contractOf(to)} ${data.slice(0, 10)}`

const flipped = (answer: Hex, word: number): Hex => {
  const at = 2 + 64 * (word + 1) - 1
  const digit = (Number.parseInt(answer[at]!, 16) ^ 1).toString(16)
  return `${answer.slice(0, at)}${digit}${answer.slice(at + 1)}` as Hex
}

function functionNameOf({ to, data }: { to: Hex; data: Hex }): string {
  return decodeFunctionData({ abi: replayer.stand.abis[contractOf(to)], data }).functionName
}

test('EPOCH-4: a committee of nobody has no proposer, by the views as by the model', async () => {
  const empty = profileNamed('empty')
  const { slotsPerEpoch } = empty.parameters
  const time: Event = { type: 'advanceSlot' }
  const [validator, randao] = [empty.validators[0]!, empty.randaos[0]!]
  const alone = await Replayer.start(empty)
  try {
    const played = await alone.play({
      title: 'the last validator leaves',
      profile: empty.name,
      blocks: [
        [{ type: 'removeValidator', caller: 'admin', validator }],
        // It is in no set that is frozen two epochs later.
        ...Array.from({ length: 2 * slotsPerEpoch }, () => [time]),
        [{ type: 'setupEpoch', caller: 'stranger', randao }],
        ...Array.from({ length: slotsPerEpoch }, () => [time]),
      ],
    })
    expect(played.difference).toBeUndefined()
    expect((await alone.contracts.observe()).stored.samples.at(-1)!.members).toEqual([])
  } finally {
    await alone.stop()
  }
}, 180_000)
