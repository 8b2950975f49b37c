import { inSession } from '../../../model/fallback-controller/timing.ts'
import type { Event } from '../../../model/l1-rollup/vocabulary.ts'
import { accepted, type ClauseSides, type Moment, poolWei, refused } from './side.ts'

const byAnybody = ['proposeWithProof'] as const
const byCommittee = ['propose', 'submitEpochProof'] as const
const parentOf = (event: Event) => (event.type === 'proposeWithProof' ? event.parent : undefined)

const hasFallback = ({ p }: Moment): boolean => p.fallbackEnterSlots > 0
const isFallback = ({ eff }: Moment): boolean => inSession(eff.fallback)
const hasClaim = ({ state }: Moment): boolean => state.claim !== null

/** Slots from the one in which the stored count ends on, negative before; `undefined` where nothing is counted. */
const slotsSinceCounted = ({ state, p }: Moment): number | undefined =>
  state.fallback.countedFrom < 0
    ? undefined
    : state.slot - (state.fallback.countedFrom + p.fallbackEnterSlots)

/** Of a stored session: the slots in which it is due to end by time and by idleness. */
function endsOf({ state: { fallback }, p }: Moment): { byTime: number; byIdleness: number } | undefined {
  if (!inSession(fallback)) return undefined
  return {
    byTime: fallback.entered + p.fallbackExitSlots,
    byIdleness: fallback.advanced + p.fallbackExitActivitySlots,
  }
}

/** Whether a stored session ends by time alone, so many slots from now. */
function endsByTime(m: Moment, slots: number): boolean {
  const ends = endsOf(m)
  return ends !== undefined && ends.byTime < ends.byIdleness && ends.byTime - m.state.slot === slots
}
/** Whether a stored session ends by idleness alone, so many slots from now. */
function endsByIdleness(m: Moment, slots: number): boolean {
  const ends = endsOf(m)
  return ends !== undefined && ends.byIdleness < ends.byTime && ends.byIdleness - m.state.slot === slots
}

/** The count has run out, and a live claim keeps the committee in force. */
const waitsForClaim = (m: Moment): boolean => hasClaim(m) && !isFallback(m) && slotsSinceCounted(m)! >= 0

/** Sides of FALLBACK-1 to FALLBACK-16, and of what fallback announces. */
export const fallbackSides: Readonly<Record<string, ClauseSides>> = {
  'FALLBACK-1': {
    passes: accepted(
      byAnybody,
      'a fallback block in the slot in which the count has run out',
      (m) => !hasClaim(m) && slotsSinceCounted(m) === 0,
    ),
    refuses: refused(
      byAnybody,
      ['FallbackNotActive'],
      'a fallback block in the last slot of the count',
      (m) => slotsSinceCounted(m) === -1,
    ),
  },
  'FALLBACK-2': {
    passes: accepted(
      ['propose', 'forceInclusion'],
      'what begins to wait is counted from',
      (m) => hasFallback(m) && !isFallback(m) && m.eff.fallback.countedFrom < 0,
    ),
    refuses: refused(
      byAnybody,
      ['FallbackNotActive'],
      'nothing waits, however much time has passed',
      (m) => hasFallback(m) && m.eff.fallback.countedFrom < 0 && m.state.slot >= m.p.fallbackEnterSlots,
    ),
  },
  'FALLBACK-3': {
    passes: accepted(byCommittee, 'the count has run out and a claim is live', waitsForClaim),
    refuses: refused(
      byAnybody,
      ['FallbackNotActive'],
      'a fallback block though a claim is live',
      waitsForClaim,
    ),
  },
  'FALLBACK-4': {
    passes: accepted(
      byAnybody,
      'blocks of the committee are stored',
      (m) => isFallback(m) && m.oldest !== undefined,
    ),
    refuses: refused(
      byAnybody,
      ['ParentNotTip'],
      'the parent is the stored tip, which the entry drops',
      (m, event) => isFallback(m) && parentOf(event)?.slot === m.state.pending.at(-1)?.slot,
    ),
  },
  'FALLBACK-6': {
    passes: accepted(byAnybody, 'the last slot before T_exit', (m) => endsByTime(m, 1)),
    refuses: refused(byAnybody, ['FallbackNotActive'], 'the slot of T_exit', (m) => endsByTime(m, 0)),
  },
  'FALLBACK-7': {
    passes: accepted(byAnybody, 'the last slot before T_activity', (m) => endsByIdleness(m, 1)),
    refuses: refused(byAnybody, ['FallbackNotActive'], 'the slot of T_activity', (m) => endsByIdleness(m, 0)),
  },
  'FALLBACK-8': {
    passes: accepted(
      byAnybody,
      'a session after one that nobody used',
      (m) =>
        slotsSinceCounted(m) !== undefined &&
        m.eff.fallback.entered > m.state.fallback.countedFrom + m.p.fallbackEnterSlots &&
        !hasClaim(m),
    ),
    refuses: refused(
      byAnybody,
      ['FallbackNotActive'],
      'a session that nobody used is over',
      (m) => !hasClaim(m) && (slotsSinceCounted(m) ?? -1) >= 0,
    ),
  },
  'FALLBACK-10': {
    passes: accepted(
      byAnybody,
      'somebody publishes who was never registered',
      ({ state: { validators } }, event) =>
        event.type === 'proposeWithProof' &&
        ![...validators.current, ...validators.previous, ...validators.earlier].includes(event.caller),
    ),
  },
  'FALLBACK-11': {
    passes: accepted(byAnybody, 'the parent is a block', ({ state }) => state.proven.slot >= 0),
    refuses: refused(
      byAnybody,
      ['ParentNotTip'],
      'another parent',
      (m, event) => parentOf(event)?.slot !== m.state.proven.slot,
    ),
  },
  'FALLBACK-13': {
    passes: accepted(byAnybody, 'with its proof'),
    refuses: refused(byAnybody, ['ProofInvalid'], 'with another proof'),
  },
  'FALLBACK-14': {
    passes: accepted(
      byAnybody,
      'what the block takes is taken',
      (_, event) => event.type === 'proposeWithProof' && event.forced > 0,
    ),
  },
  'FALLBACK-15': {
    passes: accepted(
      byAnybody,
      'whoever publishes is credited',
      (m) => m.p.fallbackRewardWei !== '0' && poolWei(m) > 0n,
    ),
  },
  'FALLBACK-16': { passes: accepted(['setupEpoch'], 'an epoch is set up in fallback', isFallback) },
  'LOG-10': {
    passes: accepted(
      ['propose', 'proposeWithProof', 'forceInclusion', 'prune'],
      'an entry or an exit is announced',
      ({ state, eff }) => state.fallback.entered !== eff.fallback.entered,
    ),
  },
  'LOG-12': { passes: accepted(byAnybody, 'the block is announced') },
}
