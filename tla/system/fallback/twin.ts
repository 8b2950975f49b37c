/** The system's cut of fallback in TLA+: its modules, and what of a profile each of their constants is. */
import { fileURLToPath } from 'node:url'
import type { FallbackSystemProfile } from '../../../spec/system/fallback.ts'
import { boolean, names } from '../../node/constants.ts'
import { integer, sequence, set, string, strings } from '../../tlc/text.ts'
import type { Twin } from '../../tlc/twin.ts'

export const fallbackTwin: Twin<FallbackSystemProfile> = {
  folder: fileURLToPath(new URL('.', import.meta.url)),
  modules: {
    root: 'FallbackReach',
    // Its rules are those of its nodes and of L1, which are asked pointwise themselves.
    pointwise: 'MCFallback',
    properties: 'FallbackProperties',
    consequences: 'FallbackConsequences',
    reach: 'FallbackReach',
  },
  live: { SessionsSpec: { module: 'LiveSessions', profile: 'racing' } },
  rules: (profile) => ({
    plain: [
      ['SlotsPerEpoch', integer(profile.slotsPerEpoch, 'slotsPerEpoch')],
      ['ClaimWindowSlots', integer(profile.claimWindowSlots, 'claimWindowSlots')],
      ['EnterSlots', integer(profile.enterSlots, 'enterSlots')],
      ['ExitSlots', integer(profile.exitSlots, 'exitSlots')],
      ['ActivitySlots', integer(profile.activitySlots, 'activitySlots')],
      ['DelayEpochs', integer(profile.delayEpochs, 'delayEpochs')],
      ['ForcedMinimum', integer(profile.forcedMinimum, 'forcedMinimum')],
      ['MinTxPerBlock', integer(profile.minTxPerBlock, 'minTxPerBlock')],
      ['MaxViewAge', integer(profile.maxViewAge, 'maxViewAge')],
      ['Nodes', set(strings(profile.nodes))],
      ['Seat', string(profile.seat)],
      ['Reads', boolean(profile.reads)],
      ['Reorganises', boolean(profile.reorganises)],
      ['Horizon', integer(profile.horizon, 'horizon')],
    ],
    structured: [
      ['KnownTransactions', names(profile.initialHeld)],
      ['InitialHeld', names(profile.initialHeld)],
      ['Forceable', names(profile.forceable)],
    ],
  }),
  bounds: (profile) => ({
    plain: [
      ['GivesUp', boolean(profile.givesUp)],
      ['SeatFrom', integer(profile.seatFrom, 'seatFrom')],
    ],
    structured: [
      ['Own', sequence(profile.own.map(names))],
      ['Forcing', sequence(profile.forcing.map((slot) => integer(slot, 'forcing')))],
      ['Crashes', names(profile.crashes)],
      ['Lies', names(profile.lies)],
      ['Epochs', names(profile.epochs)],
    ],
  }),
  tables: () => [],
}
