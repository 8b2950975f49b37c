"""The pure functions of the rules by their clauses (spec/clauses): what conformance/kit/functions/table.ts lists.

A function raises Refused for an input that does not fit: a word of another length, a number below zero or too great.
"""

from hashlib import sha256

from keccak import keccak256
from rollup import hash_words, rounds_for, shuffled

# The curve of Ethereum's signatures, y² = x³ + 7: its field, its order, its generator.
P = 2**256 - 2**32 - 977
N = 0xFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFEBAAEDCE6AF48A03BBFD25E8CD0364141
G = (
    0x79BE667EF9DCBBAC55A06295CE870B07029BFCDB2DCE28D959F2815B16F81798,
    0x483ADA7726A3C4655DA4FBFC0E1108A8FD17B448A68554199C47D08FFB10D4B8,
)


class Refused(Exception):
    """An input that does not fit."""


def number(value, bits=256):
    """A number, or a decimal string of one, that fits so many bits."""
    value = int(value)
    if not 0 <= value < 1 << bits:
        raise Refused(f"{value} has no {bits} bits")
    return value


def word(text, size=32):
    """Bytes in hexadecimal, as one number."""
    if len(text) != 2 + 2 * size:
        raise Refused(f"{text} has no {size} bytes")
    return int(text, 16)


def as_hex(value, size=32):
    return "0x" + value.to_bytes(size, "big").hex()


def label(text):
    return int.from_bytes(keccak256(text.encode()), "big")


# Time: TIME-1, TIME-2, PROPOSE-4


def epochOf(p, slot):
    return number(slot) // p["slotsPerEpoch"]


def offsetOf(p, slot):
    return number(slot) % p["slotsPerEpoch"]


def slotAt(p, timestamp, genesisTimestamp):
    return max(0, number(timestamp) - number(genesisTimestamp)) // p["slotDurationSeconds"]


def startOf(p, slot, genesisTimestamp):
    return number(genesisTimestamp) + number(slot) * p["slotDurationSeconds"]


# Committees: EPOCH-2 to EPOCH-4, EPOCH-8 to EPOCH-10, PROPOSE-11


def seedOf(p, epoch, prevrandao):
    return as_hex(hash_words(number(epoch), word(prevrandao)))


def shuffle(p, seed, count, seats):
    rounds = rounds_for(number(count), p["targetCommitteeSize"], p["shuffleRounds"])
    return [shuffled(index, number(count), word(seed), rounds) for index in range(number(seats))]


def committeePositions(p, epoch, prevrandao, setSize):
    if number(setSize) <= p["targetCommitteeSize"]:
        return list(range(setSize))
    return shuffle(p, seedOf(p, epoch, prevrandao), setSize, p["targetCommitteeSize"])


def drawSeat(p, slot, sampleEpoch, prevrandao, seats):
    epoch, seed = epochOf(p, slot), word(seedOf(p, sampleEpoch, prevrandao))
    return hash_words(epoch, slot, seed) % seats if number(seats) > 0 else None


def quorum(p, seats):
    return 2 * number(seats) // 3 + 1


# EIP-712: PROPOSE-10, PROPOSE-13, PROPOSE-14, CLAIM-9

DOMAIN = "EIP712Domain(string name,string version,uint256 chainId,address verifyingContract)"
GENESIS = "Genesis(bytes32 stateRoot)"
HEADER = "Header(bytes32 parentHash,uint256 slot,uint256 timestamp,bytes32 stateRoot,bytes32 transactionsHash,uint256 forcedCount,bytes32 forcedHash,bool hasOthers,bytes32[] blobHashes)"
QUOTE = "EpochProofQuote(address proverAddress,uint256 epochToProve,uint256 validUntilSlot,uint256 bondAmount,uint32 basisPointFee)"


def digest(chain_id, rollup, struct_hash):
    domain = hash_words(label(DOMAIN), label("Lockstep Rollup"), label("1"), number(chain_id), word(rollup, 20))
    return "0x" + keccak256(b"\x19\x01" + domain.to_bytes(32, "big") + struct_hash.to_bytes(32, "big")).hex()


def genesisHash(p, chainId, rollup, stateRoot):
    return digest(chainId, rollup, hash_words(label(GENESIS), word(stateRoot)))


def blockHash(p, chainId, rollup, header):
    h = header
    blobs = hash_words(*map(word, h["blobHashes"]))
    roots = word(h["stateRoot"]), word(h["transactionsHash"])
    forced = number(h["forcedCount"]), word(h["forcedHash"]), int(h["hasOthers"])
    fields = word(h["parentHash"]), number(h["slot"]), number(h["timestamp"]), *roots, *forced, blobs
    return digest(chainId, rollup, hash_words(label(HEADER), *fields))


def quoteDigest(p, chainId, rollup, quote):
    slots = number(quote["epochToProve"]), number(quote["validUntilSlot"])
    amounts = number(quote["bondAmount"]), number(quote["basisPointFee"], 32)
    return digest(chainId, rollup, hash_words(label(QUOTE), word(quote["proverAddress"], 20), *slots, *amounts))


def plus(a, b):
    """The sum of two points; None is the point at infinity."""
    if a is None or b is None:
        return b if a is None else a
    if a[0] == b[0]:
        if (a[1] + b[1]) % P == 0:
            return None
        slope = 3 * a[0] * a[0] * pow(2 * a[1], -1, P)
    else:
        slope = (b[1] - a[1]) * pow(b[0] - a[0], -1, P)
    x = (slope * slope - a[0] - b[0]) % P
    return x, (slope * (a[0] - x) - a[1]) % P


def times(factor, point):
    total = None
    while factor:
        total = plus(total, point) if factor & 1 else total
        factor, point = factor >> 1, plus(point, point)
    return total


def signerOf(p, digest, r, vs):
    message, x, s, is_odd = word(digest), word(r), word(vs) % 2**255, word(vs) >> 255
    y = pow(x**3 + 7, (P + 1) // 4, P)
    if not 0 < x < N or not 0 < s <= N // 2 or (y * y - x**3 - 7) % P:
        return None
    point = x, y if y % 2 == is_odd else P - y
    inverse = pow(x, -1, N)
    key = plus(times(s * inverse % N, point), times(-message * inverse % N, G))
    return key and "0x" + keccak256(b"".join(part.to_bytes(32, "big") for part in key))[12:].hex()


# Blobs and rewards: PROPOSE-9, REWARD-2


def versionedHashOf(p, commitment):
    return "0x01" + sha256(word(commitment, 48).to_bytes(48, "big")).hexdigest()[2:]


def proverShare(p, rewardWei, basisPointFee):
    return str(number(rewardWei) * number(basisPointFee) // 10_000)


# Queue and fallback: QUEUE-3, QUEUE-5, QUEUE-12, FALLBACK-1 to FALLBACK-8


def queueHash(p, entries):
    before = 0
    for entry in entries:
        if len(entry["data"]) % 2:
            raise Refused(f"{entry['data']} ends within a byte")
        transaction = int.from_bytes(keccak256(bytes.fromhex(entry["data"][2:])), "big")
        before = hash_words(before, transaction, number(entry["epoch"]) + p["forcedDelayEpochs"])
    return as_hex(before)


def fallbackAt(p, slot, countedFrom, entered, advanced, claimDeadline, queueWaits):
    for mark in (slot - 1, countedFrom, entered, advanced, claimDeadline):
        number(mark + 1)
    since, entries = -1, 0
    for now in range(min(mark for mark in (countedFrom, entered, slot) if mark >= 0), slot + 1):
        if countedFrom >= 0 and now >= countedFrom + p["fallbackEnterSlots"] and now >= claimDeadline:
            countedFrom, entered, advanced = -1, now, now
            since, entries = now, entries + 1
        if entered >= 0 and now >= min(entered + p["fallbackExitSlots"], advanced + p["fallbackExitActivitySlots"]):
            countedFrom, entered, advanced = now if queueWaits else -1, -1, -1
            since = now
    stored = {"countedFrom": countedFrom, "entered": entered, "advanced": advanced}
    return {**stored, "since": since, "entries": entries}


FUNCTIONS = (
    [epochOf, offsetOf, slotAt, startOf, seedOf, shuffle, committeePositions, drawSeat, quorum]
    + [genesisHash, blockHash, quoteDigest, signerOf, versionedHashOf, proverShare]
    + [queueHash, fallbackAt]
)
BY_NAME = {function.__name__: function for function in FUNCTIONS}


def compute(name, parameters, given):
    """The answer of the protocol."""
    try:
        return {"output": BY_NAME[name](parameters, **given)}
    except Refused as reason:
        return {"refused": str(reason)}
