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
  readonly tell: (text: string) => void
  readonly onFinding: (mutant: RoleMutant, finding: Finding) => void
  /** It says nothing: TLC does not take the module. */
  readonly onRefused: (mutant: RoleMutant, why: string) => void
}

/**
 * Rung 2 on modules with mistakes, many in a run: the rules with each of them answer questions whose answers are known.
 * @param role whose rungs are asked
 * @returns those that answered everything as they should
 */
export async function tryRoleTla(
  mutants: readonly RoleMutant[],
  role: string,
  { tell, onFinding, onRefused }: TlaRun,
): Promise<RoleMutant[]> {
  const settled = new Set<string>()
  for (const ofEachShape of tiers)
    for (const bank of banksOf(role)) {
      const left = mutants.filter(({ name }) => !settled.has(name))
      const size = ofEachShape === tiers[0] ? BATCH : Math.ceil(BATCH / 3)
      const questions = someOf(bank, ofEachShape)
      for (let queue = [...left]; queue.length > 0; ) {
        const batch = queue.splice(0, size)
        const began = performance.now()
        const { answered, refused, unanswered } = await ask(batch, role, bank, questions)
        const named = (name: string) => batch.find((mutant) => mutant.name === name)!
        for (const [name, finding] of answered) onFinding(named(name), finding)
        for (const [name, why] of refused) onRefused(named(name), why)
        for (const name of [...answered.keys(), ...refused.keys()]) settled.add(name)
        queue = [...unanswered, ...queue]
        const seconds = Math.round((performance.now() - began) / 1000)
        tell(
          `${role}/${nameOfProfile(bank)}: ${batch.length - unanswered.length} asked, ${answered.size} caught, ${queue.length} to go (${seconds} s)`,
        )
      }
    }
  return mutants.filter(({ name }) => !settled.has(name))
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
  const { tools, machines } = await started()
  const folder = path.join(mutantsFolder, `role-tla-${process.pid}`)
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  const events = new Set(batch.flatMap((mutant) => [...eventsOf(mutant, role)]))
  const points = pointsOf(bank, questions, events)
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
      ...{ module: path.join(folder, 'Batch.tla'), config: path.join(folder, 'Batch.cfg'), points: file },
      ...{ libraries: [twin.folder], tools, machine, brief: true },
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
  const wrongIn = (number: number) =>
    answers.get(number)?.find(({ question, answer }) => textOfAnswer(bank, question) !== answer)
  const original = wrongIn(0)
  if (original)
    throw new ReferenceDiffers(
      `${role}/${nameOfProfile(bank)}: ${told(original.question, original.answer)} without a mistake`,
    )
  const says = oneLine(tlc.errors.map(({ text }) => text).join('; ') || tlc.outcome)
  const ended = tlc.outcome === 'pass' ? undefined : Math.max(...answers.keys())
  const answered = new Map<string, Finding>()
  const refused = new Map<string, string>()
  if (ended !== undefined && (!Number.isFinite(ended) || ended === 0)) {
    if (batch.length === 1) refused.set(batch[0]!.name, says)
    // It is not said which: each half is asked alone.
    else
      for (const half of [batch.slice(0, batch.length >> 1), batch.slice(batch.length >> 1)])
        for (let left = half; left.length > 0; ) {
          const one = await ask(left, role, bank, questions)
          for (const entry of one.answered) answered.set(...entry)
          for (const entry of one.refused) refused.set(...entry)
          left = [...one.unanswered]
        }
    return { answered, refused, unanswered: [] }
  }
  batch.slice(0, ended ?? batch.length).forEach((mutant, index) => {
    const wrong = wrongIn(index + 1)
    if (wrong)
      answered.set(mutant.name, {
        caughtBy: 'rung 2',
        detail: `${role}/${nameOfProfile(bank)}: ${told(wrong.question, wrong.answer)}`,
      })
    else if (index + 1 === ended)
      answered.set(mutant.name, {
        caughtBy: 'rung 2',
        detail: `${role}/${nameOfProfile(bank)}: TLC cannot evaluate it: ${says}`.slice(0, 200),
      })
    else {
      const own = points.reduce(
        (sum, it) => sum + it.questions.filter((q) => eventsOf(mutant, role).has(nameOf(q))).length,
        0,
      )
      // The first answer only says that it began.
      const given = answers.get(index + 1)?.length ?? 0
      if (given !== own) throw new Error(`${mutant.name}: ${given} answers to ${own} questions: ${says}`)
    }
  })
  return { answered, refused, unanswered: ended === undefined ? [] : batch.slice(ended) }
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
