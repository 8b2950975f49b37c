import { refusals } from '../../model/l1-rollup/refusals.ts'

const clauseOf = new Map<string, string>(
  Object.values(refusals).map(({ refusal, clause }) => [refusal, clause]),
)

/** A text with the clause behind every refusal that it names: `AmountZero (ESCROW-1)`. */
export const withClauses = (text: string): string =>
  text.replace(/\b[A-Z][A-Za-z]+\b/g, (name) => {
    const clause = clauseOf.get(name)
    return clause === undefined ? name : `${name} (${clause})`
  })
