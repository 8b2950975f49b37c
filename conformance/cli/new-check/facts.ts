import type { ReadFile } from './skeleton.ts'

/** Something that rules are asked about, and how its type is written in them. */
export interface Fact {
  readonly name: string
  readonly type: string
}

export const ruleAreas = ['claim', 'due', 'epoch', 'escrow', 'proof', 'propose'] as const
export const ruleFile = (area: string): string => `model/l1-rollup/rules/${area}.ts`

/** The facts of all rules by name, from the types of their parameters. */
export function factsIn(read: ReadFile): Map<string, Fact> {
  const facts = new Map<string, Fact>()
  for (const area of ruleAreas) {
    const text = read(ruleFile(area)) ?? ''
    // A parameter's type stands in a literal behind the destructured names: `}: { slot: Slot; … }`.
    for (const [, members] of text.matchAll(/\}: \{([^}]*)\}\)/g))
      for (const [, name, type] of members!.matchAll(/(\w+): (\w+)/g))
        facts.set(name!, { name: name!, type: type! })
  }
  return facts
}

/** A test that every value of a fact passes; `undefined` for a fact of a type that rules do not compare. */
export function passing({ name, type }: Fact): string | undefined {
  if (type === 'Wei') return `${name} >= 0n`
  if (type === 'Address') return `${name} === ${name}`
  if (type === 'boolean') return `(${name} || !${name})`
  return numbers.includes(type) ? `${name} >= 0` : undefined
}

const numbers = ['Slot', 'Epoch', 'SlotOffset', 'Count', 'Index', 'Timestamp', 'BasisPoints']
