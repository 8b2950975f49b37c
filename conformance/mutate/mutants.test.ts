import { describe, expect, it } from 'vitest'
import { removedChecks, shellFaults } from './contractMutants.ts'
import { deploymentMutants } from './deploymentMutants.ts'
import { type Mutant, mutated } from './mutant.ts'
import { machineMutants, ruleMutants, updateMutants } from './statechartMutants.ts'
import { tlaMutants } from './tlaMutants.ts'

const changes = (mutants: readonly Mutant[], text: string) =>
  mutants.map((mutant) => [mutant.name, mutated(mutant, text)])

describe('mutants of a TLA+ module', () => {
  it('counts a check for nothing, and moves its comparison', () => {
    const text = [
      'DepositRefusals(e) == UNION {',
      '    Require(Held(e.caller) <= Cap, "EscrowCapExceeded") }  \\* ESCROW-3',
      '====',
    ].join('\n')
    expect(changes(tlaMutants('A.tla', text), text)).toEqual([
      [
        'tla/DepositRefusals/EscrowCapExceeded removed',
        text.replace('Require(Held(e.caller) <= Cap, "EscrowCapExceeded")', '{}'),
      ],
      ['tla/DepositRefusals/e.caller exchanged', text.replace('e.caller', '"admin"')],
      ['tla/DepositRefusals/<= moved', text.replace('<=', '<')],
      ['tla/DepositRefusals/<= made =', text.replace('<=', '=')],
    ])
    expect(tlaMutants('A.tla', text)[2]).toMatchObject({
      clause: 'ESCROW-3',
      event: 'deposit',
      refusal: 'EscrowCapExceeded',
    })
  })

  it('shifts equalities of numbers, and no others', () => {
    const text =
      "Due(e) == /\\ Epoch(slot) = e.epoch\n          /\\ claim = NoClaim\n          /\\ slot' = slot\n===="
    expect(changes(tlaMutants('A.tla', text), text)).toEqual([
      ['tla/Due/= shifted', text.replace('= e.epoch', '= 1 + e.epoch')],
    ])
  })

  it('changes literals, and nothing in comments, sequences and implications', () => {
    const text =
      '\\* PROPOSE-11: 2 < 3\nQuorum(k) == IF <<>> # <<k>> => TRUE THEN (2 * k) ELSE k (* 4 >= 5 *)\n===='
    expect(changes(tlaMutants('A.tla', text), text)).toEqual([
      ['tla/Quorum/2 + 1', text.replace('(2 *', '(3 *')],
      ['tla/Quorum/2 - 1', text.replace('(2 *', '(1 *')],
    ])
    expect(tlaMutants('A.tla', text)[0]?.clause).toBe('PROPOSE-11')
  })

  it('makes accumulations assignments and parameters constants, and exchanges roles', () => {
    const text = 'Pay(s, e) == [s EXCEPT !.x = @ + EpochRewardWei, !.y = Append(@, "sink")]\n===='
    expect(changes(tlaMutants('A.tla', text), text)).toEqual([
      ['tla/Pay/@ + assigned', text.replace('@ + ', '')],
      ['tla/Pay/EpochRewardWei made 1', text.replace('EpochRewardWei', '1')],
      ['tla/Pay/Append(@, assigned', text.replace('@,', '<<>>,')],
      ['tla/Pay/"sink" exchanged', text.replace('"sink"', '"rollup"')],
    ])
  })

  it('leaves assumptions and type predicates alone', () => {
    const text = 'ASSUME Counts == 0 < C\nSlotOK == slot >= 0\nIsBlock(b) == b.slot >= 0\n===='
    expect(tlaMutants('A.tla', text)).toEqual([])
  })
})

describe('mutants of a statechart', () => {
  it('takes each check out of its and([…])', () => {
    const text = "const m = { on: { deposit: { guard: and(['amountIsPositive', 'tokensCover']) } } }\n"
    expect(changes(machineMutants('m.ts', text), text)).toEqual([
      [
        'statechart/deposit/amountIsPositive removed',
        text.replace("'amountIsPositive', 'tokensCover'", "'tokensCover'"),
      ],
      [
        'statechart/deposit/tokensCover removed',
        text.replace("'amountIsPositive', 'tokensCover'", "'amountIsPositive'"),
      ],
    ])
  })

  it('changes a rule in every way that its operators have', () => {
    const rule = (body: string) =>
      `/** CLAIM-3. */\nexport const r = ({ a, b, w, x }: { a: Epoch; b: Epoch; w: Wei; x: Address }): boolean => ${body}\n`
    const text = rule('a < b && w === 0n && x !== NO_ADDRESS')
    const bodies = ruleMutants('r.ts', text).map((mutant) => [mutant.kind, mutated(mutant, text)])
    expect(bodies).toEqual(
      [
        ['rule made true', 'true'],
        ['connective swapped', 'a < b && w === 0n || x !== NO_ADDRESS'],
        ['connective swapped', 'a < b || w === 0n && x !== NO_ADDRESS'],
        ['comparison moved', 'a <= b && w === 0n && x !== NO_ADDRESS'],
        ['order made equality', 'a === b && w === 0n && x !== NO_ADDRESS'],
        ['equality shifted', 'a < b && w === 1n + 0n && x !== NO_ADDRESS'],
        ['literal shifted', 'a < b && w === 1n && x !== NO_ADDRESS'],
        ['equality negated', 'a < b && w === 0n && x === NO_ADDRESS'],
      ].map(([kind, body]) => [kind, rule(body!)]),
    )
  })
})

describe('mutants of updates', () => {
  it('loses what there was, and takes one for another', () => {
    const text = [
      '/** ESCROW-4. */',
      'const pay: Update = (s, { caller, amount }) =>',
      "  paid(s, caller, 'escrow', s.x + amount, [...s.list, caller])",
      '',
    ].join('\n')
    const mutants = updateMutants('u.ts', text)
    expect(changes(mutants, text)).toEqual([
      ['statechart/pay/caller exchanged', text.replace('(s, caller', "(s, 'admin'")],
      ["statechart/pay/'escrow' exchanged", text.replace("'escrow'", "'rollup'")],
      ['statechart/pay/+ assigned', text.replace('s.x + amount', 'amount')],
      ['statechart/pay/...s.list emptied', text.replace('...s.list', '...[]')],
    ])
    expect(mutants.map(({ clause }) => clause)).toEqual(Array(4).fill('ESCROW-4'))
  })
})

describe('mutants of a contract', () => {
  it('takes out a check on one line and one in a block', () => {
    const text = [
      'function proposeBlobs(uint256 a) internal pure {',
      '    if (!Rules.blobsArePublished(a)) revert BlobsMissing(a); // PROPOSE-8',
      '    if (!Rules.blobHashesMatch(f(a), b)) {',
      '        revert BlobHashesMismatch(a, b);',
      '    }',
      '}',
    ].join('\n')
    expect(changes(removedChecks('C.sol', text), text)).toEqual([
      [
        'contract/proposeBlobs/BlobsMissing removed',
        text.replace('if (!Rules.blobsArePublished(a)) revert BlobsMissing(a);', ''),
      ],
      ['contract/proposeBlobs/BlobHashesMismatch removed', text.replace(/if \(!Rules\.blobHashes[^}]*}/, '')],
    ])
    expect(removedChecks('C.sol', text)[0]).toMatchObject({ event: 'propose', refusal: 'BlobsMissing' })
  })

  const fault = {
    name: 'a fault',
    file: 'A.sol',
    clause: 'ESCROW-1',
    original: 'x = 1;',
    replacement: 'x = 2;',
    profiles: ['escrow'],
  }

  it('plants a fault where its text is', () => {
    const text = 'y = 1; x = 1; z = 1;'
    expect(
      changes(
        shellFaults([fault], () => text),
        text,
      ),
    ).toEqual([['contract/a fault', 'y = 1; x = 2; z = 1;']])
  })

  it('refuses a fault whose text is gone', () => {
    expect(() => shellFaults([fault], () => 'x = 3;')).toThrow('a fault: its text does not occur')
  })

  it('refuses a fault whose text is there twice', () => {
    expect(() => shellFaults([fault], () => 'x = 1; x = 1;')).toThrow('its text occurs more than once')
  })

  it('refuses a mutant whose text has moved', () => {
    const [mutant] = shellFaults([fault], () => 'x = 1;')
    expect(() => mutated(mutant!, ' x = 1;')).toThrow('expected "x = 1;" at offset 0')
  })
})

describe('mutants of what constructors check', () => {
  const library = [
    'library Deployment {',
    '    function requireFit(Parameters memory p) internal pure {',
    '        _requireAll(p);',
    '    }',
    '    function _requireAll(Parameters memory p) private pure {',
    '        //= spec/clauses/DEPLOY.md#deploy-1',
    '        //# words',
    '        _require(p.a == 0 || (p.b + 1) * 2 <= MOST, "b");',
    '        //= spec/clauses/DEPLOY.md#deploy-2',
    '        //# words',
    '        _require(',
    '            p.c > 0 && p.c < p.b, "c"',
    '        );',
    '    }',
    '    function _require(bool holds, string memory parameter) private pure {',
    '        if (!holds) revert ParameterUnfit(parameter);',
    '    }',
    '}',
  ].join('\n')
  const contract = [
    'contract Sample {',
    '    constructor(address sink) {',
    '        Deployment.requireFit(p);',
    '        //= spec/clauses/DEPLOY.md#deploy-8',
    '        //# words',
    '        Deployment.requireNonZero(sink, "sink");',
    '        if (sink == token || sink == address(this)) {',
    '            revert Deployment.AddressUnfit("sink");',
    '        }',
    '        if (length > 0) revert Other();',
    '    }',
    '    function later(address account) external {',
    '        if (account == sink) revert Deployment.AddressUnfit("account");',
    '    }',
    '}',
  ].join('\n')
  const mutants = deploymentMutants(['Deployment.sol', library], new Map([['Sample.sol', contract]]))
  const named = (name: string) => mutants.find((mutant) => mutant.name === `contract/deployment/${name}`)!
  const replaced = (name: string, text: string) => mutated(named(name), text)

  it('are every check removed, every alternative dropped and every comparison moved both ways', () => {
    expect(mutants.map(({ name }) => name.replace('contract/deployment/', ''))).toEqual([
      'requireFit/_requireAll removed',
      '_requireAll/b removed',
      '_requireAll/p.a == 0 dropped',
      '_requireAll/(p.b + 1) * 2 <= MOST dropped',
      '_requireAll/p.a == 0 shifted',
      '_requireAll/(p.b + 1) * 2 <= MOST moved out',
      '_requireAll/(p.b + 1) * 2 <= MOST moved in',
      '_requireAll/c removed',
      '_requireAll/p.c > 0 moved out',
      '_requireAll/p.c > 0 moved in',
      '_requireAll/p.c < p.b moved out',
      '_requireAll/p.c < p.b moved in',
      '_require/!holds removed',
      'Sample/requireFit removed',
      'Sample/sink removed',
      'Sample/sink == token || sink == address(this) removed',
      'Sample/sink == token dropped',
      'Sample/sink == address(this) dropped',
    ])
  })

  it('change what their name says, and nothing else', () => {
    const check = '_require(p.a == 0 || (p.b + 1) * 2 <= MOST, "b");'
    expect(replaced('_requireAll/b removed', library)).toBe(library.replace(check, ''))
    expect(replaced('_requireAll/p.a == 0 dropped', library)).toBe(library.replace('p.a == 0', 'false'))
    expect(replaced('_requireAll/(p.b + 1) * 2 <= MOST moved out', library)).toBe(
      library.replace('<= MOST', '<= uint256(MOST) + 1'),
    )
    expect(replaced('_requireAll/p.c < p.b moved in', library)).toBe(
      library.replace('p.c < p.b', 'p.c < p.b - 1'),
    )
    expect(replaced('Sample/sink == token || sink == address(this) removed', contract)).toBe(
      contract.replace(/if \(sink[^}]*\}/, ''),
    )
  })

  it('speak for the clauses that are cited above them, in the function that is called, or at all', () => {
    expect(named('_requireAll/c removed').clause).toBe('DEPLOY-2')
    expect(named('requireFit/_requireAll removed').clause).toBe('DEPLOY-1 DEPLOY-2')
    expect(named('Sample/sink == token dropped').clause).toBe('DEPLOY-8')
    expect(named('Sample/requireFit removed').clause).toBe('DEPLOY-1 DEPLOY-2 DEPLOY-8')
  })
})
