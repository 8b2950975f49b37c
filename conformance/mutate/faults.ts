import { administrationFaults } from './administrationFaults.ts'
import { announcedFaults } from './announcedFaults.ts'
import { chainFaults } from './chainFaults.ts'
import { challengeFaults } from './challengeFaults.ts'
import { committeeFaults } from './committeeFaults.ts'
import { fallbackFaults } from './fallbackFaults.ts'
import type { Fault } from './fault.ts'
import { moneyFaults } from './moneyFaults.ts'
import { queueFaults } from './queueFaults.ts'

/** Every mistake that is planted in the hand-written shell of the contracts. */
export const faults: readonly Fault[] = [
  ...moneyFaults,
  ...chainFaults,
  ...committeeFaults,
  ...fallbackFaults,
  ...queueFaults,
  ...challengeFaults,
  ...announcedFaults,
  ...administrationFaults,
]
