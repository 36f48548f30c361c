"""Which control a lever has, by its form."""

from game.ui.readings.levers import Form
from game.ui.scenes.desk_infra import InfraControl
from game.ui.scenes.desk_levers import (
    AmountControl,
    CardControl,
    ChoiceControl,
    Control,
    KindControl,
    SliderControl,
)

CONTROLS: dict[Form, type[Control]] = {
    Form.CARD: CardControl,
    Form.SLIDER: SliderControl,
    Form.AMOUNT: AmountControl,
    Form.KIND: KindControl,
    Form.CHOICE: ChoiceControl,
    Form.ITEMS: InfraControl,
}
