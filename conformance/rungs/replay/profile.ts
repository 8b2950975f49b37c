import { machineOf } from '../../../model/core/deployed.ts'
import { checksOf, readMachine } from '../../../model/core/reading.ts'
import { l1Rollup } from '../../../model/l1-rollup/actor.ts'
import { type RefusalName, refusals as refusalOf } from '../../../model/l1-rollup/refusals.ts'
import type { Profile } from '../../../spec/parameters.ts'
import { keep } from '../../runs/corpus.ts'
import type { Difference, Played } from '../../runs/play.ts'
import { Replayer } from '../../runs/replayer.ts'
import { searchSchedules } from '../../runs/schedules.ts'
import { oneByOne, otherOrder, type Trace } from '../../runs/trace.ts'
import { Walks } from '../../runs/walks.ts'
import { BytecodeAnswers } from '../causes/bytecode.ts'
import { type Cause, Causes, type ReachedPlace } from '../causes/causes.ts'
import { placeOnBlocks } from '../causes/onBlocks.ts'
import type { TaskContext } from '../sideProcess.ts'
import { work } from '../work.ts'

/** How much is replayed of each profile, beside the corpus and the traces of the model checker. */
export interface Amount {
  /** Random walks; each is followed by itself with one block in the other order. */
  readonly walks: number
  readonly schedules: number
}

/** Raw storage is read out of the engine's database once in so many runs; it takes as long as ten of them. */
const VERIFIED_ONE_IN = 80

/** What was counted in the runs of one profile. */
export interface ProfileReplay {
  readonly traces: number
  readonly steps: number
  readonly accepted: number
  readonly mismatches: number
  /** Why they differ. */
  readonly causes: readonly Cause[]
  readonly passed: ReadonlyMap<RefusalName, number>
  readonly refused: ReadonlyMap<RefusalName, number>
}

class Tally implements ProfileReplay {
  traces = 0
  steps = 0
  accepted = 0
  mismatches = 0
  readonly #causes = new Causes()
  readonly passed = new Map<RefusalName, number>()
  readonly refused = new Map<RefusalName, number>()
  readonly #reading

  /** @param found called for every cause as soon as it shows */
  constructor(
    profile: Profile,
    private readonly found: (cause: Cause) => void,
  ) {
    this.#reading = readMachine(l1Rollup, machineOf(l1Rollup, profile))
  }

  get causes(): readonly Cause[] {
    return this.#causes.list
  }

  count({ steps, course }: Played): void {
    this.traces++
    this.steps += steps
    for (const { event, outcome } of course) {
      if (outcome.accepted) {
        this.accepted++
        for (const check of checksOf(this.#reading, event.type)) add(this.passed, refusalOf[check].refusal)
      } else add(this.refused, outcome.refusal as RefusalName)
    }
  }

  differ(place: ReachedPlace): void {
    this.mismatches++
    for (const cause of this.#causes.add(place)) this.found(cause)
  }
}

/** What is to be replayed of one profile, besides its own walks and schedules. */
export interface ReplayTask {
  readonly profile: Profile
  readonly traces: readonly Trace[]
  readonly amount: Amount
  readonly seed: number
}

/** All runs of one profile. */
export async function replayProfile(
  { profile, traces, amount, seed }: ReplayTask,
  { progress, did, found: tell, signal }: Required<TaskContext<Cause>>,
): Promise<ProfileReplay> {
  const tally = new Tally(profile, tell)
  const replayer = await Replayer.start(profile)
  const answers = new BytecodeAnswers(replayer.stand)
  try {
    const play = async (trace: Trace): Promise<Played> => {
      const played = await replayer.play(trace, { signal })
      if (tally.traces % VERIFIED_ONE_IN === 0) await replayer.stand.chain.verifyStorage()
      progress(`${profile.name}: ${tally.traces} traces, ${tally.steps} steps`)
      did(work.steps(played.steps))
      return played
    }
    /** In a block with others, the first transaction that differs hides behind a later one: so each has its own. */
    const placeOf = async (difference: Difference): Promise<ReachedPlace> => {
      const { trace, block } = difference
      const apart = await replayer.play(oneByOne(trace, block), { signal })
      const shown = apart.difference ? apart : await replayer.play(trace, { signal })
      const again = { ...shown, difference: shown.difference ?? difference }
      return placeOnBlocks(answers, profile, again, replayer.stand.chain.storage)
    }
    const count = async (trace: Trace): Promise<void> => {
      const played = await play(trace)
      tally.count(played)
      if (played.difference) tally.differ(await placeOf(played.difference))
    }
    for (const trace of traces) await count(trace)
    const walks = new Walks(profile)
    for (let index = 0; index < amount.walks; index++) {
      const walk = walks.walk(seedOf(seed, profile, index))
      const turned = otherOrder(walk, index)
      for (const trace of turned ? [walk, turned] : [walk]) await count(trace)
    }
    const search = { seed: seedOf(seed, profile, -1), runs: amount.schedules }
    const found = await searchSchedules(profile, {
      ...search,
      play: async (trace) => {
        const played = await play(trace)
        // Shrinking repeats a difference many times: it counts once, at its smallest.
        tally.count(played)
        return played
      },
    })
    if (found) {
      const file = await keep(found, `schedule with seed ${search.seed}`)
      const place = await placeOf(found)
      tally.differ({ ...place, run: `${place.run}, kept as conformance/runs/corpus/${file}` })
    }
    const { steps, accepted, mismatches, causes, passed, refused } = tally
    return { traces: tally.traces, steps, accepted, mismatches, causes, passed, refused }
  } finally {
    await replayer.stop()
  }
}

/** Different for every profile and walk, and the same for the same seed. */
function seedOf(seed: number, { name }: Profile, index: number): number {
  let mixed = (seed ^ 0x811c9dc5) >>> 0
  for (const character of `${name} ${index}`)
    mixed = Math.imul(mixed ^ character.charCodeAt(0), 0x01000193) >>> 0
  // fast-check takes 32 bits with a sign.
  return mixed >>> 1
}

function add(map: Map<RefusalName, number>, name: RefusalName, times = 1): void {
  map.set(name, (map.get(name) ?? 0) + times)
}
