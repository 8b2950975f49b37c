import type { Fault } from './fault.ts'

const profiles = ['sets']
const unseenByOneStep = 'the administrator of the models is a role, which none of their events hands over'

/** Mistakes that a person could make where the administration is handed over. */
export const administrationFaults: readonly Fault[] = [
  {
    name: 'anybody offers the administration',
    file: 'Administration.sol',
    clause: 'VALIDATOR-6',
    original: 'if (!Rules.callerIsAdministrator(msg.sender, administrator)) {',
    replacement: 'if (false) {',
    profiles,
    unseenByOneStep,
  },
  {
    name: 'whom the administration is offered to offers it on',
    file: 'Administration.sol',
    clause: 'VALIDATOR-6',
    original: 'if (!Rules.callerIsAdministrator(msg.sender, administrator)) {',
    replacement: 'if (msg.sender != administrator && msg.sender != pendingAdministrator) {',
    profiles,
    unseenByOneStep,
  },
  {
    name: 'an offer takes effect at once',
    file: 'Administration.sol',
    clause: 'VALIDATOR-6',
    original: 'pendingAdministrator = pendingAdministrator_;',
    replacement: 'administrator = pendingAdministrator_;',
    profiles,
    unseenByOneStep,
  },
  {
    name: 'an offer does not replace the one before',
    file: 'Administration.sol',
    clause: 'VALIDATOR-6',
    original: 'pendingAdministrator = pendingAdministrator_;',
    replacement:
      'if (pendingAdministrator == address(0) || pendingAdministrator_ == address(0)) pendingAdministrator = pendingAdministrator_;',
    profiles,
    unseenByOneStep,
  },
  {
    name: 'an offer cannot be withdrawn',
    file: 'Administration.sol',
    clause: 'VALIDATOR-6',
    original: 'pendingAdministrator = pendingAdministrator_;',
    replacement: 'if (pendingAdministrator_ != address(0)) pendingAdministrator = pendingAdministrator_;',
    profiles,
    unseenByOneStep,
  },
  {
    name: 'anybody accepts the administration',
    file: 'Administration.sol',
    clause: 'VALIDATOR-7',
    original: 'if (msg.sender != pendingAdministrator) {',
    replacement: 'if (pendingAdministrator == address(0)) {',
    profiles,
    unseenByOneStep,
  },
  {
    name: 'the administrator accepts its own offer to another',
    file: 'Administration.sol',
    clause: 'VALIDATOR-7',
    original: 'if (msg.sender != pendingAdministrator) {',
    replacement: 'if (msg.sender != pendingAdministrator && msg.sender != administrator) {',
    profiles,
    unseenByOneStep,
  },
  {
    name: 'an accepted offer changes nothing',
    file: 'Administration.sol',
    clause: 'VALIDATOR-7',
    original: 'administrator = msg.sender;',
    replacement: '',
    profiles,
    unseenByOneStep,
  },
  {
    name: 'an accepted offer stays open',
    file: 'Administration.sol',
    clause: 'VALIDATOR-7',
    original: 'delete pendingAdministrator;',
    replacement: '',
    profiles,
    unseenByOneStep,
  },
  {
    name: 'whom the administration is offered to registers validators already',
    file: 'Rollup.sol',
    clause: 'VALIDATOR-7',
    original:
      'administrator: administrator,\n            validator: validator,\n            isRegistered: validatorSet.contains(validator)\n        });\n\n        //= spec/clauses/VALIDATOR.md#validator-3',
    replacement:
      'administrator: msg.sender == pendingAdministrator ? msg.sender : administrator,\n            validator: validator,\n            isRegistered: validatorSet.contains(validator)\n        });\n\n        //= spec/clauses/VALIDATOR.md#validator-3',
    profiles,
    unseenByOneStep,
  },
  {
    name: 'nobody takes the administration over before genesis',
    file: 'Administration.sol',
    clause: 'VALIDATOR-8',
    original: 'if (msg.sender != pendingAdministrator) {',
    replacement:
      '(, bytes memory genesis) = address(this).staticcall(abi.encodeWithSignature("genesisTimestamp()"));\n        if (msg.sender != pendingAdministrator || block.timestamp < abi.decode(genesis, (uint256))) {',
    profiles,
    unseenByOneStep,
  },
]
