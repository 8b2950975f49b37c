/**
 * Runs something that Ctrl-C ends in order: the first time it is told, the second time the process ends.
 * @returns what it returns, or 130 when it was interrupted
 */
export async function untilInterrupted(
  act: (signal: AbortSignal) => Promise<number>,
  said: (text: string) => unknown,
): Promise<number> {
  const interrupt = new AbortController()
  const onSignal = (): void => {
    if (interrupt.signal.aborted) process.exit(130)
    interrupt.abort(new Error('interrupted'))
  }
  process.on('SIGINT', onSignal).on('SIGTERM', onSignal)
  try {
    return await act(interrupt.signal)
  } catch (error) {
    if (!interrupt.signal.aborted) throw error
    said('interrupted\n')
    return 130
  } finally {
    process.off('SIGINT', onSignal).off('SIGTERM', onSignal)
  }
}
