import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { loadPreset } from '../../../spec/parameters.ts'
import { parseItf } from '../../../tla/tlc/itf.ts'
import { readModels } from '../../../tla/tlc/models.ts'
import { parseTlaState } from '../../../tla/tlc/value.ts'
import { tracesOf } from '../replay/rung.ts'
import { declaredModelsFor } from './rung.ts'
import { modelList, originsOfModels, storyOf, wordsOf } from './stories.ts'

const models = await readModels(modelList)
const tiny = loadPreset('tiny')

describe('what a story is called', () => {
  test('a Bug model says its mistake', () => {
    const text =
      '---- MODULE B ----\n\\* Violates P.\n\\* The first half\n\\* and the second (TIME-1).\nEXTENDS A\n'
    expect(wordsOf({ kind: 'bug', expected: 'P' }, text)).toBe('The first half and the second (TIME-1)')
  })

  test('a liveness model says what its configuration says', () => {
    const text = '\\* Without time nothing ends.\nSPECIFICATION S\n\\* Generated.\n'
    expect(wordsOf({ kind: 'liveness', expected: 'P' }, text)).toBe('Without time nothing ends')
  })

  test.each([
    ['\\* TIME-1: late.', 'TIME-1: late'],
    ['\\* TIME-1, PRUNE-2.', ''],
    ['', ''],
  ])('a Reach model says what stands above its state, clauses alone do not count: %s', (above, words) => {
    const text = `Other == TRUE\n\n${above}\nNeverX == FALSE\n`
    expect(wordsOf({ kind: 'reach', expected: 'NeverX' }, text)).toBe(words)
  })

  test('every Bug and liveness model has words of its own', async () => {
    const origins = await originsOfModels()
    const wordless = models
      .filter(({ kind }) => kind === 'bug' || kind === 'liveness')
      .map(({ name, expected }) => origins.get(name)!(expected).title)
      .filter((title) => !/^[A-Z].{15,}: \w+ is violated$/.test(title))
    expect(wordless).toEqual([])
  })
})

describe('which declared models a check runs', () => {
  const namesFor = (...profiles: string[]) =>
    declaredModelsFor(models, new Set(profiles)).map(({ name }) => name)

  test('those of its profiles, and no profile a second time', () => {
    const chosen = namesFor('chain')
    expect(chosen).toContain('live/WithoutTime')
    expect(chosen).toContain('bug/QuorumOneShort')
    expect(chosen).toContain('reach/ThreePrunesChain')
    const others = models.filter(({ profile }) => profile !== 'chain').map(({ name }) => name)
    expect(chosen.filter((name) => name === 'chain' || others.includes(name))).toEqual([])
  })

  test('all but the profiles themselves for the whole preset', () => {
    const profiles = tiny.profiles.map(({ name }) => name)
    const names = models.map(({ name }) => name)
    expect([...namesFor(...profiles), ...profiles].sort()).toEqual(names.sort())
  })
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
    expect(failures).toEqual([
      'traces/live-Some.itf.json: state 1 of the lasso: the statechart refuses prune with NothingToPrune (PRUNE-5)',
    ])
  })
})
