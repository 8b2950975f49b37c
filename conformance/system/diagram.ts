import type { Choice } from '../../impl/system/choice.ts'
import { replay } from '../../impl/system/run.ts'
import type { System } from '../../impl/system/system.ts'
import type { Delivery, Made, World } from '../../impl/system/vocabulary.ts'

/**
 * A run as a sequence diagram in Mermaid: who says what to whom, which role of which node takes what, and what L1 answers.
 * Steps that were refused are told where they are of the choice itself, and left out where a node merely tried.
 */
export function diagramOf(system: System, choices: readonly Choice[]): string {
  const lines = [
    'sequenceDiagram',
    ...system.nodes.map((name) => `  participant ${name}`),
    '  participant l1',
  ]
  const before = new Map<string, Delivery>()
  const keep = ({ waiting }: World): void => {
    before.clear()
    for (const one of waiting) before.set(one.key, one)
  }
  replay(system, choices, {
    onChoice: (choice, made, world) => {
      lines.push(...linesOf(choice, before).map((line) => `  ${line}`))
      lines.push(...made.filter(isTold).map((step) => `  ${noteOf(step)}`))
      keep(world)
    },
  })
  return `${lines.join('\n')}\n`
}

/** What a node tells itself again and again says nothing of a run. */
const isTold = ({ event, refusal }: Made): boolean =>
  refusal === undefined && !['tick', 'follow', 'advanceSlot'].includes(event)

const noteOf = ({ actor, event }: Made): string => {
  const [name, role] = actor.split(' ')
  return `Note over ${name}: ${role ? `${role}: ` : ''}${event}`
}

function linesOf(choice: Choice, waiting: ReadonlyMap<string, Delivery>): string[] {
  switch (choice.do) {
    case 'deliver': {
      const one = waiting.get(choice.key)
      return one && one.from !== one.to ? [`${one.from}->>${one.to}: ${one.message.kind}`] : []
    }
    case 'drop': {
      const one = waiting.get(choice.key)
      return one ? [`${one.from}--x${one.to}: ${one.message.kind}`] : []
    }
    case 'lie':
      return [`${choice.from}->>${choice.to}: ${choice.message.kind}, a lie`]
    case 'passOn':
      return [`${choice.from}->>${choice.to}: ${choice.message.kind} as of ${choice.signer}`]
    case 'post':
    case 'seize':
    case 'finish':
    case 'advance':
    case 'move':
      return [`${choice.from}->>l1: ${choice.do}`]
    case 'read':
      return [`l1-->>${choice.node}: what it shows`]
    case 'crash':
      return [`Note over ${choice.node}: crash, store ${choice.store}`]
    case 'reorg':
      return [`Note over l1: goes back by ${choice.depth}`]
    case 'pass':
      return [`Note over l1: ${choice.slots} slots pass`]
    default:
      return 'node' in choice ? [`Note over ${choice.node}: ${choice.do}`] : [`Note over l1: ${choice.do}`]
  }
}
