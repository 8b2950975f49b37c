import { describe, expect, test } from 'vitest'
import { type FollowerProfile, loadFollowerPreset } from '../../spec/followerParameters.ts'
import { GENESIS, NO_POOL_VIEW, NO_VIEW } from '../node/vocabulary.ts'
import { Scenario } from './scenario.ts'
import { type Event, type Header, type L1View, NO_HEADER, NO_L1_VIEW } from './vocabulary.ts'

const profileOf = (wanted: string): FollowerProfile =>
  loadFollowerPreset().profiles.find(({ name }) => name === wanted)!
const under = (profile: string, parameters: Partial<FollowerProfile['parameters']> = {}) => {
  const found = profileOf(profile)
  return Scenario.deployed({ ...found, parameters: { ...found.parameters, ...parameters } })
}

const header = (slot: number, body: string[], root: string[], forced: string[] = []): Header => ({
  slot,
  parent: GENESIS,
  body,
  forced,
  root,
})
const on = ({ slot, root }: Header, above: Header): Header => ({ ...above, parent: { slot, root } })
/** Blocks by their names on the page. */
const A = header(0, ['t1'], ['t1'])
const B = on(A, header(1, ['t2'], ['t1', 't2']))
const W = on(A, header(1, ['t2'], ['wrong']))
const X = on(A, header(1, ['t3'], ['wrong']))
const C = on(A, header(1, ['t3'], ['t1', 't3'], ['t3']))
const D = on(B, header(2, ['t4'], ['t1', 't2', 't4']))
const E = header(0, ['t2'], ['t2'])
const F = on(E, header(1, ['t2'], ['t1', 't2']))
const G = on(A, header(1, ['t3', 't2'], ['t1', 't3', 't2'], ['t3']))
const H = on(A, header(1, ['t2', 't3'], ['t1', 't2', 't3'], ['t3']))
const I = on(A, header(1, ['t3'], ['t1', 't3'], ['t3', 't5']))
const J = on(A, header(1, ['t1', 't2'], ['t1', 't2']))
const K = on(A, header(1, ['t2', 't2'], ['t1', 't2']))
const L = on(A, header(1, ['t1', 't2'], ['t1', 't2'], ['t1']))

const setUp: Event = { type: 'setUp' }
const crash = (store: 'kept' | 'lost'): Event => ({ type: 'crash', store })
const readView = (view: Partial<L1View>): Event => ({ type: 'readView', view: { ...NO_L1_VIEW, ...view } })

const started = under('grow')
/** In slot 0, with nothing on L1. */
const ready = started.reading()
/** The body of A lacks. */
const behind = ready.reading({ chain: [A] })
/** In slot 1: A and B are applied. */
const level = behind
  .at(1)
  .reading({ chain: [A, B] })
  .catchingUp()
/** In slot 1: A is applied, and W was found wrong. */
const alarmed = behind
  .at(1)
  .reading({ chain: [A, W] })
  .catchingUp()
const tells = (scenario: Scenario) => scenario.sent.map(({ kind, id }) => `${kind} ${id}`)

describe('readView', () => {
  test('FOLLOW-10: a view of an earlier slot than that of the own one is refused, one of the same slot is not', () => {
    expect(level.refusals(readView({ time: 0 }))).toEqual(['ViewOlder'])
    expect(level.refusals(readView({ time: 1 }))).toEqual([])
    expect(level.refusals(readView({ time: 2 }))).toEqual([])
    expect(started.refusals(readView({ time: 0 }))).toEqual([])
  })

  test('FOLLOW-10: one of before genesis is a view, and older than one of slot 0', () => {
    const early = started.after(readView({ time: -1 }))
    expect(early.told.view).toEqual({ ...NO_VIEW, follows: 'level' })
    expect(early.refusals(readView({ time: -1 }))).toEqual(['ViewKnown'])
    expect(early.at(1).told.view.follows).toBe('behind')
    expect(early.reading().refusals(readView({ time: -1 }))).toEqual(['ViewOlder'])
  })

  test('FOLLOW-7: the view that it has is refused, whatever another one differs in', () => {
    const { view } = level.state
    expect(level.refusals({ type: 'readView', view })).toEqual(['ViewKnown'])
    const other: Partial<L1View>[] = [
      { chain: [A] },
      { proven: 1 },
      { final: 1 },
      { prunesAt: 3 },
      { forced: ['t3'] },
      { setUp: 0 },
      { fallbackFrom: 2 },
      { fallbackUntil: 3 },
    ]
    for (const change of other)
      expect(level.refusals({ type: 'readView', view: { ...view, ...change } })).toEqual([])
    expect(started.refusals(readView({}))).toEqual(['ViewKnown'])
  })

  test('FOLLOW-7: a view replaces the one before, and what lacks in it is asked for', () => {
    expect(behind.state).toEqual({
      ...started.state,
      view: { ...NO_L1_VIEW, time: 0, chain: [A] },
      fetching: A,
    })
    expect(behind.sent).toEqual([
      {
        kind: 'tell',
        id: 'view',
        expiresSlot: -1,
        body: { follows: 'behind', tip: GENESIS, alarm: false, fallback: false, queue: [] },
      },
      { kind: 'fetch', id: 'fetch/0:-1:-:t1:-:t1', body: A, expiresSlot: -1 },
    ])
  })

  test('FOLLOW-7: after a reorganisation what is applied on the other chain stays, and counts no more', () => {
    const moved = level.reading({ chain: [E] })
    expect(moved.state).toEqual({ ...level.state, view: { ...level.state.view, chain: [E] }, fetching: E })
    expect(moved.told.view).toMatchObject({ follows: 'behind', tip: GENESIS })
    expect(tells(moved)).toEqual(['tell view', 'tell pool', 'fetch fetch/0:-1:-:t2:-:t2'])
    const back = moved.reading({ chain: [A, B] })
    expect(back.told.view).toMatchObject({ follows: 'level', tip: { slot: 1, root: ['t1', 't2'] } })
  })

  test('FOLLOW-7: what is asked for already is not asked for again, and what the roles know is not told again', () => {
    const proven = behind.reading({ prunesAt: 3 })
    expect([proven.state.fetching, proven.sent]).toEqual([A, []])
  })

  test('FOLLOW-9: the forced transactions that wait are those that no block of the chain has taken', () => {
    const waiting = under('reorg')
      .at(1)
      .reading({ chain: [A], forced: ['t3', 't5'] })
      .catchingUp()
    expect(waiting.told.view.queue).toEqual(['t3', 't5'])
    expect(waiting.told.pool.queue).toEqual(['t3', 't5'])
    const taken = waiting.reading({ chain: [A, C] })
    expect([taken.told.view.queue, taken.told.pool.queue]).toEqual([['t5'], ['t5']])
    expect(taken.reading({ forced: ['t3'] }).told.view.queue).toEqual([])
  })

  test('FOLLOW-9: the pool is told what is final, once it is applied', () => {
    const final = behind.reading({ chain: [A, B], proven: 2, final: 1 })
    expect(final.told.pool).toEqual(NO_POOL_VIEW)
    expect(final.catchingUp().told.pool).toEqual({ root: ['t1', 't2'], final: ['t1'], queue: [] })
    const later = final.catchingUp().reading({ final: 2 })
    expect(later.told.pool.final).toEqual(['t1', 't2'])
    expect(tells(later)).toEqual(['tell pool'])
    const none = final.catchingUp().reading({ final: 0 })
    expect(none.told.pool.final).toEqual([])
  })
})

describe('fetched', () => {
  test('FOLLOW-3: the body of another block than the one that lacks is refused', () => {
    const both = started.reading({ chain: [A, B] })
    const changed = [
      { slot: 1 },
      { parent: { slot: -1, root: ['t2'] } },
      { forced: ['t1'] },
      { root: ['wrong'] },
    ]
    for (const other of [B, E, ...changed.map((change) => ({ ...A, ...change }))])
      expect(both.refusals(both.body({ header: other, body: other.body }))).toEqual(['NothingFetching'])
    expect(both.refusals(both.body())).toEqual([])
  })

  test('FOLLOW-3: where nothing lacks every body is refused', () => {
    for (const scenario of [started, ready, level, alarmed]) {
      expect(scenario.refusals(scenario.body())).toEqual(['NothingFetching'])
      expect(scenario.refusals(scenario.body({ header: A, body: A.body }))).toEqual(['NothingFetching'])
    }
  })

  test('FOLLOW-2: a body that is not that of the header is refused', () => {
    for (const body of [[], ['t1', 't9'], ['t2']])
      expect(behind.refusals(behind.body({ body }))).toEqual(['BodyMismatch'])
    expect(behind.refusals(behind.body())).toEqual([])
  })

  test('FOLLOW-2, FOLLOW-3: with both wrong both are named', () => {
    expect(level.refusals(level.body({ body: ['t9'] }))).toEqual(['NothingFetching', 'BodyMismatch'])
  })

  test('FOLLOW-3, FOLLOW-8: what gives the root of the header is applied, the next body is asked for', () => {
    const both = started.reading({ chain: [A, B] })
    const applied = both.after(both.body())
    expect(applied.state).toEqual({ ...both.state, applied: [A], fetching: B })
    expect(applied.told).toEqual({
      view: { ...NO_VIEW, follows: 'behind', tip: { slot: 0, root: ['t1'] } },
      pool: { root: ['t1'], final: [], queue: [] },
    })
    expect(tells(applied)).toEqual(['tell view', 'tell pool', 'fetch fetch/1:0:t1:t2:-:t1+t2'])
    const done = applied.after(applied.body())
    expect(done.state).toEqual({ ...both.state, applied: [A, B], fetching: NO_HEADER })
    expect(done.told.view.follows).toBe('level')
    expect(tells(done)).toEqual(['tell view', 'tell pool'])
  })

  test('FOLLOW-3: what is applied on another chain gives way', () => {
    const moved = level.reading({ chain: [A, C], forced: ['t3'] }).catchingUp()
    expect(moved.state.applied).toEqual([A, C])
    expect(level.reading({ chain: [A] }).state.applied).toEqual([A, B])
  })

  test('FOLLOW-3, FOLLOW-13: what is forced may be spent: it gives its effects none again, and raises no alarm', () => {
    const again = behind.reading({ chain: [A, L], forced: ['t1'] }).catchingUp()
    expect(again.state).toMatchObject({ applied: [A, L], wrong: [] })
    expect(again.told.view).toMatchObject({ follows: 'level', alarm: false })
    const twice = on(A, header(1, ['t1', 't1', 't2'], ['t1', 't2'], ['t1', 't1']))
    expect(behind.reading({ chain: [A, twice] }).catchingUp().state.applied).toEqual([A, twice])
  })

  test('FOLLOW-4: another root raises the alarm, with the computed one', () => {
    expect(alarmed.state).toMatchObject({ applied: [A], wrong: [W], fetching: NO_HEADER })
    expect(alarmed.sent).toEqual([
      {
        kind: 'alarm',
        id: 'alarm/1:0:t1:t2:-:wrong',
        expiresSlot: -1,
        body: { header: W, root: ['t1', 't2'] },
      },
      {
        kind: 'tell',
        id: 'view',
        expiresSlot: -1,
        body: { ...NO_VIEW, follows: 'behind', tip: { slot: 0, root: ['t1'] }, alarm: true },
      },
    ])
  })

  test('FOLLOW-13: a body that no proof can be made of raises the alarm, with the root that the block claims', () => {
    const wronged = behind.reading({ chain: [A, H], forced: ['t3'] }).catchingUp()
    expect(wronged.state).toMatchObject({ applied: [A], wrong: [H], fetching: NO_HEADER })
    expect(wronged.sent).toEqual([
      {
        kind: 'alarm',
        id: 'alarm/1:0:t1:t2+t3:t3:t1+t2+t3',
        expiresSlot: -1,
        body: { header: H, root: H.root },
      },
      {
        kind: 'tell',
        id: 'view',
        expiresSlot: -1,
        body: { ...NO_VIEW, follows: 'behind', tip: { slot: 0, root: ['t1'] }, alarm: true },
      },
    ])
  })

  test('FOLLOW-13: one that lacks what is forced, or spends again what is spent before it or in it, does so too', () => {
    for (const block of [I, J, K]) {
      const wronged = behind.reading({ chain: [A, block], forced: ['t3', 't5'] }).catchingUp()
      expect([wronged.told.view.alarm, wronged.state.wrong]).toEqual([true, [block]])
    }
    const later = on(A, header(1, ['t3', 't2', 't3'], ['t1', 't3', 't2'], ['t3']))
    expect(behind.reading({ chain: [A, later] }).catchingUp().told.view.alarm).toBe(true)
  })

  test('FOLLOW-13: one that begins with what is forced is applied, whatever the queue of the view is', () => {
    for (const forced of [['t3'], ['t3', 't5'], []]) {
      const right = behind.reading({ chain: [A, G], forced }).catchingUp()
      expect([right.told.view.alarm, right.state.applied]).toEqual([false, [A, G]])
    }
  })

  test('FOLLOW-4, FOLLOW-13: with the root wrong and the body, one alarm is raised, with the computed root', () => {
    const both = behind.reading({ chain: [A, { ...H, root: ['wrong'] }] }).catchingUp()
    expect(both.sent.filter(({ kind }) => kind === 'alarm')).toMatchObject([{ body: { root: H.root } }])
    expect(both.state.wrong).toHaveLength(1)
  })

  test('FOLLOW-6, FOLLOW-13: the alarm of a body ends when its block is gone', () => {
    const doomed = behind.reading({ chain: [A, K], proven: 1, prunesAt: 2 }).catchingUp()
    expect(doomed.at(1).told.view.alarm).toBe(true)
    expect(doomed.at(2).told.view).toMatchObject({ alarm: false, tip: { slot: 0, root: ['t1'] } })
  })

  test('FOLLOW-6: the alarm ends when the block is gone, and is back with it', () => {
    const gone = alarmed.reading({ chain: [A] })
    expect(gone.told.view).toMatchObject({ follows: 'level', alarm: false })
    expect(gone.state.wrong).toEqual([W])
    const back = gone.reading({ chain: [A, W] })
    expect(back.told.view).toMatchObject({ follows: 'behind', alarm: true })
    expect(tells(back)).toEqual(['tell view'])
  })

  test('FOLLOW-6: of two blocks that were found wrong each is a cause, whichever was found last', () => {
    const both = alarmed.reading({ chain: [A, X] }).catchingUp()
    expect(both.state).toMatchObject({ applied: [A], wrong: [W, X] })
    expect(both.told.view.alarm).toBe(true)
    const first = both.reading({ chain: [A, W] })
    expect([first.told.view.alarm, first.state.fetching]).toEqual([true, NO_HEADER])
    expect(first.reading({ chain: [A, B] }).told.view.alarm).toBe(false)
  })

  test('FOLLOW-6: a block that says the same on another parent is no cause', () => {
    const moved = under('reorg')
      .at(1)
      .reading({ chain: [E, F] })
      .catchingUp()
    expect(moved.sent[0]).toMatchObject({ kind: 'alarm', body: { header: F, root: ['t2'] } })
    expect(moved.told.view).toMatchObject({ alarm: true, tip: { slot: 0, root: ['t2'] } })
    const back = moved.reading({ chain: [A, B] })
    expect([back.told.view.alarm, back.state.fetching]).toEqual([false, A])
    expect(back.catchingUp().told.view).toMatchObject({ follows: 'level', alarm: false })
  })

  test('FOLLOW-3: under the alarm the bodies before its cause are asked for, and the own tip goes up to it', () => {
    const elsewhere = alarmed.reading({ chain: [E] }).catchingUp()
    const back = elsewhere.reading({ chain: [A, W] })
    expect(back.told.view).toMatchObject({ alarm: true, tip: GENESIS })
    expect(tells(back)).toEqual(['tell view', 'tell pool', 'fetch fetch/0:-1:-:t1:-:t1'])
    const caughtUp = back.catchingUp()
    expect(caughtUp.state).toMatchObject({ applied: [A], wrong: [W], fetching: NO_HEADER })
    expect(caughtUp.told.view).toMatchObject({
      follows: 'behind',
      alarm: true,
      tip: { slot: 0, root: ['t1'] },
    })
  })

  test('FOLLOW-6: the alarm stays when the block is proven', () => {
    const proven = alarmed.reading({ proven: 2, final: 1 })
    expect(proven.told.view.alarm).toBe(true)
  })
})

describe('setUp', () => {
  const keeper = under('keep')
  const keeping = keeper.reading()

  test('FOLLOW-1: without a view it is refused', () => {
    expect(keeper.refusals(setUp)).toEqual(['NotFollowing'])
    expect(keeping.refusals(setUp)).toEqual([])
    expect(keeper.after(readView({ time: -1 })).refusals(setUp)).toEqual([])
  })

  test('EPOCH-1: an epoch that the view shows set up is not set up again', () => {
    const done = keeping.reading({ setUp: 0 })
    expect(done.refusals(setUp)).toEqual(['EpochAlreadySampled'])
    expect(done.at(1).refusals(setUp)).toEqual(['EpochAlreadySampled'])
    expect(done.at(2).refusals(setUp)).toEqual([])
    expect(done.at(2).reading({ setUp: 1 }).refusals(setUp)).toEqual(['EpochAlreadySampled'])
  })

  test('FOLLOW-12: one try a slot, across a crash', () => {
    const tried = keeping.after(setUp)
    expect(tried.refusals(setUp)).toEqual(['AlreadySubmitted'])
    const again = tried.after(crash('kept'))
    expect(again.refusals(setUp)).toEqual(['NotFollowing', 'AlreadySubmitted'])
    expect(again.reading().refusals(setUp)).toEqual(['AlreadySubmitted'])
    expect(tried.after(crash('lost')).reading().refusals(setUp)).toEqual([])
    expect(tried.at(1).refusals(setUp)).toEqual([])
  })

  test('FOLLOW-12: behind, and under the alarm, it is handed in all the same', () => {
    expect(behind.refusals(setUp)).toEqual([])
    expect(alarmed.refusals(setUp)).toEqual([])
  })

  test('FOLLOW-12: what is handed to L1 is recorded in the same step', () => {
    const tried = keeping.at(3).after(setUp)
    expect(tried.state).toEqual({ ...keeping.state, slot: 3, kept: 3 })
    expect(tried.sent).toEqual([{ kind: 'submit', id: 'setup/1/3', body: { epoch: 1 }, expiresSlot: 3 }])
  })
})

describe('tick and crash', () => {
  test('FOLLOW-7: a prune that is due takes all that is not proven', () => {
    const due = level.reading({ proven: 1, prunesAt: 3 }).at(2)
    expect(due.told.view.tip).toEqual({ slot: 1, root: ['t1', 't2'] })
    const pruned = due.reading().at(3)
    expect(pruned.told.view).toMatchObject({ follows: 'level', tip: { slot: 0, root: ['t1'] } })
    expect(tells(pruned)).toEqual(['tell view', 'tell pool'])
    expect(pruned.state.applied).toEqual([A, B])
  })

  test('FOLLOW-7: what a prune takes from the chain waits again', () => {
    const taken = behind
      .at(1)
      .reading({ chain: [A, C], forced: ['t3'], proven: 1, prunesAt: 2 })
      .catchingUp()
    expect(taken.told.view.queue).toEqual([])
    expect(taken.at(2).told.view.queue).toEqual(['t3'])
  })

  test('FOLLOW-6, FOLLOW-7: the alarm ends with the slot in which its block is pruned', () => {
    const doomed = alarmed.reading({ proven: 1, prunesAt: 2 })
    expect(doomed.told.view.alarm).toBe(true)
    expect(doomed.at(2).told.view).toMatchObject({ alarm: false, follows: 'level' })
  })

  test('FOLLOW-8: a body that lacks is asked for no more once its block is pruned', () => {
    const doomed = ready.reading({ chain: [A], prunesAt: 1 })
    expect(doomed.state.fetching).toEqual(A)
    expect(doomed.at(1).state.fetching).toEqual(NO_HEADER)
    expect(tells(doomed.at(1))).toEqual(['tell view'])
  })

  test('FOLLOW-7: fallback is in force from the one slot on and up to the other, without another view', () => {
    const view = { fallbackFrom: 2, fallbackUntil: 3 }
    const inForce = (change: Partial<L1View>) =>
      [0, 1, 2, 3].map((slot) => under('keep').reading(change).at(slot).told.view.fallback)
    expect(inForce(view)).toEqual([false, false, true, false])
    expect(inForce({ ...view, fallbackUntil: -1 })).toEqual([false, false, true, true])
    expect(inForce({ fallbackUntil: 3 })).toEqual([false, false, false, false])
    expect(inForce({ ...view, fallbackFrom: 0 })).toEqual([true, true, true, false])
  })

  test('FOLLOW-11: a view of an earlier slot than maxViewAge allows is behind', () => {
    const follows = (maxViewAge: number) =>
      [0, 1, 2].map((slot) => under('grow', { maxViewAge }).reading().at(slot).told.view.follows)
    expect(follows(1)).toEqual(['level', 'level', 'behind'])
    expect(follows(0)).toEqual(['level', 'behind', 'behind'])
  })

  test('time moves the slot, and nothing that is stored', () => {
    expect(level.at(3).state).toEqual({ ...level.state, slot: 3 })
    expect(started.at(1).sent).toEqual([])
  })

  test('FOLLOW-1: a crash with a store that is kept forgets the view, and what was applied is still right', () => {
    const again = level.after(setUp, crash('kept'))
    expect(again.state).toEqual({ ...level.state, kept: 1, view: NO_L1_VIEW })
    expect([again.sent, again.told.view]).toEqual([[], NO_VIEW])
    expect(again.reading({ chain: [A, B] }).told.view.follows).toBe('level')
    expect(behind.after(crash('kept')).state.fetching).toEqual(NO_HEADER)
    expect(alarmed.after(crash('kept')).state.wrong).toEqual([W])
  })

  test('FOLLOW-1, FOLLOW-3: one with a store that is lost forgets all, and everything is applied from genesis', () => {
    const again = alarmed.after(setUp, crash('lost'))
    expect(again.state).toEqual({ ...started.state, slot: 1 })
    expect(again.sent).toEqual([])
    expect(again.reading({ chain: [A, B] }).state.fetching).toEqual(A)
    expect(
      again
        .at(2)
        .reading({ chain: [A, B, D] })
        .catchingUp().state.applied,
    ).toEqual([A, B, D])
  })
})
