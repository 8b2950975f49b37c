import { type ClauseEvidence, onBytecode, rungTitles, type Summary } from '../evidence.ts'

/** One kind of evidence of a clause, in words. */
export interface EvidenceWords {
  readonly title: string
  readonly lines: readonly EvidenceLine[]
}

export interface EvidenceLine {
  readonly text: string
  /** `file:line`, or a file. */
  readonly place?: string
  /** Name of the model whose counterexample shows it. */
  readonly model?: string
  /** Whether it says which run the others are of: the same for every clause. */
  readonly namesRun?: true
}

/** What `lockstep explain` and the report both say of a clause, besides its places. */
export function evidenceWords(evidence: ClauseEvidence, run: Summary | undefined): EvidenceWords[] {
  const { properties, models, boundaries, boundaryTest, mutants } = evidence
  const groups: EvidenceWords[] = [
    { title: 'Properties', lines: properties.map((text) => ({ text })) },
    {
      title: 'Bug and Reach models',
      lines: models.map(({ name, place, violates }) => {
        const found = run?.rungs.modelChecking?.models.find((model) => model.name === name)
        const steps = found?.steps === undefined ? '' : ` after ${counted(found.steps, 'step')}`
        const what = violates === undefined ? 'is reached' : `violates ${violates}`
        return { text: `${name} ${what}${steps}`, place, model: name }
      }),
    },
    {
      title: 'Boundary examples',
      lines: [
        ...boundaries.map(({ says, refusal }) => ({
          text: `${says}: ${refusal === undefined ? 'passes' : `refused with ${refusal}`}`,
        })),
        ...(boundaryTest
          ? [{ text: `by a test, because ${boundaryTest.why}`, place: boundaryTest.file }]
          : []),
      ],
    },
    { title: 'Mutants', lines: mutants ? [{ text: mutantsText(mutants) }] : [] },
    { title: 'Last run', lines: run ? lastRun(evidence, run) : [] },
  ]
  return groups.filter(({ lines }) => lines.length > 0)
}

function mutantsText({
  made,
  caught,
  equivalent,
  notRun,
  forms = {},
  olderSources,
}: NonNullable<ClauseEvidence['mutants']>): string {
  const rest = equivalent === 0 ? '' : `, ${equivalent} ${equivalent === 1 ? 'changes' : 'change'} nothing`
  const left = notRun === 0 ? '' : `, ${notRun} not run`
  const byForm = Object.entries(forms).map(
    ([form, its]) => `${its.caught} of ${its.made} in ${form === 'tla' ? 'TLA+' : 'the statechart'}`,
  )
  const ofRoles = byForm.length === 0 ? '' : `; of roles of a node ${byForm.join(', ')}`
  return `${caught} caught of ${made} made${rest}${left}${ofRoles}${olderSources ? ' (of older sources)' : ''}`
}

function lastRun(evidence: ClauseEvidence, run: Summary): EvidenceLine[] {
  const { basis, lastRun, passed, refused, decided } = evidence
  const commit = run.commit.replace(/^([0-9a-f]{12})[0-9a-f]*/, '$1')
  const whole = run.complete ? 'complete' : run.failures.length > 0 ? 'failed' : 'a part of the ladder'
  const counts: Readonly<Record<ClauseEvidence['basis'], string>> = {
    check: `bytecode accepted ${grouped(passed)} events that its check guards and refused ${grouped(refused)}`,
    boundary: `bytecode accepted ${grouped(passed)} events at its boundary and refused ${grouped(refused)}`,
    effect: `bytecode showed its effect ${grouped(passed)} times`,
    none: 'nothing is counted',
  }
  const ran = lastRun && onBytecode.filter((key) => lastRun.rungs.includes(key))
  const only = ran?.length === 1 && basis === 'check' ? `, in ${rungTitles[ran[0]!]} only` : ''
  return [
    {
      text: `${run.date.slice(0, 16).replace('T', ' ')} UTC, commit ${commit}, preset ${run.preset}, ${whole}`,
      namesRun: true,
    },
    { text: ran || basis === 'none' ? `${counts[basis]}${only}` : notRun(run) },
    ...(decided ? [{ text: decidedText(decided) }] : []),
  ]
}

/** A rung that broke has counted nothing, which is not that nothing happened. */
const notRun = ({ bytecode }: Summary): string =>
  bytecode === undefined
    ? 'no bytecode was executed'
    : 'not counted in this run: no rung that counts it came to its end'

/** What shows that the clause's check decides by itself. */
function decidedText({ alone, pairs, fields, acrossStates }: NonNullable<ClauseEvidence['decided']>): string {
  const differing = fields.length > 0 ? `, from which the nearest differs in ${fields.join(', ')}` : ''
  const across = acrossStates ? '; the same event passes in another state' : ''
  return `refused by this check alone: ${grouped(alone)}, ${grouped(pairs)} of them beside an accepted event of the same state${differing}${across}`
}

const counted = (count: number, noun: string): string => `${grouped(count)} ${noun}${count === 1 ? '' : 's'}`

const grouped = (count: number): string => count.toLocaleString('en')
