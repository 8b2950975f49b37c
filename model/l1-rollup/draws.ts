import type { Parameters } from '../../spec/parameters.ts'
import { committeePositions, drawSeat } from '../shared/hash.ts'
import type { Count, Epoch, Index, Slot } from '../shared/units.ts'

/** The hash that shuffles and draws, as the models see it: tables over the names of prevrandao values. */
export type Draws = {
  /** EPOCH-3: positions in the frozen set, 0-based, one per seat. */
  committee(randao: string, epoch: Epoch, setSize: Count): readonly Index[]
  /** EPOCH-8: seat of the proposer, 0-based. */
  seat(randao: string, sampleEpoch: Epoch, slot: Slot, seats: Count): Index
}

const tables = new WeakMap<Parameters, Draws>()

/** Tables of the real hash, filled as they are asked for and shared by all who have the same parameters. */
export function drawsOf(p: Parameters): Draws {
  const draws = tables.get(p) ?? createDraws(p)
  tables.set(p, draws)
  return draws
}

function createDraws(p: Parameters): Draws {
  const committees = new Map<string, readonly Index[]>()
  const seats = new Map<string, Index>()
  return {
    committee: (randao, epoch, setSize) =>
      remembered(committees, `${randao} ${epoch} ${setSize}`, () =>
        committeePositions(randao, epoch, setSize, p),
      ),
    seat: (randao, sampleEpoch, slot, size) =>
      remembered(seats, `${randao} ${sampleEpoch} ${slot} ${size}`, () =>
        drawSeat(randao, sampleEpoch, slot, size, p),
      ),
  }
}

function remembered<Value>(table: Map<string, Value>, key: string, compute: () => Value): Value {
  let value = table.get(key)
  if (value === undefined) {
    value = compute()
    table.set(key, value)
  }
  return value
}
