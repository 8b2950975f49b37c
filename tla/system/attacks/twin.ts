/** Attacks on a slot in TLA+: the modules of the cut; its constants are those of the slot. */
import { fileURLToPath } from 'node:url'
import type { SlotProfile } from '../../../spec/system/slot.ts'
import type { Twin } from '../../tlc/twin.ts'
import { slotTwin } from '../slot/twin.ts'

export const attacksTwin: Twin<SlotProfile> = {
  ...slotTwin,
  folder: fileURLToPath(new URL('.', import.meta.url)),
  modules: {
    root: 'AttacksReach',
    // Its rules are those of its nodes, which are asked pointwise themselves.
    pointwise: 'MCAttacks',
    properties: 'AttacksProperties',
    reach: 'AttacksReach',
  },
  live: {},
}
