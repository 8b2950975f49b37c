/**
 * Work that keeps a core busy, in a process of its own. One core is not enough for two profiles: preparing the calls
 * of one-step conformance takes longer than executing them.
 */
import { type ChildProcess, fork } from 'node:child_process'
import { createRequire } from 'node:module'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { describeError } from '../describeError.ts'

/** The process ended, or its task threw. */
export class SideProcessFailed extends Error {
  override readonly name = 'SideProcessFailed'
}

/** What a task runs with. */
export interface TaskContext<Found = never> {
  readonly progress: (text: string) => void
  /** So much more of the work is done, see work.ts. */
  readonly did?: (work: number) => void
  /** What is known before there is an answer. */
  readonly found?: (found: Found) => void
  readonly signal: AbortSignal
}

type Request<Task> = { readonly task: Task } | { readonly abort: true }
type Reply<Answer, Found> =
  | { readonly progress: string }
  | { readonly did: number }
  | { readonly found: Found }
  | { readonly answer: Answer }
  | { readonly failure: string }

/** TypeScript is read through tsx there too, however this process was started. */
const loader = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href

/**
 * Answers tasks, as many at a time as there are processes, and returns the answers in the order of the tasks. The file
 * that the processes run calls `serve`. Ends all of them when one fails.
 * @throws SideProcessFailed; the signal's reason when aborted
 */
export async function inSideProcesses<Task, Answer, Found = never>(
  file: URL,
  tasks: readonly Task[],
  { processes, ...context }: TaskContext<Found> & { readonly processes: number },
): Promise<Answer[]> {
  const answers: Answer[] = []
  const waiting = [...tasks.entries()]
  const children: ChildProcess[] = []
  const lane = async (): Promise<void> => {
    if (waiting.length === 0) return
    const child = start(file)
    children.push(child)
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      context.signal.throwIfAborted()
      const [index, task] = next
      answers[index] = await ask<Task, Answer, Found>(child, task, context)
    }
  }
  try {
    await Promise.all(Array.from({ length: processes }, lane))
    return answers
  } finally {
    // They end by themselves without this channel, and take their engines along.
    for (const child of children) if (child.connected) child.disconnect()
  }
}

/** In the file that a side process runs: answers every task that is sent to it. */
export function serve<Task, Answer, Found = never>(
  run: (task: Task, context: Required<TaskContext<Found>>) => Promise<Answer>,
): void {
  const reply = (message: Reply<Answer, Found>): void => {
    // Whoever asked may have gone while the answer was under way: then there is nobody to be told.
    if (process.connected) process.send!(message, () => {})
  }
  const aborted = new AbortController()
  process.on('message', async (request: Request<Task>) => {
    if ('abort' in request) {
      aborted.abort()
      return
    }
    try {
      const progress = (text: string): void => reply({ progress: text })
      const did = (work: number): void => reply({ did: work })
      const found = (found: Found): void => reply({ found })
      reply({ answer: await run(request.task, { progress, did, found, signal: aborted.signal }) })
    } catch (error) {
      reply({ failure: describeError(error) })
    }
  })
  process.on('disconnect', () => process.exit())
  // An interrupt from the keyboard reaches every process; the one in front decides what it means.
  process.on('SIGINT', () => {})
}

/** Tasks make much that is soon forgotten: with the usual 16 MB, collecting it takes a tenth of the time. */
const youngMegabytes = 64

const start = (file: URL): ChildProcess =>
  fork(fileURLToPath(file), {
    execArgv: [`--max-semi-space-size=${youngMegabytes}`, '--import', loader],
    serialization: 'advanced',
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  })

function ask<Task, Answer, Found>(
  child: ChildProcess,
  task: Task,
  { progress, did, found, signal }: TaskContext<Found>,
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const settle = (settled: () => void): void => {
      child.off('message', receive).off('exit', died)
      signal.removeEventListener('abort', abort)
      settled()
    }
    const receive = (reply: Reply<Answer, Found>): void => {
      if ('progress' in reply) progress(reply.progress)
      else if ('did' in reply) did?.(reply.did)
      else if ('found' in reply) found?.(reply.found)
      else if ('answer' in reply) settle(() => resolve(reply.answer))
      else settle(() => reject(signal.aborted ? signal.reason : new SideProcessFailed(reply.failure)))
    }
    const died = (code: number | null, killedBy: NodeJS.Signals | null): void =>
      settle(() =>
        reject(new SideProcessFailed(`a side process ended with ${killedBy ?? `exit code ${code}`}`)),
      )
    const abort = (): void => {
      if (child.connected) child.send({ abort: true } satisfies Request<Task>)
    }
    child.on('message', receive).on('exit', died)
    signal.addEventListener('abort', abort)
    if (child.connected) child.send({ task } satisfies Request<Task>)
    else died(child.exitCode, child.signalCode)
  })
}
