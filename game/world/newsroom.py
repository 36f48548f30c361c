"""The news of a week: what happened, told by id and figures. Screens turn ids into sentences of the reader's language.

| id                 | severity | values                              | when |
|--------------------|----------|-------------------------------------|------|
| launch             | good     |                                     | the service opens with a model |
| launch.early       | info     |                                     | it opens before a model is ready |
| release            | good     | model, quality, before, accuracy    | a new model is in use |
| stage.late         | warn     | stage, times                        | a stage of work takes so many times as long as usual |
| infra.off          | warn     | item, without                       | an item is not paid for, and what that costs instead |
| scandal            | bad      | users, fine_won, number             | data leaked or were sold; number counts them |
| storm              | bad      | people                              | the story of a scandal goes from mouth to mouth |
| sheet              | good     | fund (Text), amount_won, share, weeks | an investor makes an offer |
| sheet.expired      | warn     | fund (Text), amount_won             | an offer has lapsed |
| sheet.declined     | info     | fund (Text)                         | the founders said no |
| investment         | good     | fund (Text), amount_won, share, round | a round is closed |
| milestone.reached  | good     | fund (Text), amount_won, users      | what an investor held back is paid |
| milestone.missed   | warn     | fund (Text), amount_won, users      | it is not: the milestone was not reached in time |
| pitch.no           | warn     | fund (Text), factor, weight         | an investor says no; what weighed most against |
| bid                | good     | rival (Text), amount_won, weeks     | a rival offers to buy the whole company |
| bid.expired        | warn     | rival (Text), amount_won            | that offer has lapsed |
| bid.declined       | info     | rival (Text), amount_won            | the founders do not sell |
| sold               | good     | rival (Text), amount_won            | they do, and the level ends |
| contract.signed    | good     | signed, fee_won, number             | clients sign; the yearly fee, and contracts in all |
| contract.wanting   | warn     | clients, quality                    | clients find the technology not good enough |
| contract.elsewhere | warn     | clients                             | clients buy elsewhere |
| contract.lapsed    | warn     | clients, number                     | clients do not renew; contracts left |
| experiment.failed  | bad      | number                              | a first model does not work at all; attempts so far |
| sector.round       | info     | rounds                              | another firm of the trade closes a round |
| hype.fades         | warn     | share                               | the label is worth less than half of what it was |
| call.voucher       | info     | amount_won, weeks, chance           | data vouchers are called for |
| call.grant         | info     | amount_won, lasts, weeks, chance    | research grants are called for: amount a week |
| voucher.won        | good     | amount_won                          | a data voucher is granted |
| voucher.lost       | info     |                                     | the call went to others |
| grant.won          | good     | amount_won, weeks                   | a research grant: amount a week, for so many weeks |
| grant.lost         | info     |                                     | the call went to others |
| grant.ended        | warn     |                                     | the last payment has come |
| runway.26, .13     | warn     | weeks                               | the money lasts less than so many weeks |
| runway.4           | bad      | weeks                               | the money lasts less than a month |
| rival.price        | warn     | rival (Text), before_won, price_won | a rival cuts its price |
| rival.hands        | warn     | rival (Text), engineers             | a rival puts more people on its product |
| rival.closed       | info     | rival (Text)                        | a rival shuts down |
| rival.enters       | warn     | rival (Text)                        | a firm that copies the player opens |
| rival.aims         | info     | rival (Text), segment (Text)        | a niche firm turns to other people |
| rival.publishes    | warn     | rival (Text)                        | a rival gives a trained model away |
| rival.backs        | warn     | rival (Text), other (Text), price_won | a refused buyer buys the firm that copies |
| users.N            | good     | users                               | first above N = 100, 1000, 10000, 100000 |
| backlog            | warn     | items, weeks                        | raw data wait longer than annotators can clean |
| stale              | warn     | weeks, lost                         | the model has lost a tenth of its skill |
| event              | info     | card, title (Text)                  | an event card |
| event.answered     | info     | card, title (Text), choice (Text)   | it was answered |
| event.default      | warn     | card, title (Text), choice (Text)   | it was answered by waiting too long |
| closed             | bad      |                                     | the player's firm has shut down |

`item` and `without` are the same `Infra`, `stage` a `Stage` of `game.world.pipeline`, `model` a `ModelKind`, all in lower
case; `factor` is a name from `agents.investors`, or "luck".
"""

from dataclasses import dataclass, field

from game.world.level import Text
from game.world.report import NewsItem

Value = float | str | Text

RUNWAY_MARKS = (26, 13, 4)  # weeks: half a year, a quarter, a month
USER_MARKS = (100, 1_000, 10_000, 100_000)
LATE_TIMES = 1.3  # of its usual length, before a delay is worth a line
STORM_SHARE = 0.01  # of all people, who carry the story
STALE_SHARE = 0.1  # of its skill
WAITING_WEEKS = 8.0  # of labelling

# Every id that can appear; a test holds the table above and the code to it.
IDS: dict[str, str] = {
    "launch": "good",
    "launch.early": "info",
    "release": "good",
    "stage.late": "warn",
    "infra.off": "warn",
    "scandal": "bad",
    "storm": "bad",
    "sheet": "good",
    "sheet.expired": "warn",
    "sheet.declined": "info",
    "investment": "good",
    "milestone.reached": "good",
    "milestone.missed": "warn",
    "pitch.no": "warn",
    "bid": "good",
    "bid.expired": "warn",
    "bid.declined": "info",
    "sold": "good",
    "contract.signed": "good",
    "contract.wanting": "warn",
    "contract.elsewhere": "warn",
    "contract.lapsed": "warn",
    "experiment.failed": "bad",
    "sector.round": "info",
    "hype.fades": "warn",
    "call.voucher": "info",
    "call.grant": "info",
    "voucher.won": "good",
    "voucher.lost": "info",
    "grant.won": "good",
    "grant.lost": "info",
    "grant.ended": "warn",
    "runway.26": "warn",
    "runway.13": "warn",
    "runway.4": "bad",
    "rival.price": "warn",
    "rival.hands": "warn",
    "rival.closed": "info",
    "rival.enters": "warn",
    "rival.aims": "info",
    "rival.publishes": "warn",
    "rival.backs": "warn",
    "users.100": "good",
    "users.1000": "good",
    "users.10000": "good",
    "users.100000": "good",
    "backlog": "warn",
    "stale": "warn",
    "event": "info",
    "event.answered": "info",
    "event.default": "warn",
    "closed": "bad",
}


@dataclass(slots=True)
class Newsroom:
    """The items of the week in work, and what has been told once and for all."""

    items: list[NewsItem] = field(default_factory=list)
    told: dict[str, bool] = field(default_factory=dict)

    def tell(self, week: int, id: str, **values: Value) -> None:  # noqa: A002 the report's word
        """Add an item to this week's news; `week` as reports count."""
        self.items.append(NewsItem(week, id, IDS[id], tuple(values.items())))

    def tell_once(self, week: int, id: str, is_true: bool, **values: Value) -> None:  # noqa: A002
        """Add an item when something becomes true; it can be told again after it has been untrue."""
        if is_true and not self.told.get(id, False):
            self.tell(week, id, **values)
        self.told[id] = is_true

    def print(self) -> tuple[NewsItem, ...]:
        """Return the week's items and clear the desk."""
        printed = tuple(self.items)
        self.items = []
        return printed
