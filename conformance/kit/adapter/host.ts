/**
 * The process that an adapter runs in: it speaks the protocol of the kit, so that an adapter is timed, and ended, as any
 * other implementation is.
 *
 *     node --import tsx host.ts ADAPTER.ts
 */
import { createInterface } from 'node:readline'
import { refusals } from '../../../model/l1-rollup/refusals.ts'
import { describeError } from '../../describeError.ts'
import { PROTOCOL, type Question } from '../foreign/protocol.ts'
import type { Adapter, Applied } from './adapter.ts'
import { AdapterChain } from './chain.ts'
import { contractsOf, loadAdapter } from './load.ts'

const names = new Set<string>(Object.values(refusals).map(({ refusal }) => refusal))
const [file] = process.argv.slice(2)

// Standard output belongs to the protocol.
console.log = console.error
console.info = console.error

let loaded: { adapter: Adapter; chain: AdapterChain } | undefined

async function answer(question: Question): Promise<object> {
  if (question.ask === 'hello') {
    const adapter = await loadAdapter(file!)
    loaded = { adapter, chain: await AdapterChain.start(await contractsOf(adapter)) }
    const { name, refusals = 'first', unsupported = {} } = adapter
    return { protocol: PROTOCOL, name, refusals, unsupported }
  }
  const { adapter, chain } = loaded!
  switch (question.ask) {
    case 'reset': {
      const { parameters, administrator, randaos, pre } = question
      await chain.clear()
      await adapter.reset({ parameters, administrator, randaos }, pre, chain)
      return { ok: true }
    }
    case 'apply':
      return checked(await adapter.apply(question.event))
    case 'observe':
      return { state: await adapter.observe() }
    case 'compute':
      return { error: 'an adapter declares no functions' }
  }
}

/** Whatever has not the shape of an answer is told as such by the other side. */
function checked(applied: Applied): object {
  if (typeof applied !== 'object' || applied === null) return applied
  if ('reverted' in applied)
    return { error: `reverted with ${applied.reverted}, which the adapter has no refusal for` }
  const unknown = 'refused' in applied && applied.refused.find((name) => !names.has(name))
  return unknown ? { error: `the adapter says ${unknown}, which is no refusal` } : applied
}

for await (const line of createInterface({ input: process.stdin })) {
  const said = await answer(JSON.parse(line))
    .then((given) => JSON.stringify(given))
    .catch((error: unknown) => JSON.stringify({ error: describeError(error) }))
  process.stdout.write(`${said}\n`)
}
process.exit()
