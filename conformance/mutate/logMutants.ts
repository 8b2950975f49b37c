import { type Mutant, MutantUnfit, numbered } from './mutant.ts'

/** An `emit` of a contract. Offsets in characters, 0-based. */
interface Emit {
  readonly start: number
  readonly end: number
  readonly event: string
  readonly parameters: readonly { readonly start: number; readonly text: string }[]
}

const noEvent = 'the administrator of the models is a role, which none of their events hands over'
/** Functions that no step runs, with the clause that their logs have. */
const beside: Readonly<Record<string, Pick<Mutant, 'clause' | 'unseenByOneStep'>>> = {
  constructor: { clause: 'LOG-1', unseenByOneStep: 'the constructor announces before the first step' },
  transferAdministration: { clause: 'VALIDATOR-6', unseenByOneStep: noEvent },
  acceptAdministration: { clause: 'VALIDATOR-7', unseenByOneStep: noEvent },
}

/**
 * Mistakes in what a contract announces: every log left out, said twice, and with each of its parameters wrong.
 * @param types of the parameters of each Solidity event, by its name
 */
export function logMutants(
  file: string,
  text: string,
  types: ReadonlyMap<string, readonly string[]>,
): Mutant[] {
  const found = emitsOf(text).flatMap(({ start, end, event, parameters }) => {
    const declared = types.get(event)
    if (declared?.length !== parameters.length)
      throw new MutantUnfit(`${file}: ${event} is not declared with ${parameters.length} parameters`)
    const within = functionAt(text, start)
    const mutant = (what: string, at: number, original: string, replacement: string): Mutant => ({
      name: `contract/${within}/${event} ${what}`,
      side: 'contract',
      kind: 'log changed',
      file,
      start: at,
      original,
      replacement,
      ...(beside[within] ?? { clause: 'LOG-1' }),
    })
    const whole = text.slice(start, end)
    // What depends on a condition is one statement.
    const isBranch = /(\)|\belse)\s*$/.test(text.slice(0, start))
    const statements = (...all: string[]) => (isBranch ? `{ ${all.join(' ')} }` : all.join(' '))
    return [
      mutant('left out', start, whole, statements()),
      mutant('said twice', start, whole, statements(whole, whole)),
      ...parameters.map((it, index) =>
        mutant(`parameter ${index + 1} wrong`, it.start, it.text, wrong(it.text, declared[index]!)),
      ),
    ]
  })
  return numbered(found)
}

/** Another value of the type. */
function wrong(text: string, type: string): string {
  if (type === 'address') return 'address(this)'
  if (type === 'bool') return `!(${text})`
  if (type === 'bytes32') return `keccak256(abi.encode(${text}))`
  if (type === 'bytes') return 'bytes("")'
  if (type.endsWith('[]')) return `new ${type}(0)`
  if (type !== 'uint256') throw new MutantUnfit(`no other value of type ${type} is known`)
  const wrapped = /^(Slot|Epoch)\.wrap\((.*)\)$/s.exec(text)
  if (wrapped) return `${wrapped[1]}.wrap(${wrapped[2]} + 1)`
  const unit = /\bslot$/.test(text) ? 'Slot' : /\.epochToProve$/.test(text) ? 'Epoch' : undefined
  return unit ? `${unit}.wrap(${unit}.unwrap(${text}) + 1)` : `${text} + 1`
}

function emitsOf(text: string): Emit[] {
  return [...text.matchAll(/\bemit (?:\w+\.)?(\w+)\(/g)].map((match) => {
    const open = match.index + match[0].length
    const parameters: { start: number; text: string }[] = []
    let depth = 0
    let from = open
    let at = open
    const close = (): void => {
      const raw = text.slice(from, at)
      const start = from + raw.search(/\S/)
      parameters.push({ start, text: raw.trim() })
      from = at + 1
    }
    for (; depth > 0 || text[at] !== ')'; at++) {
      if (at >= text.length) throw new MutantUnfit(`emit ${match[1]} is never closed`)
      if (text[at] === '(') depth++
      else if (text[at] === ')') depth--
      else if (text[at] === ',' && depth === 0) close()
    }
    close()
    return { start: match.index, end: text.indexOf(';', at) + 1, event: match[1]!, parameters }
  })
}

function functionAt(text: string, offset: number): string {
  const before = [...text.slice(0, offset).matchAll(/\bfunction (\w+)\(|\b(constructor)\(/g)].at(-1)
  return before?.[1] ?? before?.[2] ?? 'nowhere'
}
