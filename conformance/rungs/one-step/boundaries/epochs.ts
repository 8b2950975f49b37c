import type { State } from '../../../../model/l1-rollup/vocabulary.ts'
import { admin, type Boundaries, inState, setup, start, validators, withValidators } from './cases.ts'

/** EPOCH and VALIDATOR. */
export function epochs(b: Boundaries): void {
  const lastSample = ({ samples }: State) => samples.at(-1)!
  const three = withValidators(3, 'three')
  const fortyEight = withValidators(48, 'fortyeight')
  const fortyNine = withValidators(49, 'fortynine')
  b.of(
    'EPOCH-1',
    'the first call in slot 0 is accepted, every other call in slots 0 to 31 is refused, the first call in slot 32 is accepted.',
  )
  b.passes('the first call in slot 0', start, setup)
  for (const slot of [0, 31])
    b.refuses(`another in slot ${slot}`, start.after(setup).at(slot), setup, 'EpochAlreadySampled')
  b.passes('the first in slot 32', start.after(setup).at(32), setup)
  b.of(
    'EPOCH-2',
    'a call in slot 31 samples for epoch 1, a call in slot 32 for epoch 2; for epoch 1 and prevrandao 1 the seed is 0xcc69885fda6bcc1a4ace058b4a62bf5e179ea78fd58a1ccd71c22cc9b688792f.',
  )
  b.passes(
    'slot 31 samples for epoch 1',
    start.at(31),
    setup,
    inState((s) => lastSample(s).epoch, 1),
  )
  b.passes(
    'slot 32 for epoch 2',
    start.at(32),
    setup,
    inState((s) => lastSample(s).epoch, 2),
  )
  b.of('EPOCH-3', 'with 49 frozen validators the committee has 48 distinct members.')
  b.passes('of 49 validators 48 distinct members', fortyNine, setup, {
    found: (s) => [lastSample(s).members.length, new Set(lastSample(s).members).size],
    expected: [48, 48],
  })
  b.of('EPOCH-4', '48 validators serve in registered order, 49 are shuffled.')
  b.passes(
    '48 serve in registered order',
    fortyEight,
    setup,
    inState((s) => lastSample(s).members, validators(48)),
  )
  b.passes('49 are shuffled', fortyNine, setup, {
    found: (s) => lastSample(s).members.join() === validators(49).slice(0, 48).join(),
    expected: false,
  })
  b.of('EPOCH-5', 'a sample for epoch 2 that is recorded in slot 32 is first used in slot 64.')
  {
    const sampled = start.at(32).after(setup)
    const next = sampled.at(64).event('propose')
    const early = { ...sampled.at(63).event('propose'), committee: next.committee }
    b.refuses('its committee is not in force in slot 63', sampled.at(63), early, 'CommitteeMismatch')
    b.passes('first used in slot 64', sampled.at(64), {
      ...next,
      committee: lastSample(sampled.state).members,
    })
  }
  b.of('EPOCH-6', 'if nobody calls in epoch 0, epoch 1 keeps the committee of epoch 0.')
  {
    const { committee } = start.event('propose')
    b.passes('epoch 1 keeps the committee of epoch 0', start.at(32), {
      ...start.at(32).event('propose'),
      committee,
    })
  }
  b.of('EPOCH-7', 'slot 0 has a proposer.')
  b.passes('slot 0 has a proposer', start, start.event('propose'))

  b.of('EPOCH-11', 'with 60 validators, and with the 61st added in slot 0, slot 40 has the same proposer.')
  {
    const few = start.after(setup).at(40)
    const many = start.after(admin('addValidator', 'v61')).after(setup).at(40)
    const proposal = few.event('propose')
    b.passes('with 60', few, proposal)
    b.passes('with 61', many, proposal)
  }

  b.of('VALIDATOR-1', 'a validator cannot remove itself.')
  b.refuses('cannot remove itself', start, admin('removeValidator', 'v1', 'v1'), 'CallerNotAdministrator')
  b.of('VALIDATOR-2', 'address 1 is accepted.')
  b.refuses('the zero address', start, admin('addValidator', 'none'), 'ValidatorZero')
  b.passes('another address', start, admin('addValidator', 'v61'))
  b.of('VALIDATOR-3', 'removed and added again in one epoch is accepted.')
  b.refuses('registered already', start, admin('addValidator', 'v1'), 'ValidatorAlreadyRegistered')
  b.passes('removed before', start.after(admin('removeValidator', 'v1')), admin('addValidator', 'v1'))
  b.of('VALIDATOR-4', 'removing the first of a, b, c leaves c, b.')
  b.passes('removing the first of a, b, c leaves c, b', three, admin('removeValidator', 'v1'), {
    found: (s) => s.validators.current,
    expected: ['v3', 'v2'],
  })
  b.of(
    'VALIDATOR-5',
    'a validator added in slot 31 cannot be drawn by a call in slot 32 and can by one in slot 64; one added in slot 32 cannot before slot 96.',
  )
  {
    const drawn = inState((s) => lastSample(s).members.includes('v61'), true)
    const notDrawn = { ...drawn, expected: false }
    const early = three.at(31).after(admin('addValidator', 'v61'))
    const late = three.at(32).after(admin('addValidator', 'v61'))
    b.passes('added in slot 31, not drawn in slot 32', early.at(32), setup, notDrawn)
    b.passes('drawn in slot 64', early.at(64), setup, drawn)
    b.passes('added in slot 32, not drawn in slot 95', late.at(95), setup, notDrawn)
    b.passes('drawn in slot 96', late.at(96), setup, drawn)
  }
}
