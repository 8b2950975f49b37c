// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

/// A rollup as somebody else might write it: one contract, with names, errors and packed storage of its own. What the
/// chain took from the queue is in the blocks, and who builds it is found out turn by turn. Committees never change,
/// blocks have no blobs, and proofs earn nothing; the adapter beside this file says so.
contract PackedRollup {
    error WindowOver(uint256 offset);
    error NotTheLeader(address leader);
    error BondTooLow(uint256 bond, uint256 least);
    error FeeTooHigh(uint256 fee);
    error StillLocked(uint256 freeAt);

    struct Terms {
        uint32 epochSlots;
        uint32 windowSlots;
        uint32 delaySlots;
        uint32 slotSeconds;
        uint64 leastBond;
        uint64 cap;
        uint32 patienceSlots;
        uint32 openSlots;
        uint32 idleSlots;
        uint32 graceEpochs;
        uint32 leastTaken;
        uint32 mostBytes;
    }

    /// Slots, each plus one; 0 for none. Either the crew is watched, or the gate is open to everybody, or nothing waits.
    struct Gate {
        uint32 watched;
        uint32 opened;
        uint32 moved;
    }

    struct Block {
        uint256 parent;
        uint32 slot;
        uint256 time;
        /// 0 if it has nothing but what it takes from the queue.
        bytes32 content;
        uint32 takes;
        uint224 root;
    }

    struct Purse {
        uint64 free;
        uint64 leaving;
        uint64 locked;
        uint64 freeAt;
    }

    struct Lead {
        address prover;
        uint32 epoch;
        uint16 fee;
        bool live;
        address claimant;
        uint64 bond;
    }

    struct Offer {
        address prover;
        uint32 epoch;
        uint32 lastSlot;
        uint64 bond;
        uint32 fee;
        bytes signature;
    }

    struct Setup {
        Terms terms;
        uint256 start;
        bytes32 origin;
        uint256 randao;
        address sink;
        address[] crew;
        address[] holders;
        uint256[] coins;
        address[] provers;
        uint64[] free;
    }

    Terms public terms;
    Lead public lead;
    mapping(address => Purse) public purses;
    mapping(address => uint256) public coins;
    uint64 public loot;

    uint256 private immutable start;
    address private immutable sink;
    bytes32 private immutable seed;
    uint256 private immutable crewSize;
    bytes32 private immutable crewHash;

    /// A block is a word: its slot + 1 in 32 bits, in 32 bits how much of the queue the chain has taken with it, then 192
    /// bits of what is signed of it. Before the first lies the state that the chain starts from, with 0 for the others.
    uint256 public proven;
    uint256[] private line;
    /// The date of an entry in 32 bits, then the root of the queue up to it.
    uint256[] private queue;
    Gate public gate;

    constructor(Setup memory setup) {
        (terms, start, sink, crewSize) = (setup.terms, setup.start, setup.sink, setup.crew.length);
        crewHash = keccak256(abi.encodePacked(setup.crew));
        seed = keccak256(abi.encode(uint256(0), setup.randao));
        proven = uint192(uint256(keccak256(abi.encode(block.chainid, address(this), setup.origin))));
        for (uint256 i = 0; i < setup.holders.length; i++) {
            coins[setup.holders[i]] = setup.coins[i];
        }
        for (uint256 i = 0; i < setup.provers.length; i++) {
            purses[setup.provers[i]].free = setup.free[i];
            coins[address(this)] += setup.free[i];
        }
    }

    modifier afterStart() {
        require(block.timestamp >= start, "too early");
        _;
    }

    // The chain

    function push(address[] calldata crew, Block calldata b, bytes[] calldata seats) external afterStart {
        _settle();
        require(gate.opened == 0, "gate is open");
        _requireCrew(crew);
        require(b.slot == slotNow(), "another slot");
        require(b.time == start + uint256(b.slot) * terms.slotSeconds, "another time");
        require(b.parent == _tip(), "another parent");
        require(uint256(b.slot) + 1 > _tip() >> 224, "slot is full");
        _requireLeader(crew);
        _requireQueue(b);
        bytes32 digest = keccak256(abi.encode(block.chainid, address(this), b));
        uint256 signed = 0;
        for (uint256 i = 0; i < seats.length; i++) {
            if (seats[i].length == 0) continue;
            require(_signer(digest, seats[i]) == crew[i], "stranger on a seat");
            signed++;
        }
        require(3 * signed > 2 * crew.length, "too few signed");
        line.push(blockWord(b));
        _watch();
    }

    /// A block of anybody, with its proof, while the gate is open.
    function pushProven(Block calldata b, bytes calldata proof) external afterStart {
        _settle();
        require(gate.opened != 0, "gate is shut");
        require(b.slot <= slotNow(), "slot to come");
        require(b.time == start + uint256(b.slot) * terms.slotSeconds, "another time");
        require(b.parent == proven, "another parent");
        require(uint256(b.slot) + 1 > proven >> 224, "slot is full");
        _requireQueue(b);
        require(keccak256(proof) == keccak256(abi.encode(b.parent, blockWord(b))), "proof is wrong");
        proven = blockWord(b);
        gate.moved = uint32(slotNow() + 1);
    }

    function blockWord(Block memory b) public view returns (uint256) {
        uint256 taken = _takenWith(b.parent) + b.takes;
        return (uint256(b.slot) + 1) << 224 | taken << 192
            | uint192(uint256(keccak256(abi.encode(block.chainid, address(this), b))));
    }

    function enqueue(bytes calldata data, bytes calldata proof) external afterStart {
        _settle();
        require(data.length > 0 && data.length <= terms.mostBytes, "data is unfit");
        require(keccak256(proof) == keccak256(abi.encode(address(this), keccak256(data))), "data is not proven");
        uint256 date = slotNow() / terms.epochSlots + terms.graceEpochs;
        bytes32 hash = keccak256(abi.encode(_root(queue.length), keccak256(data), date));
        queue.push(date << 224 | uint224(uint256(hash)));
        _watch();
    }

    function drop() external afterStart {
        uint256 length = line.length;
        _settle();
        require(line.length < length, "nothing to drop");
    }

    // Proofs

    function bid(Offer calldata offer, address[] calldata crew) external afterStart {
        _settle();
        require(gate.opened == 0, "gate is open");
        uint256 epoch = slotNow() / terms.epochSlots;
        uint256 offset = slotNow() % terms.epochSlots;
        if (offset >= terms.windowSlots) revert WindowOver(offset);
        require(line.length > 0 && _epochOf(line[0]) < epoch, "no epoch has ended");
        require(uint256(offer.epoch) + 1 == epoch, "another epoch");
        require(!lead.live, "somebody leads");
        _requireCrew(crew);
        _requireLeader(crew);
        require(slotNow() <= offer.lastSlot, "offer is over");
        if (offer.bond < terms.leastBond) revert BondTooLow(offer.bond, terms.leastBond);
        if (offer.fee > 10_000) revert FeeTooHigh(offer.fee);
        Purse storage purse = purses[offer.prover];
        require(uint256(purse.free) + purse.leaving >= offer.bond, "purse is too small");
        bytes32 digest = keccak256(
            abi.encode(block.chainid, address(this), offer.prover, offer.epoch, offer.lastSlot, offer.bond, offer.fee)
        );
        require(_signer(digest, offer.signature) == offer.prover, "offer is not signed");
        uint64 first = purse.free < offer.bond ? purse.free : offer.bond;
        purse.free -= first;
        purse.leaving -= offer.bond - first;
        purse.locked += offer.bond;
        if (purse.leaving == 0) purse.freeAt = 0;
        lead = Lead(offer.prover, offer.epoch, uint16(offer.fee), true, msg.sender, offer.bond);
    }

    function prove(uint256 from, uint256 to, bytes calldata proof) external afterStart {
        _settle();
        require(line.length > 0, "nothing to prove");
        uint256 epoch = _epochOf(line[0]);
        require(epoch != slotNow() / terms.epochSlots, "epoch is running");
        uint256 count = 1;
        while (count < line.length && _epochOf(line[count]) == epoch) count++;
        require(from == proven, "starts elsewhere");
        require(to == line[count - 1], "ends elsewhere");
        require(keccak256(proof) == keccak256(abi.encode(from, to)), "proof is wrong");
        if (lead.live) {
            purses[lead.prover].locked -= lead.bond;
            purses[lead.prover].free += lead.bond;
            delete lead;
        }
        proven = to;
        for (uint256 i = count; i < line.length; i++) {
            line[i - count] = line[i];
        }
        for (uint256 i = 0; i < count; i++) {
            line.pop();
        }
        gate.watched = 0;
        _watch();
    }

    // Purses

    function put(uint256 amount) external {
        _settle();
        require(amount > 0, "nothing");
        require(coins[msg.sender] >= amount, "too few coins");
        Purse storage purse = purses[msg.sender];
        require(uint256(purse.free) + purse.leaving + purse.locked + amount <= terms.cap, "purse is full");
        _pay(msg.sender, address(this), amount);
        purse.free += uint64(amount);
    }

    function leave(uint256 amount) external afterStart {
        require(amount > 0, "nothing");
        Purse storage purse = purses[msg.sender];
        require(purse.free >= amount, "not free");
        require(purse.leaving == 0, "leaving already");
        purse.free -= uint64(amount);
        purse.leaving = uint64(amount);
        purse.freeAt = uint64(slotNow() + terms.delaySlots);
    }

    function cashOut(address to) external afterStart {
        Purse storage purse = purses[msg.sender];
        if (slotNow() < purse.freeAt) revert StillLocked(purse.freeAt);
        require(purse.leaving > 0, "nothing leaves");
        require(to != address(0) && to != address(this), "no purse there");
        _pay(address(this), to, purse.leaving);
        (purse.leaving, purse.freeAt) = (0, 0);
    }

    function sweep() external {
        _settle();
        require(loot > 0, "no loot");
        _pay(address(this), sink, loot);
        loot = 0;
    }

    // Views

    function slotNow() public view returns (uint256) {
        return block.timestamp < start ? 0 : (block.timestamp - start) / terms.slotSeconds;
    }

    function chain() external view returns (uint256[] memory) {
        return line;
    }

    function entries() external view returns (uint256[] memory) {
        return queue;
    }

    // What is due

    function _isDead() private view returns (bool) {
        if (line.length == 0) return false;
        uint256 next = _epochOf(line[0]) + 1;
        uint256 epoch = slotNow() / terms.epochSlots;
        return epoch > next || (epoch == next && !lead.live && slotNow() % terms.epochSlots >= terms.windowSlots);
    }

    function _settle() private {
        bool opened = _turn();
        if (opened || _isDead()) delete line;
        if (!lead.live || slotNow() / terms.epochSlots <= uint256(lead.epoch) + 1) return;
        purses[lead.prover].locked -= lead.bond;
        loot += lead.bond;
        delete lead;
    }

    /// Opens and shuts the gate as often as time has had it.
    /// @return opened whether it was opened, even if it is shut again
    function _turn() private returns (bool opened) {
        Gate memory g = gate;
        uint256 next = slotNow() + 1;
        // A leader has until here.
        uint256 held = lead.live ? (uint256(lead.epoch) + 2) * terms.epochSlots + 1 : 0;
        while (g.watched != 0 || g.opened != 0) {
            if (g.opened == 0) {
                uint256 opens = uint256(g.watched) + terms.patienceSlots;
                if (opens < held) opens = held;
                if (next < opens) break;
                g = Gate(0, uint32(opens), uint32(opens));
                opened = true;
            } else {
                uint256 shuts = uint256(g.opened) + terms.openSlots;
                if (uint256(g.moved) + terms.idleSlots < shuts) shuts = uint256(g.moved) + terms.idleSlots;
                if (next < shuts) break;
                g = Gate(_takenWith(proven) < queue.length ? uint32(shuts) : 0, 0, 0);
            }
        }
        gate = g;
    }

    /// The crew is watched from now on if something waits, unless it is already or the gate is open.
    function _watch() private {
        bool waits = line.length > 0 || _takenWith(proven) < queue.length;
        if (terms.patienceSlots == 0 || !waits || gate.watched != 0 || gate.opened != 0) return;
        gate.watched = uint32(slotNow() + 1);
    }

    function _requireQueue(Block calldata b) private view {
        uint256 taken = _takenWith(_tip()) + b.takes;
        require(taken <= queue.length, "not so many wait");
        require(b.root == _root(taken), "another queue");
        if (taken == queue.length || queue[taken] >> 224 > slotNow() / terms.epochSlots) return;
        require(b.content == 0, "queue goes first");
        require(b.takes >= terms.leastTaken, "too few taken");
    }

    function _root(uint256 count) private view returns (uint224) {
        return count == 0 ? 0 : uint224(queue[count - 1]);
    }

    function _takenWith(uint256 word) private pure returns (uint256) {
        return uint32(word >> 192);
    }

    function _tip() private view returns (uint256) {
        return line.length == 0 ? proven : line[line.length - 1];
    }

    function _epochOf(uint256 word) private view returns (uint256) {
        return ((word >> 224) - 1) / terms.epochSlots;
    }

    // Who may

    function _requireCrew(address[] calldata crew) private view {
        require(crewSize > 0, "no crew");
        require(keccak256(abi.encodePacked(crew)) == crewHash, "another crew");
    }

    function _requireLeader(address[] calldata crew) private view {
        uint256 slot = slotNow();
        address leader = crew[uint256(keccak256(abi.encode(slot / terms.epochSlots, slot, seed))) % crew.length];
        if (msg.sender != leader) revert NotTheLeader(leader);
    }

    function _signer(bytes32 digest, bytes calldata signature) private pure returns (address) {
        return ecrecover(digest, uint8(signature[64]), bytes32(signature[:32]), bytes32(signature[32:64]));
    }

    function _pay(address from, address to, uint256 amount) private {
        coins[from] -= amount;
        coins[to] += amount;
    }
}
