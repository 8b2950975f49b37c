"""keccak256 as Ethereum has it (FIPS 202 pads otherwise, so that hashlib's sha3_256 is another function)."""

MASK = (1 << 64) - 1
RATE = 136


def rotated(word, by):
    return (word << by | word >> (64 - by)) & MASK if by else word


def round_constants():
    register = 1
    for _ in range(24):
        constant = 0
        for power in range(7):
            if register & 1:
                constant |= 1 << ((1 << power) - 1)
            register = register << 1 ^ (0x171 if register & 0x80 else 0)
        yield constant


CONSTANTS = list(round_constants())


def permuted(lanes):
    """Keccak-f[1600] of 25 lanes, lane (x, y) at index x + 5y."""
    for constant in CONSTANTS:
        columns = [lanes[x] ^ lanes[x + 5] ^ lanes[x + 10] ^ lanes[x + 15] ^ lanes[x + 20] for x in range(5)]
        mixed = [columns[x - 1] ^ rotated(columns[(x + 1) % 5], 1) for x in range(5)]
        lanes = [lane ^ mixed[index % 5] for index, lane in enumerate(lanes)]
        x, y, moved = 1, 0, lanes[1]
        for step in range(1, 25):
            x, y = y, (2 * x + 3 * y) % 5
            lanes[x + 5 * y], moved = rotated(moved, step * (step + 1) // 2 % 64), lanes[x + 5 * y]
        lanes = [
            lanes[5 * y + x] ^ (~lanes[5 * y + (x + 1) % 5] & lanes[5 * y + (x + 2) % 5])
            for y in range(5)
            for x in range(5)
        ]
        lanes[0] ^= constant
    return lanes


def keccak256(message):
    """The digest of bytes: 32 bytes."""
    padding = RATE - len(message) % RATE
    padded = message + (b"\x81" if padding == 1 else b"\x01" + bytes(padding - 2) + b"\x80")
    lanes = [0] * 25
    for start in range(0, len(padded), RATE):
        for index in range(RATE // 8):
            lanes[index] ^= int.from_bytes(padded[start + 8 * index : start + 8 * index + 8], "little")
        lanes = permuted(lanes)
    return b"".join(lane.to_bytes(8, "little") for lane in lanes[:4])
