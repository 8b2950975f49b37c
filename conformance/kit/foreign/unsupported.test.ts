import { describe, expect, test } from 'vitest'
import { deploy } from '../../../model/core/deployed.ts'
import { l1Rollup } from '../../../model/l1-rollup/actor.ts'
import type { Event, State } from '../../../model/l1-rollup/vocabulary.ts'
import { profileNamed } from '../../../spec/parameters.ts'
import { leavesThatDiffer } from '../../leaves.ts'
import type { VectorStep } from '../format.ts'
import {
  FOLLOWS,
  supportedPart,
  type Unsupported,
  unsupportedAs,
  unsupportedSchema,
  variantLeftOut,
} from './unsupported.ts'

const escrow = deploy(l1Rollup, profileNamed('escrow'))
const { initial: pre } = escrow

/** The steps of events, as a case has them. */
function stepsOf(events: readonly Event[]): VectorStep[] {
  let state: State = pre
  return events.map((event) => {
    const made = escrow.step(state, event)
    if ('refusals' in made) return { event, refused: made.refusals.map(({ refusal }) => refusal) }
    const changed = leavesThatDiffer(state, made.state).map(({ path }) => path[0] as keyof State)
    state = made.state
    return { event, post: Object.fromEntries(changed.map((name) => [name, made.state[name]])) }
  })
}
const part = (events: readonly Event[], unsupported: Partial<Unsupported>) => {
  const made = supportedPart({ pre, steps: stepsOf(events) }, unsupportedSchema.parse(unsupported), escrow)
  return { ...made, numbers: made.steps.map(({ number }) => number) }
}

const time: Event = { type: 'advanceSlot' }
const prune: Event = { type: 'prune', caller: 'stranger' }
const start = (amount: string): Event => ({ type: 'startWithdrawal', caller: 'p1', amount })
const execute: Event = { type: 'executeWithdrawal', caller: 'p1', receiver: 'p1' }
const collect: Event = { type: 'collectSlashed', caller: 'stranger' }

describe('the part of a case that is put', () => {
  test('is the whole where nothing is declared', () => {
    const { numbers, notJudged } = part([time, prune, start('1')], {})
    expect({ numbers, left: notJudged.size }).toEqual({ numbers: [1, 2, 3], left: 0 })
  })

  test('goes on behind a refused event that is not supported: it changes nothing', () => {
    const { numbers, notJudged } = part([prune, start('1'), execute], { events: ['prune'] })
    expect(numbers).toEqual([2, 3])
    expect([...notJudged]).toEqual([['prune', 1]])
  })

  test('leaves out what an unsupported event decides, and keeps what it does not', () => {
    const events = [start('1'), time, execute, collect, time, time, execute, start('0')]
    const { numbers, notJudged } = part(events, { events: ['startWithdrawal'] })
    // Locked by it at first; paid because of it later.
    expect(numbers).toEqual([2, 4, 5, 6])
    expect([...notJudged]).toEqual([
      ['startWithdrawal', 2],
      [FOLLOWS, 2],
    ])
  })

  test('stands where the statechart is without the event', () => {
    const { steps } = part([start('1'), time], { events: ['startWithdrawal'] })
    expect(steps.map(({ next }) => next)).toEqual([{ ...pre, slot: 1 }])
  })

  test('leaves out an event that changes a told variable otherwise, and keeps it where nobody tells that one', () => {
    const deposit: Event = { type: 'deposit', caller: 'p1', amount: '1' }
    const events = [start('1'), time, time, time, execute, deposit]
    // Without the withdrawal there is no room for the deposit.
    expect(part(events, { events: ['startWithdrawal', 'executeWithdrawal'] }).numbers).toEqual([2, 3, 4])
    const again: Event[] = [start('1'), start('1')]
    expect(part(again, { events: [{ type: 'startWithdrawal', with: { amount: ['1'] } }] }).numbers).toEqual(
      [],
    )
  })

  test('counts the steps that change what is not told', () => {
    const { numbers, untold } = part([time, start('1'), time], { variables: ['accounts', 'credits'] })
    expect(numbers).toEqual([1, 2, 3])
    expect([...untold]).toEqual([['accounts', 1]])
  })
})

describe('a declaration', () => {
  test('names a type, or values of fields, all of which have to fit', () => {
    const events = unsupportedSchema.parse({
      events: ['prune', { type: 'deposit', with: { caller: ['p1', 'p2'], amount: ['0'] } }],
    })
    const deposit = (caller: string, amount: string) =>
      unsupportedAs({ type: 'deposit', caller, amount }, events)
    expect(unsupportedAs(prune, events)).toBe('prune')
    expect(deposit('p1', '0')).toBe('deposit with caller p1 or p2 and amount 0')
    expect(deposit('p1', '1')).toBeUndefined()
    expect(deposit('v1', '0')).toBeUndefined()
  })

  test('of a variant leaves out its deployments, and its events and variables with them', () => {
    const declared = unsupportedSchema.parse({ variants: ['fallback'], variables: ['fallback'] })
    expect(declared).toEqual({
      events: ['proposeWithProof'],
      variables: ['fallback'],
      variants: ['fallback'],
    })
    const leftOut = (fallbackEnterSlots: number, challengeSlots: number, variants = declared) =>
      variantLeftOut({ fallbackEnterSlots, challengeSlots }, variants)
    expect(leftOut(4, 0)).toBe('fallback')
    expect(leftOut(0, 2)).toBeUndefined()
    expect(leftOut(4, 2, unsupportedSchema.parse({}))).toBeUndefined()
    const posted = unsupportedSchema.parse({ variants: ['challenges'] })
    expect(posted).toMatchObject({ events: ['challenge'], variables: ['posted'] })
    expect(leftOut(4, 0, posted)).toBeUndefined()
    expect(leftOut(0, 2, posted)).toBe('challenges')
  })

  test.each([
    [{ variants: ['queue'] }],
    [{ events: ['halt'] }],
    [{ events: [{ type: 'prune' }] }],
    [{ variables: ['gas'] }],
    [{ checks: ['QuorumNotReached'] }],
  ])('of something else is none: %j', (declared) => {
    expect(unsupportedSchema.safeParse(declared).success).toBe(false)
  })
})
