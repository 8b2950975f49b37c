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

/** A test that every value of an amount or a number passes; `undefined` for a fact of another type. */
export const passing = ({ name, type }: Fact): string | undefined =>
  type === 'Wei' ? `${name} >= 0n` : numbers.includes(type) ? `${name} >= 0` : undefined

const numbers = ['Slot', 'Epoch', 'SlotOffset', 'Count', 'Index', 'Timestamp', 'BasisPoints']
