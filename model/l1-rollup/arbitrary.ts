import fc from 'fast-check'
import { type Profile, peopleOf } from '../../spec/parameters.ts'
import { countedFrom, idle } from '../fallback-controller/timing.ts'
import { type Address, NO_ADDRESS } from '../shared/units.ts'
import {
  type Deployment,
  dueIn,
  epochEnd,
  epochNow,
  falseSeatsIn,
  postedIn,
  proposerUnder,
  sampleInForce,
  slotNow,
  tipOf,
  waitingIn,
} from './chain.ts'
import { effective } from './due.ts'
import { epochOf, quorum } from './rules/arithmetic.ts'
import {
  type Account,
  type Block,
  type Event,
  type EventType,
  eventTypes,
  GENESIS,
  NO_OTHERS,
  type Posting,
  preimageSchema,
  type QueueEntry,
  type State,
} from './vocabulary.ts'

/** Draws a value of an arbitrary. */
type Draw = <Value>(arbitrary: (...given: never[]) => fc.Arbitrary<Value>, ...given: unknown[]) => Value

/** What the generators of one profile need to know. */
interface World {
  readonly profile: Profile
  readonly deployment: Deployment
  readonly people: readonly Address[]
  /** Everybody whom an event may name, roles and strangers included. */
  readonly anybody: readonly Address[]
  /** No slot and no amount is greater. */
  readonly latestSlot: number
  /** No count and no session was stored more slots ago. */
  readonly mostSlotsBack: number
}

/** What a model that goes from slot to slot can follow. */
const SLOTS_BACK = 300

/**
 * Coherent states of a profile's rollup and events next to them, reachable or not (spec/actors/l1-rollup.md, Coherent in
 * TLA+). Fields take the value that would pass, most of the time, and else any value of their type near those that they
 * are compared with: other roles, other known blocks and committees, numbers around every number of the state.
 * @param latestSlot the latest current slot that is drawn
 * @param mostSlotsBack how long ago, at most, what fallback counts from was stored, and what has been due since
 */
export function pairs(
  profile: Profile,
  deployment: Deployment,
  latestSlot: number,
  eventsPerState: number,
  mostSlotsBack = SLOTS_BACK,
) {
  const people = peopleOf(profile)
  const anybody = [...people, 'admin', 'stranger', 'sink', 'escrow', 'rollup', NO_ADDRESS]
  const world: World = { profile, deployment, people, anybody, latestSlot, mostSlotsBack }
  return fc.gen().map((gen) => {
    const draw = gen as unknown as Draw
    const state = drawState(draw, world)
    const events = Array.from({ length: eventsPerState }, () => drawEvent(draw, world, state))
    return { state, events }
  })
}

const integer = (draw: Draw, min: number, max: number): number => draw(fc.integer as never, { min, max })
const among = <Value>(draw: Draw, values: readonly Value[]): Value =>
  values[integer(draw, 0, values.length - 1)]!
/** True once in so many times. */
const rarely = (draw: Draw, oneIn: number): boolean => integer(draw, 1, oneIn) === oneIn
/** An amount up to a bound: small, or of the bound's own size. */
const wei = (draw: Draw, max: bigint): bigint => {
  const bound = max < 0n ? 0n : max
  const small = bound < 40n || rarely(draw, 3)
  return draw(fc.bigInt as never, { min: 0n, max: small && bound > 40n ? 40n : bound })
}
const sum = (amounts: readonly bigint[]): bigint => amounts.reduce((total, amount) => total + amount, 0n)
const smaller = (a: bigint, b: bigint): bigint => (a < b ? a : b)

function drawState(draw: Draw, world: World): State {
  const { profile, people, latestSlot } = world
  const {
    slotsPerEpoch,
    seedLookaheadEpochs,
    targetCommitteeSize,
    escrowCapWei,
    epochRewardWei,
    challengeSlots,
  } = profile.parameters
  const slot = rarely(draw, 20) ? -1 : integer(draw, 0, latestSlot)
  const epoch = epochOf({ slot: slotNow({ slot }), slotsPerEpoch })
  // TIME-4: before genesis nothing enters, and nothing is counted.
  const queue = slot < 0 ? [] : drawQueue(draw, world, epoch)
  const taken = integer(draw, 0, queue.length)
  const inSession = slot >= 0 && profile.parameters.fallbackEnterSlots > 0 && rarely(draw, 4)
  const chain = drawChain(draw, world, slot, taken)
  const { proven } = chain
  // FALLBACK-4: in a session nothing is pending.
  // Claims end with their last block only where all that is pending can still be challenged.
  const isYoung = challengeSlots > 0 && rarely(draw, 3)
  const blocks = isYoung
    ? chain.pending.filter((block) => block.slot >= slot - challengeSlots)
    : chain.pending
  const pending = inSession ? [] : taking(draw, blocks, queue.length - taken)
  const waits = pending.length > 0 || taken < queue.length
  const oldest = pending[0] && epochOf({ slot: pending[0].slot, slotsPerEpoch })
  const cap = BigInt(escrowCapWei)
  const reward = BigInt(epochRewardWei)
  const claimable = oldest !== undefined && oldest < epoch && !rarely(draw, 3)
  const claim = claimable
    ? {
        epochToProve: oldest,
        proverAddress: among(draw, profile.provers),
        bondAmount: String(wei(draw, cap)),
        basisPointFee: among(draw, [0, 1, integer(draw, 0, 10_000), 9_999, 10_000]),
        claimant: among(draw, profile.validators),
      }
    : null
  const accounts = Object.fromEntries(
    profile.provers.map((prover): [Address, Account] => {
      const staked = claim?.proverAddress === prover ? BigInt(claim.bondAmount) : 0n
      const available = rarely(draw, 4) ? 0n : wei(draw, cap - staked)
      const withdrawing = rarely(draw, 2) ? 0n : wei(draw, cap - staked - available)
      const unlockSlot = Math.max(1, slot + among(draw, [-9, -1, 0, 1, 7]))
      return [
        prover,
        {
          available: String(available),
          withdrawing: String(withdrawing),
          unlockSlot: withdrawing > 0n ? unlockSlot : 0,
          staked: String(staked),
        },
      ]
    }),
  )
  const slashed = rarely(draw, 2) ? 0n : wei(draw, cap)
  const held = Object.values(accounts).flatMap(({ available, withdrawing, staked }) =>
    [available, withdrawing, staked].map(BigInt),
  )
  const credits = Object.fromEntries(
    people.map((holder) => [holder, String(rarely(draw, 2) ? 0n : wei(draw, reward))]),
  )
  const owed = sum(Object.values(credits).map(BigInt))
  const tokens = {
    ...Object.fromEntries(people.map((holder) => [holder, String(wei(draw, cap))])),
    sink: String(wei(draw, cap)),
    escrow: String(sum(held) + slashed + among(draw, [0n, 0n, 1n])),
    rollup: String(owed + among(draw, [0n, 1n, wei(draw, reward), reward - 1n, reward, reward * 3n])),
  }
  const sets = [drawSet(draw, people), drawSet(draw, people), drawSet(draw, people)]
  const changedEpoch = Math.max(0, epoch - among(draw, [0, 0, 1, 2]))
  // The first sample serves now or is waiting to be forgotten, later ones ascend.
  const first = Math.max(0, epoch - among(draw, [0, 0, 1, 3]))
  const epochs = [first]
  for (let later = first + 1; later <= epoch + seedLookaheadEpochs; later++)
    if (epochs.length < seedLookaheadEpochs + 1 && rarely(draw, 2)) epochs.push(later)
  const samples = epochs.map((sampled) => ({
    epoch: sampled,
    randao: among(draw, profile.randaos),
    members: drawSet(draw, people).slice(0, targetCommitteeSize),
  }))
  return {
    slot,
    proven,
    pending,
    claim,
    accounts,
    slashed: String(slashed),
    tokens,
    credits,
    // VALIDATOR-5: there was no change before epoch 0.
    validators: {
      current: sets[0]!,
      previous: sets[1]!,
      earlier: sets[changedEpoch > 0 ? 2 : 1]!,
      changedEpoch,
    },
    queue,
    taken,
    posted: challengeSlots > 0 ? pending.map(() => drawPosting(draw, world)) : [],
    fallback: inSession ? drawSession(draw, world, slot) : drawCount(draw, world, slot, waits),
    samples,
  }
}

/** CHALLENGE-2: a committee with a quorum of attestations or more, of which every second posting has a false one. */
function drawPosting(draw: Draw, { profile, people, anybody }: World): Posting {
  const drawn = drawSet(draw, people).slice(0, profile.parameters.targetCommitteeSize)
  const committee = drawn.length > 0 ? drawn : profile.validators.slice(0, 1)
  const seats = committee.length
  const count = integer(draw, quorum({ seats }), seats)
  const start = integer(draw, 0, seats - 1)
  const isFalse = rarely(draw, 2)
  const attestations = committee.map((member, seat) => {
    const at = (seat - start + seats) % seats
    if (at >= count) return NO_ADDRESS
    if (!isFalse || (at > 0 && !rarely(draw, 3))) return member
    const others = anybody.filter((name) => name !== member && name !== NO_ADDRESS)
    return among(draw, others)
  })
  return { committee, attestations }
}

/** QUEUE-3: dates never fall, and none is later than that of an entry of now. */
function drawQueue(draw: Draw, { profile }: World, epoch: number): QueueEntry[] {
  const { forceable, parameters } = profile
  if (forceable.length === 0) return []
  const latest = epoch + parameters.forcedDelayEpochs
  const length = among(draw, [0, 1, 2, 3, 5])
  const dates = Array.from({ length }, () => Math.max(0, latest - among(draw, [0, 0, 1, 1, 2, 9])))
  return dates
    .sort((a, b) => a - b)
    .map((includedByEpoch) => ({ transaction: among(draw, forceable), includedByEpoch }))
}

/** Blocks that take entries of the queue, no more than wait. */
function taking(draw: Draw, blocks: readonly Block[], waiting: number): Block[] {
  let left = waiting
  return blocks.map((block) => {
    const forced = rarely(draw, 2) ? 0 : integer(draw, 0, left)
    left -= forced
    return { ...block, forced }
  })
}

/** FALLBACK-2: a count of the committee's time, always while something waits and never without fallback. */
function drawCount(
  draw: Draw,
  { profile, mostSlotsBack }: World,
  slot: number,
  waits: boolean,
): State['fallback'] {
  const { fallbackEnterSlots: enter, fallbackExitSlots, fallbackExitActivitySlots } = profile.parameters
  if (slot < 0 || enter === 0 || (!waits && rarely(draw, 2))) return idle
  const cycle = enter + Math.min(fallbackExitSlots, fallbackExitActivitySlots)
  // How often time alone has gone in and out since, and where that leaves it.
  const cycles = among(draw, [0, 0, 0, 1, 2, integer(draw, 0, Math.floor(mostSlotsBack / cycle))]) * cycle
  const within = among(draw, [0, integer(draw, 0, cycle), enter - 1, enter, cycle - 1, enter + 1])
  return countedFrom(Math.max(0, slot - Math.min(mostSlotsBack, cycles + within)))
}

/** FALLBACK-6, FALLBACK-7: a session whose exits may have passed, once or with further ones. */
function drawSession(draw: Draw, { profile, mostSlotsBack }: World, slot: number): State['fallback'] {
  const {
    fallbackEnterSlots,
    fallbackExitSlots: exit,
    fallbackExitActivitySlots: activity,
  } = profile.parameters
  const since = among(draw, [
    integer(draw, 0, exit),
    exit - 1,
    exit,
    activity - 1,
    activity,
    integer(draw, 0, 3 * (fallbackEnterSlots + exit)),
    integer(draw, 0, mostSlotsBack),
  ])
  const entered = Math.max(0, slot - Math.min(mostSlotsBack, since))
  const advanced = Math.min(slot, entered + among(draw, [0, 0, 1, integer(draw, 0, exit - 1)]))
  return { countedFrom: -1, entered, advanced }
}

/** A proven tip and pending blocks of two epochs at most, none of the future: before genesis none at all. */
function drawChain(
  draw: Draw,
  { profile }: World,
  slot: number,
  taken: number,
): { proven: Block; pending: Block[] } {
  const { slotsPerEpoch, rewardRemainder } = profile.parameters
  if (slot < 0) return { proven: GENESIS, pending: [] }
  const block = (at: number): Block => ({
    slot: at,
    content: among(draw, profile.contents),
    beneficiary: rewardRemainder === 'blockProposers' ? among(draw, profile.validators) : NO_ADDRESS,
    forced: rarely(draw, 2) ? integer(draw, 0, taken) : 0,
  })
  if (rarely(draw, 5))
    return { proven: slot > 0 && rarely(draw, 2) ? block(integer(draw, 0, slot)) : GENESIS, pending: [] }
  // The oldest pending block is of this epoch, of the one before, or of one that died.
  const epoch = epochOf({ slot, slotsPerEpoch })
  const oldest = Math.max(0, epoch - among(draw, [0, 1, 1, 1, 2, 3]))
  const from = oldest * slotsPerEpoch
  const slots = Array.from({ length: slotsPerEpoch * 2 }, (_, index) => from + index).filter(
    (at) => at <= slot && !rarely(draw, 2),
  )
  const inOldest = slots.filter((at) => epochOf({ slot: at, slotsPerEpoch }) === oldest)
  const pending = (inOldest.length > 0 ? slots : [from, ...slots].filter((at) => at <= slot)).map(block)
  const before = pending[0]!.slot - 1 - among(draw, [0, 1, 5])
  return { proven: before < 0 || rarely(draw, 4) ? GENESIS : block(before), pending }
}

const drawSet = (draw: Draw, people: readonly Address[]): Address[] => {
  if (rarely(draw, 12)) return []
  const names = people.filter((name) => name.startsWith('v') && !rarely(draw, 3))
  // In any order: a registered set was changed by moves.
  for (let at = names.length - 1; at > 0; at--) {
    const other = integer(draw, 0, at)
    ;[names[at], names[other]] = [names[other]!, names[at]!]
  }
  return names
}

/** One event: its fields pass, but for those that are drawn anew. */
function drawEvent(draw: Draw, world: World, state: State): Event {
  const type = among(draw, [
    ...eventTypes,
    'propose',
    'propose',
    'challenge',
    'claimEpochProofRight',
    'claimEpochProofRight',
    'submitEpochProof',
    'proposeWithProof',
  ] as EventType[])
  const { profile, deployment, anybody } = world
  const { parameters } = profile
  const now = slotNow(state)
  const eff = effective(state, parameters)
  const inForce = sampleInForce(state, parameters).members
  /** The passing value, or once in a while another. */
  const or = <Value>(passes: Value, others: () => Value, oneIn = 6): Value =>
    rarely(draw, oneIn) ? others() : passes
  const near = (...numbers: number[]): number =>
    Math.max(0, among(draw, [...numbers, 0]) + among(draw, [-1, 0, 1]))
  const around = (...amounts: bigint[]): bigint => {
    const amount = among(draw, [...amounts, 0n]) + among(draw, [-1n, 0n, 1n])
    return amount < 0n ? 0n : amount
  }
  const who = () => among(draw, anybody)
  /** The contracts call each other inside of an event and send none; the sink only receives. */
  const sender = () =>
    among(
      draw,
      anybody.filter((name) => !['escrow', 'rollup', 'sink'].includes(name)),
    )
  const committees = [
    inForce,
    [...inForce].reverse(),
    ...state.samples.map(({ members }) => members),
    state.validators.current,
    [],
    ['stranger'],
    inForce.slice(1),
    [...inForce, 'stranger'],
  ]
  const committee = or([...inForce], () => [...among(draw, committees)], 8)
  const proposer = proposerUnder(committee, state, deployment)
  const caller = or(proposer, sender)
  const blocks = [
    GENESIS,
    state.proven,
    ...state.pending,
    tipOf(state),
    tipOf(eff),
    epochEnd(state, parameters),
    { ...tipOf(eff), content: 'stale' },
  ].filter(({ slot, content }) => slot >= 0 || content === 'genesis')
  const known = () => ({ ...among(draw, blocks) })
  /** What a block holds: all that is due and others, or a few forced transactions alone. */
  const body = () => {
    const due = dueIn(eff, parameters)
    const waiting = waitingIn(eff)
    const { forcedMinimum } = parameters
    const content = among(draw, profile.contents)
    const enough = content === NO_OTHERS ? [Math.min(forcedMinimum, due), due, waiting] : [due, due, waiting]
    return {
      content,
      blobs: or('match', () => among(draw, ['match', 'fewer', 'more', 'other', 'missing'] as const)),
      forced: or(among(draw, enough), () => near(due, waiting, forcedMinimum)),
      forcedHash: or<'match' | 'other'>('match', () => 'other', 10),
    }
  }
  switch (type) {
    case 'advanceSlot':
      return { type }
    case 'propose': {
      const needed = quorum({ seats: committee.length })
      const slot = or(now, () => near(now, tipOf(eff).slot, tipOf(state).slot))
      const count = among(draw, [needed, needed, needed, needed - 1, committee.length, 0])
      const start = rarely(draw, 3) ? integer(draw, 0, committee.length) : 0
      const attestations = committee.map((member, seat) => {
        const signed = (seat - start + committee.length) % Math.max(1, committee.length) < count
        return or(signed ? member : NO_ADDRESS, who, 40)
      })
      return {
        type,
        caller,
        committee,
        slot,
        timestampSlot: or(slot, () => near(slot, now)),
        parent: or({ ...tipOf(eff) }, known),
        ...body(),
        attestations,
      }
    }
    case 'challenge': {
      const latest = { slot: tipOf(eff).slot, seat: 0 }
      const founded = among(draw, [...falseSeatsIn(eff), falseSeatsIn(eff).at(-1) ?? latest])
      const seats = postedIn(founded.slot, eff)?.posting?.committee.length ?? committee.length
      return {
        type,
        caller: sender(),
        slot: or(Math.max(0, founded.slot), () =>
          among(draw, [
            near(now, tipOf(eff).slot, tipOf(state).slot),
            ...state.pending.map(({ slot }) => slot),
          ]),
        ),
        seat: or(founded.seat, () => integer(draw, 0, seats), 4),
        preimage: or('match', () => among(draw, preimageSchema.options)),
      }
    }
    case 'claimEpochProofRight': {
      const proverAddress = or(among(draw, profile.provers), who)
      const account = eff.accounts[proverAddress]
      const available = BigInt(account?.available ?? 0)
      const covered = available + BigInt(account?.withdrawing ?? 0)
      const minimum = BigInt(parameters.minimumBondWei)
      const bond = around(minimum, available, covered)
      return {
        type,
        caller,
        committee,
        quote: {
          proverAddress,
          epochToProve: or(Math.max(0, epochNow(state, parameters) - 1), () =>
            near(epochNow(state, parameters), state.claim?.epochToProve ?? 0),
          ),
          validUntilSlot: or(now, () => near(now, now + 5)),
          bondAmount: String(
            or(smaller(covered, bond) < minimum ? minimum : smaller(covered, bond), () => bond, 4),
          ),
          basisPointFee: or(integer(draw, 0, 10_000), () => near(0, 10_000), 4),
          signer: or(proverAddress, who),
        },
      }
    }
    case 'submitEpochProof':
      return {
        type,
        caller: sender(),
        from: or({ ...state.proven }, known),
        to: or({ ...epochEnd(eff, parameters) }, known),
        valid: or(true, () => false),
      }
    case 'proposeWithProof': {
      const slot = or(now, () => near(now, eff.proven.slot + 1, eff.proven.slot), 2)
      return {
        type,
        caller: sender(),
        slot,
        timestampSlot: or(slot, () => near(slot, now), 8),
        parent: or({ ...eff.proven }, known),
        ...body(),
        valid: or(true, () => false),
      }
    }
    case 'forceInclusion':
      return {
        type,
        caller: sender(),
        transaction: among(draw, [...profile.forceable, 'other']),
        data: or('fits', () => among(draw, ['empty', 'oversized'] as const)),
        valid: or(true, () => false),
      }
    case 'setupEpoch':
      return { type, caller: sender(), randao: among(draw, profile.randaos) }
    case 'addValidator':
    case 'removeValidator':
      return { type, caller: or(deployment.administrator, sender, 4), validator: who() }
    case 'deposit': {
      const holder = or(among(draw, world.people), sender)
      const account = eff.accounts[holder]
      const held = account ? sum([account.available, account.withdrawing, account.staked].map(BigInt)) : 0n
      const amount = around(BigInt(state.tokens[holder] ?? 0), BigInt(parameters.escrowCapWei) - held, 5n)
      return { type, caller: or(among(draw, profile.provers), () => holder, 4), amount: String(amount) }
    }
    case 'startWithdrawal': {
      const holder = or(among(draw, profile.provers), sender)
      return {
        type,
        caller: holder,
        amount: String(around(BigInt(state.accounts[holder]?.available ?? 0), 3n)),
      }
    }
    case 'executeWithdrawal': {
      const holder = or(among(draw, profile.provers), sender)
      return { type, caller: holder, receiver: or(holder, who, 2) }
    }
    case 'prune':
    case 'collectSlashed':
      return { type, caller: sender() }
    case 'collectReward':
      return { type, caller: or(among(draw, world.people), sender) }
  }
}
