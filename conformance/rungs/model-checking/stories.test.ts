import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { loadPreset } from '../../../spec/parameters.ts'
import { parseItf } from '../../../tla/tlc/itf.ts'
import type { Model, ModelResult } from '../../../tla/tlc/models.ts'
import { parseTlaState } from '../../../tla/tlc/value.ts'
import { tracesOf } from '../replay/rung.ts'
import { anySubject, l1RollupSubject } from '../subjects.ts'
import { modelsFor } from './models.ts'
import { originOf, storyOf } from './stories.ts'

const tiny = loadPreset('tiny')
const rollup = anySubject(l1RollupSubject)
const models = modelsFor(rollup, new Set(tiny.profiles.map(({ name }) => name)))

const found = (model: Model) => ({ model, result: model.expected }) as ModelResult

describe('what a story is called', () => {
  test('every Bug and liveness model that is violated has words of its own', () => {
    const wordless = models
      .filter(({ kind, expected }) => kind !== 'reach' && expected !== 'pass')
      .map((model) => originOf(found(model), undefined).title)
      .filter((title) => !/^[A-Z].{15,}: \w+ is violated$/.test(title))
    expect(wordless).toEqual([])
  })

  test.each([
    ['', 'X is reached (reach model)'],
    ['PRUNE-1: three', 'PRUNE-1: three: X is reached'],
  ])('a Reach model is violated by what it reaches: %s', (words, title) => {
    const model = { ...models[0]!, kind: 'reach' as const, expected: 'NeverX', words }
    expect(originOf(found(model), undefined).title).toBe(title)
  })
})

test('a check runs the models of its profiles', () => {
  const chosen = modelsFor(rollup, new Set(['chain']))
  expect(chosen.map(({ name }) => name)).toEqual(
    expect.arrayContaining(['live/WithoutTime', 'bug/QuorumOneShort', 'reach/ThreePrunesChain']),
  )
  expect(chosen).toHaveLength(models.filter(({ profile }) => profile === 'chain').length)
})

describe('traces for replay', () => {
  let out: string
  beforeEach(async () => {
    out = await mkdtemp(join(tmpdir(), 'lockstep-story-'))
  })
  afterEach(() => rm(out, { recursive: true }))

  const state = (text: string) => ({ variables: new Map(parseTlaState(text)) })
  const origin = { title: 't', source: 'live/Some', profile: 'chain', time: undefined }
  /** Time passes once, and then nothing. */
  const stutters = {
    states: [
      state('/\\ slot = 0\n/\\ event = [name |-> "init"]'),
      state('/\\ slot = 1\n/\\ event = [name |-> "advanceSlot"]'),
    ],
    loop: 'stuttering' as const,
  }

  test('a lasso is written with its loop and the name of its profile', async () => {
    const story = storyOf(out, origin, stutters)
    expect(story).toMatchObject({ loop: 1, itf: 'traces/live-Some.itf.json' })
    const itf = parseItf(await readFile(join(out, story.itf!), 'utf8'), story.itf!)
    expect(itf).toMatchObject({ '#meta': { source: 'live/Some', profile: 'chain' }, loop: 1 })
  })

  test('rung 4 finds it', async () => {
    storyOf(out, origin, stutters)
    const known = await tracesOf({ preset: tiny, presetName: 'tiny', constants: {}, out })
    expect(known.failures).toEqual([])
    const own = known.traces.filter(({ title }) => title.startsWith('traces/live-Some'))
    expect(own.map(({ profile, blocks }) => ({ profile, blocks }))).toContainEqual({
      profile: 'chain',
      blocks: [[{ type: 'advanceSlot' }]],
    })
  })

  test('PRUNE-5: a lasso that the statechart does not follow is a failure, another trace is not', async () => {
    const pruned = {
      states: [
        state('/\\ slot = 0\n/\\ event = [name |-> "init"]'),
        state('/\\ slot = 0\n/\\ event = [name |-> "prune", caller |-> "stranger"]'),
      ],
    }
    storyOf(out, origin, { ...pruned, loop: 'stuttering' })
    storyOf(out, { ...origin, source: 'bug/Some' }, pruned)
    const { failures } = await tracesOf({ preset: tiny, presetName: 'tiny', constants: {}, out })
    expect(failures.map(({ text }) => text)).toEqual([
      'traces/live-Some.itf.json: state 1 of the lasso: the statechart refuses prune with NothingToPrune (PRUNE-5)',
    ])
  })
})
