/** Counterexamples from TLC's messages. */
import { messageCode, type TlcMessage } from './messages.ts'
import { parseTlaState, type TlaValue } from './value.ts'

/** A place in a TLA+ module, 1-based, both ends included. */
export interface TlaPlace {
  module: string
  line: number
  column: number
  endLine: number
  endColumn: number
}

/** A state, and the action that led to it (`undefined` for an initial state). */
export interface TraceState {
  action?: string
  place?: TlaPlace
  variables: Map<string, TlaValue>
}

/**
 * A behaviour that violates something. `loop`: absent for a finite one, `'stuttering'` if the last state lasts
 * for ever, else the index in `states` (0-based) to which the last state returns, by `loopAction`.
 */
export interface Counterexample {
  states: TraceState[]
  loop?: number | 'stuttering'
  loopAction?: string
}

const placePattern =
  /[Ll]ine (\d+), col(?:umn)? (\d+) to line (\d+), col(?:umn)? (\d+) (?:of module|in) (\w+)/g
const parserPattern = /at line (\d+), column (\d+)[\s\S]*? in file (\w+)/
const headPattern = /^(\d+): (?:Back to state)?(?:: )?(?:<(\w+)?[^>]*>)?/

/**
 * The place that a message of TLC or its parser names. `which`: a message that lists nested expressions has the
 * narrowest last.
 */
export function findPlace(text: string, which: 'first' | 'last' = 'first'): TlaPlace | undefined {
  const found = [...text.matchAll(placePattern)].at(which === 'first' ? 0 : -1)
  if (found !== undefined) {
    const [, line, column, endLine, endColumn, module] = found
    return {
      module: module!,
      line: Number(line),
      column: Number(column),
      endLine: Number(endLine),
      endColumn: Number(endColumn),
    }
  }
  const point = parserPattern.exec(text)
  if (point === null) return undefined
  const [line, column] = [Number(point[1]), Number(point[2])]
  return { module: point[3]!, line, column, endLine: line, endColumn: column }
}

/** Collects the states of one counterexample, message by message. */
export class CounterexampleReader {
  private readonly states: TraceState[] = []
  private loop: number | 'stuttering' | undefined
  private loopAction: string | undefined

  /** Throws `TlaValueError` if a state cannot be parsed. */
  push(message: TlcMessage): void {
    const [head = '', ...lines] = message.text.trim().split('\n')
    if (message.code === messageCode.stuttering) {
      this.loop = 'stuttering'
    } else if (message.code === messageCode.backToState) {
      const found = headPattern.exec(head)
      if (found === null) return
      this.loop = Number(found[1]) - 1
      this.loopAction = found[2]
    } else if (message.code === messageCode.state) {
      this.states.push(readState(head, lines.join('\n')))
    }
  }

  /** A state that TLC prints inside another message: one that is violated initially. */
  pushInitial(text: string): void {
    this.states.push({ variables: new Map(parseTlaState(text)) })
  }

  /** The counterexample, if any state was seen. */
  result(): Counterexample | undefined {
    if (this.states.length === 0) return undefined
    return {
      states: this.states,
      ...(this.loop === undefined ? {} : { loop: this.loop }),
      ...(this.loopAction === undefined ? {} : { loopAction: this.loopAction }),
    }
  }
}

function readState(head: string, text: string): TraceState {
  const variables = new Map(parseTlaState(text))
  const place = findPlace(head)
  // "<Initial predicate>" has no place; an action has one.
  const action = place === undefined ? undefined : headPattern.exec(head)?.[2]
  return {
    ...(action === undefined ? {} : { action }),
    ...(place === undefined ? {} : { place }),
    variables,
  }
}
