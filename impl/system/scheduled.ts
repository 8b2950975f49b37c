import { epochProfile, fourEpochs, fourMembers } from './setups.ts'
import type { Setup } from './vocabulary.ts'
import { insistent, restless, solitary, type Weights } from './weights.ts'

/** A setup that seeds make runs of. */
export interface Scheduled {
  readonly setup: Setup
  /** Of every eight schedules, how many are of it. */
  readonly weight: number
  /** Choices of a run at most. */
  readonly length: number
  /** Drawn for each run if not given. */
  readonly weights?: Weights
}

const ofSlots = (setup: Setup): Scheduled => ({ setup, weight: 7, length: 80 })
const ofEpochs = (setup: Setup): Scheduled => ({ setup, weight: 1, length: 100 })

/** What is signed is sent on, and what is done is done again. */
export const passedOn: Scheduled = {
  ...ofSlots(
    fourMembers({
      horizon: 2,
      byzantine: ['m3'],
      reorgDepth: 2,
      minTxPerBlock: 0,
      transactions: ['t1', 't2', 't3'],
      poolMaximum: 3,
    }),
  ),
  weight: 2,
  weights: insistent,
}
/** Members start again with nothing, and a prover that is no member quotes what nobody may claim with. */
export const misquoted: Scheduled = {
  ...ofEpochs(fourEpochs({ byzantine: ['p1'], reorgDepth: 2 })),
  weights: restless,
}
/** Fallback, with two forced transactions as the least of a block. */
export const alone: Scheduled = {
  ...ofEpochs(
    fourEpochs({
      byzantine: ['m2', 'm3', 'm4'],
      keepers: ['m1'],
      profile: epochProfile({
        parameters: {
          ...epochProfile().parameters,
          forcedMinimum: 2,
          fallbackExitSlots: 6,
          fallbackExitActivitySlots: 4,
        },
      }),
    }),
  ),
  weights: solitary,
}

/** What schedules are made of, by the names that files of runs and the command line have. */
export const scheduled: Readonly<Record<string, Scheduled>> = {
  calm: ofSlots(fourMembers({ horizon: 2, reorgDepth: 2 })),
  firstProposerLies: ofSlots(fourMembers({ horizon: 2, byzantine: ['m3'] })),
  secondProposerLies: ofSlots(fourMembers({ horizon: 2, byzantine: ['m2'], minTxPerBlock: 0 })),
  thirdProposerLies: ofSlots(
    fourMembers({ horizon: 2, reorgDepth: 3, byzantine: ['m4'], transactions: ['t1', 't2', 't3'] }),
  ),
  provers: ofEpochs(fourEpochs({ reorgDepth: 3 })),
  rival: ofEpochs(fourEpochs({ byzantine: ['m2'], reorgDepth: 2 })),
  dishonestCommittee: ofEpochs(fourEpochs({ byzantine: ['m2', 'm3', 'm4'], keepers: ['m1'] })),
  moreThanSeats: ofEpochs(
    fourEpochs({
      byzantine: ['m2'],
      reorgDepth: 2,
      profile: epochProfile({ validators: ['m1', 'm2', 'm3', 'm4', 'm5', 'm6'] }),
    }),
  ),
  passedOn,
  misquoted,
  alone,
}
