import { readFileSync } from 'node:fs'

/** A finding of spec/findings.md, as far as other files refer to it. */
export interface Finding {
  /** `F-14`. */
  readonly id: string
  readonly title: string
  /** Of its heading, from 1. */
  readonly line: number
  /** Its text below the heading. */
  readonly text: string
  /** The paragraph that says what was computed or checked. */
  readonly evidence: string
  /** Names of the derivations that the evidence rests on, each once. */
  readonly derivations: readonly string[]
}

const file = new URL('./findings.md', import.meta.url)

/** All findings, in their order. */
export function loadFindings(): Finding[] {
  const text = readFileSync(file, 'utf8')
  return [...text.matchAll(/^## (F-\d+) · (.+)\n([\s\S]*?)(?=^## |$(?![\s\S]))/gm)].map((match) => {
    const [, id, title, body] = match as unknown as [string, string, string, string]
    const evidence = /^\*\*Evidence\.\*\* (.+)$/m.exec(body)?.[1] ?? ''
    const line = text.slice(0, match.index).split('\n').length
    return { id, title, line, text: body, evidence, derivations: derivationsIn(evidence) }
  })
}

/** "Derivation `quorum`." or "Derivations `quorum` and `committee-size`.", anywhere. */
function derivationsIn(evidence: string): string[] {
  const lists = [...evidence.matchAll(/\b[Dd]erivations? ((?:`[a-z-]+`(?:, | and )?)+)/g)].map(
    ([, list]) => list!,
  )
  return [...new Set(lists.flatMap((list) => [...list.matchAll(/`([a-z-]+)`/g)].map(([, name]) => name!)))]
}
