/** The follower in TLA+: its modules, and what of a profile each of their constants is. */
import { fileURLToPath } from 'node:url'
import type { FollowerProfile } from '../../spec/followerParameters.ts'
import { integer, record, sequence, strings } from '../tlc/text.ts'
import type { Twin } from '../tlc/twin.ts'

type L1View = FollowerProfile['views'][number]
type Header = L1View['chain'][number]

const names = (texts: readonly string[]): string => sequence(strings(texts))

const block = ({ slot, root }: Header['parent']): string =>
  record(
    [
      ['slot', integer(slot, 'slot')],
      ['root', names(root)],
    ],
    'parent',
  )

const header = ({ slot, parent, body, forced, root }: Header): string =>
  record(
    [
      ['slot', integer(slot, 'slot')],
      ['parent', block(parent)],
      ['body', names(body)],
      ['forced', names(forced)],
      ['root', names(root)],
    ],
    'chain',
  )

const l1View = (view: L1View): string =>
  record(
    [
      ['time', integer(view.time, 'time')],
      ['chain', sequence(view.chain.map(header))],
      ['proven', integer(view.proven, 'proven')],
      ['final', integer(view.final, 'final')],
      ['prunesAt', integer(view.prunesAt, 'prunesAt')],
      ['fallbackFrom', integer(view.fallbackFrom, 'fallbackFrom')],
      ['fallbackUntil', integer(view.fallbackUntil, 'fallbackUntil')],
      ['forced', names(view.forced)],
      ['setUp', integer(view.setUp, 'setUp')],
    ],
    'views',
  )

export const followerTwin: Twin<FollowerProfile> = {
  folder: fileURLToPath(new URL('.', import.meta.url)),
  modules: {
    root: 'FollowerReach',
    pointwise: 'PointwiseFollower',
    properties: 'FollowerProperties',
    consequences: 'FollowerConsequences',
    reach: 'FollowerReach',
  },
  live: {},
  rules: ({ parameters }) => ({
    plain: [
      ['MaxViewAge', integer(parameters.maxViewAge, 'maxViewAge')],
      ['SlotsPerEpoch', integer(parameters.slotsPerEpoch, 'slotsPerEpoch')],
    ],
    structured: [],
  }),
  bounds: ({ horizon, views, crashes }) => ({
    plain: [['Horizon', integer(horizon, 'horizon')]],
    structured: [
      ['Views', sequence(views.map(l1View))],
      ['Crashes', names(crashes)],
    ],
  }),
  tables: () => [],
}
