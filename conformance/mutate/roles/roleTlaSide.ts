import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { canonicalText, parseJson } from '../../../model/core/codec.ts'
import { codecsOf } from '../../../model/core/codecs.ts'
import { roleTwins } from '../../../tla/node/twins.ts'
import { resolveTools, type Tools } from '../../../tla/tlc/jar.ts'
import { Machines } from '../../../tla/tlc/machines.ts'
import { readModule } from '../../../tla/tlc/module.ts'
import { ruleLines, valuesModule, valuesModuleName } from '../../../tla/tlc/profileModule.ts'
import { moduleText } from '../../../tla/tlc/text.ts'
import { runTlc } from '../../../tla/tlc/tlc.ts'
import { readAnswers } from '../../rungs/graph-parity/pointwise.ts'
import { type Finding, oneLine } from '../finding.ts'
import { mutated } from '../mutant.ts'
import { mutantsFolder, ReferenceDiffers } from '../reference.ts'
import { type Bank, banksOf, type Question, someOf, textOfAnswer, told } from './questions.ts'
import { type RoleMutant, textOfFile } from './roleMutants.ts'
import { modulesOf } from './tlaOperators.ts'

/** Mistakes that one run of TLC is asked about: what it parses and compiles is shared by all of them. */
const BATCH = 30
/** Of each shape of an answer, what is asked; of those who survive it, more. */
const tiers = [2, 30]
/** Questions of one run, where every one is asked. */
const CHUNK = 20_000
/** Answers of mistake m to event j are numbered STRIDE * m + j. */
const STRIDE = 100_000

let running: Promise<{ tools: Tools; machines: Machines }> | undefined
const started = () =>
  (running ??= resolveTools().then((tools) => ({
    tools,
    machines: new Machines(tools, path.join(mutantsFolder, `role-machines-${process.pid}`), 1),
  })))

/** Ends the virtual machine, if there is one. */
export async function endTla(): Promise<void> {
  if (running) (await running).machines.close()
}

/** States with the events that are asked in them, and the answers. */
type Points = readonly { readonly state: string; readonly questions: readonly Question[] }[]

function pointsOf({ actor }: Bank, questions: readonly Question[], events: ReadonlySet<string>): Points {
  const { state: codec } = codecsOf(actor)
  const byState = new Map<string, Question[]>()
  for (const question of questions) {
    if (!events.has(nameOf(question))) continue
    const text = codec.text(question.state)
    const same = byState.get(text)
    if (same) same.push(question)
    else byState.set(text, [question])
  }
  return [...byState].map(([state, some]) => ({ state, questions: some }))
}

const nameOf = ({ event }: Question): string => event.type
const eventsOf = ({ events }: RoleMutant, role: string): ReadonlySet<string> => new Set(events?.[role])

export interface TlaRun {
  /** Whether who survives is asked in every reachable state. */
  readonly goesOn: (mutant: RoleMutant) => boolean
  /** Whether some questions were asked before: then the others are. */
  readonly wasAsked: (mutant: RoleMutant) => boolean
  /** Whether no run of TLC is begun any more. */
  readonly isOver: () => boolean
  readonly tell: (text: string) => void
  readonly onFinding: (mutant: RoleMutant, finding: Finding) => void
  /** It says nothing: TLC does not take the module. */
  readonly onRefused: (mutant: RoleMutant, why: string) => void
}

/** Some of what is asked of some mistakes, in as many runs of TLC as it takes. */
interface Round {
  readonly bank: Bank
  readonly questions: Iterable<readonly Question[]>
  readonly size: number
  readonly isFull: boolean
}

function* roundsOf(role: string): Generator<Round> {
  for (const ofEachShape of tiers)
    for (const bank of banksOf(role)) {
      const size = ofEachShape === tiers[0] ? BATCH : Math.ceil(BATCH / 3)
      yield { bank, questions: [someOf(bank, ofEachShape)], size, isFull: false }
    }
  for (const bank of banksOf(role))
    yield { bank, questions: chunked(bank.every(), CHUNK), size: Math.ceil(BATCH / 6), isFull: true }
}

/**
 * Rung 2 on modules with mistakes, many in a run: the rules with each of them answer questions whose answers are known,
 * some of every shape first, and then every event in every reachable state, and drawn pairs.
 * @param role whose rungs are asked
 * @returns those that answered everything as they should; it says nothing when it is over
 */
export async function tryRoleTla(
  mutants: readonly RoleMutant[],
  role: string,
  { goesOn, wasAsked, isOver, tell, onFinding, onRefused }: TlaRun,
): Promise<RoleMutant[]> {
  const settled = new Set<string>()
  const stillIn = (some: readonly RoleMutant[]) => some.filter(({ name }) => !settled.has(name))
  for (const { bank, questions, size, isFull } of roundsOf(role)) {
    const asked = stillIn(mutants.filter((it) => (isFull ? goesOn(it) : !wasAsked(it))))
    if (asked.length === 0) continue
    for (const some of questions) {
      for (let queue = stillIn(asked); queue.length > 0 && !isOver(); ) {
        const batch = queue.splice(0, size)
        const began = performance.now()
        const { answered, refused, unanswered } = await ask(batch, role, bank, some)
        const named = (name: string) => batch.find((mutant) => mutant.name === name)!
        for (const [name, finding] of answered) onFinding(named(name), finding)
        for (const [name, why] of refused) onRefused(named(name), why)
        for (const name of [...answered.keys(), ...refused.keys()]) settled.add(name)
        queue = [...unanswered, ...queue]
        const seconds = Math.round((performance.now() - began) / 1000)
        tell(
          `${role}/${nameOfProfile(bank)}: ${batch.length - unanswered.length} asked ${some.length} questions, ${answered.size} caught, ${queue.length} to go (${seconds} s)`,
        )
      }
    }
  }
  return stillIn(mutants)
}

function* chunked<T>(all: Iterable<T>, size: number): Generator<T[]> {
  let chunk: T[] = []
  for (const one of all) {
    chunk.push(one)
    if (chunk.length < size) continue
    yield chunk
    chunk = []
  }
  if (chunk.length > 0) yield chunk
}

const nameOfProfile = ({ profile }: Bank): string => profile.name

interface Asked {
  readonly answered: Map<string, Finding>
  readonly refused: Map<string, string>
  readonly unanswered: readonly RoleMutant[]
}

/** One run of TLC: who gave another answer or none, and who was not asked because another one ended it. */
async function ask(
  batch: readonly RoleMutant[],
  role: string,
  bank: Bank,
  questions: readonly Question[],
): Promise<Asked> {
  const events = new Set(batch.flatMap((mutant) => [...eventsOf(mutant, role)]))
  const points = pointsOf(bank, questions, events)
  const { outcome, errors, answers } = await runBatch(batch, role, bank, points)
  const wrongIn = (number: number) =>
    answers.get(number)?.find(({ question, answer }) => textOfAnswer(bank, question) !== answer)
  const original = wrongIn(0)
  if (original)
    throw new ReferenceDiffers(
      `${role}/${nameOfProfile(bank)}: ${told(original.question, original.answer)} without a mistake`,
    )
  const asked = { answered: new Map<string, Finding>(), refused: new Map<string, string>() }
  const isBegun = (index: number) => answers.has(index + 1)
  if (!batch.some((_, index) => isBegun(index))) {
    const says = oneLine(errors.join('; ') || outcome)
    if (batch.length > 1) return askHalves(batch, role, bank, questions)
    asked.refused.set(batch[0]!.name, says)
    return { ...asked, unanswered: [] }
  }
  const unfinished = batch.filter((mutant, index) => isBegun(index) && missingOf(mutant, index) > 0)
  if (outcome === 'pass' && unfinished.length > 0)
    throw new Error(`${unfinished[0]!.name}: TLC passes, and not every question is answered`)
  batch.forEach((mutant, index) => {
    const where = `${role}/${nameOfProfile(bank)}`
    const wrong = wrongIn(index + 1)
    if (wrong) {
      const detail = `${where}: ${told(wrong.question, wrong.answer)}`
      asked.answered.set(mutant.name, { caughtBy: 'rung 2', detail })
    } else if (unfinished.includes(mutant)) {
      // An assumption that cannot be evaluated is told, and the next one is evaluated.
      const error = errors.length === unfinished.length ? errors[unfinished.indexOf(mutant)] : errors[0]
      const detail = `${where}: TLC cannot evaluate it: ${cause(error ?? outcome)}`
      asked.answered.set(mutant.name, { caughtBy: 'rung 2', detail })
    }
  })
  return { ...asked, unanswered: batch.filter((_, index) => !isBegun(index)) }

  function missingOf(mutant: RoleMutant, index: number): number {
    const own = points.flatMap((it) => it.questions).filter((it) => eventsOf(mutant, role).has(nameOf(it)))
    return own.length - answers.get(index + 1)!.length
  }
}

/** What TLC says without the place, which is of no module that there is. */
const cause = (error: string): string =>
  oneLine(error.replace(/^Evaluating assumption line[^\n]*failed\.\s*/, '')).slice(0, 120)

/** TLC does not say which of them it does not take: each half is asked alone. */
async function askHalves(
  batch: readonly RoleMutant[],
  role: string,
  bank: Bank,
  questions: readonly Question[],
): Promise<Asked> {
  const both = { answered: new Map<string, Finding>(), refused: new Map<string, string>() }
  const middle = batch.length >> 1
  for (const half of [batch.slice(0, middle), batch.slice(middle)])
    for (let left: readonly RoleMutant[] = half; left.length > 0; ) {
      const one = await ask(left, role, bank, questions)
      for (const entry of one.answered) both.answered.set(...entry)
      for (const entry of one.refused) both.refused.set(...entry)
      left = one.unanswered
    }
  return { ...both, unanswered: [] }
}

interface Answered {
  readonly outcome: string
  readonly errors: readonly string[]
  /** By the numbers of the mistakes, from 1 on; 0 is the original. Who began has some, be it none. */
  readonly answers: ReadonlyMap<number, readonly { question: Question; answer: string }[]>
}

async function runBatch(
  batch: readonly RoleMutant[],
  role: string,
  bank: Bank,
  points: Points,
): Promise<Answered> {
  const { tools, machines } = await started()
  const folder = path.join(mutantsFolder, `role-tla-${process.pid}`)
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  writeModules(folder, batch, role, bank)
  const file = path.join(folder, 'points.ndjson')
  writeFileSync(
    file,
    points
      .map(({ state, questions: some }) => `[${state},[${some.map((it) => tlaText(bank, it)).join(',')}]]\n`)
      .join(''),
  )
  const { twin } = roleTwins.find(({ actor }) => actor === role)!
  const tlc = await machines.use((machine) =>
    runTlc({
      module: path.join(folder, 'Batch.tla'),
      config: path.join(folder, 'Batch.cfg'),
      points: file,
      libraries: [twin.folder],
      tools,
      machine,
      brief: true,
    }),
  )
  const answers = new Map<number, { question: Question; answer: string }[]>()
  const lines = existsSync(`${file}.answers`) ? readAnswers(`${file}.answers`) : []
  for await (const { i, j, answer } of lines) {
    const number = Math.floor((j + 1) / STRIDE)
    const some = answers.get(number) ?? []
    answers.set(number, some)
    const question = points[i]?.questions[j - number * STRIDE]
    if (question) some.push({ question, answer })
  }
  return { outcome: tlc.outcome, errors: tlc.errors.map(({ text }) => text), answers }
}

/** The root module, and for each mistake copies of the modules from the rules down to the one that it is in. */
function writeModules(folder: string, batch: readonly RoleMutant[], role: string, { profile }: Bank): void {
  const { twin } = roleTwins.find(({ actor }) => actor === role)!
  const { rules, files } = modulesOf(role)
  const write = (name: string, text: string) => writeFileSync(path.join(folder, name), text)
  write(`${valuesModuleName(profile)}.tla`, valuesModule(twin, profile))
  write(
    'Batch.cfg',
    ['INIT PointInit', 'NEXT PointNext', 'CONSTANTS', ...ruleLines(twin, profile), ''].join('\n'),
  )
  const lines = batch.flatMap((mutant, index) => {
    const number = index + 1
    const home = [...files].find(([, file]) => file === mutant.file)![0]
    for (const name of modulesAbove(files, home)) {
      const text = name === home ? mutated(mutant, textOfFile(mutant.file)) : textOfFile(files.get(name)!)
      write(`${copyOf(name, number)}.tla`, renamed(text, name, number, modulesAbove(files, home)))
    }
    const events = [...eventsOf(mutant, role)].map((event) => `"${event}"`).join(', ')
    const instance = `M${number}`
    return [
      '',
      `\\* ${mutant.name.replace(/[^ -~]/g, '?')}`,
      `${instance} == INSTANCE ${copyOf(rules, number)}`,
      `ASSUME PointAnswer(1, ${number * STRIDE}, {}, 0, 0)`,
      'ASSUME \\A i \\in 1..PointStates : \\A s \\in {PointState(i)} :',
      `    \\A j \\in 1..PointEvents(i) : \\A e \\in {PointEvent(i, j)} : e.name \\in {${events}} =>`,
      `        \\A refusals \\in {${instance}!Refusals(s, e)} :`,
      `            IF refusals # {} THEN PointAnswer(i, ${number * STRIDE} + j, refusals, 0, 0)`,
      `            ELSE \\A successor \\in {${instance}!After(s, e)} :`,
      `                PointAnswer(i, ${number * STRIDE} + j, refusals, successor, ${instance}!Effects(s, e))`,
    ]
  })
  write(
    'Batch.tla',
    moduleText('Batch', [`EXTENDS ${twin.modules.pointwise}, ${valuesModuleName(profile)}`, ...lines]),
  )
}

const copyOf = (name: string, number: number): string => `${name}_${number}`

/** The modules from the rules down to one, both included. */
function modulesAbove(files: ReadonlyMap<string, string>, home: string): ReadonlySet<string> {
  const leads = (name: string): boolean => {
    const file = files.get(name)
    return name === home || (file !== undefined && readModule(textOfFile(file)).extends.some(leads))
  }
  return new Set([...files.keys()].filter(leads))
}

/** A copy under another name, which extends the copies of others. */
function renamed(text: string, name: string, number: number, copied: ReadonlySet<string>): string {
  return text
    .replace(new RegExp(`(MODULE\\s+)${name}\\b`), `$1${copyOf(name, number)}`)
    .replace(/^EXTENDS.*$/m, (line) =>
      line.replace(/\w+/g, (word) => (word !== 'EXTENDS' && copied.has(word) ? copyOf(word, number) : word)),
    )
}

/** An event as TLA+ names it. */
function tlaText({ actor }: Bank, { event }: Question): string {
  const { type, ...parameters } = parseJson(codecsOf(actor).event.text(event)) as { type: string }
  return canonicalText({ ...parameters, name: type })
}
