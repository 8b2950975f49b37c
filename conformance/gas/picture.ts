/** The curves of what grows as charts: one against each thing that varies. */
import { type Chart, chartSheet } from '../report/chart.ts'
import type { Against, Curve } from './growth.ts'
import type { CurveName } from './terms.ts'

/** Shown in the README, and compared with the curves by a test. */
export const pictureFile = new URL('../../impl/contracts/growth.svg', import.meta.url)

export const growthPicture = (curves: readonly Curve[]): string =>
  chartSheet(
    chartsOf(curves).map(({ chart }) => chart),
    'What the calls of the rollup cost, and what makes them grow',
  )

export interface GrowthChart {
  readonly against: Against
  readonly chart: Chart
  readonly curves: readonly Curve[]
}

/** In the order of the file. */
export const chartsOf = (curves: readonly Curve[]): GrowthChart[] =>
  [...new Set(curves.map(({ against }) => against))].map((against) => {
    const own = curves.filter((curve) => curve.against === against)
    const lines = own.map(({ name, points }) => ({ label: labels[name as CurveName] ?? name, points }))
    const description = own.map((curve) => `${told(curve)}.`).join(' ')
    return { against, curves: own, chart: { ...axes[against], unit: 'gas', lines, description } }
  })

const told = ({ name, points }: Curve): string => {
  const [[from, least], [to, most]] = [points[0]!, points.at(-1)!]
  const n = (value: number) => value.toLocaleString('en')
  return least === most
    ? `${name}: ${n(least)} gas from ${n(from)} to ${n(to)}`
    : `${name}: ${n(least)} gas at ${n(from)}, ${n(most)} at ${n(to)}`
}

/** What the lines of one chart need to be told apart. */
const labels: Partial<Record<CurveName, string>> = {
  'setupEpoch, changed set': 'setupEpoch',
  'setupEpoch, whole set, changed': 'setupEpoch, whole set',
  'setupEpoch, drawn from 10,000': 'setupEpoch of 10,000',
  claimEpochProofRight: 'claim',
  'proposeWithProof, taking 1': 'proposeWithProof',
  'forceInclusion of 1 kB': 'forceInclusion, 1 kB',
  'submitEpochProof, claimed': 'proof of an epoch',
}

const doublings = Array.from({ length: 12 }, (_, index) => 48 * 2 ** index).filter((size) => size <= 100_000)

const axes: Readonly<Record<Against, Pick<Chart, 'title' | 'across' | 'marks'>>> = {
  validators: {
    title: 'Sampling a committee of 48, against validators',
    across: {
      title: 'validators, logarithmic; dotted: the doublings of EPOCH-12',
      ticks: [48, 1_000, 10_000, 100_000],
      scale: Math.log10,
    },
    marks: doublings,
  },
  seats: {
    title: 'Against the size of the committee',
    across: {
      title: 'seats; dotted: the 48 of the RFC',
      ticks: [4, 48, 96, 128, 192, 256],
      scale: (x) => x,
    },
    marks: [48],
  },
  waiting: {
    title: 'Against the forced queue',
    across: {
      title: 'entries that wait, logarithmic',
      ticks: [0, 1, 10, 100, 1_000, 10_000],
      // One more, because of none there is no logarithm.
      scale: (x) => Math.log10(x + 1),
    },
  },
  blocks: {
    title: 'Against blocks of the epoch',
    across: { title: 'blocks', ticks: [1, 4, 8, 16, 24, 32], scale: (x) => x },
  },
}
