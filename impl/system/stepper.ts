import type { Fact } from './fact.ts'
import { deploymentsOf } from './seats.ts'
import type { RoleSteps, System } from './system.ts'
import type { Made, Role, RoleStates, RoleTypes, World } from './vocabulary.ts'

export type EventOf<Name extends Role> = RoleTypes[Name]['event']

/** Makes the generated steps of the roles of a world, and says what came of them. */
export class RoleStepper {
  constructor(
    readonly system: System,
    readonly world: World,
    private readonly made: Made[],
  ) {}

  /** @returns the effects, undefined where the event is refused */
  step<Name extends Role>(
    name: string,
    role: Name,
    event: EventOf<Name>,
  ): readonly RoleTypes[Name]['effect'][] | undefined {
    const steps: RoleSteps = this.system.steps
    const node = this.world.nodes[name]!
    const states: RoleStates = node
    const deployment = deploymentsOf(this.system, node.read.l1, name)[role]
    const step = steps[role](name)(states[role], event, deployment)
    this.made.push({
      actor: `${name} ${role}`,
      event: event.type,
      refusal: 'refusal' in step ? String(step.refusal) : undefined,
    })
    if ('refusal' in step) return undefined
    states[role] = step.next as RoleStates[Name]
    if ('form' in event && event.form !== 'fits')
      this.fact({ kind: 'took', member: name, slot: node[role].slot, message: event.type, form: event.form })
    return step.effects
  }

  /** What a role takes for held after a step, and did not before. */
  holds(name: string, role: HoldingRole, before: readonly string[]): void {
    const { slot } = this.world.nodes[name]![role]
    const after = heldBy(this.world.nodes[name]!, role)
    if (before === after) return
    for (const transaction of after)
      if (!before.includes(transaction)) this.fact({ kind: 'holds', member: name, slot, role, transaction })
  }

  fact(fact: Fact): void {
    this.world.facts.push(fact)
  }
}

type HoldingRole = 'pool' | 'attester' | 'proposer' | 'prover' | 'fallbackProposer'

/** What a role takes for held. */
export const heldBy = (states: RoleStates, role: HoldingRole): readonly string[] =>
  role === 'pool' ? states.pool.stored : states[role].held
