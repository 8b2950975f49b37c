// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

/// A rollup as somebody else might write it: one contract, with names, errors and packed storage of its own. Committees
/// never change, blocks have no blobs, and proofs earn nothing; the adapter beside this file says so.
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

    /// A block is a word: its slot + 1 in 32 bits, then 224 bits of what is signed of it. Before the first lies the
    /// state that the chain starts from, with 0 for its slot + 1.
    uint256 public proven;
    uint256[] private line;

    constructor(Setup memory setup) {
        (terms, start, sink, crewSize) = (setup.terms, setup.start, setup.sink, setup.crew.length);
        crewHash = keccak256(abi.encodePacked(setup.crew));
        seed = keccak256(abi.encode(uint256(0), setup.randao));
        proven = uint224(uint256(keccak256(abi.encode(block.chainid, address(this), setup.origin))));
        for (uint256 i = 0; i < setup.holders.length; i++) coins[setup.holders[i]] = setup.coins[i];
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

    function push(address[] calldata crew, uint256 parent, uint32 slot, uint256 time, bytes32 content, bytes[] calldata seats) external afterStart {
        _settle();
        _requireCrew(crew);
        require(slot == slotNow(), "another slot");
        require(time == start + uint256(slot) * terms.slotSeconds, "another time");
        require(parent == _tip(), "another parent");
        require(uint256(slot) + 1 > _tip() >> 224, "slot is full");
        _requireLeader(crew);
        bytes32 digest = keccak256(abi.encode(block.chainid, address(this), parent, slot, time, content));
        uint256 signed = 0;
        for (uint256 i = 0; i < seats.length; i++) {
            if (seats[i].length == 0) continue;
            require(_signer(digest, seats[i]) == crew[i], "stranger on a seat");
            signed++;
        }
        require(3 * signed > 2 * crew.length, "too few signed");
        line.push((uint256(slot) + 1) << 224 | uint224(uint256(digest)));
    }

    function drop() external afterStart {
        require(_isDead(), "nothing to drop");
        _settle();
    }

    // Proofs

    function bid(Offer calldata offer, address[] calldata crew) external afterStart {
        _settle();
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
        bytes32 digest = keccak256(abi.encode(block.chainid, address(this), offer.prover, offer.epoch, offer.lastSlot, offer.bond, offer.fee));
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
        for (uint256 i = count; i < line.length; i++) line[i - count] = line[i];
        for (uint256 i = 0; i < count; i++) line.pop();
    }

    // Purses

    function put(uint256 amount) external {
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

    function cashOut() external afterStart {
        Purse storage purse = purses[msg.sender];
        if (slotNow() < purse.freeAt) revert StillLocked(purse.freeAt);
        require(purse.leaving > 0, "nothing leaves");
        _pay(address(this), msg.sender, purse.leaving);
        (purse.leaving, purse.freeAt) = (0, 0);
    }

    function sweep() external {
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

    // What is due

    function _isDead() private view returns (bool) {
        if (line.length == 0) return false;
        uint256 next = _epochOf(line[0]) + 1;
        uint256 epoch = slotNow() / terms.epochSlots;
        return epoch > next || (epoch == next && !lead.live && slotNow() % terms.epochSlots >= terms.windowSlots);
    }

    function _settle() private {
        if (_isDead()) delete line;
        if (!lead.live || slotNow() / terms.epochSlots <= uint256(lead.epoch) + 1) return;
        purses[lead.prover].locked -= lead.bond;
        loot += lead.bond;
        delete lead;
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
