import { setTimeout as delay } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import type { SideTask } from './fixtures/side-tasks.ts'
import { inSideProcesses, SideProcessFailed } from './sideProcess.ts'

const file = new URL('./fixtures/side-tasks.ts', import.meta.url)

const run = (
  tasks: readonly SideTask[],
  signal?: AbortSignal,
  progress?: (text: string) => void,
  did: (work: number) => void = () => {},
) =>
  inSideProcesses<SideTask, Map<string, number>>(file, tasks, {
    processes: 2,
    signal: signal ?? new AbortController().signal,
    progress: progress ?? (() => {}),
    did,
  })

describe('side processes', () => {
  it('answer in the order of the tasks, whichever is first to be done', async () => {
    const said: string[] = []
    const tasks = [300, 0, 0].map((afterMs, index) => ({ double: index + 1, afterMs }))
    const answers = await run(tasks, undefined, (text) => said.push(text))
    expect(answers.map((answer) => answer.get('doubled'))).toEqual([2, 4, 6])
    expect(said.sort()).toEqual(['doubled 1', 'doubled 2', 'doubled 3'])
  })

  it('tell how much they have done', async () => {
    let done = 0
    const tasks = [1, 2, 3].map((double) => ({ double, afterMs: 0 }))
    await run(tasks, undefined, undefined, (work) => {
      done += work
    })
    expect(done).toBe(6)
  })

  it('tell what they find before they answer', async () => {
    const log: string[] = []
    const running = inSideProcesses<SideTask, Map<string, number>, { readonly what: string }>(
      file,
      [{ finds: 'a difference' }],
      {
        processes: 1,
        progress: () => {},
        signal: new AbortController().signal,
        found: ({ what }) => log.push(what),
      },
    )
    await running.then(() => log.push('answered'))
    expect(log).toEqual(['a difference', 'answered'])
  })

  it('pass on what a task threw', async () => {
    const failed = run([{ double: 1, afterMs: 0 }, { throws: 'no such profile' }])
    await expect(failed).rejects.toBeInstanceOf(SideProcessFailed)
    await expect(failed).rejects.toThrow('no such profile')
  })

  it('that die are a failure, not an answer that is missing', async () => {
    await expect(run([{ exits: 3 }])).rejects.toThrow('a side process ended with exit code 3')
  })

  it('end when the one in front is told to', async () => {
    const abort = new AbortController()
    const pids: number[] = []
    const running = run([{ waits: true }], abort.signal, (text) => {
      pids.push(Number(/\d+$/.exec(text)![0]))
      abort.abort(new Error('enough'))
    })
    await expect(running).rejects.toThrow('enough')
    await waitUntilGone(pids[0]!)
  })
})

/** Fails through the test's own time limit if the process stays. */
async function waitUntilGone(pid: number): Promise<void> {
  for (;;) {
    try {
      process.kill(pid, 0)
    } catch {
      return
    }
    await delay(20)
  }
}
