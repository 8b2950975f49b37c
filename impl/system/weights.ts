import type { Random } from './random.ts'

/** How often something happens, each against the sum of all. */
export interface Weights {
  readonly deliver: number
  /** Delivered, and left there for another time. */
  readonly duplicate: number
  readonly drop: number
  readonly tick: number
  /** A tick that the clock of one node misses. */
  readonly late: number
  readonly wake: number
  readonly read: number
  readonly submit: number
  readonly leave: number
  readonly setUp: number
  readonly build: number
  readonly publish: number
  readonly crash: number
  readonly resend: number
  readonly force: number
  readonly reorg: number
  /** Of the Byzantine members, if there are any. */
  readonly lie: number
  readonly post: number
  /** Whole slots pass. */
  readonly pass: number
  readonly calm: number
  readonly work: number
  /** All is delivered, every honest node works, and all is delivered again. */
  readonly round: number
  /** Something of claimants, provers and fallback proposers, be it the time for it or not. */
  readonly deal: number
  /** Of the Byzantine ones, to L1. */
  readonly seize: number
  readonly finish: number
  readonly advance: number
  readonly move: number
}
export type Kind = keyof Weights

/** A network and members that do what they can in a few slots, and still let a block through now and then. */
export const hostile: Weights = {
  deliver: 40,
  duplicate: 6,
  drop: 2,
  tick: 1,
  late: 0.3,
  wake: 4,
  read: 10,
  submit: 8,
  leave: 1,
  setUp: 0.5,
  build: 6,
  publish: 5,
  crash: 2,
  resend: 3,
  force: 1,
  reorg: 1,
  lie: 14,
  post: 3,
  ...{ pass: 0, calm: 0, work: 0, round: 0, deal: 0, seize: 0, finish: 0, advance: 0, move: 0 },
}

/** The same over epochs: much goes well at once, so that a hundred choices come to some ten slots. */
export const lasting: Weights = {
  deliver: 4,
  duplicate: 1,
  drop: 1,
  tick: 4,
  late: 0.5,
  wake: 2,
  read: 2,
  submit: 5,
  leave: 0.3,
  setUp: 0.5,
  build: 1,
  publish: 1,
  crash: 1,
  resend: 1,
  force: 2,
  reorg: 1.5,
  lie: 5,
  post: 4,
  pass: 9,
  calm: 5,
  work: 5,
  round: 18,
  deal: 5,
  seize: 3,
  finish: 1,
  advance: 1.5,
  move: 1,
}

/** The same where claimants, provers and fallback proposers try whatever comes to their minds, and nodes start again. */
export const dealing: Weights = {
  ...lasting,
  ...{ deliver: 0, duplicate: 0, drop: 0, late: 0, wake: 0, submit: 3, setUp: 1, build: 2, publish: 2 },
  ...{ crash: 3, deal: 45, seize: 2, read: 1, work: 2, round: 18, calm: 20, lie: 14, post: 3 },
}

/** What a network or a node may be spared in one run: where everything fails all the time, few things happen. */
const sparable: readonly Kind[] = [
  ...(['duplicate', 'drop', 'late', 'crash', 'resend', 'force', 'reorg', 'post', 'leave'] as const),
]
/** Over epochs, these as well. */
const sparedOverEpochs: readonly Kind[] = [
  ...sparable,
  ...(['deliver', 'lie', 'seize', 'finish', 'advance', 'move', 'deal', 'setUp'] as const),
]

/** Weights of one run: each kind of fault is there at all in some runs only. */
export function drawnWeights(random: Random, lasts = false): Weights {
  const spared = (lasts ? sparedOverEpochs : sparable).filter(() => random.chance(0.4))
  return { ...(lasts ? lasting : hostile), ...Object.fromEntries(spared.map((kind) => [kind, 0])) }
}
