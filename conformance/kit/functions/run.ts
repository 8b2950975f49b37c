import { canonicalText } from '../../../model/core/codec.ts'
import { DriverError } from '../../drivers/driver.ts'
import type { Call, FunctionCase } from '../format.ts'
import { readFunctionCase } from '../read.ts'
import {
  askedFolders,
  type Made,
  requireSome,
  Tally,
  type VectorFailure,
  type VectorOptions,
  type VectorResult,
} from '../run.ts'
import { VectorError } from '../vectorError.ts'
import type { Answer, Computer } from './computer.ts'

const MOST_SHOWN = 300

/**
 * Puts cases of functions to a computer; those of a function that it does not declare are counted as such. A case that
 * cannot be read is a failure, and the run goes on.
 * @param computer asked for before each case: a process may have ended since
 */
export async function runFunctions(
  folder: string,
  computer: () => Computer | Promise<Computer>,
  { filter = {}, progress = () => {}, signal, mayBeNone }: VectorOptions = {},
): Promise<VectorResult> {
  const asked = await askedFolders(folder, filter, true)
  const tally = new Tally(asked.length)
  for (const { path, suite } of asked) {
    signal?.throwIfAborted()
    const started = performance.now()
    const add = (made: Made) =>
      tally.add({ case: path, suite, ...made, seconds: (performance.now() - started) / 1000 })
    try {
      const one = await readFunctionCase(folder, path)
      const { handler, clauses } = one.manifest
      if (filter.clause !== undefined && !clauses.includes(filter.clause)) {
        tally.total--
        continue
      }
      const asking = await computer()
      if (asking.declared.has(handler)) add(await runFunctionCase(one, asking))
      else tally.undeclared.push({ case: path, suite, function: handler })
    } catch (error) {
      if (!(error instanceof VectorError || error instanceof DriverError)) throw error
      const expected = error instanceof VectorError ? 'a case that can be read' : 'an answer'
      add({ steps: 0, failure: { case: path, expected, found: error.message } })
    }
    progress(tally.progress)
  }
  if (!mayBeNone) requireSome(folder, tally)
  return tally
}

/** @returns how many calls were made, and the first that is answered with something else */
export async function runFunctionCase(
  { path, manifest, meta, calls }: FunctionCase,
  computer: Computer,
): Promise<Made> {
  let step = 0
  for (const call of calls) {
    step++
    const fail = (found: string): Made => {
      const asked = `${manifest.handler}(${canonicalText(call.input)})`
      const failure: VectorFailure = {
        case: path,
        step,
        call: shown(asked),
        expected: answerText(call),
        found,
      }
      return { steps: step, failure }
    }
    try {
      const answer = await computer.compute(manifest.handler, meta.parameters, call.input)
      if (!isAnswer(call, answer)) return fail(answerText(answer))
    } catch (error) {
      if (!(error instanceof DriverError)) throw error
      return fail(error.message)
    }
  }
  return { steps: step, failure: undefined }
}

/** Why something is refused is for people. */
function isAnswer(call: Call, answer: Answer): boolean {
  if ('refused' in call) return 'refused' in answer
  return 'output' in answer && canonicalText(call.output) === canonicalText(answer.output)
}

const answerText = (answer: Answer): string =>
  'refused' in answer ? `refused (${shown(answer.refused)})` : shown(canonicalText(answer.output))

const shown = (text: string): string => (text.length > MOST_SHOWN ? `${text.slice(0, MOST_SHOWN)}…` : text)
