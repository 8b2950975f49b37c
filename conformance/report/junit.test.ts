import { describe, expect, test } from 'vitest'
import { loadPreset } from '../../spec/parameters.ts'
import { failure, sampleEvidence } from './fixtures/evidence.ts'
import { parseXml, type XmlElement } from './fixtures/xml.ts'
import { junitXml } from './junit.ts'

const preset = loadPreset('tiny')

/** Elements, attributes and children that the JUnit schema of the Jenkins plugin knows, as far as we may use them. */
const schema: Record<string, { attributes: string[]; required: string[]; children: string[] }> = {
  testsuites: {
    attributes: ['name', 'time', 'tests', 'failures', 'disabled', 'errors'],
    required: [],
    children: ['testsuite'],
  },
  testsuite: {
    attributes: [
      'name',
      'tests',
      'failures',
      'errors',
      'time',
      'disabled',
      'skipped',
      'timestamp',
      'hostname',
      'id',
    ],
    required: ['name', 'tests'],
    children: ['properties', 'testcase', 'system-out', 'system-err'],
  },
  testcase: {
    attributes: ['name', 'assertions', 'time', 'classname', 'status'],
    required: ['name'],
    children: ['skipped', 'error', 'failure', 'system-out', 'system-err'],
  },
  failure: { attributes: ['type', 'message'], required: [], children: [] },
  skipped: { attributes: ['type', 'message'], required: [], children: [] },
}

function violations(element: XmlElement): string[] {
  const rule = schema[element.name]
  if (!rule) return [`unknown element ${element.name}`]
  const names = Object.keys(element.attributes)
  return [
    ...names.filter((name) => !rule.attributes.includes(name)).map((name) => `${element.name} has ${name}`),
    ...rule.required.filter((name) => !names.includes(name)).map((name) => `${element.name} lacks ${name}`),
    ...element.children
      .filter(({ name }) => !rule.children.includes(name))
      .map(({ name }) => `${element.name} holds ${name}`),
    ...['tests', 'failures', 'errors', 'skipped']
      .filter((name) => element.attributes[name] !== undefined && !/^\d+$/.test(element.attributes[name]))
      .map((name) => `${element.name}/${name} is no number`),
    ...element.children.flatMap(violations),
  ]
}

const suites = (xml: string) =>
  Object.fromEntries(parseXml(xml).children.map((suite) => [suite.attributes.name!, suite]))

describe('junit.xml', () => {
  const text = 'expected <"a" & \'b\'>\u001b[31m, found ]]>\nsecond line'
  const awkward = failure(text, { rung: 'oneStep', clauses: ['CLAIM-1'] })
  const failing = sampleEvidence(preset, { complete: false, failures: [awkward, failure('of no rung')] })

  test.each([
    ['of a passing run', sampleEvidence(preset)],
    ['of a failing run', failing],
    ['of a run of nothing', sampleEvidence(preset, { rungs: {} })],
  ])('%s follows the schema', (_, evidence) => {
    expect(violations(parseXml(junitXml(evidence)))).toEqual([])
  })

  test('counts are those of the cases', () => {
    const root = parseXml(junitXml(failing))
    const cases = root.children.flatMap(({ children }) => children)
    const failed = cases.filter(({ children }) => children[0]?.name === 'failure')
    expect(root.attributes).toMatchObject({ tests: `${cases.length}`, failures: `${failed.length}` })
    for (const suite of root.children) expect(suite.attributes.tests).toBe(`${suite.children.length}`)
    expect(failed.length).toBeGreaterThan(0)
  })

  test('one suite per rung and one of clauses, one case per model, profile and clause', () => {
    const found = suites(junitXml(sampleEvidence(preset)))
    expect(Object.keys(found)).toEqual(['modelChecking', 'graphParity', 'oneStep', 'replay', 'clauses'])
    const names = found.modelChecking!.children.map(({ attributes }) => attributes.name)
    expect(names).toContain('BugQuorum (bug)')
    const profiles = found.oneStep!.children.map(({ attributes }) => attributes.name)
    expect(profiles).toContain('profile chain')
    expect(found.clauses!.children.length).toBe(sampleEvidence(preset).summary.clauses.length)
  })

  test('a failure keeps its text, with what XML forbids replaced', () => {
    const failed = suites(junitXml(failing)).oneStep!.children[0]!.children[0]!
    const told = 'One-step conformance: expected <"a" & \'b\'>\ufffd[31m, found ]]>\nsecond line'
    expect(failed.text).toBe(told)
    expect(suites(junitXml(failing)).check!.children[0]!.children[0]!.text).toBe('of no rung')
    const clause = suites(junitXml(failing)).clauses!.children.find(({ attributes }) =>
      attributes.name!.startsWith('CLAIM-1 '),
    )
    expect(clause!.children[0]!.text).toBe(told)
  })

  test('a model with another result than expected has failed', () => {
    const evidence = sampleEvidence(preset)
    const models = evidence.summary.rungs.modelChecking!.models
    models[0]!.result = 'TypeOK'
    const [, first] = suites(junitXml(evidence)).modelChecking!.children
    expect(first!.children[0]!.text).toBe('expected pass, found TypeOK')
  })

  test('a clause that no rung counted is skipped for that reason', () => {
    const evidence = sampleEvidence(preset)
    const messageOf = () =>
      suites(junitXml(evidence)).clauses!.children.find(({ attributes }) =>
        attributes.name!.startsWith('CLAIM-5 '),
      )!.children[0]?.attributes.message
    expect(messageOf()).toBeUndefined()
    delete evidence.summary.clauses.find(({ id }) => id === 'CLAIM-5')!.lastRun
    expect(messageOf()).toBe('not counted in this run')
  })

  test('a rung that was not asked for is skipped', () => {
    const evidence = sampleEvidence(preset, { rungs: {}, complete: false })
    const [only] = suites(junitXml(evidence)).replay!.children
    expect(only!.children[0]).toMatchObject({ name: 'skipped', attributes: { message: 'not asked for' } })
  })
})
