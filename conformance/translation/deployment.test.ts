import { beforeAll, describe, expect, test } from 'vitest'
import { PRODUCTION_SOURCES, readSources, type Sources } from '../../impl/contracts/compile.ts'
import { BondBoundNotFound, withoutBondBound } from './deployment.ts'

const DEPLOYMENT = `${PRODUCTION_SOURCES}/Deployment.sol`
const BOUND = '_require(p.minimumBondWei > 0, "minimumBondWei");'

let sources: Sources
let text: string
beforeAll(async () => {
  sources = await readSources([PRODUCTION_SOURCES])
  text = sources.get(DEPLOYMENT)!
})
const withText = (other: string): Sources => new Map([...sources, [DEPLOYMENT, other]])

describe('contracts without the bound of bonds', () => {
  test('are refused to sources in which the bound is written otherwise', () => {
    const otherwise = withText(text.replace('p.minimumBondWei > 0', 'p.minimumBondWei >= 1'))
    expect(() => withoutBondBound(otherwise)).toThrow(BondBoundNotFound)
    expect(() => withoutBondBound(otherwise)).toThrow(
      `${DEPLOYMENT}: expected the bound of bonds once, found it 0 times: ${BOUND}`,
    )
  })

  test('are refused to sources that have it twice, or no such file', () => {
    expect(() => withoutBondBound(withText(text.replace(BOUND, `${BOUND} ${BOUND}`)))).toThrow(
      'found it 2 times',
    )
    expect(() => withoutBondBound(new Map())).toThrow('found it 0 times')
  })

  test('differ from those of production in that line alone', () => {
    const changed = withoutBondBound(sources)
    expect(changed.get(DEPLOYMENT)).toBe(text.replace('p.minimumBondWei > 0', 'p.minimumBondWei >= 0'))
    expect(new Map([...changed, [DEPLOYMENT, text]])).toEqual(sources)
  })

  test('keep the mistakes that they have, also one in the bound', () => {
    const lock = `${PRODUCTION_SOURCES}/Lock.sol`
    const unbound = text.replace(BOUND, '')
    const changed = withoutBondBound(
      sources,
      new Map([
        [DEPLOYMENT, unbound],
        [lock, 'mistaken'],
      ]),
    )
    expect([changed.get(DEPLOYMENT), changed.get(lock)]).toEqual([unbound, 'mistaken'])
  })
})
