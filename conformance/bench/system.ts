import { playSeed } from '../../impl/system/seeded.ts'
import { fourMembers } from '../../impl/system/setups.ts'
import { systemOf } from '../../impl/system/system.ts'

const [RUNS, WARM, LENGTH] = [400, 100, 240]

/** How many generated steps the composed system makes in a second of one core, the predicates included. */
export function benchSystem(): void {
  for (const byzantine of [[], ['m3']]) {
    const system = systemOf(fourMembers({ horizon: 2, byzantine }))
    const runs = (from: number, to: number) => {
      const sum = { steps: 0, choices: 0, blocks: 0 }
      for (let seed = from; seed < to; seed++) {
        const { steps, choices, world } = playSeed(system, seed, LENGTH)
        sum.steps += steps
        sum.choices += choices.length
        sum.blocks += world.blocks.length
      }
      return sum
    }
    runs(0, WARM)
    const before = process.cpuUsage()
    const { steps, choices, blocks } = runs(WARM, WARM + RUNS)
    const { user, system: kernel } = process.cpuUsage(before)
    const seconds = (user + kernel) / 1e6
    const perSecond = (count: number) => Math.round(count / seconds).toLocaleString('en')
    console.log(
      `${byzantine.length} Byzantine: ${perSecond(steps)} steps and ${perSecond(choices)} choices per second of one core; ${blocks} blocks in ${RUNS} runs`,
    )
  }
}
