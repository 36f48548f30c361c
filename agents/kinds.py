"""The closed lists that messages speak in: kinds of model, sources of data, reasons, events, tools, links."""

from enum import Enum, IntEnum


class ModelKind(IntEnum):
    """The families of model a team can build; BEST keeps whichever tests best on its own data."""

    RULES = 0
    CLASSICAL = 1
    DEEP = 2
    BEST = 3


class Emphasis(IntEnum):
    """Where a team puts its hands on the way to a release."""

    BALANCED = 0
    DATA = 1  # collecting, infrastructure, cleaning
    MODEL = 2  # analysing, training, reading results
    FINISH = 3  # tuning, optimising


class Source(IntEnum):
    """Where training data come from."""

    OPEN = 0
    CRAWL = 1
    SERVICE = 2
    BOUGHT = 3


class Term(IntEnum):
    """The additive reasons of a choice. Whole 2^-16 util each; they sum exactly."""

    FIT = 0  # what the model loses because its data were not about people like me
    QUALITY = 1  # how well the model works on the data it was made for
    SPEED = 2
    UX = 3
    PRICE = 4
    PRIVACY = 5
    PEERS = 6
    CONTENT = 7
    HABIT = 8
    RIVAL = 9  # the next best: another service, or doing without
    LUCK = 10


class Event(IntEnum):
    """What happened to a person in a week."""

    NONE = 0
    TRIED_AND_STAYED = 1
    TRIED_AND_LEFT = 2
    LEFT_REVIEW = 3  # thought about it and left
    LEFT_OWN_REASONS = 4  # the base rate: moved house, lost the phone, had no time
    LEFT_SCANDAL = 5
    BECAME_LOYAL = 6
    SWITCHED = 7
    LOOKED_AND_PASSED = 8
    LEFT_CLOSED = 9  # the service shut down
    HEARD = 10  # was told a bad story about a service


class Infra(IntEnum):
    """What a firm can pay for besides people and data, from the source deck; the number is the bit of a `Decision`."""

    PIPELINE = 0  # database and data pipeline
    LABEL_TOOL = 1
    REVIEW = 2  # managing annotators and checking their work
    CLUSTER = 3  # distributed computing
    GPU = 4
    SERVING = 5  # deployment and API
    DELIVERY = 6  # DevOps, continuous integration and delivery
    TRANSFER = 7  # moving data
    PLANNING = 8  # planning what users are asked and when
    USABILITY = 9  # usability tests
    OPTIMISATION = 10
    MONITORING = 11  # of what the model meets and how well it does


EVERYTHING = (1 << len(Infra)) - 1  # every bit of `Infra`


class Link(Enum):
    """The three things a young AI service is short of."""

    USERS = "users"
    DATA = "data"
    PERFORMANCE = "performance"
