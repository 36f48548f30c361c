"""Luck that depends on who, when and what for, never on who came before: one draw at a time.

Every draw is a function of (seed, week, stream, id). A person alone, all people at once and another machine get the
same number, and one decision of the player shifts nobody else's luck: two futures can be compared in the same world.

Seed, week and stream are hashed one after the other into a key before the id is added: adding them first would let
neighbouring seeds share their streams, shifted by one person (measured in a prototype: replicates were not
independent). The mixer is SplitMix64's finaliser (Steele, Lea, Flood 2014). `luck` draws for many at once.
"""

from enum import IntEnum

MASK = (1 << 64) - 1
GOLDEN = 0x9E3779B97F4A7C15  # 2^64 / golden ratio, the step of SplitMix64
MIX_1 = 0xBF58476D1CE4E5B9
MIX_2 = 0x94D049BB133111EB


class Stream(IntEnum):
    """What a draw is for. A number once given is never reused: recorded games depend on it."""

    WEEK = 1  # does this person act this week, and how: the rest of the weekly number below its leading byte
    MEET = 2  # which acquaintance is met
    CONTENT = 3  # is that acquaintance content enough to recommend
    PERSUADE = 4  # does the recommendation persuade
    TRY = 5  # does a trial reach the first good moment
    STAY = 6  # the luck of a review
    PROMOTE = 7  # becomes loyal
    LAPSE = 8  # weeks until a disappointed person looks again
    CONSENT = 9  # the person's own threshold for giving data
    REWIRE = 10  # is this acquaintance a distant one
    DISTANT = 11  # which distant one
    BIRTH = 12  # who uses what when the level opens
    STORM = 13  # leaves in a scandal
    HAZARD = 14  # does a scandal break out
    INVESTOR = 15
    PROGRAMME = 16  # public programmes: voucher, grant
    EVENT = 17  # event cards with a chance
    WORLD = 18  # jitter of the world's parameters
    FOUNDER = 19  # bots that draw their decisions
    RIVAL = 20
    PROJECT = 21  # uncertain length of work
    CONTRACT = 22
    RETELL = 23  # is a bad story told at a meeting
    SECTOR = 24  # rounds of firms outside this market
    TASTE = 32  # + coefficient number
    CHOICE = 48  # + option number
    AWARE = 64  # + firm number


def _mix(x: int) -> int:
    x = ((x ^ (x >> 30)) * MIX_1) & MASK
    x = ((x ^ (x >> 27)) * MIX_2) & MASK
    return x ^ (x >> 31)


def key(seed: int, week: int, stream: int) -> int:
    """Return the 64-bit key of all draws for this purpose in this week of this world."""
    k = _mix((seed & MASK) ^ GOLDEN)
    k = _mix(k ^ ((week * GOLDEN) & MASK) ^ 0x5851F42D4C957F2D)
    return _mix(k ^ ((stream * MIX_2) & MASK) ^ 0x14057B7EF767814F)


def draw(seed: int, week: int, stream: int, number: int = 0) -> int:
    """Return one uniform 32-bit number: `draws` for a single id."""
    return _mix((number * GOLDEN + key(seed, week, stream)) & MASK) >> 32


def share(seed: int, week: int, stream: int, number: int = 0) -> float:
    """Return one uniform share in [0, 1), a multiple of 2^-32."""
    return draw(seed, week, stream, number) / 4294967296.0


def threshold(probability: float) -> int:
    """Return t so that a uniform 32-bit draw is below t with this probability (clipped to 0..1)."""
    return int(min(max(probability, 0.0), 1.0) * 4294967296.0)
