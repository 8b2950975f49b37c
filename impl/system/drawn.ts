import { termsFor } from './duties.ts'
import type { Random } from './random.ts'
import { seatsOf } from './seats.ts'
import type { System } from './system.ts'
import type { World } from './vocabulary.ts'

/** What random numbers choose of a world, whoever asks. */

/** The proposer of the slot if it is honest, or sometimes somebody else. */
export function inCharge(system: System, random: Random, { slot, l1 }: World, other: string): string {
  const proposer = seatsOf(system, l1).proposers[slot]!
  return system.honest.includes(proposer) && !random.chance(0.1) ? proposer : other
}

/** What a prover offers, sometimes with another number. */
export function drawnTerms(
  system: System,
  random: Random,
  world: World,
  node: string,
): { validUntilSlot: number; bond: string; fee: number } {
  const terms = termsFor(system, world, node)
  if (random.chance(0.5)) return terms
  switch (random.below(3)) {
    case 0:
      return { ...terms, validUntilSlot: Math.max(0, world.slot + random.below(3) - 1) }
    case 1:
      return { ...terms, bond: random.among(['0', '2', '3']) }
    default:
      return { ...terms, fee: random.chance(0.5) ? 0 : 10_001 }
  }
}
